// The types of node and line in the codebook: what each means, with an example, how often it is used; adapted in place.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { DEFINITIONS, toDefining, toDefinition, toUses } from '../../core/codebook';
import type { Definition } from '../../core/schema';
import { EDGE_ENDS, type EdgeType, type NodeType } from '../../core/vocabulary';
import { EVERYTHING } from '../../core/query';
import { printNumber } from '../numbers';
import { act } from '../project/project';
import { useStore, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { LineSample } from '../ui/LineSample';
import { ViewLink } from '../ui/ViewLink';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { setCoding, toMeaningKey, useCoding, type Values } from './coding';
import { NO_FAULTS, toFaults, type Faults } from './drafts';
import { OF_DEFINITIONS, readValues, toValues } from './fields';
import { Fields, giveKeyboard, toFormKeys } from './FormFields';
import { Meaning } from './ItemForm';
import buttons from '../ui/button.module.css';
import forms from './Editor.module.css';
import styles from './Codebook.module.css';

type Type = NodeType | EdgeType;
const isNodeType = (type: Type): type is NodeType => type in NODE_LOOK;
const toName = (type: Type) => (isNodeType(type) ? NODE_LOOK[type].one : EDGE_LOOK[type].name);

export function CodebookTypes({ opened, mayEdit }: { opened: Opened; mayEdit: boolean }) {
  const lists = [
    { id: 'codebook-nodes', name: 'Types of node', types: Object.keys(NODE_LOOK) as NodeType[] },
    { id: 'codebook-lines', name: 'Types of line', types: Object.keys(EDGE_LOOK) as EdgeType[] },
  ];
  return lists.map(({ id, name, types }) => (
    <section key={id} className={styles.part} aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {name}
      </h3>
      <ul className={styles.list}>
        {types.map((type) => (
          <Row key={type} opened={opened} type={type} mayEdit={mayEdit} />
        ))}
      </ul>
    </section>
  ));
}

function Row({ opened: { corpus }, type, mayEdit }: { opened: Opened; type: Type; mayEdit: boolean }) {
  const key = toMeaningKey(
    useStore((state) => state.openings),
    type,
  );
  const isOpen = useCoding((state) => state.meanings.has(key));
  const button = useRef<HTMLButtonElement>(null);
  const isOwn = corpus.definitions?.[type] !== undefined;
  const uses = toUses(corpus)[type];
  const name = toName(type);
  // Before whatever else gives the keyboard to a place.
  const wasLeft = useRef(false);
  const leave = () => {
    wasLeft.current = true;
    write(key);
  };
  useLayoutEffect(() => {
    if (isOpen || !wasLeft.current) return;
    wasLeft.current = false;
    giveKeyboard(button.current);
  }, [isOpen]);
  return (
    <li className={styles.entry}>
      <div className={styles.top}>
        {isNodeType(type) ? <TypeIcon type={type} /> : <LineSample type={type} />}
        <h4>{name}</h4>
        {!isNodeType(type) && <small>{printEnds(type)}</small>}
        {isOwn && <em>adapted</em>}
        <ViewLink
          to={{
            mode: 'table',
            ...(isNodeType(type)
              ? { table: { rows: 'nodes' as const }, query: { ...EVERYTHING, type: [type] } }
              : { table: { rows: 'edges' as const }, query: { ...EVERYTHING, edge: [type] } }),
            focus: undefined,
          }}
          className={styles.number}
          title={`Show all ${printNumber(uses)} of them`}
        >
          {printNumber(uses)}
        </ViewLink>
      </div>
      {isOpen && mayEdit ? (
        <MeaningForm corpus={corpus} type={type} name={name} meaningKey={key} isOwn={isOwn} leave={leave} />
      ) : (
        <>
          <Meaning of={toDefinition(corpus, type)} />
          {mayEdit && (
            <div className={styles.acts}>
              <button
                ref={button}
                type="button"
                className={buttons.plain}
                aria-label={`Edit what ‘${name}’ means`}
                onClick={() => write(key, { values: undefined })}
              >
                Edit
              </button>
            </div>
          )}
        </>
      )}
    </li>
  );
}

const toMany = (types: readonly NodeType[]) =>
  types.map((type) => NODE_LOOK[type].one.toLowerCase()).join(', ');
const printEnds = (type: EdgeType) => `${toMany(EDGE_ENDS[type][0])} → ${toMany(EDGE_ENDS[type][1])}`;

/** Keeps what is written of a meaning; without `kept`, nothing any more. */
function write(key: string, kept?: { values: Values | undefined }): void {
  const others = [...useCoding.getState().meanings].filter(([other]) => other !== key);
  setCoding({ meanings: new Map(kept ? [...others, [key, kept.values]] : others) });
}

/** What a type means, written anew; `leave` ends it. */
function MeaningForm({
  corpus,
  type,
  name,
  meaningKey,
  isOwn,
  leave,
}: {
  corpus: Opened['corpus'];
  type: Type;
  name: string;
  meaningKey: string;
  isOwn: boolean;
  leave: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const written = useCoding((state) => state.meanings.get(meaningKey));
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const values = written ?? toValues(toDefinition(corpus, type), OF_DEFINITIONS);
  useEffect(() => form.current!.querySelector('textarea')!.focus(), []);
  const define = async (definition: Definition, told: string) => {
    try {
      await act(told, toDefining(type, definition));
      leave();
    } catch (error) {
      setFaults(toFaults({ corpus } as Opened, undefined, error));
    }
  };
  const save = () => {
    const definition = readValues(OF_DEFINITIONS, values) as Definition;
    if (definition.means === undefined) setFaults({ fields: { means: 'Say what it means.' }, all: [] });
    else if (written === undefined) leave();
    else void define(definition, `Changed what ‘${name}’ means`);
  };
  return (
    <form
      ref={form}
      className={`${styles.form} ${forms.form}`}
      aria-label={`Edit what ‘${name}’ means`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={toFormKeys(save, leave)}
    >
      {faults.all.length > 0 && (
        <div role="alert" className={forms.refused}>
          {faults.all.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <Fields
        fields={OF_DEFINITIONS}
        values={values}
        change={(next) => write(meaningKey, { values: next })}
        faults={faults.fields}
      />
      <div className={forms.foot}>
        <button type="submit" className={buttons.main} disabled={written === undefined}>
          Save
        </button>
        <button type="button" className={buttons.button} onClick={leave}>
          Cancel
        </button>
        {isOwn && (
          <button
            type="button"
            className={buttons.button}
            title={DEFINITIONS[type].means}
            onClick={() => void define(DEFINITIONS[type], `Set ‘${name}’ back to its built-in meaning`)}
          >
            Set back
          </button>
        )}
        <small>{written === undefined ? 'Nothing is changed' : 'Enter saves'}</small>
      </div>
    </form>
  );
}
