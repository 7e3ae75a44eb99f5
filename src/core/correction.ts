// An article corrected afterwards, its text and what is said of it: each passage is followed to where its words stand now, and those whose words do not are named.
import { diffArrays } from 'diff';
import { toRemoval } from './act';
import type { Details } from './article/addition';
import { enterDetails, toDetails } from './article/details';
import { describe, locate, uniteAnchors, type Span } from './anchor';
import type { Edit, Item } from './edit';
import type { Proposal, Words } from './extract/proposal';
import { toStored } from './graphfile';
import { restsOn, type Article, type Corpus, type Passage } from './model';
import type { Anchor } from './schema';

/** A stretch that two texts have in common: where it begins in either, and how long it is. UTF-16 code units, as all here. */
type Block = { from: number; to: number; length: number };

/** So many words, or lines where there are more, at most are looked at that are in one text only; with yet more it is another text. */
const MOST_EDITS = 800;
/** Longer texts are compared line by line first. */
const LONG = 1_000_000;

/** Pieces that both texts have, or only one of them, in order. */
type Stretch = { is: 'common' | 'old' | 'new'; text: string };
/**
 * Compares pieces. What both begin or end with, the longer of them first, is common before anything else is: words that are put
 * in beside their like are not taken for them.
 */
function compare(old: string, now: string, cut: (text: string) => string[]): Stretch[] | undefined {
  const [olds, nows] = [cut(old), cut(now)];
  const most = Math.min(olds.length, nows.length);
  let [head, tail] = [0, 0];
  while (head < most && olds[head] === nows[head]) head++;
  while (tail < most && olds.at(-1 - tail) === nows.at(-1 - tail)) tail++;
  if (head < tail) head = Math.min(head, most - tail);
  else tail = Math.min(tail, most - head);
  const between = diffArrays(olds.slice(head, olds.length - tail), nows.slice(head, nows.length - tail), {
    maxEditLength: MOST_EDITS,
  });
  if (!between) return undefined;
  return [
    { is: 'common', text: olds.slice(0, head).join('') },
    ...between.map(({ added, removed, value }): Stretch => ({
      is: added ? 'new' : removed ? 'old' : 'common',
      text: value.join(''),
    })),
    { is: 'common', text: olds.slice(olds.length - tail).join('') },
  ];
}

/** Lines, each with the empty ones behind it. */
const toLines = (text: string) => text.split(/(?<=\n)(?![\r\n])/);
/** Words, spaces, and each other character: a comma that is put in leaves the words around it as they are. */
const toPieces = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/** Compares words, in texts with too many of them only those in lines that differ. */
function toStretches(old: string, now: string): Stretch[] {
  const short = old.length < LONG && now.length < LONG ? compare(old, now, toPieces) : undefined;
  if (short) return short;
  const other = (one: string, two: string): Stretch[] => [
    { is: 'old', text: one },
    { is: 'new', text: two },
  ];
  const stretches: Stretch[] = [];
  let [gone, come] = ['', ''];
  const close = () => {
    stretches.push(...(compare(gone, come, toPieces) ?? other(gone, come)));
    [gone, come] = ['', ''];
  };
  for (const stretch of compare(old, now, toLines) ?? other(old, now)) {
    if (stretch.is === 'old') gone += stretch.text;
    else if (stretch.is === 'new') come += stretch.text;
    else {
      close();
      stretches.push(stretch);
    }
  }
  close();
  return stretches;
}

/** What two texts have in common, in order. */
export function toBlocks(old: string, now: string): Block[] {
  const blocks: Block[] = [];
  let [from, to] = [0, 0];
  for (const { is, text } of toStretches(old, now)) {
    const last = blocks.at(-1);
    if (is === 'common' && last && last.from + last.length === from && last.to + last.length === to)
      last.length += text.length;
    else if (is === 'common' && text !== '') blocks.push({ from, to, length: text.length });
    if (is !== 'new') from += text.length;
    if (is !== 'old') to += text.length;
  }
  return blocks;
}

/** A place where two texts differ: what stood there, and what stands there now; either may be nothing. */
export type Difference = { old: Span; now: Span };

/** Where two texts differ, in order. */
export function toDifferences(old: string, now: string): Difference[] {
  const differences: Difference[] = [];
  let [from, to] = [0, 0];
  for (const block of [...toBlocks(old, now), { from: old.length, to: now.length, length: 0 }]) {
    if (block.from > from || block.to > to)
      differences.push({ old: { start: from, end: block.from }, now: { start: to, end: block.to } });
    [from, to] = [block.from + block.length, block.to + block.length];
  }
  return differences;
}

/** Spans of a text as they are after it was changed again; those in which something changed are undefined. */
export function toShifted(old: string, now: string): (span: Span) => Span | undefined {
  const blocks = toBlocks(old, now);
  return ({ start, end }) => {
    const block = blocks.find(({ from, length }) => from <= start && end <= from + length);
    return block && { start: start + block.to - block.from, end: end + block.to - block.from };
  };
}

