// Measures proposed topics and links beside the hand coding, with an article or a claim left out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  findSimilar,
  linkIndexOf,
  proposeTopics,
  type Side,
  type Unlinked,
} from '../../src/core/extract/similar';
import { isSaid, type Corpus, type EdgeOf, type Said } from '../../src/core/model';
import type { GraphFile } from '../../src/core/schema';
import { atOnce, type Steps } from '../../src/core/steps';
import { measureSteps } from './measure';
import { toSynthetic } from './synthetic';

const toShare = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;

/** A corpus without some of what is said in it, and without the topics that nothing else is about. */
function without(corpus: Corpus, gone: ReadonlySet<string>): Corpus {
  const edges = [...corpus.edges].filter(([, { source, target }]) => !gone.has(source) && !gone.has(target));
  const topics = new Set(edges.map(([, { type, target }]) => (type === 'about' ? target : undefined)));
  const nodes = [...corpus.nodes].filter(
    ([id, { type }]) => !gone.has(id) && (type !== 'topic' || topics.has(id)),
  );
  return { ...corpus, nodes: new Map(nodes), edges: new Map(edges) };
}

/** What is coded, as it would be proposed: its words in one article, its speakers, and its sides. */
type Coded = { node: Said; proposal: Unlinked; sides: readonly Side[] };

function toCoded(corpus: Corpus, article: string): Coded[] {
  const edges = [...corpus.edges.values()];
  return [...corpus.nodes.values()]
    .filter(isSaid)
    .flatMap((node): Coded[] => {
      const passage = node.passages.find((one) => one.article === article);
      if (!passage) return [];
      const { start, end } = passage;
      const quote = node.passages.map((one) => one.quote).join(' ');
      const speakers = edges
        .filter(({ type, target }) => target === node.id && (type === 'authored' || type === 'states'))
        .map(({ source: id }) => ({ id, label: corpus.nodes.get(id)!.label, start, end, quote }));
      const sides = edges
        .filter((edge): edge is EdgeOf<'about'> => edge.type === 'about' && edge.source === node.id)
        .map(({ target: topic, stance }) => ({ topic, stance }));
      return [{ node, proposal: { passage: { start, end, quote }, speakers }, sides }];
    })
    .toSorted((a, b) => a.proposal.passage.start - b.proposal.passage.start);
}

const isTopicIn = (topics: readonly { id: string }[], sides: readonly Side[]) =>
  topics.some(({ id }) => sides.some(({ topic }) => topic === id));

/** How often one of the right topics is the first or among the first three; `possible` is how often any can be. */
export type TopicScore = { first: number; three: number; possible: number; guess: number };

/** The topics of an article whose coding is left out; `guess` is for the three commonest topics of the others. */
export function scoreTopics(corpus: Corpus): TopicScore {
  const hits = [...corpus.articles.keys()].flatMap((article) => {
    const coded = toCoded(corpus, article);
    const rest = without(corpus, new Set(coded.map(({ node }) => node.id)));
    const counts = new Map<string, number>();
    for (const { type, target } of rest.edges.values())
      if (type === 'about') counts.set(target, (counts.get(target) ?? 0) + 1);
    const common = [...counts].toSorted((a, b) => b[1] - a[1]).map(([id]) => ({ id }));
    const proposed = atOnce(
      proposeTopics(
        rest,
        coded.map(({ proposal }) => proposal),
        article,
      ),
    );
    return coded.map(({ sides }, place) => ({
      first: isTopicIn(proposed[place]!.slice(0, 1), sides),
      three: isTopicIn(proposed[place]!.slice(0, 3), sides),
      possible: isTopicIn(common, sides),
      guess: isTopicIn(common.slice(0, 3), sides),
    }));
  });
  return toTopicScore(hits);
}

const toTopicScore = (hits: readonly Record<keyof TopicScore, boolean>[]): TopicScore => ({
  first: toShare(hits.map(({ first }) => first)),
  three: toShare(hits.map(({ three }) => three)),
  possible: toShare(hits.map(({ possible }) => possible)),
  guess: toShare(hits.map(({ guess }) => guess)),
});

/**
 * The topics of an article that is coded claim after claim, what stands before being coded; `guess` is for the last three topics
 * used. `stance` is how often the one proposed with a right topic is right, `told` how often one is.
 */
