// Which actors, reports and topics of two codings are the same, and what the others are called where both meet.
import { isMadeOf, toFreeId } from './id';
import type { StoredNode } from './schema';
import { fold, toWords } from './text';

type Named = Pick<StoredNode, 'id' | 'type' | 'label' | 'aliases'>;

const hasName = ({ type }: Named) => type !== 'article' && type !== 'claim' && type !== 'recommendation';
const toKey = ({ type }: Named, name: string) => `${type} ${fold(name)}`;

/** Whether two names have most of their words in common. */
function areAlike(one: string, other: string): boolean {
  const [some, more] = [new Set(toWords(one)), new Set(toWords(other))];
  return 2 * [...some].filter((word) => more.has(word)).length > Math.max(some.size, more.size);
}

/**
 * Their ids → those that all of theirs that has a name has beside ours: ours of what is the same, else its own, with a number
 * where we call something else so. The same is what has the same name, or another name of ours; or the same id and most words
 * of the name, unless it is an id made of a name on both sides: it tells no more than the names do. Else what has a name of ours as
 * another name.
 */
export function toIds(ours: Iterable<Named>, theirs: Iterable<Named>): Map<string, string> {
  const [known, own] = [[...ours].filter(hasName), [...theirs].filter(hasName)];
  const byId = new Map(known.map((node) => [node.id, node]));
  const names = new Map<string, string>();
  for (const node of known)
    if (!names.has(toKey(node, node.label))) names.set(toKey(node, node.label), node.id);
  for (const node of known)
    for (const name of node.aliases ?? [])
      if (!names.has(toKey(node, name))) names.set(toKey(node, name), node.id);
  const taken = new Set([...byId.keys(), ...own.map(({ id }) => id)]);
  const toOwnId = (id: string) => {
    const free = byId.has(id) ? toFreeId(id, (one) => taken.has(one)) : id;
    taken.add(free);
    return free;
  };
  return new Map(
    own.map((node) => {
      const twin = byId.get(node.id);
      const isNamesake = twin && toKey(twin, twin.label) === toKey(node, node.label);
      const isTwin = twin && areAlike(twin.label, node.label) && !(isMadeOf(twin) && isMadeOf(node));
      const others = (node.aliases ?? []).flatMap((name) => names.get(toKey(node, name)) ?? []);
      const same = isNamesake
        ? twin.id
        : (names.get(toKey(node, node.label)) ?? (isTwin ? twin.id : others[0]));
      return [node.id, same ?? toOwnId(node.id)];
    }),
  );
}