/** Where about in the new text a span of the old one is: from what follows on what stood before it, to what stands behind it. */
function toPlace(blocks: readonly Block[], { start, end }: Span, now: string): Span {
  const first = blocks.findLast(({ from }) => from <= start);
  const last = blocks.find(({ from, length: long }) => from + long >= end);
  const from = first ? first.to + Math.min(start - first.from, first.length) : 0;
  const to = last ? Math.max(last.to, last.to + end - last.from) : now.length;
  const inside = now.slice(from, Math.max(from, to));
  const lead = inside.length - inside.trimStart().length;
  return { start: from + lead, end: from + lead + inside.trim().length };
}

/** So many characters on either side must be the same for words that stand in several places to be told apart. */
const AROUND = 20;

/** Where words of the old text stand in the new one; undefined where that is not certain. */
function follow(blocks: readonly Block[], span: Span, old: string, now: string): Span | undefined {
  const quote = old.slice(span.start, span.end);
  const isOnce = (text: string) => text.indexOf(quote) === text.lastIndexOf(quote);
  if (isOnce(old) && isOnce(now)) {
    const start = now.indexOf(quote);
    const end = start + quote.length;
    const place = toPlace(blocks, span, now);
    return start !== -1 && start <= place.end && end >= place.start ? { start, end } : undefined;
  }
  const block = blocks.find(({ from, length: long }) => from <= span.start && span.end <= from + long);
  if (!block) return undefined;
  const by = block.to - block.from;
  const [before, after] = [Math.min(AROUND, span.start), Math.min(AROUND, old.length - span.end)];
  const isSurrounded = block.from <= span.start - before && span.end + after <= block.from + block.length;
  // At either end of the text nothing else may have come to stand.
  const isAtSameEnd =
    (before === AROUND || block.to === 0) && (after === AROUND || block.to + block.length === now.length);
  return isSurrounded && isAtSameEnd ? { start: span.start + by, end: span.end + by } : undefined;
}

/** What rests on words: which passage of a node or edge, its date, or which of the words that an article leaves out. */
export type Use = { id: string; part: 'passages' | 'datePassage' | 'leftOut'; index: number };

/** Words that do not stand in the new text as they did, or of which it cannot be told where. */
export type Lost = {
  /** The same for the same words, whatever the new text is. */
  key: string;
  quote: string;
  /** Where they stood in the text as it was. */
  span: Span;
  /** Where about that is in the new text: what stands there now, which may be nothing. */
  place: Span;
  uses: readonly Use[];
  /** Ids of nodes and edges that rest on nothing else, with the edges at those nodes: they go where the words are let go. */
  falling: readonly string[];
  /** Whether the article itself rests on them, so that there must be others. */
  isNeeded: boolean;
};

/** What became of lost words by their keys: those of the new text that take their place; null where they are let go. */
export type Settled = ReadonlyMap<string, Span | null>;

export type Correction = {
  /** Puts the new text in the place of the old; undefined as long as words are not settled. */
  edit?: Edit;
  /** All that need a look, settled or not, in the order of the text. */
  lost: readonly Lost[];
  /** How many passages stand as they did. */
  kept: number;
};

const toKey = ({ start, end }: Span) => `${start}-${end}`;

/**
 * What a new text of an article does to all that rests on its words. Those that still stand are kept, with what singles them
 * out renewed where it must be: always the same words at the same place, never some that look alike. All others are `lost`
 * until they are settled. `details` are what is said of the article from then on.
 */
