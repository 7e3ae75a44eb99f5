// The topics of the codebook: each question with its poles and its note, and how many claims stand where; edited in place.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { toPositions, type Positions } from '../../core/debate';
import { compareNames } from '../../core/order';
import { EVERYTHING } from '../../core/query';
import { fold } from '../../core/text';
import type { Stance } from '../../core/vocabulary';
import { GrowingList } from '../panels/GrowingList';
import { count, countSaid, printNumber } from '../numbers';
import { show, useStore, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { STANCE_NAMES, STANCE_WORDS } from '../vocabulary';
import { useCoding } from './coding';
import { isUnused, startNode, toDraft } from './drafts';
import { giveKeyboard } from './FormFields';
import { ItemForm } from './ItemForm';
import { Merge, Remove } from './Reshape';
import buttons from '../ui/button.module.css';
import styles from './Codebook.module.css';

/** How many topics are listed before one asks for more. */
const FEW = 100;

/** What of a topic is being worked on. */
type Work = { id: string; step: 'edit' | 'merge' | 'remove' };

const toFolded = ({ topic: { label, aliases, poles, note } }: Positions) =>
  fold([label, ...(aliases ?? []), poles.for, poles.against, note ?? ''].join('\n'));

export function CodebookTopics({ opened, mayEdit }: { opened: Opened; mayEdit: boolean }) {
  const { corpus } = opened;
  const isByName = useStore((state) => state.view.order === 'name');
  const [text, setText] = useState('');
  const [work, setWork] = useState<Work>();
  const find = useRef<HTMLInputElement>(null);
  const all = useMemo(() => {
    const positions = toPositions(corpus);
    return isByName ? positions.toSorted((a, b) => compareNames(a.topic.label, b.topic.label)) : positions;
  }, [corpus, isByName]);
  const terms = fold(text).split(' ');
  const found = all.filter((position) => {
    const words = toFolded(position);
    return position.topic.id === work?.id || terms.every((term) => words.includes(term));
  });
  // Before whatever else gives the keyboard to a place.
  const left = useRef<string>(undefined);
  const leave = () => {
    left.current = work && `${work.step} ${work.id}`;
    setWork(undefined);
  };
  useLayoutEffect(() => {
    if (work || left.current === undefined) return;
    // What was worked on may be gone.
    giveKeyboard(document.getElementById(left.current) ?? find.current);
    left.current = undefined;
  }, [work]);
  return (
    <section className={styles.part} aria-labelledby="codebook-topics">
      <h3 id="codebook-topics" tabIndex={-1}>
        Topics <small>{printNumber(all.length)}</small>
      </h3>
      <div className={styles.tools}>
        <input
          ref={find}
          type="search"
          aria-label="Find a topic"
          placeholder="Find a topic"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label className={styles.sort}>
          Sort by
          <select
            className={buttons.button}
            value={isByName ? 'name' : 'number'}
            onChange={(event) => show({ order: event.target.value === 'name' ? 'name' : 'number' })}
          >
            <option value="number">use</option>
            <option value="name">name</option>
          </select>
        </label>
        {mayEdit && corpus.articles.size > 0 && (
          <button
            type="button"
            className={buttons.button}
            title="It rests on words of an article, which are selected there"
            onClick={() => startNode('topic')}
          >
            Add a topic…
          </button>
        )}
        <p role="status" className={text === '' ? 'unseen' : styles.hint}>
          {text !== '' && `${count(found.length, 'topic')} of ${all.length}`}
        </p>
      </div>
      {all.length === 0 && (
        <p className={styles.hint}>
          There is none yet. A topic is added with the first claim that is about it, or here; it rests on
          words of an article that raise it.
        </p>
      )}
      <GrowingList key={text} items={found} first={FEW} className={styles.list}>
        {(position) => (
          <Row
            key={position.topic.id}
            opened={opened}
            position={position}
            mayEdit={mayEdit}
            step={work?.id === position.topic.id ? work.step : undefined}
            begin={(step) => setWork({ id: position.topic.id, step })}
            leave={leave}
          />
        )}
      </GrowingList>
    </section>
  );
}

function Row({
  opened,
  position: { topic, numbers },
  mayEdit,
  step,
  begin,
  leave,
}: {
  opened: Opened;
  position: Positions;
  mayEdit: boolean;
  step: Work['step'] | undefined;
  begin: (step: Work['step']) => void;
  leave: () => void;
}) {
  const unsaved = useCoding((state) => state.changed.get(topic.id));
  const isUnsaved = unsaved?.base === topic;
  const { id, label, poles, note } = topic;
  return (
    <li className={styles.entry}>
      <div className={styles.top}>
        <TypeIcon type="topic" />
        <h4>
          <ItemLink id={id}>{label}</ItemLink>
        </h4>
      </div>
      {mayEdit && (step === 'edit' || (isUnsaved && step === undefined)) ? (
        <div className={styles.form}>
          <ItemForm
            opened={opened}
            draft={isUnsaved ? unsaved : toDraft(opened, topic)}
            isChanged={isUnsaved}
            isNew={false}
            close={step && leave}
          />
        </div>
      ) : mayEdit && step === 'merge' ? (
        <div className={styles.form}>
          <Merge opened={opened} item={topic} close={leave} />
        </div>
      ) : mayEdit && step === 'remove' ? (
        <div className={styles.form}>
          <Remove opened={opened} item={topic} close={leave} />
        </div>
      ) : (
        <>
          <ul className={styles.poles}>
            {(['for', 'against'] as const).map((stance) => (
              <li key={stance}>
                <KindIcon kind={stance} />
                <b>{STANCE_NAMES[stance]}</b>
                <span>{poles[stance]}</span>
                <Number topic={id} stance={stance} number={numbers[stance]} />
              </li>
            ))}
            {(['mixed', 'neutral'] as const)
              .filter((stance) => numbers[stance] > 0)
              .map((stance) => (
                <li key={stance}>
                  <KindIcon kind={stance} />
                  <b>{STANCE_NAMES[stance]}</b>
                  <span />
                  <Number topic={id} stance={stance} number={numbers[stance]} />
                </li>
              ))}
          </ul>
          {note !== undefined && <p className={styles.note}>{note}</p>}
          {isUnused(opened, topic) && <p className={styles.hint}>Nothing is about it yet.</p>}
          {mayEdit && (
            <div className={styles.acts} role="group" aria-label={`Change ‘${label}’`}>
              {(['edit', 'merge', 'remove'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  id={`${one} ${id}`}
                  className={buttons.plain}
                  onClick={() => begin(one)}
                >
                  {STEP_NAMES[one]}
                </button>
              ))}
            </div>
          )}
        </>
      )}
    </li>
  );
}

const STEP_NAMES = { edit: 'Edit', merge: 'Merge into…', remove: 'Remove…' } as const;

/** How many claims and recommendations stand on a side, as a link to them with their words. */
function Number({ topic, stance, number }: { topic: string; stance: Stance; number: number }) {
  return (
    <ViewLink
      to={{
        mode: 'table',
        table: { rows: 'nodes' },
        query: { ...EVERYTHING, type: ['claim', 'recommendation'], topic: [topic], stance: [stance] },
        focus: undefined,
      }}
      className={styles.number}
      title={`Show the ${countSaid(number)} ${STANCE_WORDS[stance]}`}
    >
      {number}
    </ViewLink>
  );
}
