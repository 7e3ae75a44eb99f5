// Measures the people and organisations proposed from news beside those named there, by mention and by who is meant.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActorProposal } from '../../src/core/extract/proposal';
import { propose } from '../../src/core/extract/propose';
import { pair, readNews, toLetters, toOverlap, toScore, type Score } from './extract';

type Pair = [start: number, end: number];
type Name = { kind: ActorProposal['kind']; label: string; mentions: Pair[] };
export type NamedText = { id: string; text: string; names: Name[] };

const FIXTURE = path.resolve(import.meta.dirname, '../fixtures/gum-news-names.json');
/** The articles of news with who is named in them. */
export function readNamedNews(): NamedText[] {
  const { documents } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as {
    documents: { id: string; names: Name[] }[];
  };
  const named = new Map(documents.map(({ id, names }) => [id, names]));
  return readNews().map(({ id, text }) => ({ id, text, names: named.get(id)! }));
}

/** A name as it is compared: letters and digits, without 'the'. */
const toKey = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * People or organisations proposed against those named. A mention counts where half the letters of both are the same; who is
 * meant, where a name of theirs is the same.
 */
export function scoreNames(
  documents: readonly NamedText[],
  kind: ActorProposal['kind'],
  tell?: (line: string) => void,
): { mentions: Score; actors: Score } {
  const count = { mentions: [0, 0, 0], actors: [0, 0, 0] };
  const add = (sums: number[], figures: readonly number[]) =>
    figures.forEach((figure, index) => (sums[index]! += figure));
  for (const { id, text, names } of documents) {
    const isKind = <T extends { kind: string }>(one: T) => one.kind === kind;
    const toMention = ([start, end]: Pair) => ({ start, end, letters: toLetters(text, [{ start, end }]) });
    const proposed = propose(text, [])
      .filter((proposal): proposal is ActorProposal => isKind(proposal))
      .map(({ label, aliases, mentions, rule }) => ({
        rule,
        label,
        keys: new Set([label, ...aliases, ...mentions.map(({ quote }) => quote)].map(toKey)),
        mentions: mentions.map(({ start, end }) => toMention([start, end])),
      }));
    const wanted = names.filter(isKind).map(({ label, mentions }) => ({
      label,
      keys: new Set([label, ...mentions.map(([start, end]) => text.slice(start, end))].map(toKey)),
      mentions: mentions.map(toMention),
    }));
    const [said, gold] = [proposed, wanted].map((actors) => actors.flatMap((actor) => actor.mentions)) as [
      ReturnType<typeof toMention>[],
      ReturnType<typeof toMention>[],
    ];
    const found = pair(said, gold, (a, b) => toOverlap(a.letters, b.letters));
    const met = pair(proposed, wanted, (a, b) => ([...a.keys].some((key) => b.keys.has(key)) ? 1 : 0));
    add(count.mentions, [found.length, said.length, gold.length]);
    add(count.actors, [met.length, proposed.length, wanted.length]);
    if (!tell) continue;
    tell(`##### ${id}`);
    const around = (start: number, end: number) =>
      `${text.slice(Math.max(0, start - 50), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`;
    for (const actor of proposed)
      for (const one of actor.mentions)
        if (!found.some(([a]) => a === one))
          tell(`EXTRA ${actor.rule} ${actor.label} => ${around(one.start, one.end)}`);
    for (const { label, mentions } of wanted)
      for (const one of mentions)
        if (!found.some(([, b]) => b === one)) tell(`MISSED ${label} => ${around(one.start, one.end)}`);
    for (const actor of proposed) if (!met.some(([a]) => a === actor)) tell(`EXTRA ACTOR ${actor.label}`);
    for (const actor of wanted) if (!met.some(([, b]) => b === actor)) tell(`MISSED ACTOR ${actor.label}`);
  }
  const [mentions, actors] = [count.mentions, count.actors].map((sums) =>
    toScore(sums[0]!, sums[1]!, sums[2]!),
  ) as [Score, Score];
  return { mentions, actors };
}
