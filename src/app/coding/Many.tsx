// Accepts at once all of a kind that a rule is sure enough of; what may be the same as another, or said by another, is left out, and told.
import { useMemo, useState } from 'react';
import { findDoubtful } from '../../core/extract/doubt';
import type { Corpus } from '../../core/model';
import { count } from '../numbers';
import buttons from '../ui/button.module.css';
import type { Prepared } from '../../core/extract/prepared';
import { isSaying, type Speaker } from '../../core/extract/proposal';
import { toAddedWith } from './decide';
import { PARTS, printCase, type Case, type Part, type Queue } from './queue';
import styles from './Review.module.css';

const LEVELS = [50, 60, 70, 80, 90] as const;

export function Many({
  corpus,
  article,
  queue,
  open,
  drafts,
  take,
  bring,
}: {
  corpus: Corpus;
  article: string;
  queue: Queue;
  open: readonly Case[];
  drafts: ReadonlyMap<number, Prepared>;
  /** Hears what is accepted, and how many were left out. */
  take: (places: readonly number[], left: number) => void;
  bring: (place: number) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.many} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Accept many at once</summary>
      {isOpen && (
        <Heap
          corpus={corpus}
          article={article}
          queue={queue}
          open={open}
          drafts={drafts}
          take={take}
          bring={bring}
        />
      )}
    </details>
  );
}

type Heaped = {
  /** What is accepted: what was asked for, and who says that. */
  readonly places: readonly number[];
  readonly speakers: readonly number[];
  /** What is left out, and what it may be: another proposal by its place, or a node by its id; or who may say it as well. */
  readonly left: readonly { readonly one: Case; readonly other: number | string | Speaker }[];
};

/** Of some proposals those that nothing speaks against accepting at once. */
function toHeap(
  corpus: Corpus,
  article: string,
  queue: Queue,
  wanted: readonly Case[],
  drafts: ReadonlyMap<number, Prepared>,
): Heaped {
  // What is said to be the same as a node of the graph is in no doubt.
  const isSettled = (place: number) => drafts.get(place)?.into !== undefined;
  const addedWith = new Map(wanted.map(({ place }) => [place, toAddedWith(queue, place, drafts.get(place))]));
  const all = new Set([...addedWith].flatMap(([place, added]) => [place, ...added]));
  const doubtful = findDoubtful(
    corpus,
    article,
    queue.proposals,
    [...all].filter((place) => !isSettled(place)),
  );
  /** Whoever else a pronoun may mean, unless somebody chose. */
  const toRival = (place: number) => {
    const proposal = queue.proposals[place]!;
    return isSaying(proposal) && drafts.get(place)?.by === undefined ? proposal.rivals?.[0] : undefined;
  };
  const toOther = (place: number) =>
    [place, ...addedWith.get(place)!].map((at) => doubtful.get(at)).find((other) => other !== undefined) ??
    toRival(place);
  const left = wanted.flatMap((one) => {
    const other = toOther(one.place);
    return other === undefined ? [] : [{ one, other }];
  });
  const places = wanted.map(({ place }) => place).filter((place) => toOther(place) === undefined);
  const taken = new Set(places);
  const speakers = new Set(places.flatMap((place) => addedWith.get(place)!).filter((at) => !taken.has(at)));
  return { places, speakers: [...speakers], left };
}

function Heap({ corpus, article, queue, open, drafts, take, bring }: Parameters<typeof Many>[0]) {
  const [part, setPart] = useState<Part>('named');
  const [level, setLevel] = useState<number>(80);
  const { places, speakers, left } = useMemo(() => {
    const wanted = open.filter(
      ({ proposal }) => PARTS[part].holds(proposal) && 100 * proposal.confidence >= level,
    );
    return toHeap(corpus, article, queue, wanted, drafts);
  }, [corpus, article, queue, open, drafts, part, level]);
  const toDoubt = (other: number | string | Speaker) =>
    typeof other === 'object'
      ? `may be said by ‘${other.label}’`
      : `may be ‘${typeof other === 'string' ? corpus.nodes.get(other)!.label : printCase(queue, corpus, queue.proposals[other]!)}’`;
  return (
    <div>
      <label>
        All{' '}
        <select
          aria-label="Which of them"
          className={buttons.button}
          value={part}
          onChange={(event) => setPart(event.target.value as Part)}
        >
          {(Object.keys(PARTS) as Part[]).map((name) => (
            <option key={name} value={name}>
              {PARTS[name].noun}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        from{' '}
        <select
          aria-label="How sure at least"
          className={buttons.button}
          value={level}
          onChange={(event) => setLevel(Number(event.target.value))}
        >
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {one} %
            </option>
          ))}
        </select>
      </label>{' '}
      <button
        type="button"
        className={buttons.main}
        disabled={places.length === 0}
        onClick={() => take([...places, ...speakers], left.length)}
      >
        Accept {places.length}
      </button>
      {speakers.length > 0 && (
        <p>And {count(speakers.length, 'person or body', 'people and bodies')} who say them.</p>
      )}
      {left.length > 0 && (
        <details className={styles.left}>
          <summary>
            {count(left.length, 'is left out: it', 'are left out: they')} may be what another is or says
          </summary>
          <ul>
            {left.map(({ one, other }) => (
              <li key={one.place}>
                <button type="button" className={buttons.plain} onClick={() => bring(one.place)}>
                  {printCase(queue, corpus, one.proposal)}
                </button>{' '}
                <small>{toDoubt(other)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
