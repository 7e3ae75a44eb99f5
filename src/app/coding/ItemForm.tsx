// The form in which a node or a line is written, new or anew.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { toAnchor } from '../../core/act';
import { findNearest, locate } from '../../core/anchor';
import { printTopic, toDefinition } from '../../core/codebook';
import { toEdgeTypes, type End, type NewNode } from '../../core/coding';
import type { Anchor, Definition } from '../../core/schema';
import { EDGE_ENDS, EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from '../../core/vocabulary';
import { select, show, useStore, type Opened } from '../store';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { useCoding, type Along, type Draft, type Values } from './coding';
import {
  KINDS,
  leave,
  NO_FAULTS,
  save,
  toAlong,
  toLinesOf,
  toSelectedWords,
  TWINS,
  typeOf,
  withEnds,
  write,
  type EdgeDraft,
  type Faults,
  type Kind,
} from './drafts';
import { isDated, toEdgeFields, toNodeFields, toOwnFields } from './fields';
import { Fields, PassageList, toFormKeys } from './FormFields';
import { Fault, NodeChoice } from './NodeChoice';
import buttons from '../ui/button.module.css';
import styles from './Editor.module.css';

/** What a type means, with an example in the words of an article. */
export function Meaning({ of: { means, example, as, rule } }: { of: Definition }) {
  return (
    <div className={styles.meaning}>
      <p>
        {means} {example && <q>{example}</q>}
        {as && ` ${as}`}
      </p>
      {rule && <p>{rule}</p>}
    </div>
  );
}

/** `isChanged` says whether anything of it is not saved yet; `close` is what leaves a form in which nothing is. */
export function ItemForm({
  opened,
  draft: written,
  isChanged,
  isNew,
  close,
}: {
  opened: Opened;
  draft: Draft;
  isChanged: boolean;
  isNew: boolean;
  close?: (() => void) | undefined;
}) {
  const form = useRef<HTMLFormElement>(null);
  // It was asked for just now.
  const takesKeyboard = isNew || close !== undefined;
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const [isSaving, setSaving] = useState(false);
  // The selected words are asked for anew when others are selected.
  useCoding((state) => state.words);
  useStore((state) => state.view.coded);
  const selected = toSelectedWords(opened);
  // Something new that has no words yet rests on those that are selected.
  const draft: Draft =
    isNew && written.passages.length === 0 && selected ? { ...written, passages: [selected] } : written;
  useEffect(() => {
    if (!takesKeyboard) return;
    const first = form.current!.querySelector<HTMLElement>('[data-first], input, textarea');
    first?.focus();
    if (first instanceof HTMLTextAreaElement) first.select();
  }, [takesKeyboard]);
  // Whoever saved goes on where something is wrong.
  useLayoutEffect(() => {
    if (faults === NO_FAULTS) return;
    form
      .current!.querySelector<HTMLElement>(
        '[data-fault="true"] :is(input, textarea, button, select), [role="alert"]',
      )
      ?.focus();
  }, [faults]);
  const submit = async () => {
    if (isSaving) return;
    setSaving(true);
    const found = await save(opened, draft);
    setSaving(false);
    setFaults(found ?? NO_FAULTS);
    if (!found && !isNew) close?.();
  };
  const undo = () => {
    if (isSaving) return;
    setFaults(NO_FAULTS);
    leave(draft);
    close?.();
  };
  const goTo =
    draft.base &&
    ((place: number) => {
      select(draft.base!.id, place);
      if (useStore.getState().view.mode === 'code') show({ coded: draft.base!.passages[place]?.article });
    });
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={toTitle(draft)}
      aria-busy={isSaving}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={toFormKeys(() => void submit(), isChanged || close ? undo : undefined)}
    >
      {faults.all.length > 0 && (
        <div role="alert" tabIndex={-1} className={styles.refused}>
          <p>This cannot be saved:</p>
          <ul>
            {faults.all.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {draft.is === 'node' ? (
        <NodeFields opened={opened} draft={draft} faults={faults.fields} selected={selected} goTo={goTo} />
      ) : (
        <EdgeFields opened={opened} draft={draft} faults={faults.fields} selected={selected} goTo={goTo} />
      )}
      {(isChanged || close) && (
        <div className={styles.foot}>
          <button type="submit" className={buttons.main} disabled={!isChanged && !isNew}>
            Save
          </button>
          <button type="button" className={buttons.button} onClick={undo}>
            {isChanged && !isNew ? 'Leave as it was' : 'Cancel'}
          </button>
          <small>{isSaving ? 'Saving…' : isChanged ? 'Enter saves' : 'Nothing is changed'}</small>
        </div>
      )}
    </form>
  );
}

/** What a form is called. */
export function toTitle(draft: Draft): string {
  if (draft.is === 'edge') return draft.base ? 'Edit line' : 'New line';
  return `${draft.base ? 'Edit' : 'New'} ${NODE_LOOK[draft.type].one.toLowerCase()}`;
}

type PartProps<D> = {
  opened: Opened;
  draft: D;
  faults: Readonly<Record<string, string>>;
  selected: Anchor | undefined;
  goTo: ((place: number) => void) | undefined;
};
type NodeDraft = Extract<Draft, { is: 'node' }>;

function NodeFields({ opened, draft, faults, selected, goTo }: PartProps<NodeDraft>) {
  const { type, values, passages, datePassage, base } = draft;
  const fields = toNodeFields(type);
  const change = (next: Values) => write({ ...draft, values: next });
  // What turns out to be of another type takes its lines along; more are entered after that.
  const kinds: readonly Kind[] = base && base.type !== type ? [] : KINDS[type];
  const isOpen = (kind: Kind) => !base || (kind.isNeeded && toLinesOf(opened, base.id, kind).length === 0);
  const [first, later] = [kinds.filter(isOpen), kinds.filter((kind) => !isOpen(kind))];
  const toPart = (kind: Kind) => (
    <AlongFields
      key={kind.name}
      opened={opened}
      draft={draft}
      kind={kind}
      faults={faults}
      selected={selected}
    />
  );
  const isFaulty = fields.some(({ name, isMore }) => isMore && faults[name] !== undefined);
  return (
    <>
      <Meaning of={toDefinition(opened.corpus, type)} />
      {/* What a coding is not whole without comes first where it is there but for that. */}
      {base && first.map(toPart)}
      <Fields
        fields={fields.filter(({ isMore }) => !isMore)}
        values={values}
        change={change}
        faults={faults}
      />
      {!base && first.map(toPart)}
      {isDated(fields) && values.date !== '' && (
        <PassageList
          name="Words that give the date"
          anchors={datePassage ? [datePassage] : []}
          change={(anchors) => write({ ...draft, datePassage: anchors[0] })}
          selected={selected}
          fault={faults.datePassage}
          most={1}
        />
      )}
      <PassageList
        name={passages.length > 1 ? 'The words it rests on' : 'Its words'}
        anchors={passages}
        change={(anchors) => write({ ...draft, passages: anchors })}
        selected={selected}
        goTo={goTo}
        fault={faults.passages}
      />
      <details className={styles.more} open={isFaulty || undefined}>
        <summary>More</summary>
        {TWINS[type].length > 0 && base && (
          <TypeSelect
            type={type}
            types={TWINS[type]}
            change={(other) => write({ ...draft, type: other, along: {} })}
          />
        )}
        <Fields
          fields={fields.filter(({ isMore }) => isMore)}
          values={values}
          change={change}
          faults={faults}
        />
        {later.map(toPart)}
      </details>
    </>
  );
}

function TypeSelect({
  type,
  types,
  change,
}: {
  type: NodeType;
  types: readonly NodeType[];
  change: (type: NodeType) => void;
}) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        It is in truth a
      </label>
      <select id={id} value={type} onChange={(event) => change(event.target.value as NodeType)}>
        {types.map((one) => (
          <option key={one} value={one}>
            {NODE_LOOK[one].one.toLowerCase()}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where a name stands nearest to some words of their article. */
function findNamed({ corpus }: Opened, name: string, words: Anchor | undefined): Anchor[] {
  const article = words && corpus.articles.get(words.article);
  if (!article) return [];
  const place = findNearest(article.text, name, locate(article.text, words)[0]?.start ?? 0);
  return place ? [toAnchor(corpus, words.article, place)] : [];
}

/** What a node is entered with: the node at the other end of a line, and what the line says. */
function AlongFields({
  opened,
  draft,
  kind,
  faults,
  selected,
}: Omit<PartProps<NodeDraft>, 'goTo'> & { kind: Kind }) {
  const { name, label, lacks, more, types, toType, isFrom } = kind;
  const { base, along, passages, type } = draft;
  const lines = base ? toLinesOf(opened, base.id, kind) : [];
  const {
    end,
    values,
    passages: lineWords,
  } = along[name] ?? { values: toAlong(opened.corpus, kind, passages[0]) };
  const change = (next: Partial<Along>) =>
    write({ ...draft, along: { ...along, [name]: { end, values, passages: lineWords, ...next } } });
  const endType = typeOf(opened.corpus, end);
  const fields = endType ? toOwnFields(toType(endType), isFrom ? type : endType) : [];
  const create = (of: NodeType, called: string): End =>
    of === 'topic'
      ? { type: of, label: called, poles: { for: '', against: '' }, passages: passages.slice(0, 1) }
      : ({ type: of, label: called, passages: findNamed(opened, called, passages[0]) } as NewNode);
  const known = typeof end === 'string' ? opened.corpus.nodes.get(end) : undefined;
  return (
    <section className={styles.part} data-lacking={base !== undefined && lines.length === 0 && lacks !== ''}>
      {base && lines.length === 0 && lacks !== '' && <p className={styles.lacks}>{lacks}</p>}
      <NodeChoice
        opened={opened}
        label={lines.length > 0 ? more : label}
        types={types}
        value={end}
        choose={(next) => change({ end: next })}
        create={create}
        without={[...(base ? [base.id] : []), ...(name === 'topic' ? lines.map(({ target }) => target) : [])]}
        fault={faults[name]}
      />
      {end !== undefined && typeof end !== 'string' && (
        <div className={styles.fresh}>
          <Fields
            fields={toNodeFields(end.type).filter(({ isMore, as }) => !isMore && as === 'line')}
            values={toNewValues(end)}
            change={(next) => change({ end: withNewValues(end, next) })}
            faults={faults}
            prefix={`${name}.`}
          />
          {end.type !== 'topic' && (
            <PassageList
              name="The words that name it"
              anchors={end.passages}
              change={(anchors) => change({ end: { ...end, passages: [...anchors] } })}
              selected={selected}
              most={1}
            />
          )}
        </div>
      )}
      {known?.type === 'topic' && <p className={styles.hint}>{printTopic(known)}</p>}
      <Fields
        fields={fields.filter(({ isMore }) => !isMore)}
        values={values}
        change={(next) => change({ values: next })}
        faults={faults}
        prefix={`${name}.`}
      />
      {fields.some(({ isMore }) => isMore) && (
        <details className={styles.more}>
          <summary>Role, date and words</summary>
          <Fields
            fields={fields.filter(({ isMore }) => isMore)}
            values={values}
            change={(next) => change({ values: next })}
            faults={faults}
            prefix={`${name}.`}
          />
          <PassageList
            name="The words by which it is theirs"
            anchors={lineWords ?? passages.slice(0, 1)}
            change={(anchors) => change({ passages: anchors.length > 0 ? anchors : undefined })}
            selected={selected}
          />
        </details>
      )}
    </section>
  );
}

const toNewValues = (end: NewNode): Values => ({
  label: end.label,
  ...(end.type === 'topic' && { 'poles.for': end.poles.for, 'poles.against': end.poles.against }),
});
const withNewValues = (end: NewNode, values: Values): NewNode => ({
  ...end,
  label: values.label!,
  ...(end.type === 'topic' && { poles: { for: values['poles.for']!, against: values['poles.against']! } }),
});

/** All types of node that a line may lead from, or to. */
const toEnds = (side: 0 | 1): NodeType[] => {
  const some = new Set<NodeType>(EDGE_TYPES.flatMap((type) => [...EDGE_ENDS[type][side]]));
  return NODE_TYPES.filter((type) => some.has(type));
};
const [SOURCES, TARGETS] = [toEnds(0), toEnds(1)];

function EdgeFields({ opened, draft, faults, selected, goTo }: PartProps<EdgeDraft>) {
  const { source, target, type, values, passages, datePassage, base } = draft;
  const id = useId();
  const [from, to] = [typeOf(opened.corpus, source), typeOf(opened.corpus, target)];
  const types = toEdgeTypes(from, to);
  const fields = toEdgeFields(type, to, values);
  const change = (next: Values) => write({ ...draft, values: next });
  const lead = (ends: Partial<Pick<EdgeDraft, 'source' | 'target'>>) =>
    write(withEnds(opened.corpus, draft, ends));
  const [main, later] = [fields.filter(({ isMore }) => !isMore), fields.filter(({ isMore }) => isMore)];
  const isFaulty = later.some(({ name }) => faults[name] !== undefined);
  const ids = [source, target].filter((end) => typeof end === 'string');
  return (
    <>
      <NodeChoice
        opened={opened}
        label="From"
        types={to ? SOURCES.filter((one) => toEdgeTypes(one, to).length > 0) : SOURCES}
        value={source}
        choose={(end) => lead({ source: end })}
        without={ids}
        fault={faults.source}
        isFirst={source === undefined}
      />
      <NodeChoice
        opened={opened}
        label="To"
        types={from ? TARGETS.filter((one) => toEdgeTypes(from, one).length > 0) : TARGETS}
        value={target}
        choose={(end) => lead({ target: end })}
        without={ids}
        fault={faults.target}
        isFirst={source !== undefined && target === undefined}
      />
      {from && to && (
        <div className={styles.field} data-fault={faults.type !== undefined}>
          <label className={styles.label} htmlFor={id}>
            What the one does
          </label>
          <select
            id={id}
            value={type ?? ''}
            aria-describedby={faults.type && `${id}f`}
            onChange={(event) => write({ ...draft, type: event.target.value as EdgeType })}
          >
            {!type && <option value="">choose…</option>}
            {types.map((one) => (
              <option key={one} value={one}>
                {EDGE_LOOK[one].out}
              </option>
            ))}
          </select>
          <Fault id={`${id}f`}>{faults.type}</Fault>
          {types.length === 0 && <p className={styles.fault}>Nothing may lead from the one to the other.</p>}
        </div>
      )}
      {type && <Meaning of={toDefinition(opened.corpus, type)} />}
      <Fields fields={main} values={values} change={change} faults={faults} />
      <PassageList
        name={passages.length > 1 ? 'The words it rests on' : 'Its words'}
        anchors={passages}
        change={(anchors) => write({ ...draft, passages: anchors })}
        selected={selected}
        goTo={base && goTo}
        fault={faults.passages}
      />
      {later.length > 0 && (
        <details className={styles.more} open={isFaulty || undefined}>
          <summary>More</summary>
          <Fields fields={later} values={values} change={change} faults={faults} />
          {values.date && (
            <PassageList
              name="Words that give the date"
              anchors={datePassage ? [datePassage] : []}
              change={(anchors) => write({ ...draft, datePassage: anchors[0] })}
              selected={selected}
              most={1}
            />
          )}
        </details>
      )}
    </>
  );
}
