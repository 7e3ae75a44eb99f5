// Who stands where: utterances, speakers, positions and controversies.
import { describe, expect, test } from 'vitest';
import { adjacencyOf, markIn } from '../../src/core/adjacency';
import { EMPTY, type Corpus, type GraphEdge } from '../../src/core/model';
import { parseDate } from '../../src/core/date';
import {
  countPositions,
  toArticles,
  toControversies,
  toFirstDate,
  toPositions,
  toReasons,
  toSpeakers,
  toUtteranceDate,
  toUtterances,
  toYears,
} from '../../src/core/debate';
import { toStatements } from '../../src/core/discourse';
import { incidenceOf } from '../../src/core/graph';
import { STANCES } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';
import { DEBATE, subset, toCorpus, toDispute } from './formats/corpora';

const INCIDENCE = incidenceOf(CORPUS);
const utterances = (id: string, corpus: Corpus = DEBATE) => toUtterances(corpus, incidenceOf(corpus), id);
const speakers = (id: string, corpus: Corpus = DEBATE) =>
  toSpeakers(corpus, incidenceOf(corpus), id).map(({ node }) => node.id);

describe('an utterance', () => {
  const dateOf = (claim: string, id: string) =>
    toUtteranceDate(
      DEBATE,
      utterances(claim).find((edge) => edge.id === id)!,
    );

  test('is dated by itself, else by the report that states it, else by its article', () => {
    expect(dateOf('claim:grades-do-little', 'authored:munro-2010')).toBe('2010-11');
    expect(dateOf('claim:grades-do-little', 'authored:munro-2019')).toBe('2019-02');
    expect(dateOf('claim:grades-needed', 'states:review-needed')).toBe('2013?');
  });

  test('comes in the order of time', () => {
    expect(utterances('claim:grades-do-little').map(({ id }) => id)).toEqual([
      'authored:munro-2010',
      'authored:munro-2019',
    ]);
    for (const { id } of CORPUS.nodes.values()) {
      const starts = toUtterances(CORPUS, INCIDENCE, id).map(
        (edge) => parseDate(toUtteranceDate(CORPUS, edge))!.start,
      );
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  test('that is the first dates its claim; nothing dates what is not said', () => {
    expect(toFirstDate(DEBATE, incidenceOf(DEBATE), 'claim:grades-do-little')).toBe('2010-11');
    expect(toFirstDate(DEBATE, incidenceOf(DEBATE), 'topic:grades')).toBeUndefined();
    expect(toFirstDate(DEBATE, incidenceOf(DEBATE), 'claim:nowhere')).toBeUndefined();
  });

  test('is of claims and recommendations only, and each of those has one', () => {
    for (const { id, type } of CORPUS.nodes.values()) {
      const said = toUtterances(CORPUS, INCIDENCE, id);
      expect(said.length > 0).toBe(type === 'claim' || type === 'recommendation');
      for (const edge of said) expect(edge.target).toBe(id);
    }
    expect(utterances('claim:nowhere')).toEqual([]);
  });
});

describe('the speakers of a claim', () => {
  test('are told once, however often they say it', () => {
    expect(speakers('claim:grades-do-little')).toEqual(['person:eileen-munro']);
  });

  test('are the authors of the report that states it, or the report where nobody wrote it', () => {
    expect(speakers('claim:grades-needed')).toEqual(['report:review']);
    const written = {
      ...DEBATE.edges.get('authored:munro-2019')!,
      id: 'authored:review',
      target: 'report:review',
    };
    const corpus = { ...DEBATE, edges: new Map([...DEBATE.edges, [written.id, written]]) };
    expect(speakers('claim:grades-needed', corpus)).toEqual(['person:eileen-munro']);
  });

  test('are all who say it, whether themselves or through a report', () => {
    expect(speakers('claim:ofsted-judgments-inconsistent-2014', CORPUS)).toEqual([
      'organisation:ofsted',
      'person:eileen-munro',
      'organisation:community-care',
    ]);
    expect(speakers('claim:councils-prioritised-by-risk-2010', CORPUS)).toEqual([
      'organisation:ofsted',
      'person:matt-dunkley',
    ]);
  });

  test('are not the body besides who speaks for it, where the report that says so too is its own', () => {
    expect(speakers('claim:safeguarding-depends-on-assessment', CORPUS)).toEqual([
      'person:christine-gilbert',
    ]);
    expect(speakers('claim:whole-system-under-pressure', CORPUS)).toEqual(['organisation:ofsted-inspectors']);
  });

  test('are those whom a report is based on, not the report, where it only tells what they say', () => {
    const tell = (corpus: Corpus, id: string) => [
      speakers(id, corpus),
      toStatements(corpus).flatMap(({ said, speaker }) => (said.id === id ? [speaker] : [])),
    ];
    const taxing = 'claim:short-inspections-taxing';
    const directors = 'organisation:directors';
    expect(tell(CORPUS, taxing)).toEqual([[directors], [directors]]);
    // Ofsted’s own inspectors say this too; and what others say who are no basis of the report it says itself.
    const both = [directors, 'organisation:ofsted-inspectors'];
    const [found, said] = tell(CORPUS, 'claim:ilacs-moves-from-focus-on-negatives');
    expect([found!.toSorted(), said!.toSorted()]).toEqual([both, both]);
    expect(speakers('claim:ofsted-judgments-inconsistent-2014', CORPUS)).toContain('organisation:ofsted');
    // Where it is not based on them, it says the same.
    const edges = new Map([...CORPUS.edges].filter(([, { type }]) => type !== 'based-on'));
    const report = 'report:ilacs-review-2019';
    expect(tell({ ...CORPUS, edges }, taxing)).toEqual([
      [directors, 'organisation:ofsted'],
      [directors, report],
    ]);
  });

  test('leave no report out: each says it itself, by one of its authors, or by one who speaks for one', () => {
    for (const { utterance, said, actors } of toStatements(CORPUS)) {
      if (CORPUS.nodes.get(utterance.source)!.type !== 'report') continue;
      const found = toSpeakers(CORPUS, INCIDENCE, said.id).map(({ node }) => node.id);
      const isTold = found.some((id) =>
        toStatements(CORPUS).some(
          (one) =>
            one.said === said &&
            one.actors.includes(id) &&
            one.actors.some((actor) => actors.includes(actor)),
        ),
      );
      expect([said.id, isTold]).toEqual([said.id, true]);
    }
  });

  test('are dated by what they say, not by the report of one who is not told', () => {
    const date = '2009';
    const states = [...CORPUS.edges.values()].find(
      ({ type, target }) => type === 'states' && target === 'claim:safeguarding-depends-on-assessment',
    )!;
    const edges = new Map([...CORPUS.edges, [states.id, { ...states, date } as typeof states]]);
    const corpus = { ...CORPUS, edges };
    const dates = (id: string) =>
      toSpeakers(corpus, incidenceOf(corpus), id).map((speaker) => `${speaker.node.id} ${speaker.date}`);
    expect(dates(states.target)).toEqual(['person:christine-gilbert 2010-11?']);
    // Who wrote the report says it there first.
    expect(dates('claim:widespread-concern-reliability-validity')).toEqual(['person:eileen-munro 2014']);
  });

  test('are somebody for every claim and recommendation', () => {
    for (const { id, type } of CORPUS.nodes.values())
      if (type === 'claim' || type === 'recommendation') {
        const found = toSpeakers(CORPUS, INCIDENCE, id).map(({ node }) => node);
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found).size).toBe(found.length);
        for (const speaker of found) expect(['person', 'organisation', 'report']).toContain(speaker.type);
      }
  });
});

describe('positions', () => {
  test('count every claim and recommendation under each of its topics, by its stance', () => {
    const told = toPositions(CORPUS).flatMap(({ topic, numbers }) =>
      STANCES.flatMap((stance) => Array.from({ length: numbers[stance] }, () => `${stance} ${topic.id}`)),
    );
    const coded = [...CORPUS.edges.values()].flatMap((edge) =>
      edge.type === 'about' && !edge.source.startsWith('report:') ? [`${edge.stance} ${edge.target}`] : [],
    );
    expect(told.toSorted()).toEqual(coded.toSorted());
  });

  test('come with every topic, the most discussed first', () => {
    const positions = toPositions(CORPUS);
    const topics = [...CORPUS.nodes.values()].filter(({ type }) => type === 'topic');
    expect(new Set(positions.map(({ topic }) => topic))).toEqual(new Set(topics));
    const sizes = positions.map(({ size }) => size);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    for (const { size, numbers } of positions)
      expect(size).toBe(STANCES.reduce((sum, stance) => sum + numbers[stance], 0));
  });

  test('count only what is asked for: of what is said, by the edges that tell what it is about', () => {
    const isAgainst = (edge: GraphEdge) =>
      edge.type === 'about' && edge.stance === 'against' && !edge.source.startsWith('report:');
    const against = [...CORPUS.edges.values()].filter(isAgainst);
    const [one] = against;
    const graph = adjacencyOf.atOnce(CORPUS);
    const edges = markIn(graph, new Set(against.map(({ id }) => id)));
    const all = markIn(graph, new Set(CORPUS.nodes.keys()));
    const positions = atOnce(countPositions(CORPUS, all.marks, edges));
    expect(positions.reduce((sum, { numbers }) => sum + numbers.against, 0)).toBe(against.length);
    for (const { numbers, size } of positions) expect(size).toBe(numbers.against);
    const few = atOnce(countPositions(CORPUS, markIn(graph, new Set([one!.source])).marks, edges));
    expect(few.map(({ topic }) => topic.id)).toEqual(
      against.filter(({ source }) => source === one!.source).map(({ target }) => target),
    );
  });

  test('are empty for a topic that only a report is about', () => {
    const [topic] = toPositions(subset(DEBATE, new Set(['topic:grades'])));
    expect(topic).toMatchObject({ size: 0 });
    expect(toPositions(toCorpus([]))).toEqual([]);
  });
});

describe('reasons', () => {
  test('are what whoever answered says in support of the answer, each once', () => {
    const reasons = toReasons(CORPUS, INCIDENCE, 'recommendation:involve-families-more-deeply');
    expect(reasons.map(({ source }) => source)).toEqual([
      'claim:more-testimony-observation-ethical-concerns',
      'claim:more-testimony-observation-time-constraints',
      'claim:more-testimony-observation-tokenism',
      'claim:inspectors-speak-to-enough-children',
    ]);
  });

  test('are not what others say, and none where nobody answered', () => {
    const others = toReasons(CORPUS, INCIDENCE, 'recommendation:wholesale-reform-2015');
    expect(others.map(({ source }) => source)).not.toContain(
      'recommendation:adcs-to-continue-discussions-with-ofsted',
    );
    expect(toReasons(CORPUS, INCIDENCE, 'claim:one-word-judgment-does-not-work')).toEqual([]);
  });
});

describe('controversies', () => {
  const controversies = toControversies(CORPUS);

  test('are topics that people dispute, each with its disputes', () => {
    expect(controversies.length).toBeGreaterThan(3);
    for (const { position, disputes } of controversies) {
      expect(disputes.length).toBeGreaterThan(0);
      for (const edge of disputes) {
        expect(edge.type).toBe('disputes');
        const topics = [edge.source, edge.target].flatMap((id) =>
          INCIDENCE.get(id)!.flatMap(({ type, source, target }) =>
            type === 'about' && source === id ? [target] : [],
          ),
        );
        expect(topics).toContain(position.topic.id);
      }
    }
  });

  test('tell no dispute twice, and no two between the same speakers under one topic', () => {
    const told = controversies.flatMap(({ disputes }) => disputes);
    expect(new Set(told).size).toBe(told.length);
    for (const { disputes } of controversies) {
      const parties = disputes.map(({ source, target }) =>
        [source, target].map((id) => toSpeakers(CORPUS, INCIDENCE, id)[0]?.node.id ?? id).join(' '),
      );
      expect(new Set(parties).size).toBe(parties.length);
    }
  });

  test('leave out no topic that is disputed, but where all its disputes are told already', () => {
    const told = new Set(controversies.flatMap(({ disputes }) => disputes.map(({ id }) => id)));
    const shown = new Set(controversies.map(({ position }) => position.topic.id));
    for (const edge of CORPUS.edges.values()) {
      if (edge.type !== 'disputes' || told.has(edge.id)) continue;
      // Not told: between two speakers who are told to disagree on one of its topics.
      const topics = [edge.source, edge.target].flatMap((id) =>
        INCIDENCE.get(id)!.flatMap(({ type, source, target }) =>
          type === 'about' && source === id ? [target] : [],
        ),
      );
      expect(topics.length === 0 || topics.some((topic) => shown.has(topic))).toBe(true);
    }
  });

  test('are none where nobody disputes anything', () => {
    const ids = new Set([
      ...CORPUS.nodes.keys(),
      ...[...CORPUS.edges.values()].flatMap(({ id, type }) => (type === 'disputes' ? [] : [id])),
    ]);
    const calm = subset(CORPUS, ids);
    expect(toControversies(calm)).toEqual([]);
  });

  test('pass over disputes about no topic', () => {
    const nodes = ['claim:grades-do-little', 'claim:grades-needed'].map((id) => DEBATE.nodes.get(id)!);
    const corpus = toCorpus(nodes, [toDispute('disputes:a', nodes[0]!.id, nodes[1]!.id, 'words')]);
    expect(toControversies(corpus)).toEqual([]);
  });
});

test('articles come in the order of when they may first have appeared, however exact their dates', () => {
  const [article] = [...DEBATE.articles.values()];
  const dates = ['2015-06-01', '201X', '2014-12', '2015?', '2014-22', '2014-06/2016', '2014'];
  const articles = new Map(
    dates.map((date) => [date, { ...article!, node: { ...article!.node, id: date, date } }]),
  );
  expect(toArticles({ ...DEBATE, articles }).map(({ node }) => node.date)).toEqual([
    '201X',
    '2014',
    '2014-22',
    '2014-06/2016',
    '2014-12',
    '2015?',
    '2015-06-01',
  ]);
});

describe('years', () => {
  test('run from the first to the last article', () => {
    expect(toYears(CORPUS)).toBe('2010–2019');
    expect(toYears(DEBATE)).toBe('2014–2019');
  });

  test('are one year where all articles are of it', () => {
    const articles = new Map([...DEBATE.articles].slice(0, 1));
    expect(toYears({ ...DEBATE, articles })).toBe('2014');
  });

  test('are none where there is no article', () => {
    expect(toYears(EMPTY)).toBe('no years');
  });
});
