// Asks a language model that the reader names for further proposals; off unless it is used, and it says what is sent where.
import { useEffect, useRef, useState } from 'react';
import { measure } from '../../core/article/english';
import { toFurther } from '../../core/extract/coded';
import type { Believed } from '../../core/extract/endpoint';
import { toKnownActors } from '../../core/extract/known';
import { ask, type Endpoint } from '../endpoint';
import { count, printNumber } from '../numbers';
import { keepProposals, useProject } from '../project/project';
import { toFailure, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { setCoding, useCoding } from './coding';
import { proposeFrom } from './decide';
import styles from './Ask.module.css';

type State =
  | { is: 'asking'; failure?: string }
  | { is: 'waiting'; share: number }
  | { is: 'done'; added: number; known: number; dropped: Believed['dropped'] };

export function Ask({ opened, article, close }: { opened: Opened; article: string; close: () => void }) {
  const { corpus } = opened;
  const { node, text, leftOut } = corpus.articles.get(article)!;
  const { dialog, leave } = useDialog();
  const leaving = useRef<AbortController>(undefined);
  const [endpoint, setEndpoint] = useState(() => useCoding.getState().endpoint);
  const [state, setState] = useState<State>({ is: 'asking' });
  useEffect(() => () => leaving.current?.abort(), []);
  const change = (part: Partial<Endpoint>) => setEndpoint({ ...endpoint, ...part });
  const send = async () => {
    const { project } = useProject.getState();
    if (!project) return leave();
    setCoding({ endpoint });
    const work = new AbortController();
    leaving.current = work;
    setState({ is: 'waiting', share: 0 });
    try {
      // What is proposed without a model comes first, if it is not there yet.
      if (!project.proposals.has(article) && measure(text).isEnglish) await proposeFrom(article);
      const furniture = leftOut.map(({ start, end, reason }) => ({ start, end, reason }));
      const { proposals, dropped } = await ask(endpoint, { text, furniture }, toKnownActors(corpus), {
        signal: work.signal,
        tell: (share) => setState({ is: 'waiting', share }),
      });
      const { project: now } = useProject.getState();
      if (now?.entry.id !== project.entry.id) return leave();
      const earlier = now.proposals.get(article) ?? [];
      const further = toFurther(text, earlier, proposals);
      if (further.length > 0) keepProposals(article, [...earlier, ...further]);
      setCoding({ panel: 'proposals' });
      setState({ is: 'done', added: further.length, known: proposals.length - further.length, dropped });
    } catch (error) {
      if (!work.signal.aborted) setState({ is: 'asking', failure: toFailure(error).sentence });
    }
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Ask a language model" onClose={close}>
      <h2>Ask a language model</h2>
      {state.is === 'asking' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p>
            Besides what is proposed here, without any model, a service that speaks OpenAI’s API can be asked:
            Ollama or llama.cpp on your own machine, or one that you have a key for. Of its answer only what
            stands in the article to the letter is proposed; you decide on each.
          </p>
          <label className={styles.field}>
            Address
            <input
              type="url"
              required
              value={endpoint.address}
              onChange={(event) => change({ address: event.target.value })}
            />
          </label>
          <label className={styles.field}>
            Model
            <input
              required
              value={endpoint.model}
              placeholder="as the service calls it"
              autoComplete="off"
              onChange={(event) => change({ model: event.target.value })}
            />
          </label>
          <label className={styles.field}>
            Key, if it wants one
            <input
              type="password"
              autoComplete="off"
              value={endpoint.key ?? ''}
              onChange={(event) => change({ key: event.target.value || undefined })}
            />
            <small>It is sent to this address only, and forgotten when you leave the page.</small>
          </label>
          {state.failure !== undefined && <p role="alert">{state.failure}</p>}
          <p className={styles.sent}>
            <strong>What is sent:</strong> the words of “{node.label}” ({printNumber(text.length)} characters,
            without page furniture) and the names in it that the graph knows, to <bdi>{endpoint.address}</bdi>
            . Nothing else, and nothing before you press the button.
          </p>
          <div className={styles.actions}>
            <button type="button" className={buttons.button} onClick={leave}>
              Cancel
            </button>
            <button type="submit" className={buttons.main}>
              Send this article
            </button>
          </div>
        </form>
      )}
      {state.is === 'waiting' && (
        <>
          <p role="status">Waiting for the answer. A model on your own machine may take minutes.</p>
          <progress aria-label="Answered" {...(state.share > 0 && { value: state.share, max: 1 })} />
          <div className={styles.actions}>
            <button type="button" className={buttons.button} onClick={leave}>
              Cancel
            </button>
          </div>
        </>
      )}
      {state.is === 'done' && (
        <>
          <p role="status">
            {count(state.added, 'proposal was', 'proposals were')} added to the list
            {state.known > 0 && `; ${count(state.known, 'was', 'were')} in it already`}.
          </p>
          {state.dropped.length > 0 && (
            <>
              <p>Left out of what the model answered:</p>
              <ul>
                {state.dropped.map(({ reason, count: number }) => (
                  <li key={reason}>
                    {printNumber(number)} {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className={styles.actions}>
            <button type="button" className={buttons.main} onClick={leave}>
              Close
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}
