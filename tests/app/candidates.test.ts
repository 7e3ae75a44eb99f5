// Which nodes are offered to somebody who types a part of a name, and in which order.
import { expect, test } from 'vitest';
import { findCandidates, toFitOf } from '../../src/app/coding/candidates';
import { atOnce } from '../../src/core/steps';
import type { NodeType } from '../../src/core/vocabulary';
import { incidenceOf } from '../../src/core/graph';
import { CORPUS } from '../shipped';

const opened = { corpus: CORPUS, incidence: incidenceOf(CORPUS) };
const ACTORS: readonly NodeType[] = ['organisation', 'person', 'report'];
const find = (text: string, recent: readonly string[] = [], types = ACTORS) =>
  atOnce(findCandidates(opened, types, text, recent, [])).map(({ node }) => node.label);

test('what is called just as was typed comes first, whatever was chosen lately', () => {
  const lately = [...CORPUS.nodes.values()].find(
    ({ type, label }) => type === 'organisation' && label.startsWith('Ofsted '),
  )!;
  expect(find('ofsted', [lately.id]).slice(0, 2)).toEqual(['Ofsted', lately.label]);
  expect(find('ADCS')[0]).toBe('Association of Directors of Children’s Services (ADCS)');
});

test('names that begin as was typed, of several words too, come before those that only hold it', () => {
  const labels = find('ofsted');
  const begins = labels.map((label) => label.startsWith('Ofsted'));
  expect(begins).toContain(true);
  expect(begins).toContain(false);
  expect(begins).toEqual(begins.toSorted((a, b) => Number(b) - Number(a)));
  expect(find('University of B')[0]).toMatch(/^University of B/);
});

test('what is offered besides the graph is held against what is typed in the same way', () => {
  const [same, begins, named, stated] = ['Ofsted', 'Ofsted spokesman', 'An Ofsted spokesman']
    .map((name) => toFitOf(name, '', 'ofsted'))
    .concat(toFitOf('The watchdog', 'Ofsted', 'ofsted'));
  expect([same, begins, named, stated]).toEqual([0, 1, 2, 3]);
  expect(toFitOf('The watchdog', '', 'ofsted')).toBeUndefined();
});
