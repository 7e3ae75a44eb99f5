// Corpora for the tests of the formats: a small debate with every type and field, and single nodes and edges by hand.
import { readCorpus } from '../../../src/core/corpus';
import type { Corpus, EdgeOf, GraphEdge, GraphNode, Ids, NodeOf } from '../../../src/core/model';
import { FORMATS, type About } from '../../../src/core/formats/formats';
import { toExport } from '../../../src/core/formats/part';
import { EVERYTHING } from '../../../src/core/query';
import { atOnce } from '../../../src/core/steps';

export const ABOUT: About = {
  title: 'Claims & <replies>',
  description: 'type:claim – 2 of 9 nodes, 2019-03-01',
};

/** The part of a corpus that some ids name, as page and command line export it. */
export const subset = (corpus: Corpus, ids: Ids): Corpus =>
  atOnce(toExport(corpus, { kind: 'visible', ids, query: EVERYTHING })).corpus;

/** The whole text that a format writes. */
export const write = (format: 'graphml' | 'json', corpus: Corpus, about = ABOUT, whole?: Corpus) =>
  [...FORMATS[format].write(corpus, about, whole)].join('');

const first = (quote: string, rest?: object) => ({ article: 'article:first', quote, ...rest });
const second = (quote: string) => ({ article: 'article:second', quote });

const GRAPH = {
  version: 1,
  leftOut: [first('3 June 2014', { reason: 'furniture' })],
  nodes: [
    {
      id: 'article:first',
      type: 'article',
      label: 'Grades “do little”',
      date: '2014-06-03',
      datePassage: first('3 June 2014'),
      seed: 'first.txt',
      publisher: 'The Daily R&D',
      url: 'https://daily.example/grades?a=1&b=<2>',
      passages: [first('Grades “do little”, says Munro')],
    },
    {
      id: 'article:second',
      type: 'article',
      label: 'A panel, in part',
      date: '2019-02',
      seed: 'second.txt',
      publisher: 'The Weekly',
      passages: [second('A panel, in part')],
    },
    {
      id: 'person:eileen-munro',
      type: 'person',
      label: 'Eileen Munro',
      aliases: ['Munro', 'Professor "Eileen" Munro'],
      passages: [first('Professor Eileen Munro of the LSE'), second('Munro')],
    },
    { id: 'organisation:ofsted', type: 'organisation', label: 'Ofsted', passages: [first('Ofsted')] },
    {
      id: 'organisation:inspectors',
      type: 'organisation',
      label: 'inspectors',
      collective: true,
      passages: [first('Inspectors')],
    },
    {
      id: 'report:review',
      type: 'report',
      label: 'The review',
      date: '2013?',
      datePassage: first('perhaps of 2013'),
      passages: [first('The review', { after: ', perhaps' })],
    },
    {
      id: 'claim:grades-do-little',
      type: 'claim',
      label: 'Grades do little',
      statement: 'One-word grades do little for children.',
      passages: [
        first('R&D <draft> grades “do little” for ‘children’ — £5 a word 🧑🏽‍🏫'),
        second('grades do little'),
      ],
      provenance: {
        rule: 'direct-quotation',
        confidence: 0.82,
        coder: 'A. & B. Coder',
        at: '2026-11-22T09:30:00.000Z',
      },
    },
    {
      id: 'claim:grades-needed',
      type: 'claim',
      label: 'Grades are needed',
      statement: 'Grades are needed.',
      passages: [first('grades are needed & should stay')],
    },
    {
      id: 'recommendation:panel',
      type: 'recommendation',
      label: 'Make a panel',
      statement: 'Ofsted should make a panel.',
      form: 'proposal',
      passages: [first('want a panel')],
    },
    {
      id: 'topic:grades',
      type: 'topic',
      label: 'Should inspections end in a grade?',
      poles: { for: 'Keep grades', against: 'End grades' },
      note: 'Words such as “inadequate”; what is judged with <them> & how is not meant.',
      passages: [first('grades are needed & should stay')],
    },
  ],
  edges: [
    {
      id: 'authored:munro-2010',
      type: 'authored',
      source: 'person:eileen-munro',
      target: 'claim:grades-do-little',
      basis: 'stated',
      speech: 'direct',
      role: 'professor',
      date: '2010-11',
      datePassage: first('in November 2010'),
      passages: [first('Professor Eileen Munro of the LSE told councils')],
    },
    {
      id: 'authored:munro-2019',
      type: 'authored',
      source: 'person:eileen-munro',
      target: 'claim:grades-do-little',
      basis: 'stated',
      speech: 'indirect',
      passages: [second('Munro said again that grades do little')],
      provenance: { coder: 'A. & B. Coder', at: '2026-11-22T09:30:00Z' },
    },
    {
      id: 'states:review-needed',
      type: 'states',
      source: 'report:review',
      target: 'claim:grades-needed',
      basis: 'stated',
      speech: 'indirect',
      passages: [first('says that grades are needed')],
      provenance: { rule: 'indirect-speech', confidence: 0 },
    },
    {
      id: 'authored:inspectors-panel',
      type: 'authored',
      source: 'organisation:inspectors',
      target: 'recommendation:panel',
      basis: 'stated',
      speech: 'narration',
      passages: [first('Inspectors want a panel')],
    },
    {
      id: 'supports:munro-grades',
      type: 'supports',
      source: 'person:eileen-munro',
      target: 'claim:grades-needed',
      basis: 'inferred',
      rationale: 'She and the review say "so" & more.',
      passages: [first('told councils'), second('said again')],
    },
    {
      id: 'disputes:munro-grades',
      type: 'disputes',
      source: 'person:eileen-munro',
      target: 'claim:grades-needed',
      basis: 'stated',
      passages: [second('said again')],
    },
    {
      id: 'responds-to:needed-panel',
      type: 'responds-to',
      source: 'claim:grades-needed',
      target: 'recommendation:panel',
      basis: 'stated',
      response: 'partly',
      passages: [second('accepted a panel in part')],
    },
    {
      id: 'addressed-to:panel-ofsted',
      type: 'addressed-to',
      source: 'recommendation:panel',
      target: 'organisation:ofsted',
      basis: 'stated',
      passages: [first('want a panel')],
    },
    ...['claim:grades-do-little', 'claim:grades-needed', 'recommendation:panel'].map((source) => ({
      id: `about:${source.replace(':', '-')}`,
      type: 'about',
      source,
      target: 'topic:grades',
      basis: 'stated',
      stance: 'mixed',
      passages: [first('grades are needed & should stay')],
    })),
    {
      id: 'affiliated-with:munro',
      type: 'affiliated-with',
      source: 'person:eileen-munro',
      target: 'organisation:ofsted',
      basis: 'stated',
      role: 'adviser',
      passages: [first('Professor Eileen Munro of the LSE')],
    },
    {
      id: 'commissioned:review',
      type: 'commissioned',
      source: 'organisation:ofsted',
      target: 'report:review',
      basis: 'stated',
      passages: [first('Ofsted asked for it')],
    },
    {
      id: 'based-on:review',
      type: 'based-on',
      source: 'report:review',
      target: 'organisation:ofsted',
      basis: 'stated',
      passages: [first('Ofsted asked for it')],
    },
    {
      id: 'rated:inspectors',
      type: 'rated',
      source: 'organisation:ofsted',
      target: 'organisation:inspectors',
      basis: 'stated',
      grade: 'inadequate',
      passages: [first('Ofsted asked for it and rated inspectors inadequate')],
    },
  ],
};

