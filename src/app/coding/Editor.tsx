// What is selected, or something new, in a form in which everything of it can be written.
import { useState } from 'react';
import { toDefinition } from '../../core/codebook';
import { toEdgeTypes } from '../../core/coding';
import type { GraphEdge, GraphNode } from '../../core/model';
import type { NodeType } from '../../core/vocabulary';
import { useOpenProject } from '../project/project';
import { useStore, type Opened } from '../store';
import { EdgeGroups } from '../panels/EdgeGroups';
import { ItemIcon } from '../ui/ItemIcon';
import { LineSample } from '../ui/LineSample';
import { TypeIcon } from '../ui/Icon';
import { NODE_LOOK } from '../vocabulary';
import { printEdge } from '../words';
import { setCoding, useCoding, type Draft } from './coding';
import { isUnused, leave, startEdge, startNode, toDraft, typeOf, withEnds, write } from './drafts';
import { ItemForm, toTitle } from './ItemForm';
import { Linking } from './Linking';
import { Origin } from '../panels/Origin';
import { Merge, Remove, Split, type Reshaping } from './Reshape';
import buttons from '../ui/button.module.css';
import styles from './Editor.module.css';

/** `close` leaves it, where it stands in place of something else. */
export function Editor({ opened, close }: { opened: Opened; close?: () => void }) {
  const project = useOpenProject();
  const selection = useStore((state) => state.view.selection);
  const openings = useStore((state) => state.openings);
  const isBesideArticle = useStore((state) => state.view.mode === 'code');
  const { draft: last, beside, opening, changed } = useCoding();
  // What was begun in another project rests on words that are not here.
  const draft = opening === openings ? last : undefined;
  const item =
    selection === undefined
      ? undefined
      : (opened.corpus.nodes.get(selection) ?? opened.corpus.edges.get(selection));
  if (!project) return null;
  if (project.locked !== undefined) return <p className={styles.none}>{project.locked}</p>;
  const isWaiting = draft !== undefined && beside !== selection && item !== undefined;
  if (draft && !isWaiting) return <Titled draft={draft} opened={opened} />;
  return (
    <div className={styles.editor}>
      {/* Beside an article, that follows what is dragged. */}
      {!isBesideArticle && <Linking opened={opened} />}
      {draft && (
        <div className={styles.waiting} role="status">
          <span>{toTitle(draft)}: not saved yet.</span>
          {draft.is === 'edge' &&
            draft.target === undefined &&
            item &&
            !('source' in item) &&
            toEdgeTypes(typeOf(opened.corpus, draft.source), item.type).length > 0 && (
              <button
                type="button"
                className={buttons.plain}
                onClick={() => {
                  write(withEnds(opened.corpus, draft, { target: item.id }));
                  setCoding({ beside: selection });
                }}
              >
                Lead it here
              </button>
            )}
          <button type="button" className={buttons.plain} onClick={() => setCoding({ beside: selection })}>
            Go on
          </button>
          <button type="button" className={buttons.plain} onClick={() => leave(draft)}>
            Discard
          </button>
        </div>
      )}
      {item ? (
        <Item key={item.id} opened={opened} item={item} unsaved={changed.get(item.id)} close={close} />
      ) : (
        <Nothing opened={opened} />
      )}
    </div>
  );
}

function Titled({ opened, draft }: { opened: Opened; draft: Draft }) {
  return (
    <div className={styles.editor}>
      <h2 className={styles.title}>
        {draft.is === 'node' ? <TypeIcon type={draft.type} /> : <LineSample />}
        {toTitle(draft)}
      </h2>
      <ItemForm key={toTitle(draft)} opened={opened} draft={draft} isChanged isNew />
    </div>
  );
}

function Item({
  opened,
  item,
  unsaved,
  close,
}: {
  opened: Opened;
  item: GraphNode | GraphEdge;
  unsaved: Draft | undefined;
  close: (() => void) | undefined;
}) {
  const [step, setStep] = useState<Reshaping>();
  const end = () => setStep(undefined);
  const isUnsaved = unsaved?.base === item;
  const draft = isUnsaved ? unsaved : toDraft(opened, item);
  const isNode = !('source' in item);
  return (
    <>
      <h2 className={styles.title}>
        <ItemIcon item={item} />
        <span>{isNode ? NODE_LOOK[item.type].one : printEdge(opened, item)}</span>
      </h2>
      {unsaved && !isUnsaved && (
        <div className={styles.waiting} role="status">
          <span>It was changed otherwise, as by undoing, before what you wrote here was saved.</span>
          <button type="button" className={buttons.plain} onClick={() => write({ ...unsaved, base: item })}>
            Bring back what I wrote
          </button>
          <button type="button" className={buttons.plain} onClick={() => leave(unsaved)}>
            Discard
          </button>
        </div>
      )}
      {isNode && isUnused(opened, item) && (
        <p className={styles.lacks}>Nothing is about it yet: choose it for a claim, or remove it.</p>
      )}
      {step === 'remove' ? (
        <Remove opened={opened} item={item} close={end} />
      ) : step === 'merge' && isNode ? (
        <Merge opened={opened} item={item} close={end} />
      ) : step === 'split' && isNode ? (
        <Split opened={opened} item={item} close={end} />
      ) : (
        <>
          <ItemForm opened={opened} draft={draft} isChanged={isUnsaved} isNew={false} close={close} />
          <div className={styles.whole} role="group" aria-label="All of it">
            {isNode && item.type !== 'article' && (
              <>
                <button
                  type="button"
                  className={`${buttons.button} ${styles.handle}`}
                  title="Drag it onto what it is to be linked with, on the map, in the article or in a list; or click to choose"
                  data-link-from={item.id}
                  onClick={() => startEdge({ source: item.id })}
                >
                  Link to…
                </button>
                <button type="button" className={buttons.button} onClick={() => setStep('merge')}>
                  Merge into…
                </button>
                <button type="button" className={buttons.button} onClick={() => setStep('split')}>
                  Split…
                </button>
              </>
            )}
            <button type="button" className={buttons.button} onClick={() => setStep('remove')}>
              Remove…
            </button>
          </div>
          {isNode && (
            <div className={styles.lines}>
              <EdgeGroups opened={opened} node={item} />
            </div>
          )}
          <Origin item={item} />
        </>
      )}
    </>
  );
}

const OFFERED = [
  'claim',
  'recommendation',
  'person',
  'organisation',
  'report',
  'topic',
] as const satisfies readonly NodeType[];

/** What can be begun where nothing is selected. */
function Nothing({ opened }: { opened: Opened }) {
  const words = useCoding((state) => state.words);
  return (
    <div className={styles.none}>
      <p>
        {words
          ? 'The selected words are, or tell of, …'
          : 'Select words in the article to code them, or something on the map to edit it.'}
      </p>
      <ul className={styles.kinds}>
        {OFFERED.map((type) => (
          <li key={type}>
            <button
              type="button"
              className={buttons.button}
              title={toDefinition(opened.corpus, type).means}
              onClick={() => startNode(type)}
            >
              <TypeIcon type={type} /> {NODE_LOOK[type].one}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={buttons.button} onClick={() => startEdge()}>
            <LineSample type="supports" /> Line
          </button>
        </li>
      </ul>
    </div>
  );
}
