// Asks a language model that the reader names for further proposals; off unless it is used, and it says what is sent where.
import { useState } from 'react';
import { measure } from '../../core/article/english';
import { toFurther } from '../../core/extract/coded';
import { isInClear } from '../../core/extract/endpoint';
import { toKnownActors } from '../../core/extract/known';
import { ask, type Asked, type Endpoint } from '../endpoint';
import { count, printNumber } from '../numbers';
import { keepProposals, useProject } from '../project/project';
import { tellReader, toFailure, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { useWork } from '../ui/work';
import { setCoding, useCoding } from './coding';
import { proposeFrom } from './decide';
import styles from './Ask.module.css';

type State =
  | { is: 'asking'; failure?: string }
  | { is: 'waiting'; share: number }
  | ({ is: 'done'; added: number; known: number } & Pick<Asked, 'dropped' | 'unanswered'>);

const printAdded = (added: number) => `${count(added, 'proposal was', 'proposals were')} added to the list`;

export function Ask({ opened, article, close }: { opened: Opened; article: string; close: () => void }) {
  const { corpus } = opened;
  const { node, text, leftOut } = corpus.articles.get(article)!;
  const { dialog, leave } = useDialog();
  const { begin, stop } = useWork();
  const [endpoint, setEndpoint] = useState(() => useCoding.getState().endpoint);
  const [state, setState] = useState<State>({ is: 'asking' });
  const change = (part: Partial<Endpoint>) => setEndpoint({ ...endpoint, ...part });
  const send = async () => {
    const { project } = useProject.getState();
    if (!project) return leave();
    setCoding({ endpoint });
    const signal = begin();
    setState({ is: 'waiting', share: 0 });
    try {
      // What is proposed without a model comes first, if it is not there yet.
      if (!project.proposals.has(article) && measure(text).isEnglish) await proposeFrom(article);
      const furniture = leftOut.map(({ start, end, reason }) => ({ start, end, reason }));
      const { proposals, dropped, unanswered } = await ask(
        endpoint,
        { text, furniture },
        toKnownActors(corpus),
        {
          signal,
          tell: (share) => setState({ is: 'waiting', share }),
        },
      );
      const { project: now } = useProject.getState();
      if (now?.entry.id !== project.entry.id) return leave();
      const earlier = now.proposals.get(article) ?? [];
      const further = toFurther(text, earlier, proposals);
      if (further.length > 0) keepProposals(article, [...earlier, ...further]);
      setCoding({ panel: 'proposals' });
      const [added, known] = [further.length, proposals.length - further.length];
      setState({ is: 'done', added, known, dropped, ...(unanswered && { unanswered }) });
      // Where the dialog was left meanwhile, what came before is there still.
      if (!dialog.current && added > 0) tellReader(`${printAdded(added)}.`);
    } catch (error) {
      if (!signal.aborted) setState({ is: 'asking', failure: toFailure(error).sentence });
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
            {endpoint.key !== undefined && isInClear(endpoint.address) && (
              <>
                {' '}
                <strong>The key and the words can be read on their way there:</strong> the address begins with
                http://, not https://.
              </>
            )}
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
            {state.share === 0 ? (
              <button type="button" className={buttons.button} onClick={leave}>
                Cancel
              </button>
            ) : (
              <button type="button" className={buttons.button} onClick={() => stop()}>
                Stop, and keep what came
              </button>
            )}
          </div>
        </>
      )}
      {state.is === 'done' && (
        <>
          <p role="status">
            {printAdded(state.added)}
            {state.known > 0 && `; ${count(state.known, 'was', 'were')} in it already`}.
          </p>
          {state.unanswered && (
            <p role="alert">
              From {state.unanswered.from} on, the article was not answered.{' '}
              {state.unanswered.why ?? 'You stopped it there.'} What came before is in the list; when the
              article is sent again, nothing gets into it twice.
            </p>
          )}
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
