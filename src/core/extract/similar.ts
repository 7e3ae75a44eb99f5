// Which claims of a corpus a proposal is like, and which topics it may be about: by the words they share, no model needed.
import { perCorpusInSteps } from '../memo';
import { isSaid, isUtterance, type Corpus, type Said } from '../model';
import type { Steps } from '../steps';
import type { STANCES } from '../vocabulary';
import { findContrast, findNegation, type Contrast, type Polarity } from './contrast';
import { isSaying, type Proposal, type SaidProposal } from './proposal';
import { toSpellings, toTerms } from './terms';
import { toWords } from '../text';

export type Stance = (typeof STANCES)[number];
/** The topic that something said is about, and where it stands between its poles. */
export type Side = { topic: string; stance: Stance };
/** What is proposed to be said; `about` as far as a person has settled that already, which tells more than any words. */
export type Unlinked = Pick<SaidProposal, 'passage' | 'speakers'> & { about?: readonly Side[] };

/**
 * A claim or recommendation of the corpus that something proposed may be, support or dispute. `similarity` is the cosine of
 * their telling words, from 0 to 1. `shared` are those words as the proposal has them, the most telling first; `contrast` the
 * words for which it disputes.
 */
export type Link = {
  id: string;
  kind: 'same' | 'supports' | 'disputes';
  similarity: number;
  rule: 'shared-words' | 'same-side' | 'opposite-sides' | 'opposite-words' | 'negation';
  shared: readonly string[];
  contrast: readonly string[];
};

/** 'a', 'b' and 'c' in quotation marks. */
const listWords = (words: readonly string[]): string => {
  const quoted = words.map((word) => `‘${word}’`);
  return [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].filter(Boolean).join(' and ');
};
/** How many shared words a reason tells. */
const FEW_WORDS = 4;

/** Why something proposed may support or dispute what it is linked with, as a sentence. */
export function printReason({ rule, shared, contrast }: Pick<Link, 'rule' | 'shared' | 'contrast'>): string {
  const both = `both speak of ${listWords(shared.slice(0, FEW_WORDS))}`;
  switch (rule) {
    case 'same-side':
      return `They take the same side of a topic, and ${both}.`;
    case 'opposite-sides':
      return `They take opposite sides of a topic, and ${both}.`;
    case 'opposite-words':
      return `One has ‘${contrast[0]}’ where the other has ‘${contrast[1]}’, and ${both}.`;
    case 'negation':
      return `One has ‘${contrast[0]}’ and the other does not, and ${both}.`;
    case 'shared-words':
      return `${both.charAt(0).toUpperCase()}${both.slice(1)}.`;
  }
}

/**
 * A topic that something proposed may be about. `score` is from 0 to 1, to be compared within one proposal. By its own `words`
 * as it has them, the most telling first, or by what stands `nearby` in the article. `stance` is the one that its speaker
 * was last coded with on this topic, if they were.
 */
export type TopicLink = {
  id: string;
  score: number;
  rule: 'words' | 'nearby';
  words: readonly string[];
  stance?: Stance;
};

/** How many links of a kind, topics and words are told of; how many of the likeliest are looked at for that. */
const MOST = { links: 3, topics: 5, words: 6, looked: 20 };
/** The least similarity of a link; of one between what is known to share a topic, or to share none; and of two that are the same. */
const LEAST = 0.15;
const LEAST_ON_TOPIC = 0.05;
const LEAST_OFF_TOPIC = 0.3;
const SAME = 0.5;
/** How much more what is about the same topic counts. */
const TOPICAL = 3;
/** How many claims a topic's own words count for, and how many with the usual words are supposed besides those coded. */
const OWN_WORDS = 5;
const USUAL = 3;
/** How much the topics of what stands next to it in the article count, of the second next, and so on: if proposed, if coded. */
const NEAR = [1, 0.6, 0.4, 0.25];
const NEAR_PROPOSED = 0.3;
const NEAR_CODED = 0.6;
/** How many claims are read in a step, and about how many stems each has. */
const STRETCH = 100;
const USUAL_LENGTH = 40;

/** The stems of something said, how often each is in its texts, and the negation in each of those. */
type Read = { terms: readonly string[]; times: Uint16Array; negations: readonly (string | undefined)[] };
const known = new WeakMap<Said, Read>();

/** The texts of something said: what it is, and the words it rests on. */
const toTexts = ({ statement, passages }: Said): string[] => [
  statement,
  ...passages.map(({ quote }) => quote),
];

