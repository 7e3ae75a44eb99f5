// What is written in the forms of the editor: begun from selected words or from what is there, and saved as one act.
import { toAnchor } from '../../core/act';
import { locate } from '../../core/anchor';
import { toEdgeTypes, toEntry, toMended, toRetyped, type End, type NewEdge } from '../../core/coding';
import { CorpusError } from '../../core/corpus';
import type { Edit } from '../../core/edit';
import { toHeadline, toStatement } from '../../core/extract/accept';
import { incidenceOf } from '../../core/graph';
import { toStored } from '../../core/graphfile';
import type { Corpus, GraphEdge, GraphNode } from '../../core/model';
import type { Anchor, StoredEdge, StoredNode } from '../../core/schema';
import { abbreviate } from '../../core/text';
import {
  ACTOR_TYPES,
  isSpeakerType,
  SPEAKER_TYPES,
  type EdgeType,
  type NodeType,
} from '../../core/vocabulary';
import { act } from '../project/project';
import { select, show, useStore, type Opened } from '../store';
import { printEdge } from '../words';
import { toCoded } from './coded';
import { rememberChosen, setCoding, useCoding, type Draft, type Values } from './coding';
import {
  findDateFaults,
  isDated,
  readValues,
  toEdgeFields,
  toNodeFields,
  toOwnFields,
  toValues,
} from './fields';
import { countUnsaved } from './unsaved';

/** A kind of line that a node is mostly entered with, in one form. */
export type Kind = {
  readonly name: string;
  readonly label: string;
  /** What is said where a node has none yet, and how one more is asked for. */
  readonly lacks: string;
  readonly more: string;
  /** Which nodes may be at its other end, and whether the line leads from there. */
  readonly types: readonly NodeType[];
  readonly isFrom: boolean;
  readonly toType: (other: NodeType) => EdgeType;
  /** Whether a coding is not whole without it. */
  readonly isNeeded: boolean;
};

const SPEAKER: Kind = {
  name: 'speaker',
  label: 'Who says it',
  lacks: 'Nobody says it yet: choose who does.',
  more: 'Who else says it',
  types: SPEAKER_TYPES,
  isFrom: true,
  toType: (other) => (other === 'report' ? 'states' : 'authored'),
  isNeeded: true,
};
const TOPIC: Kind = {
  name: 'topic',
  label: 'The question it bears on',
  lacks: 'It belongs to no topic yet: choose one.',
  more: 'Another question it bears on',
  types: ['topic'],
  isFrom: false,
  toType: () => 'about',
  isNeeded: true,
};
const ADDRESSEE: Kind = {
  name: 'addressee',
  label: 'Who is to do it',
  lacks: '',
  more: 'Who is to do it',
  types: ['organisation', 'person'],
  isFrom: false,
  toType: () => 'addressed-to',
  isNeeded: false,
};
const AUTHOR: Kind = {
  name: 'author',
  label: 'Whose it is',
  lacks: '',
  more: 'Who else wrote it',
  types: ACTOR_TYPES,
  isFrom: true,
  toType: () => 'authored',
  isNeeded: false,
};
const BODY: Kind = {
  name: 'body',
  label: 'Belongs to',
  lacks: '',
  more: 'Another body it belongs to',
  types: ['organisation'],
  isFrom: false,
  toType: () => 'affiliated-with',
  isNeeded: false,
};

/** What each type of node is mostly entered with. */
export const KINDS = {
  article: [],
  organisation: [],
  person: [BODY],
  report: [AUTHOR],
  claim: [SPEAKER, TOPIC],
  recommendation: [SPEAKER, TOPIC, ADDRESSEE],
  topic: [],
} as const satisfies Record<NodeType, readonly Kind[]>;

/** The lines of a node that are of a kind. */
export const toLinesOf = ({ corpus, incidence }: Opened, id: string, kind: Kind): readonly GraphEdge[] =>
  (incidence.get(id) ?? []).filter((edge) => {
    const other = corpus.nodes.get(kind.isFrom ? edge.source : edge.target)!;
    const own = kind.isFrom ? edge.target : edge.source;
    return own === id && kind.types.includes(other.type) && edge.type === kind.toType(other.type);
  });

/** The types a node may turn out to be of. */
export const TWINS = {
  article: [],
  organisation: ['organisation', 'person', 'report'],
  person: ['person', 'organisation'],
  report: ['report', 'organisation'],
  claim: ['claim', 'recommendation'],
  recommendation: ['recommendation', 'claim'],
  topic: [],
} as const satisfies Record<NodeType, readonly NodeType[]>;

