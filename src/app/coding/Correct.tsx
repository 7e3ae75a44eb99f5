// Corrects an article, its text and what is said of it: what rests on its words is followed, and what cannot be is settled one by one before anything changes.
import { useEffect, useRef, useState } from 'react';
import type { Span } from '../../core/anchor';
import { toDetails } from '../../core/article/details';
import type { Settled } from '../../core/correction';
import { DetailFields } from '../importing/Details';
import { toWritten } from '../importing/draft';
import { readDraft } from '../project/journal';
import { useOpenProject } from '../project/project';
import type { Opened } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { readShown, toShown, toShownAt, toTextAt } from './area';
import { printRemoved, shorten } from './correction';
import { isSameWritten, useCorrecting, type Draft } from './correcting';
import { Outcome } from './Outcome';
import { toTrimmed } from './words';
import styles from './Correct.module.css';

/** A dialog that is open for as long as it is there. */
export function Correct({ opened, article, close }: { opened: Opened; article: string; close: () => void }) {
  const { dialog, leave } = useDialog();
  const project = useOpenProject();
  const id = project?.entry.id;
  const { corpus } = opened;
  const { node, text } = corpus.articles.get(article)!;
  const [begun, setBegun] = useState<{ draft: Draft | undefined }>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let left = false;
    const begin = (draft?: Draft) => !left && setBegun({ draft });
    readDraft(id, article).then(
      (kept) => {
        if (!kept) return begin();
        // It was begun from another text, as before an undo: its words are good, what was settled is not.
        const settled: Settled = new Map(kept.from === text ? kept.settled : []);
        const written = kept.written ?? toWritten(toDetails(corpus, article));
        return begin(kept.text === text && !kept.written ? undefined : { text: kept.text, written, settled });
      },
      () => begin(),
    );
    return () => {
      left = true;
    };
  }, [id, corpus, article, text]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Correct the article" onClose={close}>
      <h2>Correct ‘{node.label}’</h2>
      {begun && id !== undefined && (
        <Form
          opened={opened}
          article={article}
          project={id}
          locked={project?.locked}
          begun={begun.draft}
          close={leave}
        />
      )}
    </dialog>
  );
}

function Form({
  opened,
  article,
  project,
  locked,
  begun,
  close,
}: {
  opened: Opened;
  article: string;
  project: string;
  locked: string | undefined;
  begun: Draft | undefined;
  close: () => void;
}) {
  const { corpus } = opened;
  const correcting = useCorrecting(corpus, article, project, begun);
  const { text, written, before, details, lacks, draft, correction, isBusy } = correcting;
  const [selected, setSelected] = useState<Span>();
  const area = useRef<HTMLTextAreaElement>(null);
  const point = ({ start, end }: Span) => {
    const it = area.current!;
    it.focus();
    it.setSelectionRange(toShownAt(text, start), toShownAt(text, end));
    // Where the words are it scrolls to only when it gets the focus.
    it.blur();
    it.focus();
  };
  const isSame = text === corpus.articles.get(article)!.text && isSameWritten(before, written);
  const isBehind = draft.text !== text || draft.written !== written;
  const isLacking = Object.keys(lacks).length > 0;
  const isNothing = correction.edit !== undefined && Object.keys(correction.edit).length === 0;
  const trouble = correcting.failure ?? locked;
  return (
    <>
      <div className={styles.body}>
        <div className={styles.text}>
          <DetailFields
            written={written}
            write={(part) => correcting.write({ written: { ...written, ...part } })}
            lacks={lacks}
            isTried
            isDisabled={locked !== undefined || isBusy}
            text={text}
            known={details.authors}
          />
          <label htmlFor="corrected">The article’s text</label>
          <textarea
            id="corrected"
            ref={area}
            value={toShown(text)}
            readOnly={locked !== undefined || isBusy}
            spellCheck={false}
            aria-describedby="corrected-hint"
            onChange={(event) => {
              correcting.write({ text: readShown(event.target.value, text) });
              setSelected(undefined);
            }}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              setSelected(
                toTrimmed(text, { start: toTextAt(text, selectionStart), end: toTextAt(text, selectionEnd) }),
              )
            }
          />
          <p id="corrected-hint">
            {selected ? (
              <>
                Selected: <q>{shorten(text.slice(selected.start, selected.end))}</q>
              </>
            ) : (
              'Change it here. What is already coded follows its words.'
            )}
          </p>
        </div>
        <div className={styles.side} tabIndex={0} role="region" aria-label="What the correction does">
          {correcting.isResumed && (
            <p className={styles.begun}>
              You began this correction earlier; the graph is as it was.{' '}
              <button type="button" className={buttons.plain} onClick={correcting.startAnew}>
                Start anew
              </button>
            </p>
          )}
          {isSame && !isBehind ? (
            <p className={styles.none}>
              Nothing is changed yet. Mend what was copied or read wrongly: a word, a name, a line that is
              missing, its date; or paste a newer text over it. Passages keep their words; those whose words
              you change are listed here to be checked.
            </p>
          ) : (
            <Outcome
              opened={opened}
              article={article}
              text={draft.text}
              before={before}
              written={draft.written}
              correction={correction}
              settled={draft.settled}
              selected={isBehind ? undefined : selected}
              settle={correcting.settle}
              point={point}
            />
          )}
        </div>
      </div>
      {trouble !== undefined && (
        <p role="alert" className={styles.failure}>
          {trouble}
        </p>
      )}
      <div className={styles.actions}>
        <p>
          {isSame
            ? ''
            : isLacking
              ? 'The graph stays as it is until nothing is missing. What you did is kept.'
              : isNothing
                ? 'Nothing changes by it.'
                : correction.edit
                  ? printRemoved(corpus, correction.edit.remove)
                  : 'The graph stays as it is until all are settled. What you did is kept.'}
        </p>
        <button
          type="button"
          className={buttons.button}
          // What was done is kept by then.
          onClick={() => void correcting.keepAll().then(close)}
        >
          {isSame ? 'Cancel' : 'Close, and go on later'}
        </button>
        <button
          type="button"
          className={buttons.main}
          disabled={
            isSame || isBehind || isBusy || isLacking || isNothing || !correction.edit || locked !== undefined
          }
          onClick={() => void correcting.finish().then((isDone) => isDone && close())}
        >
          Correct the article
        </button>
      </div>
    </>
  );
}
