// Two sides compared, against a plain reading of the files.
import { describe, expect, test } from 'vitest';
import { compare, toPairings, toSideStatements, type ByTopic, type Tie } from '../../src/core/compare';
import { toStatements } from '../../src/core/discourse';
import { CORPUS } from '../shipped';
import { atOnce } from '../../src/core/steps';

const STATEMENTS = toStatements(CORPUS);
const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const OFSTED = 'organisation:ofsted';
const ADCS = 'organisation:adcs';
const IMPOWER = 'organisation:impower';
const edges = [...CORPUS.edges.values()];
const said = (side: string) => new Set(toSideStatements(CORPUS, STATEMENTS, side).map((one) => one.said.id));
const flat = <T>(groups: ByTopic<T>): T[] => groups.flatMap(({ items }) => [...items]);
const of = (first: string, second: string, visible: ReadonlySet<string> = ALL) =>
  atOnce(compare(CORPUS, STATEMENTS, visible, [first, second]));

const NONE = { disputes: 0, refusals: 0, inferred: 0, agreements: 0, answers: 0 };
/** How much there is in the parts of a comparison; a refusal is no dispute (codebook, rule 7). */
const countTies = (found: ReturnType<typeof of>): typeof NONE => {
  const apart = flat(found.disagreements).map(({ edge }) => edge);
  return {
    disputes: apart.filter(({ type }) => type === 'disputes').length,
    refusals: apart.filter((edge) => edge.type === 'responds-to' && edge.response === 'rejected').length,
    inferred: apart.filter(({ basis }) => basis === 'inferred').length,
    agreements: flat(found.agreements).length + flat(found.same).length,
    answers: flat(found.answers).length,
  };
};

describe('a side', () => {
  test('is what an actor says or others say for it, or a report of its own', () => {
    const speakers = toSideStatements(CORPUS, STATEMENTS, OFSTED).map(({ speaker }) => speaker);
    expect(speakers).toContain('person:eleanor-schooling');
    expect(speakers).toContain('report:sif-evaluation-2014');
    expect(said('person:eleanor-schooling').size).toBeLessThan(said(OFSTED).size);
  });

  test('is what stands in an article, is about a topic, or was said at a time', () => {
    const [article] = CORPUS.articles.keys();
    for (const one of toSideStatements(CORPUS, STATEMENTS, article!)) expect(one.article).toBe(article);
    for (const one of toSideStatements(CORPUS, STATEMENTS, 'topic:one-word-judgment'))
      expect(one.about.map(({ target }) => target)).toContain('topic:one-word-judgment');
    const [early, late] = ['../2014', '2015/..'].map((period) =>
      toSideStatements(CORPUS, STATEMENTS, period),
    );
    expect(early!.length).toBeGreaterThan(0);
    expect(early!.length + late!.length).toBe(STATEMENTS.length);
    for (const { date } of early!) expect(Number(date.slice(0, 4))).toBeLessThanOrEqual(2014);
  });

  test('that is nothing known has nothing said', () => {
    expect(toSideStatements(CORPUS, STATEMENTS, 'yesterday')).toEqual([]);
  });
});

const pairs: [string, string][] = [
  [ADCS, OFSTED],
  [IMPOWER, OFSTED],
  ['organisation:councils', OFSTED],
  ['article:high-caseloads-2014', 'article:ilacs-review-2019'],
  ['../2014', '2015/..'],
];

