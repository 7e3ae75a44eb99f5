// What can be written down of each type of node and line, and how a form is read from an item and back.
import { findFault, parseWritten } from '../../core/article/writtendate';
import { RESPONSES, RESPONSE_WORDS, type EdgeType, type NodeType } from '../../core/vocabulary';
import { SPEECH_WORDS, STANCE_NAMES } from '../vocabulary';
import type { Values } from './coding';

/** One thing that is written down. `name` is where the item has it: 'label', or 'poles.for' for what lies deeper. */
export type Field = {
  readonly name: string;
  readonly label: string;
  /** A line, a longer text, names with one a line, a date however it is written, yes or no; or one of some words. */
  readonly as: 'line' | 'text' | 'names' | 'date' | 'check' | Readonly<Record<string, string>>;
  readonly hint?: string;
  /** Whether it is wanted so seldom that it stands under ‘More’. */
  readonly isMore?: boolean;
  /** The only types of node at the far end of a line that it is said of. */
  readonly of?: readonly NodeType[];
};

const NAMES: Field = {
  name: 'aliases',
  label: 'Also named',
  as: 'names',
  hint: 'Other names in the texts, one a line.',
  isMore: true,
};
const HEADLINE: Field = {
  name: 'label',
  label: 'Headline',
  as: 'line',
  hint: 'As the map shows it: at most 60 characters or so.',
};
const STATEMENT: Field = {
  name: 'statement',
  label: 'Statement',
  as: 'text',
  hint: 'One sentence in your words, in the present tense, complete without its context.',
};
const DATE: Field = {
  name: 'date',
  label: 'Date',
  as: 'date',
  hint: 'The day, or 2014-06, or 2014? where unsure.',
};
const LATER: Field = { ...DATE, hint: 'Only where it is not the article’s.', isMore: true };
const ROLE: Field = { name: 'role', label: 'As what', as: 'line', hint: 'In the words of the text.' };

const SAID = ['claim', 'recommendation'] as const;

export const FIELDS = {
  article: [
    { ...HEADLINE, label: 'Title', hint: '' },
    { name: 'publisher', label: 'Publisher', as: 'line' },
    { name: 'url', label: 'Web address', as: 'line', hint: 'Where it can be read, if anywhere.' },
    DATE,
    NAMES,
  ],
  organisation: [
    { ...HEADLINE, label: 'Name', hint: '' },
    { ...NAMES, isMore: false },
    { name: 'collective', label: 'A group without a name of its own', as: 'check' },
  ],
  person: [
    { ...HEADLINE, label: 'Name', hint: '' },
    { ...NAMES, isMore: false },
  ],
  report: [{ ...HEADLINE, label: 'Title', hint: '' }, DATE, NAMES],
  claim: [HEADLINE, STATEMENT, NAMES],
  recommendation: [
    HEADLINE,
    STATEMENT,
    {
      name: 'form',
      label: 'What it is',
      as: {
        recommendation: 'others should',
        proposal: 'put out for discussion',
        commitment: 'the speaker will',
      },
    },
    NAMES,
  ],
  topic: [
    { ...HEADLINE, label: 'Question', hint: 'Neutral: either answer could be given.' },
    { name: 'poles.for', label: 'To be for it is to say', as: 'line' },
    { name: 'poles.against', label: 'To be against it is to say', as: 'line' },
    { name: 'note', label: 'Note', as: 'text', hint: 'What belongs here, and what does not.' },
    NAMES,
  ],
  authored: [
    { name: 'speech', label: 'How the words are given', as: SPEECH_WORDS, of: SAID },
    { ...ROLE, isMore: true },
    LATER,
  ],
  states: [{ name: 'speech', label: 'How the words are given', as: SPEECH_WORDS }, LATER],
  disputes: [],
  supports: [],
  'responds-to': [
    {
      name: 'response',
      label: 'The answer',
      as: Object.fromEntries(RESPONSES.map((one) => [one, RESPONSE_WORDS[one].name])),
      of: ['recommendation'],
    },
  ],
  'addressed-to': [],
  about: [{ name: 'stance', label: 'Where it stands', as: STANCE_NAMES }],
  'affiliated-with': [ROLE, { ...LATER, hint: 'When, where it is not the article’s date.' }],
  commissioned: [LATER],
  'based-on': [],
  rated: [{ name: 'grade', label: 'Grade', as: 'line', hint: 'In the words of the text.' }, LATER],
} as const satisfies Record<NodeType | EdgeType, readonly Field[]>;

