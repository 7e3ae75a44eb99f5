// Whom a corpus knows, as proposals are matched against them.
import type { Corpus } from '../model';
import { memoise } from '../memo';
import { isActorType } from '../vocabulary';
import type { NameKind } from './nameword';

/** Somebody the corpus has already. */
export type KnownActor = {
  id: string;
  label: string;
  aliases: readonly string[];
  type: NameKind;
};

/** The people and organisations of a corpus. */
export const toKnownActors = (corpus: Corpus): KnownActor[] =>
  [...corpus.nodes.values()].flatMap((node) =>
    isActorType(node.type)
      ? [{ id: node.id, label: node.label, aliases: node.aliases ?? [], type: node.type }]
      : [],
  );

/** The first actor who has a name that is the same but for how it is written, and is of the type asked for, if one is. */
type FindKnown = (name: string, type: KnownActor['type'] | undefined) => KnownActor | undefined;

/** Finds any of many actors by a name; what two names must have in common `toKey` tells. They are gone through only once. */
export const toFindKnown = (
  toKey: (name: string) => string,
): ((actors: readonly KnownActor[]) => FindKnown) =>
  memoise((actors) => {
    const byKey = new Map<string, KnownActor[]>();
    for (const actor of actors)
      for (const name of [actor.label, ...actor.aliases]) {
        const key = toKey(name);
        const list = byKey.get(key);
        if (list) list.push(actor);
        else byKey.set(key, [actor]);
      }
    return (name, type) => byKey.get(toKey(name))?.find((actor) => type === undefined || actor.type === type);
  });