describe.each(pairs)('%s beside %s', (first, second) => {
  const found = of(first, second);
  const [mine, theirs] = [said(first), said(second)];
  const crosses = ({ source, target }: { source: string; target: string }) =>
    (mine.has(source) && theirs.has(target)) || (mine.has(target) && theirs.has(source));

  test('says what both say, with the words of each', () => {
    const both = [...mine].filter((id) => theirs.has(id));
    expect(
      flat(found.same)
        .map((one) => one.said.id)
        .toSorted(),
    ).toEqual(both.toSorted());
    for (const one of flat(found.same))
      for (const { utterance } of [...one.first, ...one.second])
        expect(utterance.passages.length).toBeGreaterThan(0);
  });

  test('says every dispute between them once, and which side it comes from', () => {
    const expected = edges.filter((edge) => edge.type === 'disputes' && crosses(edge)).map(({ id }) => id);
    const disputes = flat(found.disagreements).filter(({ edge }) => edge.type === 'disputes');
    expect(disputes.map(({ edge }) => edge.id).toSorted()).toEqual(expected.toSorted());
    for (const { edge, first: a, second: b } of disputes) {
      expect([a.node.id, b.node.id].toSorted()).toEqual([edge.source, edge.target].toSorted());
      expect(mine.has(a.node.id) && theirs.has(b.node.id)).toBe(true);
    }
  });

  test('says what of one supports, accepts, rejects or answers what of the other', () => {
    const between = (type: string) => edges.filter((edge) => edge.type === type && crosses(edge));
    const ids = (ties: ByTopic<Tie>, type: string) =>
      flat(ties)
        .filter(
          ({ edge, first: a, second: b }) =>
            edge.type === type && mine.has(a.node.id) && theirs.has(b.node.id),
        )
        .map(({ edge }) => edge.id)
        .toSorted();
    expect(ids(found.agreements, 'supports')).toEqual(
      between('supports')
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(
      ['agreements', 'disagreements', 'answers']
        .flatMap((part) => ids(found[part as 'answers'], 'responds-to'))
        .toSorted(),
    ).toEqual(
      between('responds-to')
        .map(({ id }) => id)
        .toSorted(),
    );
    for (const { edge } of flat(found.answers)) expect(edge).not.toMatchObject({ response: 'rejected' });
  });

  test('leaves nothing out: all else is said by one of them only', () => {
    const ties = [...flat(found.agreements), ...flat(found.disagreements), ...flat(found.answers)];
    const told = new Set([
      ...flat(found.same).map((one) => one.said.id),
      ...ties.flatMap(({ edge }) => [edge.source, edge.target]),
    ]);
    for (const [only, all] of [
      [found.onlyFirst, mine],
      [found.onlySecond, theirs],
    ] as const)
      expect(
        flat(only)
          .map(({ node }) => node.id)
          .toSorted(),
      ).toEqual([...all].filter((id) => !told.has(id)).toSorted());
    expect(found.sizes).toEqual([mine.size, theirs.size]);
  });

  test('tells the sides both take on each question, from the stances of what they say', () => {
    const lean = (all: ReadonlySet<string>, topic: string) =>
      Math.sign(
        edges.reduce(
          (sum, edge) =>
            edge.type === 'about' && edge.target === topic && all.has(edge.source)
              ? sum + { for: 1, against: -1, mixed: 0, neutral: 0 }[edge.stance]
              : sum,
          0,
        ),
      );
    for (const stand of found.stands) {
      const product = lean(mine, stand.topic.id) * lean(theirs, stand.topic.id);
      expect(stand.lean).toBe(product > 0 ? 'same' : product < 0 ? 'opposite' : 'neither');
      for (const { edge, voice } of stand.first) {
        expect(edge.target).toBe(stand.topic.id);
        expect(mine.has(voice.node.id)).toBe(true);
      }
    }
    const count = (wanted: string) => found.stands.filter((stand) => stand.lean === wanted).length;
    expect(found.accord).toMatchObject({ same: count('same'), opposite: count('opposite') });
  });

  test('is the same the other way round', () => {
    const turned = of(second, first);
    expect(turned.accord).toEqual(found.accord);
    expect(flat(turned.onlyFirst)).toEqual(flat(found.onlySecond));
    expect(
      flat(turned.disagreements)
        .map(({ edge }) => edge.id)
        .toSorted(),
    ).toEqual(
      flat(found.disagreements)
        .map(({ edge }) => edge.id)
        .toSorted(),
    );
  });
});

test('a body beside one who speaks for it is what the others say for it', () => {
  const found = of(OFSTED, 'person:eleanor-schooling');
  expect(found.rest).toBe('first');
  expect(of('person:eleanor-schooling', OFSTED).rest).toBe('second');
  expect(of(OFSTED, ADCS).rest).toBeUndefined();
  const utterances = flat(found.same).flatMap((one) => one.first.map(({ speaker }) => speaker));
  expect(utterances).not.toContain('person:eleanor-schooling');
  expect(found.sizes[1]).toBe(said('person:eleanor-schooling').size);
  expect(found.sizes[0]).toBeLessThan(said(OFSTED).size);
});

test('lines that are not visible are not told', () => {
  const without = new Set([...ALL].filter((id) => CORPUS.edges.get(id)?.type !== 'disputes'));
  expect(flat(of(IMPOWER, OFSTED).disagreements).length).toBeGreaterThan(5);
  expect(flat(of(IMPOWER, OFSTED, without).disagreements)).toEqual([]);
});

describe('what two bodies wrote together', () => {
  const LABOUR = 'organisation:labour';
  const own = edges.find(
    ({ source, target, type }) => source === IMPOWER && type === 'authored' && target.startsWith('report:'),
  )!;
  const wrote = { ...own, id: 'authored:labour-too', source: LABOUR };
  const joint = { ...CORPUS, edges: new Map([...CORPUS.edges, [wrote.id, wrote]]) };
  const all = new Set([...ALL, wrote.id]);
  const statements = toStatements(joint);
  const compared = (sides: [string, string]) => {
    return countTies(atOnce(compare(joint, statements, all, sides)));
  };
  const bodies = [...new Set(statements.flatMap((one) => one.bodies))];

  test('both say', () => {
    const found = atOnce(compare(joint, statements, all, [IMPOWER, LABOUR]));
    expect(flat(found.same).length).toBeGreaterThan(5);
    expect(found.rest).toBeUndefined();
  });

  test.each([undefined, LABOUR, IMPOWER])('is told in the numbers of their comparisons: %s', (side) => {
    const told = atOnce(toPairings(joint, statements, all, 'actor', side));
    const bySides = new Map(told.map(({ sides, ...numbers }) => [sides.join(' '), numbers]));
    for (const a of side === undefined ? bodies : [side])
      for (const b of bodies)
        if (a !== b && (side !== undefined || a < b)) {
          const numbers = bySides.get(`${a} ${b}`) ?? NONE;
          expect([a, b, numbers]).toEqual([a, b, compared([a, b])]);
        }
  });
});

describe('who has most to do with whom', () => {
  test('are Ofsted and the directors, and who disagrees most with Ofsted is Impower', () => {
    const pairings = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'actor'));
    expect(pairings[0]!.sides).toEqual([ADCS, OFSTED]);
    const disputing = pairings.toSorted((a, b) => b.disputes - a.disputes)[0]!;
    expect(disputing.sides).toEqual([IMPOWER, OFSTED]);
    expect(disputing.disputes).toBe(
      flat(of(IMPOWER, OFSTED).disagreements).filter(({ edge }) => edge.type === 'disputes').length,
    );
  });

  test('is told for one of them too, with itself first, and for articles', () => {
    const own = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'actor', 'person:eileen-munro'));
    expect(own.length).toBeGreaterThan(2);
    for (const { sides } of own) expect(sides[0]).toBe('person:eileen-munro');
    expect(own[0]!.sides[1]).toBe(OFSTED);
    const articles = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'article'));
    expect(articles.length).toBeGreaterThan(2);
    for (const { sides } of articles) for (const id of sides) expect(CORPUS.articles.has(id)).toBe(true);
  });

  test('have disputes, and refusals, which are none, and of both some that are inferred', () => {
    const between = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'actor')).find(
      ({ sides }) => sides[0] === OFSTED && sides[1] === 'organisation:university-of-birmingham',
    );
    expect(between).toMatchObject({ disputes: 4, refusals: 4, inferred: 5 });
  });

  const BODIES = [...new Set(STATEMENTS.map(({ body }) => body))];
  const toNumbers = (first: string, second: string) => {
    return countTies(of(first, second));
  };

  test('is told in the numbers of their comparison, of every two in the corpus', () => {
    const pairings = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'actor'));
    const bySides = new Map(pairings.map(({ sides, ...numbers }) => [sides.join(' '), numbers]));
    for (const a of BODIES)
      for (const b of BODIES)
        if (a < b) {
          const key = `${a} ${b}`;
          const numbers = bySides.get(key) ?? NONE;
          expect([key, numbers]).toEqual([key, toNumbers(a, b)]);
        }
  });

  test.each(['person:eileen-munro', 'person:matt-dunkley', 'report:ilacs-review-2019', OFSTED])(
    'is told in the numbers of their comparison for %s',
    (side) => {
      const own = atOnce(toPairings(CORPUS, STATEMENTS, ALL, 'actor', side));
      const bySides = new Map(own.map(({ sides, ...numbers }) => [sides[1], numbers]));
      for (const body of BODIES)
        if (body !== side) {
          const numbers = bySides.get(body) ?? NONE;
          expect([body, numbers]).toEqual([body, toNumbers(side, body)]);
        }
    },
  );
});