/** What is written of the meaning of a type. */
export const OF_DEFINITIONS: readonly Field[] = [
  { name: 'means', label: 'What it means', as: 'text' },
  { name: 'example', label: 'For example', as: 'text', hint: 'Words of an article.' },
  { name: 'as', label: 'What these words are coded as', as: 'line', hint: 'Where they do not tell.' },
  { name: 'rule', label: 'Rule', as: 'text', hint: 'How borderline cases are decided.' },
];

/** What every line says besides. */
const OF_LINES: readonly Field[] = [
  {
    name: 'basis',
    label: 'It follows from',
    as: { stated: 'the words themselves', inferred: 'my conclusion' },
  },
  { name: 'rationale', label: 'Why you conclude it', as: 'text', hint: 'One sentence.' },
];

/** The fields of a node. */
export const toNodeFields = (type: NodeType): readonly Field[] => FIELDS[type];
/** The fields of what a line to a node of some type says by itself. */
export const toOwnFields = (type: EdgeType, target: NodeType | undefined): readonly Field[] =>
  (FIELDS[type] as readonly Field[]).filter(({ of }) => !of || (target !== undefined && of.includes(target)));
/** All fields of such a line, as far as they apply by what is written so far. */
export const toEdgeFields = (
  type: EdgeType | undefined,
  target: NodeType | undefined,
  values: Values,
): readonly Field[] => [
  ...(type ? toOwnFields(type, target) : []),
  ...OF_LINES.filter(({ name }) => name !== 'rationale' || values.basis === 'inferred'),
];

/** Whether a date can be given by words of the text. */
export const isDated = (fields: readonly Field[]) => fields.some(({ as }) => as === 'date');

/** What a form begins with for an item that is there. */
export function toValues(item: object, fields: readonly Field[]): Values {
  const read = (name: string) =>
    name
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], item);
  const print = (value: unknown) =>
    value === undefined
      ? ''
      : Array.isArray(value)
        ? value.join('\n')
        : typeof value === 'boolean'
          ? String(value)
          : (value as string);
  return Object.fromEntries(fields.map(({ name }) => [name, print(read(name))]));
}

/** What the fields of a form say, as an item stores it; what says nothing is left away where it may be. */
export function readValues(fields: readonly Field[], values: Values): object {
  const item: Record<string, unknown> = {};
  for (const { name, as } of fields) {
    const text = (values[name] ?? '').trim();
    const value =
      as === 'names'
        ? [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
        : as === 'check'
          ? text === 'true'
          : as === 'date'
            ? (parseWritten(text) ?? text)
            : text;
    const isNothing = typeof value === 'boolean' ? !value : value.length === 0;
    const [first, second] = name.split('.') as [string, string?];
    if (second !== undefined) item[first] = { ...(item[first] as object | undefined), [second]: value };
    else if (!isNothing || isNeeded(name)) item[first] = value;
  }
  return item;
}

/** What is wrong with the dates of a form, by the names of their fields. */
export const findDateFaults = (fields: readonly Field[], values: Values): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, as }) => {
      const fault = as === 'date' && values[name]?.trim() ? findFault(values[name]) : undefined;
      return fault === undefined ? [] : [[name, fault]];
    }),
  );

/** What no item may lack: where nothing is written, the form must say so. */
const isNeeded = (name: string) => /^(label|statement|publisher|grade|rationale)$/.test(name);