function count(terms: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Remembered for as long as the node lives, which is through all edits of others. */
function toRead(node: Said): Read {
  let found = known.get(node);
  if (!found) {
    const texts = toTexts(node).map(toWords);
    const counts = count([toWords(node.label), ...texts].flatMap(toTerms));
    found = {
      terms: [...counts.keys()],
      times: Uint16Array.from(counts.values()),
      negations: texts.map(findNegation),
    };
    known.set(node, found);
  }
  return found;
}

/** Repetition tells ever less. */
const toWeight = (times: number) => 1 + Math.log(times);

type Index = {
  said: readonly Said[];
  /** The places of what is said with each stem, and the stem's weight in each. */
  lists: ReadonlyMap<string, { places: number[]; weights: number[] }>;
  /** How long the vector of each is. */
  lengths: Float64Array;
  /** What each is about, by the topics' places. */
  sides: readonly (readonly { topic: number; stance: Stance }[])[];
  topics: readonly string[];
  topicPlaces: ReadonlyMap<string, number>;
  /** The topics that have a stem in their own words, and how many have any. */
  ownWords: ReadonlyMap<string, readonly number[]>;
  /** How many are about each topic. */
  amounts: Float64Array;
  /** How much each stem tells for each topic; worked out when first asked for. */
  gains: Map<string, Float64Array>;
  /** Room for the products with something proposed, and its likeliest; kept, since to make it takes longer than to use it. */
  scratch: { dots: Float64Array; ranks: Float64Array };
  /** What each actor or report says, by their ids, and their ids by their names. */
  saidBy: ReadonlyMap<string, readonly number[]>;
  named: ReadonlyMap<string, string>;
};

function* toIndex(corpus: Corpus): Steps<Index> {
  const said: Said[] = [];
  const placeOf = new Map<string, number>();
  const topicPlaces = new Map<string, number>();
  const ownWords = new Map<string, number[]>();
  const named = new Map<string, string>();
  for (const node of corpus.nodes.values()) {
    if (isSaid(node)) {
      placeOf.set(node.id, said.length);
      said.push(node);
    } else if (node.type === 'topic') {
      const { label, poles } = node;
      const topic = topicPlaces.size;
      topicPlaces.set(node.id, topic);
      for (const term of new Set(toTerms(toWords(`${label} ${poles.for} ${poles.against}`))))
        ownWords.set(term, [...(ownWords.get(term) ?? []), topic]);
    } else if (node.type !== 'article')
      for (const name of [node.label, ...(node.aliases ?? [])]) named.set(name, node.id);
  }
  yield;
  const lists = new Map<string, { places: number[]; weights: number[] }>();
  for (const [place, node] of said.entries()) {
    const { terms, times } = toRead(node);
    for (const [at, term] of terms.entries()) {
      let list = lists.get(term);
      if (!list) lists.set(term, (list = { places: [], weights: [] }));
      list.places.push(place);
      list.weights.push(toWeight(times[at]!));
    }
    if (place % STRETCH === 0) yield;
  }
  const lengths = new Float64Array(said.length);
  let done = 0;
  for (const { places, weights } of lists.values()) {
    const telling = toTelling(said.length, places.length);
    for (const [at, place] of places.entries()) lengths[place]! += (weights[at]! * telling) ** 2;
    done += places.length;
    if (done < STRETCH * USUAL_LENGTH) continue;
    done = 0;
    yield;
  }
  for (const [place, square] of lengths.entries()) lengths[place] = Math.sqrt(square);
  yield;

  const sides: { topic: number; stance: Stance }[][] = said.map(() => []);
  const amounts = new Float64Array(topicPlaces.size);
  const saidBy = new Map<string, number[]>();
  for (const edge of corpus.edges.values()) {
    if (++done % (STRETCH * USUAL_LENGTH) === 0) yield;
    const place = placeOf.get(edge.type === 'about' ? edge.source : edge.target);
    if (place === undefined) continue;
    if (edge.type === 'about') {
      const topic = topicPlaces.get(edge.target)!;
      sides[place]!.push({ topic, stance: edge.stance });
      amounts[topic]! += 1;
    } else if (isUtterance(corpus, edge)) {
      const list = saidBy.get(edge.source);
      if (list) list.push(place);
      else saidBy.set(edge.source, [place]);
    }
  }
  return {
    said,
    lists,
    lengths,
    sides,
    topics: [...topicPlaces.keys()],
    topicPlaces,
    ownWords,
    amounts,
    gains: new Map(),
    scratch: { dots: new Float64Array(said.length), ranks: new Float64Array(said.length) },
    saidBy,
    named,
  };
}

/** What links are found by; made in steps before the first are wanted, or at once with them. */
export const linkIndexOf = perCorpusInSteps(toIndex);

/** How much a stem tells that so many of all hold: its inverse document frequency. */
const toTelling = (all: number, holding: number) => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/**
 * How much a stem tells for each topic: the logarithm of how much more usual it is there than elsewhere, if it is. A topic's own
 * words count as if some claims had them.
 */
function toGains(index: Index, term: string): Float64Array {
  const found = index.gains.get(term);
  if (found) return found;
  const { said, topics, sides, amounts } = index;
  const gains = new Float64Array(topics.length);
  const list = index.lists.get(term);
  const own = index.ownWords.get(term) ?? [];
  for (const place of list?.places ?? []) for (const { topic } of sides[place]!) gains[topic]! += 1;
  for (const topic of own) gains[topic]! += OWN_WORDS;
  const usual = ((list?.places.length ?? 0) + own.length) / (said.length + topics.length + 1);
  for (const [topic, times] of gains.entries()) {
    if (times === 0) continue;
    const here = (times + USUAL * usual) / (amounts[topic]! + OWN_WORDS + USUAL);
    gains[topic] = Math.max(0, Math.log(here / usual));
  }
  index.gains.set(term, gains);
  return gains;
}

/** Scaled so that the greatest is 1. */
function scale(numbers: Float64Array): Float64Array {
  const greatest = numbers.reduce((a, b) => Math.max(a, b), 0);
  return greatest === 0 ? numbers : numbers.map((number) => number / greatest);
}

/** How much the words of a proposal tell for each topic, and how much with what stands near to it. */
type Scores = { own: Float64Array; all: Float64Array };

function* scoreTopics(
  index: Index,
  proposals: readonly Unlinked[],
  article: string | undefined,
): Steps<Scores[]> {
  const settled = (topics: Iterable<number>) => {
    const scores = new Float64Array(index.topics.length);
    for (const topic of topics) scores[topic] = 1;
    return scores;
  };
  const own: Float64Array[] = [];
  for (const { passage, about } of proposals) {
    if (about) own.push(settled(about.flatMap(({ topic }) => index.topicPlaces.get(topic) ?? [])));
    else {
      const scores = new Float64Array(index.topics.length);
      for (const term of new Set(toTerms(toWords(passage.quote))))
        for (const [topic, gain] of toGains(index, term).entries()) scores[topic]! += gain;
      own.push(scale(scores));
    }
    yield;
  }
  type Entry = { start: number; scores: Float64Array; weight: number; proposal?: number };
  const entries: Entry[] = proposals.map(({ passage, about }, proposal) => ({
    start: passage.start,
    scores: own[proposal]!,
    weight: about ? NEAR_CODED : NEAR_PROPOSED,
    proposal,
  }));
  if (article !== undefined)
    for (const [place, { passages }] of index.said.entries()) {
      const here = passages.find((passage) => passage.article === article);
      const about = index.sides[place]!;
      if (here && about.length > 0)
        entries.push({
          start: here.start,
          scores: settled(about.map(({ topic }) => topic)),
          weight: NEAR_CODED,
        });
    }
  const inOrder = entries.toSorted((a, b) => a.start - b.start);
  const results: Scores[] = [];
  for (const [at, { scores, proposal }] of inOrder.entries()) {
    if (proposal === undefined) continue;
    const all = scores.slice();
    let most = 1;
    for (const [distance, share] of NEAR.entries())
      for (const near of [inOrder[at - distance - 1], inOrder[at + distance + 1]]) {
        if (!near) continue;
        most += share * near.weight;
        for (const [topic, score] of near.scores.entries()) all[topic]! += share * near.weight * score;
      }
    results[proposal] = { own: scores, all: all.map((score) => score / most) };
  }
  return results;
}

/** The greatest of some numbers by place, the first of those that are alike; none that are 0. */
function toBest(numbers: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (const [place, number] of numbers.entries()) {
    if (number <= 0 || (best.length === most && number <= numbers[best.at(-1)!]!)) continue;
    let at = best.length;
    while (at > 0 && numbers[best[at - 1]!]! < number) at--;
    best.splice(at, 0, place);
    if (best.length > most) best.pop();
  }
  return best;
}

const round = (number: number) => Math.round(number * 100) / 100;

/** The stance that a speaker was last coded with on a topic: before it in the article, or else anywhere. */
function findStance(
  { said, sides, saidBy, named }: Index,
  { passage, speakers }: Unlinked,
  topic: number,
  article: string | undefined,
): Stance | undefined {
  let found: { stance: Stance; start: number } | undefined;
  for (const { id, label } of speakers)
    for (const place of saidBy.get(id ?? named.get(label) ?? '') ?? []) {
      const side = sides[place]!.find((one) => one.topic === topic);
      if (!side) continue;
      const here = said[place]!.passages.find((one) => one.article === article);
      const start = here && here.start < passage.start ? here.start : -1;
      if (!found || start >= found.start) found = { stance: side.stance, start };
    }
  return found?.stance;
}

function toTopics(
  index: Index,
  proposal: Unlinked,
  { own, all }: Scores,
  article: string | undefined,
): TopicLink[] {
  const spellings = [...toSpellings(proposal.passage.quote)];
  return toBest(all, MOST.topics).map((topic): TopicLink => {
    const stance = findStance(index, proposal, topic, article);
    const words = spellings
      .map(([term, spelling]) => ({ spelling, gain: toGains(index, term)[topic]! }))
      .filter(({ gain }) => gain > 0)
      .toSorted((a, b) => b.gain - a.gain)
      .slice(0, MOST.words)
      .map(({ spelling }) => spelling);
    return {
      id: index.topics[topic]!,
      score: round(all[topic]!),
      rule: own[topic]! > 0 ? 'words' : 'nearby',
      words,
      ...(stance !== undefined && { stance }),
    };
  });
}

/** Whether two take the same side of a topic or opposite ones, where they share any that has sides. */
function compareSides(
  ours: readonly { topic: number; stance: Stance }[],
  theirs: readonly { topic: number; stance: Stance }[],
): 'same-side' | 'opposite-sides' | undefined {
  let isSame = false;
  for (const one of ours)
    for (const other of theirs) {
      if (one.topic !== other.topic) continue;
      const stances = new Set([one.stance, other.stance]);
      if (stances.has('for') && stances.has('against')) return 'opposite-sides';
      if (stances.size === 1 && !stances.has('neutral')) isSame = true;
    }
  return isSame ? 'same-side' : undefined;
}

function toSimilar(index: Index, { passage, about }: Unlinked, { own, all }: Scores): Link[] {
  const { said, lists, lengths, sides } = index;
  const words = toWords(passage.quote);
  const counts = count(toTerms(words));
  const { dots, ranks } = index.scratch;
  dots.fill(0);
  const tellings = new Map<string, number>();
  let square = 0;
  for (const [term, times] of counts) {
    const list = lists.get(term);
    const telling = toTelling(said.length, list?.places.length ?? 0);
    const weight = toWeight(times) * telling;
    square += weight ** 2;
    if (!list) continue;
    tellings.set(term, telling);
    const { places, weights } = list;
    for (let at = 0; at < places.length; at++) dots[places[at]!]! += weight * telling * weights[at]!;
  }
  const length = Math.sqrt(square);
  const topical = scale(about ? own : all);
  for (let place = 0; place < said.length; place++) {
    ranks[place] = 0;
    if (dots[place] === 0) continue;
    const similarity = dots[place]! / (length * lengths[place]!);
    let topic = 0;
    for (const side of sides[place]!) topic = Math.max(topic, topical[side.topic]!);
    const least = about ? (topic > 0 ? LEAST_ON_TOPIC : LEAST_OFF_TOPIC) : LEAST;
    if (similarity >= least) ranks[place] = similarity * (1 + TOPICAL * topic);
  }
  // A sign such as ™ is a part of a word only once it is folded.
  const toSpell = (spellings: ReadonlyMap<string, string>) => (term: string) => spellings.get(term) ?? term;
  const spell = toSpell(toSpellings(passage.quote));
  const polarity = { terms: new Set(counts.keys()), negations: [findNegation(words)] };
  const ours = (about ?? []).flatMap(({ topic, stance }) => {
    const at = index.topicPlaces.get(topic);
    return at === undefined ? [] : [{ topic: at, stance }];
  });
  const links: Link[] = [];
  const told = { same: 0, supports: 0, disputes: 0 };
  for (const place of toBest(ranks, MOST.looked)) {
    const node = said[place]!;
    const similarity = dots[place]! / (length * lengths[place]!);
    const { terms, negations } = toRead(node);
    const theirs = { terms: new Set(terms), negations };
    const { contrast, ...kind } = toKind(similarity, compareSides(ours, sides[place]!), polarity, theirs);
    if (told[kind.kind]++ >= MOST.links) continue;
    const shared = [...tellings]
      .filter(([term]) => theirs.terms.has(term))
      .toSorted(([, x], [, y]) => y - x)
      .slice(0, MOST.words)
      .map(([term]) => spell(term));
    links.push({
      id: node.id,
      similarity: round(similarity),
      shared,
      contrast: !contrast
        ? []
        : contrast.rule === 'negation'
          ? [contrast.word]
          : [spell(contrast.ours), toSpell(toSpellings(toTexts(node).join(' ')))(contrast.theirs)],
      ...kind,
    });
  }
  return links;
}

function toKind(
  similarity: number,
  compared: ReturnType<typeof compareSides>,
  ours: Polarity,
  theirs: Polarity,
): Pick<Link, 'kind' | 'rule'> & { contrast?: Contrast | undefined } {
  const contrast = compared === 'same-side' ? undefined : findContrast(ours, theirs);
  if (compared === 'opposite-sides') return { kind: 'disputes', rule: compared, contrast };
  if (contrast) return { kind: 'disputes', rule: contrast.rule, contrast };
  if (similarity >= SAME) return { kind: 'same', rule: 'shared-words' };
  return { kind: 'supports', rule: compared ?? 'shared-words' };
}

/** All of some proposals that tells of the topics of one of them, by what stands near to it: that and those next to it, in order. */
export function toNeighbours<T extends Unlinked>(proposals: readonly T[], one: T): T[] {
  const inOrder = proposals.toSorted((a, b) => a.passage.start - b.passage.start);
  const at = inOrder.indexOf(one);
  return inOrder.slice(Math.max(0, at - NEAR.length), at + NEAR.length + 1);
}

/**
 * For each of some proposals of an article the topics it may be about, the likeliest first; none where nothing tells. What stands
 * near to it tells too: the other proposals, and what of the article (`article`, an id) is coded already, so that they are ever
 * more often right the more is coded.
 */
export function* proposeTopics(
  corpus: Corpus,
  proposals: readonly Unlinked[],
  article?: string,
): Steps<TopicLink[][]> {
  const index = yield* linkIndexOf.inSteps(corpus);
  const scores = yield* scoreTopics(index, proposals, article);
  const topics: TopicLink[][] = [];
  for (const [place, proposal] of proposals.entries()) {
    topics.push(toTopics(index, proposal, scores[place]!, article));
    yield;
  }
  return topics;
}

/**
 * For each of some proposals of an article the claims and recommendations of the corpus that it may be, support or dispute, the
 * likeliest first: those that share its telling words, before others those about the topics it is about or may be. Which of the
 * three they are is told by the sides it takes as far as they are settled (`about`), else by negations and opposite words alone.
 */
export function* findSimilar(
  corpus: Corpus,
  proposals: readonly Unlinked[],
  article?: string,
): Steps<Link[][]> {
  const index = yield* linkIndexOf.inSteps(corpus);
  const scores = yield* scoreTopics(index, proposals, article);
  const similar: Link[][] = [];
  for (const [place, proposal] of proposals.entries()) {
    similar.push(toSimilar(index, proposal, scores[place]!));
    yield;
  }
  return similar;
}

/** A proposal, with links where it is something said. */
export type LinkedProposal = Proposal & { topics?: readonly TopicLink[]; similar?: readonly Link[] };

/** All proposals of an article, with the links of what is said. */
export function* link(
  corpus: Corpus,
  proposals: readonly Proposal[],
  article?: string,
): Steps<LinkedProposal[]> {
  const sayings = proposals.filter(isSaying);
  const topics = (yield* proposeTopics(corpus, sayings, article)).values();
  const similar = (yield* findSimilar(corpus, sayings, article)).values();
  return proposals.map((proposal) =>
    isSaying(proposal)
      ? { ...proposal, topics: topics.next().value!, similar: similar.next().value! }
      : proposal,
  );
}