export function scoreTopicsInOrder(corpus: Corpus): TopicScore & { stance: number; told: number } {
  const stances: (boolean | undefined)[] = [];
  const hits = [...corpus.articles.keys()].flatMap((article) => {
    const coded = toCoded(corpus, article);
    return coded.map(({ sides }, place) => {
      const rest = without(corpus, new Set(coded.slice(place).map(({ node }) => node.id)));
      const used = coded
        .slice(0, place)
        .toReversed()
        .flatMap((one) => one.sides.map(({ topic }) => topic));
      const proposed = atOnce(
        proposeTopics(
          rest,
          coded.slice(place).map(({ proposal }) => proposal),
          article,
        ),
      )[0]!;
      for (const { id, stance } of proposed.slice(0, 3)) {
        const side = sides.find(({ topic }) => topic === id);
        if (side) stances.push(stance && stance === side.stance);
      }
      return {
        first: isTopicIn(proposed.slice(0, 1), sides),
        three: isTopicIn(proposed.slice(0, 3), sides),
        possible: sides.some(({ topic }) => rest.nodes.has(topic)),
        guess: sides.some(({ topic }) => [...new Set(used)].slice(0, 3).includes(topic)),
      };
    });
  });
  const told = stances.filter((stance) => stance !== undefined);
  return { ...toTopicScore(hits), stance: toShare(told), told: told.length / stances.length };
}

/**
 * How often, of what has such an edge, one it leads to or from is the first or among the first three links; and, of those found,
 * how often the link is of the right kind. `of` is how much has such an edge. `links` are told of in all, `right` is the share
 * that lead where there is such an edge.
 */
export type LinkScore = {
  first: number;
  three: number;
  kind: number;
  disputes: { found: number; of: number };
  of: number;
  right: number;
};

/**
 * Links of an article's claims to those of other articles (`across`), or of each claim to all others of its article; with the
 * topics and stances settled or not. Supports and disputes as coded, whichever way they lead.
 */
export function scoreLinks(corpus: Corpus, across: boolean, settled: boolean): LinkScore {
  const edges = [...corpus.edges.values()].filter(
    ({ type, source, target }) =>
      (type === 'supports' || type === 'disputes') &&
      isSaid(corpus.nodes.get(source)!) &&
      isSaid(corpus.nodes.get(target)!),
  );
  const homeOf = (id: string) => corpus.nodes.get(id)!.passages[0]!.article;
  const hits: { first: boolean; three: boolean }[] = [];
  const kinds: boolean[] = [];
  const disputes = { found: 0, of: 0 };
  let [right, told] = [0, 0];
  for (const article of corpus.articles.keys()) {
    const coded = toCoded(corpus, article);
    const ids = new Set(coded.map(({ node }) => node.id));
    const rest = across ? without(corpus, ids) : undefined;
    for (const { node, proposal, sides } of coded) {
      const wanted = new Map(
        edges
          .filter(({ source, target }) => source === node.id || target === node.id)
          .map(({ type, source, target }) => [source === node.id ? target : source, type] as const)
          .filter(([id]) => (homeOf(id) !== article) === across),
      );
      const links = atOnce(
        findSimilar(
          rest ?? without(corpus, new Set([node.id])),
          [settled ? { ...proposal, about: sides } : proposal],
          article,
        ),
      )[0]!;
      told += links.length;
      right += links.filter(({ id }) => wanted.has(id)).length;
      if (wanted.size === 0) continue;
      hits.push({
        first: links.slice(0, 1).some(({ id }) => wanted.has(id)),
        three: links.slice(0, 3).some(({ id }) => wanted.has(id)),
      });
      for (const { id, kind } of links)
        if (wanted.has(id)) kinds.push((kind === 'disputes') === (wanted.get(id) === 'disputes'));
      for (const [id, type] of wanted)
        if (type === 'disputes') {
          disputes.of++;
          if (links.some((one) => one.id === id && one.kind === 'disputes')) disputes.found++;
        }
    }
  }
  return {
    first: toShare(hits.map(({ first }) => first)),
    three: toShare(hits.map(({ three }) => three)),
    kind: toShare(kinds),
    disputes,
    of: hits.length,
    right: right / told,
  };
}

/** `found` is how many of those that are the same come first and as the same; `alarms` how much that is not is taken for it. */
export type SameScore = { first: number; found: number; of: number; alarms: number };