const FIRST = `Grades “do little”, says Munro

3 June 2014

Professor Eileen Munro of the LSE told councils in November 2010 that R&D <draft> grades “do little” for ‘children’ — £5 a word 🧑🏽‍🏫.

The review, perhaps of 2013, says that grades are needed & should stay. Ofsted asked for it and rated inspectors inadequate.

Inspectors want a panel.
`;
const SECOND = `A panel, in part

Ofsted accepted a panel in part. She, Munro said again that grades do little.
`;

/** A debate in two articles that has every type of node and edge and every field that the schema can store. */
export const DEBATE: Corpus = readCorpus(
  new Map([
    ['graph/debate.json', JSON.stringify(GRAPH)],
    ['seeds/first.txt', FIRST],
    ['seeds/second.txt', SECOND],
  ]),
);

/** A corpus of these nodes and edges, unchecked and without articles. */
export const toCorpus = (nodes: readonly GraphNode[], edges: readonly GraphEdge[] = []): Corpus => ({
  articles: new Map(),
  nodes: new Map(nodes.map((node) => [node.id, node])),
  edges: new Map(edges.map((edge) => [edge.id, edge])),
});

/** A claim whose label and passage are this text. */
export const toClaim = (id: string, text: string): NodeOf<'claim'> => ({
  id,
  type: 'claim',
  label: text,
  statement: 'A statement.',
  passages: [{ article: 'article:first', quote: text, start: 0, end: text.length }],
});

/** A stated 'disputes' whose passage is this text. */
export const toDispute = (id: string, source: string, target: string, text: string): EdgeOf<'disputes'> => ({
  id,
  type: 'disputes',
  source,
  target,
  basis: 'stated',
  passages: [{ article: 'article:first', quote: text, start: 0, end: text.length }],
});
