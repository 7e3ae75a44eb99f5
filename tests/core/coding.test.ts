// What a coder writes down is entered whole: nodes, their lines, and what is written anew.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEdgeTypes, toEntry, toMended, toRetyped, type NewNode } from '../../src/core/coding';
import { apply } from '../../src/core/edit';
import { toStored } from '../../src/core/graphfile';
import type { Corpus, EdgeOf, NodeOf } from '../../src/core/model';
import type { StoredNode } from '../../src/core/schema';
import { atOnce } from '../../src/core/steps';
import { findOpen } from '../../src/core/rules';
import { EDGE_ENDS, EDGE_TYPES, NODE_TYPES } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';

const EDGES = [...CORPUS.edges.values()];
const words = {
  article: 'article:ilacs-review-2019',
  quote: 'Inspecting large councils with teams of five inspectors rather than four',
};
const claim: NewNode = {
  type: 'claim',
  label: 'Teams of five inspect better',
  statement: 'Teams of five inspect large councils better.',
  passages: [words],
};

describe('what is entered', () => {
  test('is a claim with a speaker and a topic, each new or known, and lacks nothing then', () => {
    const munro: NewNode = { type: 'person', label: 'Eileen Munro', passages: [words] };
    const topic: NewNode = {
      type: 'topic',
      label: 'Should teams of inspectors be larger?',
      poles: { for: 'Larger teams see more', against: 'Larger teams weigh more' },
      passages: [words],
    };
    const { edit, ids } = toEntry(
      CORPUS,
      [claim],
      [
        {
          type: 'authored',
          source: munro,
          target: claim,
          basis: 'stated',
          speech: 'indirect',
          passages: [words],
        },
        {
          type: 'authored',
          source: 'organisation:ofsted',
          target: claim,
          basis: 'stated',
          speech: 'indirect',
          passages: [words],
        },
        { type: 'about', source: claim, target: topic, basis: 'stated', stance: 'for', passages: [words] },
      ],
    );
    const { corpus, reverse } = apply(CORPUS, edit);
    expect(ids[0]).toBe('claim:teams-of-five-inspect-better');
    // The corpus has an Eileen Munro: whoever is entered as new is another.
    expect(corpus.nodes.get('person:eileen-munro-2')?.label).toBe('Eileen Munro');
    expect(corpus.nodes.size).toBe(CORPUS.nodes.size + 3);
    expect(corpus.edges.size).toBe(CORPUS.edges.size + 3);
    const own = new Set([...ids, 'topic:should-teams-of-inspectors-be-larger']);
    expect(atOnce(findOpen(corpus)).filter(({ id }) => own.has(id))).toEqual([]);
    expect(apply(corpus, reverse).corpus).toEqual(CORPUS);
  });

  test('gets ids of its own, however often the same is entered', () => {
    const { edit, ids } = toEntry(CORPUS, [claim, { ...claim }, { ...claim }]);
    expect(new Set(ids).size).toBe(3);
    expect(apply(CORPUS, edit).corpus.nodes.size).toBe(CORPUS.nodes.size + 3);
  });

  test('takes the place of what has its id', () => {
    const ofsted = toStored(CORPUS.nodes.get('organisation:ofsted')!);
    const { edit } = toEntry(CORPUS, [{ ...ofsted, label: 'The Office for Standards' }]);
    const { corpus } = apply(CORPUS, edit);
    expect(corpus.nodes.size).toBe(CORPUS.nodes.size);
    expect(corpus.nodes.get('organisation:ofsted')!.label).toBe('The Office for Standards');
  });
});

describe('the types of a line', () => {
  test('that are offered are just those that may lead there', () => {
    for (const source of NODE_TYPES)
      for (const target of NODE_TYPES)
        expect(toEdgeTypes(source, target)).toEqual(
          EDGE_TYPES.filter((type) => {
            const [from, to] = EDGE_ENDS[type] as readonly (readonly string[])[];
            return from!.includes(source) && to!.includes(target);
          }),
        );
    expect(toEdgeTypes(undefined, undefined)).toEqual(EDGE_TYPES);
    expect(toEdgeTypes('article', undefined)).toEqual([]);
  });

  test('can be mended: a line of another type has another id, and all else stays', () => {
    const disputes = EDGES.filter(({ type }) => type === 'disputes');
    fc.assert(
      fc.property(fc.constantFrom(...disputes), (edge) => {
        const { edit, id } = toMended(CORPUS, { ...toStored(edge), type: 'supports' } as never);
        // Where the one supports the other already, that is told.
        const isTwin = EDGES.some(
          ({ type, source, target }) =>
            type === 'supports' && source === edge.source && target === edge.target,
        );
        if (isTwin) return;
        const { corpus } = apply(CORPUS, edit);
        expect(corpus.edges.has(edge.id)).toBe(false);
        expect(corpus.edges.get(id)).toEqual({ ...edge, id, type: 'supports' });
        expect(corpus.edges.size).toBe(CORPUS.edges.size);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a node of another type', () => {
  test('takes its lines along', () => {
    const before = CORPUS.nodes.get('person:alan-wood')!;
    const { id: _, ...own } = toStored(before);
    const { edit, id } = toRetyped(CORPUS, before, { ...own, type: 'organisation' });
    const { corpus, reverse } = apply(CORPUS, edit);
    const touching =
      (end: string) =>
      ({ source, target }: { source: string; target: string }) =>
        source === end || target === end;
    expect(corpus.nodes.has(before.id)).toBe(false);
    expect([...corpus.edges.values()].filter(touching(id)).length).toBe(
      EDGES.filter(touching(before.id)).length,
    );
    expect(apply(corpus, reverse).corpus.nodes.get(before.id)).toEqual(before);
  });

  test('is answered as what it is now: what became of it is told of a recommendation only', () => {
    const recommendation = CORPUS.nodes.get(
      'recommendation:observe-direct-practice',
    ) as NodeOf<'recommendation'>;
    const { id: _, form, ...own } = toStored(recommendation) as Extract<StoredNode, { form: unknown }>;
    const answers = (corpus: Corpus, to: string) =>
      [...corpus.edges.values()].filter(
        ({ type, target }) => type === 'responds-to' && target === to,
      ) as EdgeOf<'responds-to'>[];
    expect(answers(CORPUS, recommendation.id).map(({ response }) => response)).toEqual(['rejected']);
    const asClaim = toRetyped(CORPUS, recommendation, { ...own, type: 'claim' });
    const { corpus } = apply(CORPUS, asClaim.edit);
    expect(answers(corpus, asClaim.id).map((answer) => 'response' in answer)).toEqual([false]);
    const back = toRetyped(corpus, corpus.nodes.get(asClaim.id)!, { ...own, type: 'recommendation', form });
    expect(answers(apply(corpus, back.edit).corpus, back.id).map(({ response }) => response)).toEqual([
      'noted',
    ]);
  });

  test('is refused where a line may not lead there', () => {
    const before = CORPUS.nodes.get('person:alan-wood')!;
    const { id: _, ...own } = toStored(before);
    const { edit } = toRetyped(CORPUS, before, { ...own, type: 'report' });
    expect(() => apply(CORPUS, edit)).toThrow(
      "'authored' may lead from person, organisation, not from a node of type report",
    );
  });
});