export function toCorrection(
  corpus: Corpus,
  article: string,
  text: string,
  settled: Settled = new Map(),
  details: Details = toDetails(corpus, article),
): Correction {
  const { node: own, text: old, leftOut } = corpus.articles.get(article)!;
  const blocks = toBlocks(old, text);
  const places = new Map<string, Span | undefined>();
  /** Where words stand now, if that is certain. */
  const find = (span: Span): Span | undefined => {
    const key = toKey(span);
    if (!places.has(key)) places.set(key, follow(blocks, span, old, text));
    return places.get(key);
  };
  const lost = new Map<string, { span: Span; uses: Use[] }>();
  let kept = 0;
  /** An anchor as it is in the new text; undefined where its words are let go, or not settled. */
  const toAnchor = ({ start, end, ...anchor }: Passage, use: Use): Anchor | undefined => {
    if (anchor.article !== article) return anchor;
    const span = { start, end };
    const found = find(span);
    if (found) kept++;
    else {
      const group = lost.get(toKey(span)) ?? { span, uses: [] };
      group.uses.push(use);
      lost.set(toKey(span), group);
    }
    const now = found ?? settled.get(toKey(span));
    if (!now) return undefined;
    const spans = found ? locate(text, anchor) : [];
    return spans.length === 1 && spans[0]!.start === now.start ? anchor : describe(text, now, article);
  };

  const put = new Map<string, Item>();
  const bare: string[] = [];
  const items = [...corpus.nodes.values(), ...corpus.edges.values()].filter((item) => restsOn(item, article));
  for (const item of items) {
    const stored = toStored(item) as Item & { datePassage?: Anchor };
    const anchors = item.passages.map((passage, index) =>
      toAnchor(passage, { id: item.id, part: 'passages', index }),
    );
    const passages = anchors.reduce<Anchor[]>(
      (all, anchor) => (anchor ? uniteAnchors(all, [anchor]) : all),
      [],
    );
    // The words that gave another date give none.
    const isDated = item.id !== article || details.date === own.date;
    const date =
      isDated && 'datePassage' in item && item.datePassage
        ? toAnchor(item.datePassage, { id: item.id, part: 'datePassage', index: 0 })
        : undefined;
    if (passages.length === 0) {
      bare.push(item.id);
      continue;
    }
    const next = { ...stored, passages, ...(date && { datePassage: date }) };
    if (!date) delete next.datePassage;
    if (JSON.stringify(next) !== JSON.stringify(stored)) put.set(item.id, next);
  }
  const words = leftOut.map((passage, index) => {
    const { reason } = passage;
    const anchor = toAnchor(passage, { id: article, part: 'leftOut', index });
    return anchor && { ...anchor, reason };
  });
  const isSameWords = words.every(
    (anchor, index) => anchor && JSON.stringify(toWords(anchor)) === JSON.stringify(toWords(leftOut[index]!)),
  );

  const isArticleBare = own.passages.every((passage) => passage.article === article && !find(passage));
  const toLost = ({ span, uses }: { span: Span; uses: readonly Use[] }): Lost => {
    const falling = uses
      .filter(({ id, part }) => part === 'passages' && id !== article && restsOnly(corpus, id, article, span))
      .map(({ id }) => id);
    return {
      key: toKey(span),
      quote: old.slice(span.start, span.end),
      span,
      place: toPlace(blocks, span, text),
      uses,
      falling: falling.length > 0 ? toRemoval(corpus, [...new Set(falling)]).remove! : [],
      isNeeded: isArticleBare && uses.some(({ id, part }) => id === article && part === 'passages'),
    };
  };
  const all = [...lost.values()].map(toLost).toSorted((one, other) => one.span.start - other.span.start);
  const isOpen = all.some(({ key, isNeeded }) => (isNeeded ? !settled.get(key) : !settled.has(key)));
  if (isOpen) return { lost: all, kept };
  const { remove } = toRemoval(corpus, bare);
  const removed = new Set(remove);
  for (const id of removed) put.delete(id);
  enterDetails(corpus, article, text, details, put, removed);
  return {
    edit: {
      ...(text !== old && { texts: [{ seed: own.seed, text }] }),
      ...(put.size > 0 && { put: [...put.values()] }),
      ...(removed.size > 0 && { remove: [...removed] }),
      ...(!isSameWords && {
        leftOut: [{ article, words: words.filter((anchor) => anchor !== undefined) }],
      }),
    },
    lost: all,
    kept,
  };
}

/** Whether all that a node or edge rests on is a span of an article. */
function restsOnly(corpus: Corpus, id: string, article: string, { start, end }: Span): boolean {
  const { passages } = (corpus.nodes.get(id) ?? corpus.edges.get(id))!;
  return passages.every(
    (passage) => passage.article === article && passage.start === start && passage.end === end,
  );
}

const toWords = ({ quote, before, after }: Partial<Article['leftOut'][number]>) => [quote, before, after];

const standsIn = (text: string, { start, end, quote }: Words): boolean =>
  text.startsWith(quote, start) && end === start + quote.length;

/** Whether the words of a proposal stand in a text where it says. */
export const isStanding = (text: string, { passage }: Proposal): boolean => standsIn(text, passage);

/** A proposal with those only of its mentions, speakers and authors whose words stand in a text where it says. */
export function toStanding(text: string, proposal: Proposal): Proposal {
  const stands = (words: Words) => standsIn(text, words);
  if ('speakers' in proposal)
    return proposal.speakers.every(stands)
      ? proposal
      : { ...proposal, speakers: proposal.speakers.filter(stands) };
  if (!('mentions' in proposal)) return proposal;
  const authors = 'authors' in proposal ? proposal.authors : [];
  if (proposal.mentions.every(stands) && authors.every(stands)) return proposal;
  const mentions = proposal.mentions.filter(stands);
  return 'authors' in proposal
    ? { ...proposal, mentions, authors: authors.filter(stands) }
    : { ...proposal, mentions };
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'quote' in value;

/**
 * What was proposed of a text, for the text as it is now. Words of a proposal that are not there stay as they were, and stand
 * again where they are brought back.
 */
export function toMovedProposals(some: readonly Proposal[], old: string, now: string): Proposal[] {
  const shift = toShifted(old, now);
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    const moved = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, move(part)]));
    return isWords(value) && standsIn(old, value) ? { ...moved, ...shift(value) } : moved;
  };
  return some.map((proposal) => move(proposal) as Proposal);
}
