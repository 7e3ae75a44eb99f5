// Measures proposals beside what people marked: attributions of news, and the hand coding of seeds/ with one article left out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span } from '../../src/core/anchor';
import type { KnownActor } from '../../src/core/extract/known';
import type { Proposal } from '../../src/core/extract/proposal';
import { propose } from '../../src/core/extract/propose';
import { isSaid, isUtterance, type Corpus } from '../../src/core/model';

type Attributed = { id: string; text: string; attributions: { content: Pair[]; source: Pair[] }[] };
type Pair = [start: number, end: number];
export type Score = { precision: number; recall: number; f1: number };

const FIXTURE = path.resolve(import.meta.dirname, '../fixtures/gum-news-attribution.json');
export const readNews = (): Attributed[] =>
  (JSON.parse(readFileSync(FIXTURE, 'utf8')) as { documents: Attributed[] }).documents;

const LETTER = /[\p{L}\p{N}]/u;
/** The places of letters and digits that some spans cover. */
export const toLetters = (text: string, spans: readonly Span[]) => {
  const places = new Set<number>();
  for (const { start, end } of spans)
    for (let at = start; at < end; at++) if (LETTER.test(text[at]!)) places.add(at);
  return places;
};
/** How much of two spans is in both, of what is in either, by letters and digits. */
export function toOverlap(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let both = 0;
  for (const at of one) if (other.has(at)) both++;
  return both === 0 ? 0 : both / (one.size + other.size - both);
}

/** The best pairs first, none twice. */
export function pair<A, B>(as: readonly A[], bs: readonly B[], overlap: (a: A, b: B) => number): [A, B][] {
  const pairs = as
    .flatMap((a) => bs.map((b) => ({ a, b, value: overlap(a, b) })))
    .filter(({ value }) => value >= 0.5);
  const [left, right] = [new Set<A>(), new Set<B>()];
  const chosen: [A, B][] = [];
  for (const { a, b } of pairs.toSorted((x, y) => y.value - x.value)) {
    if (left.has(a) || right.has(b)) continue;
    left.add(a);
    right.add(b);
    chosen.push([a, b]);
  }
  return chosen;
}