/** The words that are selected in the article, with their place. */
export function toSelectedWords(opened: Opened): Anchor | undefined {
  const { words } = useCoding.getState();
  const article = toCoded(opened.corpus, useStore.getState().view);
  return words && article !== undefined && words.start < words.end
    ? toAnchor(opened.corpus, article, words)
    : undefined;
}

export const typeOf = (corpus: Corpus, end: End | undefined): NodeType | undefined =>
  typeof end === 'string' ? corpus.nodes.get(end)?.type : end?.type;

export type EdgeDraft = Extract<Draft, { is: 'edge' }>;
/** A line with other ends, with which it may have to be of another type. */
export function withEnds(
  corpus: Corpus,
  draft: EdgeDraft,
  ends: Partial<Pick<EdgeDraft, 'source' | 'target'>>,
): EdgeDraft {
  const next = { ...draft, ...ends };
  const left = toEdgeTypes(typeOf(corpus, next.source), typeOf(corpus, next.target));
  const isSettled = next.source !== undefined && next.target !== undefined && left.length === 1;
  return { ...next, type: isSettled ? left[0] : left.find((type) => type === next.type) };
}

/** Words without the quotation marks around them, and without the comma or stop behind them. */
const toBare = (quote: string): string => quote.trim().replace(/^[“"‘']|[”"’'.,;:]+$/g, '');

/** Whether words stand in quotation marks, or hold some. */
function isQuoted(corpus: Corpus, words: Anchor | undefined): boolean {
  if (!words) return false;
  const { text } = corpus.articles.get(words.article)!;
  const [span] = locate(text, words);
  return span !== undefined && /[“”"]/.test(text.slice(Math.max(0, span.start - 2), span.end + 2));
}

/** Shows a draft beside the article, where the words are that it is to rest on. */
const begin = (draft: Draft) => {
  const { opened, openings, view } = useStore.getState();
  remember();
  setCoding({ draft, beside: view.selection, opening: openings, panel: 'selected' });
  if (view.mode !== 'code') show({ mode: 'code', coded: toCoded(opened!.corpus, view) });
};

window.addEventListener('beforeunload', (event) => {
  // What is not saved yet would be gone with the page.
  if (countUnsaved() > 0) event.preventDefault();
});

let last: HTMLElement | undefined;
/** Keeps where the keyboard is, to give it back after the form. */
function remember(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && !activeElement.closest('form')) last = activeElement;
}
/** Gives the keyboard back to where a draft was begun. */
function giveBack(): void {
  const place = last;
  last = undefined;
  setTimeout(() => place?.isConnected && place.focus());
}

/** What lines of a kind begin with where words put a node forward. */
export const toAlong = (corpus: Corpus, kind: Kind, words: Anchor | undefined): Values =>
  kind.name === 'speaker'
    ? { speech: isQuoted(corpus, words) ? 'direct' : 'indirect', role: '', date: '' }
    : kind.name === 'topic'
      ? { stance: '' }
      : {};

/** Begins a new node of the selected words, in the panel beside the article. */
export function startNode(type: NodeType): void {
  const { opened } = useStore.getState();
  if (!opened) return;
  const words = toSelectedWords(opened);
  const quote = words?.quote ?? '';
  const fields = toNodeFields(type);
  begin({
    is: 'node',
    type,
    values: {
      ...Object.fromEntries(fields.map(({ name }) => [name, ''])),
      label:
        quote === ''
          ? ''
          : isSpeakerType(type)
            ? quote.replace(/\s+/g, ' ').trim()
            : type === 'topic'
              ? ''
              : toHeadline(toBare(quote)),
      ...(isSaidType(type) && { statement: quote === '' ? '' : toStatement(toBare(quote)) }),
      ...(type === 'recommendation' && { form: 'recommendation' }),
    },
    passages: words ? [words] : [],
    along: Object.fromEntries(
      KINDS[type].map((kind) => [kind.name, { values: toAlong(opened.corpus, kind, words) }]),
    ),
  });
}
const isSaidType = (type: NodeType) => type === 'claim' || type === 'recommendation';

/** Begins a new line that rests on the selected words; its ends may be known by their ids. */
export function startEdge({ source, target }: { source?: string; target?: string } = {}): void {
  const { opened, view } = useStore.getState();
  if (!opened) return;
  const words = toSelectedWords(opened);
  const isNode = view.selection !== undefined && opened.corpus.nodes.has(view.selection);
  const draft: EdgeDraft = {
    is: 'edge',
    type: undefined,
    values: { basis: 'stated' },
    passages: words ? [words] : [],
  };
  const from = source ?? (target === undefined && isNode ? view.selection : undefined);
  begin(withEnds(opened.corpus, draft, { source: from, target }));
}

/** A form of what is there. */
export function toDraft({ corpus }: Opened, item: GraphNode | GraphEdge): Draft {
  const { passages } = toStored(item);
  const datePassage =
    'datePassage' in item ? (toStored(item) as { datePassage?: Anchor }).datePassage : undefined;
  const own = { base: item, passages, datePassage };
  if ('source' in item) {
    const { source, target, type } = item;
    const fields = toEdgeFields(type, corpus.nodes.get(target)?.type, { basis: 'inferred' });
    return { ...own, is: 'edge', type, source, target, values: toValues(item, fields) };
  }
  const { type } = item;
  return {
    ...own,
    is: 'node',
    type,
    values: toValues(item, toNodeFields(type)),
    along: Object.fromEntries(
      KINDS[type].map((kind) => [kind.name, { values: toAlong(corpus, kind, passages[0]) }]),
    ),
  };
}

/** What is wrong with a form: a sentence for each field by its name, and those that are about no field. */
export type Faults = { readonly fields: Readonly<Record<string, string>>; readonly all: readonly string[] };
export const NO_FAULTS: Faults = { fields: {}, all: [] };

/** Thrown with what is wrong with a form before it is tried. */
class FormError extends Error {
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super('The form is not whole.');
  }
}

/** How long a name is in what an act is called, in characters. */
const NAME = 60;
const quoted = (text: string) => `‘${abbreviate(text, NAME)}’`;
const toName = ({ corpus }: Opened, end: End): string =>
  typeof end === 'string' ? corpus.nodes.get(end)!.label : end.label;

/** The edit that a form stands for, what it is called, and the id of what it is about. */
function toEdit(opened: Opened, draft: Draft): { edit: Edit; name: string; id: string } {
  const { corpus } = opened;
  const { base, values, passages, datePassage } = draft;
  const missing: Record<string, string> = {};
  const provenance = base?.provenance && { provenance: base.provenance };
  if (passages.length === 0)
    missing.passages = 'Nothing stands without its words: select them in the article, then add them here.';
  if (draft.is === 'edge') {
    const { type, source, target } = draft;
    if (source === undefined) missing.source = 'Choose where it leads from.';
    if (target === undefined) missing.target = 'Choose where it leads to.';
    if (type === undefined) missing.type = 'Choose what the one has to do with the other.';
    const fields = toEdgeFields(type, typeOf(corpus, target), values);
    for (const { name, label, as } of fields)
      if (typeof as === 'object' && !values[name]) missing[name] = `Choose: ${label.toLowerCase()}.`;
    Object.assign(missing, findDateFaults(fields, values));
    if (values.basis === 'inferred' && !values.rationale?.trim())
      missing.rationale = 'What is inferred needs a reason: one sentence on why you conclude it.';
    if (Object.keys(missing).length > 0) throw new FormError(missing);
    const own = {
      type: type!,
      ...readValues(fields, values),
      ...(datePassage && isDated(fields) && values.date && { datePassage }),
      passages,
      ...provenance,
    };
    const text = `${quoted(toName(opened, source!))} to ${quoted(toName(opened, target!))}`;
    if (base) {
      const { edit, id } = toMended(corpus, { ...own, id: base.id, source, target } as StoredEdge);
      return { edit, id, name: `Changed the line from ${text}` };
    }
    const { edit, ids } = toEntry(corpus, [], [{ ...own, source: source!, target: target! } as NewEdge]);
    return { edit, id: ids.at(-1)!, name: `Linked ${text}` };
  }
  const { type, along } = draft;
  const fields = toNodeFields(type);
  if (!values.label?.trim()) missing.label = `${fields[0]!.label}: write one.`;
  for (const { name, label, as } of fields)
    if (typeof as === 'object' && !values[name]) missing[name] = `Choose: ${label.toLowerCase()}.`;
  Object.assign(missing, findDateFaults(fields, values));
  const node = {
    type,
    ...readValues(fields, values),
    ...(base && { id: base.id }),
    ...(base?.type === 'article' && { seed: (base as { seed: string }).seed }),
    ...(datePassage && isDated(fields) && values.date && { datePassage }),
    passages,
    ...provenance,
  } as StoredNode;
  const lines: NewEdge[] = [];
  for (const kind of KINDS[type] as readonly Kind[]) {
    const { end, values: said, passages: lineWords } = along[kind.name] ?? { values: {} };
    if (end === undefined) continue;
    const edgeType = kind.toType(typeOf(corpus, end)!);
    const [source, target]: [End, End] = kind.isFrom ? [end, node] : [node, end];
    const own = toOwnFields(edgeType, typeOf(corpus, kind.isFrom ? node : end));
    for (const { name, label, as } of own)
      if (typeof as === 'object' && !said[name])
        missing[`${kind.name}.${name}`] = `Choose: ${label.toLowerCase()}.`;
    for (const [name, fault] of Object.entries(findDateFaults(own, said)))
      missing[`${kind.name}.${name}`] = fault;
    if (typeof end !== 'string') {
      if (end.label.trim() === '') missing[`${kind.name}.label`] = 'It needs a name.';
      if (end.passages.length === 0)
        missing[kind.name] = 'Which words name them? Select those in the article, then use them here.';
      if (end.type === 'topic')
        for (const [pole, words] of Object.entries(end.poles))
          if (words.trim() === '') missing[`${kind.name}.poles.${pole}`] = 'A topic needs both its poles.';
    }
    lines.push({
      type: edgeType,
      source,
      target,
      basis: 'stated',
      ...readValues(own, said),
      passages: lineWords ?? passages.slice(0, 1),
    } as NewEdge);
  }
  if (Object.keys(missing).length > 0) throw new FormError(missing);
  const name = `${base ? 'Changed' : 'Added'} ${quoted(node.label)}`;
  if (base && base.type !== type) {
    const { id: _, ...fresh } = node;
    return { ...toRetyped(corpus, base as GraphNode, fresh), name };
  }
  const { edit, ids } = toEntry(corpus, [node], lines);
  return { edit, id: ids[0]!, name };
}

/** What the forms that are being saved are of; undefined is something new. */
const saving = new Set<Draft['base']>();

/** Saves a form as one act; until it is, nothing is written in it. What is wrong with it is returned, and nothing is changed then. */
export async function save(opened: Opened, draft: Draft): Promise<Faults | undefined> {
  const { base } = draft;
  saving.add(base);
  try {
    const { edit, name, id } = toEdit(opened, draft);
    await act(name, edit);
    const { changed } = useCoding.getState();
    const ends =
      draft.is === 'edge' ? [draft.source, draft.target] : Object.values(draft.along).map(({ end }) => end);
    // What was new has its id by now.
    const { corpus } = useStore.getState().opened!;
    const used = ends.flatMap((end) =>
      typeof end === 'string'
        ? end
        : ((edit.put ?? []).find(
            (item) => end && 'label' in item && item.label === end.label && item.type === end.type,
          )?.id ?? []),
    );
    setCoding({
      ...(base ? {} : { draft: undefined, words: undefined }),
      changed: new Map([...changed].filter(([key]) => key !== base?.id)),
    });
    rememberChosen(used.filter((one) => corpus.nodes.has(one)));
    if (!base || id !== base.id) select(id);
    if (!base) giveBack();
    return undefined;
  } catch (error) {
    return toFaults(opened, draft, error);
  } finally {
    saving.delete(base);
  }
}

/** Puts away what is being written. */
export function leave(draft: Draft): void {
  const { changed } = useCoding.getState();
  if (draft.base) setCoding({ changed: new Map([...changed].filter(([id]) => id !== draft.base!.id)) });
  else {
    setCoding({ draft: undefined });
    giveBack();
  }
}

/** Keeps what is written, but for what comes too late to be saved with the rest: shown, it would be taken for saved. */
export function write(draft: Draft): void {
  const { base } = draft;
  if (saving.has(base)) return;
  if (base) setCoding({ changed: new Map([...useCoding.getState().changed, [base.id, draft]]) });
  else setCoding({ draft });
}

export function toFaults(opened: Opened, draft: Draft | undefined, error: unknown): Faults {
  if (error instanceof FormError) return { fields: error.fields, all: [] };
  if (!(error instanceof CorpusError))
    return { fields: {}, all: [error instanceof Error ? error.message : String(error)] };
  const fields: Record<string, string> = {};
  const all: string[] = [];
  for (const { id, path, reason } of error.problems) {
    const told = reason.replace(/^(?:“”|is missing): /, '').replace(/^./, (letter) => letter.toUpperCase());
    const known = id === undefined ? undefined : (opened.corpus.nodes.get(id) ?? opened.corpus.edges.get(id));
    const isOwn = id !== undefined && (id === draft?.base?.id || !known);
    const field = /^[a-z]+(?:\.[a-z]+)?/i.exec(path ?? '')?.[0];
    if (isOwn && field !== undefined && draft) fields[field] = told;
    else if (known) all.push(`${'source' in known ? printEdge(opened, known) : known.label}: ${reason}`);
    else all.push(told);
  }
  return { fields, all };
}

/** Whether nothing is about a topic yet, which findOpen tells too. */
export const isUnused = ({ corpus }: Opened, node: GraphNode) =>
  node.type === 'topic' && !(incidenceOf(corpus).get(node.id) ?? []).some(({ type }) => type === 'about');