/** Claims said twice in an article by one of their passages; and claims that were left out taken for others. */
export function scoreSame(corpus: Corpus): SameScore {
  const firsts: boolean[] = [];
  const founds: boolean[] = [];
  const alarms: boolean[] = [];
  for (const node of corpus.nodes.values()) {
    if (!isSaid(node)) continue;
    if (node.passages.length > 1)
      for (const passage of node.passages) {
        const rest = { ...node, passages: node.passages.filter((one) => one !== passage) };
        const part = { ...corpus, nodes: new Map([...corpus.nodes, [node.id, rest]]) };
        const best = atOnce(findSimilar(part, [{ passage, speakers: [] }]))[0]![0];
        firsts.push(best?.id === node.id);
        founds.push(best?.id === node.id && best.kind === 'same');
      }
    const others = [...corpus.nodes.values()].filter(
      ({ passages }) => passages[0]!.article === node.passages[0]!.article,
    );
    const left = without(corpus, new Set(others.map(({ id }) => id)));
    const passage = node.passages[0]!;
    alarms.push(
      atOnce(findSimilar(left, [{ passage, speakers: [] }]))[0]!.some(({ kind }) => kind === 'same'),
    );
  }
  return { first: toShare(firsts), found: toShare(founds), of: firsts.length, alarms: toShare(alarms) };
}

const CODINGS = path.resolve(import.meta.dirname, '../codings');

/** Claims that two people wrote down of the same words, each in their own: one's sentence among all of the other. */
export function scoreCoders(corpus: Corpus): SameScore {
  const firsts: boolean[] = [];
  const founds: boolean[] = [];
  const alarms: boolean[] = [];
  for (const { node } of corpus.articles.values()) {
    const name = `${node.id.slice('article:'.length)}.json`;
    const [one, other] = ['first', 'second'].map((coder) => {
      const { nodes } = JSON.parse(readFileSync(path.join(CODINGS, coder, name), 'utf8')) as GraphFile;
      return nodes.filter((item) => item.type === 'claim' || item.type === 'recommendation');
    }) as [
      (GraphFile['nodes'][number] & { statement: string })[],
      (GraphFile['nodes'][number] & { statement: string })[],
    ];
    // Their words only: the passages are the same.
    const part: Corpus = {
      articles: new Map(),
      edges: new Map(),
      nodes: new Map(one.map((item) => [item.id, { ...item, passages: [] } as unknown as Said])),
    };
    for (const item of other) {
      const twins = one.filter(({ passages }) =>
        passages.some(({ quote }) => item.passages.some((passage) => passage.quote === quote)),
      );
      if (twins.length > 1) continue;
      const passage = { start: 0, end: item.statement.length, quote: item.statement };
      const [best] = atOnce(findSimilar(part, [{ passage, speakers: [] }]))[0]!;
      if (twins.length === 1) {
        firsts.push(best?.id === twins[0]!.id);
        founds.push(best?.id === twins[0]!.id && best.kind === 'same');
      }
      if (twins.length === 1) alarms.push(best?.kind === 'same' && best.id !== twins[0]!.id);
    }
  }
  return { first: toShare(firsts), found: toShare(founds), of: firsts.length, alarms: toShare(alarms) };
}

/**
 * What links take in a corpus of so many nodes, with the longest step, in milliseconds of the processor: what they are found by,
 * the same once more after an edit, and 30 proposals of an article once warm.
 */
export function measureLinks(
  size: number,
): Record<'index' | 'again' | 'article', { all: number; longest: number }> {
  const corpus = toSynthetic(size);
  const sayings = [...corpus.nodes.values()].filter(isSaid).slice(0, 180);
  const toProposals = (from: number) =>
    sayings.slice(from, from + 30).map(({ passages: [passage] }) => ({ passage: passage!, speakers: [] }));
  function* findBoth(from: number): Steps<void> {
    yield* proposeTopics(edited, toProposals(from));
    yield* findSimilar(edited, toProposals(from));
  }
  const measure = (steps: Steps<unknown>) => {
    const { all, longest } = measureSteps(steps);
    return { all, longest };
  };
  const index = measure(linkIndexOf.inSteps(corpus));
  const edited = { ...corpus };
  const again = measure(linkIndexOf.inSteps(edited));
  for (let from = 30; from < 180; from += 30) atOnce(findBoth(from));
  return { index, again, article: measure(findBoth(0)) };
}