export const toScore = (hits: number, proposed: number, gold: number): Score => {
  const precision = proposed === 0 ? 0 : hits / proposed;
  const recall = gold === 0 ? 0 : hits / gold;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

export const isSaying = (proposal: Proposal) =>
  proposal.kind === 'claim' || proposal.kind === 'recommendation';
const NAME = /\p{Lu}[\p{L}\p{N}'’-]+/gu;

/** Whether speakers overlap the words that attribute, or share a name with them. */
function isSpeakerRight(
  text: string,
  speakers: readonly (Span & { label: string })[],
  source: readonly Pair[],
): boolean {
  const names = new Set(source.flatMap(([start, end]) => text.slice(start, end).match(NAME) ?? []));
  return speakers.some(
    ({ start, end, label }) =>
      source.some(([from, to]) => start < to && from < end) ||
      (label.match(NAME) ?? []).some((name) => names.has(name)),
  );
}

/** Contents, and contents with speakers, against news that people annotated. */
export function scoreNews(
  documents: readonly Attributed[],
  tell?: (line: string) => void,
): { content: Score; both: Score } {
  let [hits, right, proposed, gold] = [0, 0, 0, 0];
  for (const { id, text, attributions } of documents) {
    const said = propose(text, [])
      .filter(isSaying)
      .map((proposal) => ({ proposal, letters: toLetters(text, [proposal.passage]) }));
    const wanted = attributions.map((attribution) => ({
      ...attribution,
      letters: toLetters(
        text,
        attribution.content.map(([start, end]) => ({ start, end })),
      ),
    }));
    const pairs = pair(said, wanted, (a, b) => toOverlap(a.letters, b.letters));
    proposed += said.length;
    gold += wanted.length;
    hits += pairs.length;
    if (tell) tell(`##### ${id}: ${pairs.length} of ${said.length} proposed, ${wanted.length} wanted`);
    for (const [{ proposal }, { source, content }] of pairs) {
      if (isSpeakerRight(text, 'speakers' in proposal ? proposal.speakers : [], source)) right++;
      else
        tell?.(
          `SPEAKER ${proposal.rule}: ${'speakers' in proposal ? proposal.speakers.map((one) => `${one.quote} (${one.label})`).join(' + ') : ''} | ${source.map(([start, end]) => text.slice(start, end)).join(' || ')} => ${text.slice(content[0]![0], content[0]![1])}`,
        );
    }
    if (!tell) continue;
    for (const one of said)
      if (!pairs.some(([a]) => a === one))
        tell(
          `EXTRA ${one.proposal.rule} ${'speakers' in one.proposal ? one.proposal.speakers.map((speaker) => speaker.label).join(' + ') : ''} => ${one.proposal.passage.quote}   <<${text.slice(Math.max(0, one.proposal.passage.start - 90), one.proposal.passage.start)}`,
        );
    for (const one of wanted)
      if (!pairs.some(([, b]) => b === one))
        tell(
          `MISSED ${one.source.map(([start, end]) => text.slice(start, end)).join(' | ')} => ${one.content.map(([start, end]) => text.slice(start, end)).join(' || ')}`,
        );
  }
  return { content: toScore(hits, proposed, gold), both: toScore(right, proposed, gold) };
}

/** The hand coding against proposals, the actors known being those of the other articles only. */
export function scoreCoding(
  corpus: Corpus,
  tell?: (line: string) => void,
): { recall: number; speakers: number; accepted: number; coded: number; proposed: number } {
  let [found, right, accepted, coded, proposed] = [0, 0, 0, 0, 0];
  for (const [article, { text }] of corpus.articles) {
    const known: KnownActor[] = [...corpus.nodes.values()].flatMap((node) =>
      (node.type === 'person' || node.type === 'organisation') &&
      node.passages.some((passage) => passage.article !== article)
        ? [{ id: node.id, label: node.label, aliases: node.aliases ?? [], type: node.type }]
        : [],
    );
    const said = propose(text, known)
      .filter(isSaying)
      .map((proposal) => ({ proposal, letters: toLetters(text, [proposal.passage]) }));
    const utterances = [...corpus.edges.values()].filter((edge) => isUtterance(corpus, edge));
    const wanted = [...corpus.nodes.values()].filter(isSaid).flatMap((node) => {
      const by = utterances.filter(
        (edge) => edge.target === node.id && edge.passages.some((passage) => passage.article === article),
      );
      const places = [...node.passages, ...by.flatMap((edge) => edge.passages)].filter(
        (passage) => passage.article === article,
      );
      return places.length > 0 && by.length > 0
        ? [{ node, by, letters: places.map((place) => toLetters(text, [place])) }]
        : [];
    });
    const best = (a: (typeof said)[number], b: (typeof wanted)[number]) =>
      Math.max(...b.letters.map((letters) => toOverlap(a.letters, letters)));
    coded += wanted.length;
    proposed += said.length;
    accepted += said.filter((one) => wanted.some((other) => best(one, other) >= 0.5)).length;
    for (const other of wanted) {
      const match = said.toSorted((a, b) => best(b, other) - best(a, other))[0];
      if (!match || best(match, other) < 0.5) {
        tell?.(
          `MISSED ${other.by.map((edge) => edge.source).join(' + ')} => ${other.node.passages[0]!.quote}`,
        );
        continue;
      }
      found++;
      const names = other.by.flatMap((edge) => {
        const source = corpus.nodes.get(edge.source)!;
        const passages = source.passages.filter((passage) => passage.article === article);
        return [source.label, ...(source.aliases ?? []), ...passages.map(({ quote }) => quote)].map((name) =>
          name.toLowerCase(),
        );
      });
      const speakers = 'speakers' in match.proposal ? match.proposal.speakers : [];
      const isRight = speakers.some(
        ({ id, label }) =>
          other.by.some((edge) => edge.source === id) ||
          names.some((name) => name.includes(label.toLowerCase()) || label.toLowerCase().includes(name)),
      );
      if (isRight) right++;
      else
        tell?.(
          `SPEAKER ${speakers.map(({ label }) => label).join(' + ')} | ${other.by.map((edge) => edge.source).join(' + ')} => ${match.proposal.passage.quote}`,
        );
    }
    if (tell)
      for (const one of said)
        if (!wanted.some((other) => best(one, other) >= 0.5))
          tell(`EXTRA ${one.proposal.rule} => ${one.proposal.passage.quote}`);
  }
  return { recall: found / coded, speakers: right / found, accepted: accepted / proposed, coded, proposed };
}

/** What proposing takes for 1,000 words of news once warm, in ms of the processor. */
export function measureProposing(): number {
  const texts = readNews().map(({ text }) => text);
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  for (let times = 0; times < 5; times++) for (const text of texts) propose(text, []);
  const before = process.cpuUsage();
  for (const text of texts) propose(text, []);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / words;
}
