// Exports what is on screen as a picture, and as data that, what is selected, or what lies around it.
import { useCallback, useId, useMemo, useState } from 'react';
import { FORMAT_IDS, FORMATS, prepareExport, type FormatId, type Prepared } from '../../core/formats/formats';
import { countPart, isNetwork, nameNodes, type Part, type Size } from '../../core/formats/part';
import type { Corpus, Ids } from '../../core/model';
import { printLeftOut } from '../../core/network';
import type { Steps } from '../../core/steps';
import { ACTOR_KINDS, type ActorKind } from '../../core/vocabulary';
import { run } from '../../worker/index';
import { ON_PAPER, printPage } from '../paper/printing';
import { finish, useSteps } from '../steps';
import { isUnfiltered, show, toReason, toSelected, useStore, type Opened } from '../store';
import { DEPTHS, type Mode, type View } from '../view';
import { toTopic } from '../views/topic';
import { count, printNumber } from '../numbers';
import { useDialog } from '../ui/dialog';
import { saveFile } from '../ui/save';
import { useWork } from '../ui/work';
import buttons from '../ui/button.module.css';
import styles from './Export.module.css';

/** What is exported. */
export type What = Part['kind'];

/** A dialog that is open for as long as it is there. */
export function Export({
  opened,
  first,
  close,
}: {
  opened: Opened;
  first: What | undefined;
  close: () => void;
}) {
  const { dialog, leave } = useDialog();
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Export" onClose={close}>
      <ExportForm opened={opened} first={first} close={leave} />
    </dialog>
  );
}

function ExportForm({
  opened,
  first,
  close,
}: {
  opened: Opened;
  first: What | undefined;
  close: () => void;
}) {
  const { corpus } = opened;
  const { view, visible } = useStore();
  const [what, setWhat] = useState<What>(first ?? toFirst(view));
  const [format, setFormat] = useState<FormatId>('graphml');
  const [depth, setDepth] = useState(view.focus?.depth ?? 1);
  const [actors, setActors] = useState(view.mode === 'coalitions' ? view.coalitions.actors : 'bodies');
  const name = useId();
  const parts = useMemo(
    () => toParts(corpus, view, visible, { depth, actors }),
    [corpus, view, visible, depth, actors],
  );
  // Networks take longer to count, and nothing else waits for them.
  const counted = useReady(useCallback(() => toSizes(corpus, parts, false), [corpus, parts]));
  const countedNetworks = useReady(useCallback(() => toSizes(corpus, parts, true), [corpus, parts]));
  const sizes = { ...counted, ...countedNetworks };
  const chosen = parts[what] ?? parts.visible!;
  // A format for the graph alone is taken again when the graph is.
  const taken = isNetwork(chosen) && !FORMATS[format].writeNetwork ? 'graphml' : format;
  const prepared = useReady(useCallback(() => prepareExport(corpus, chosen, taken), [corpus, chosen, taken]));
  const writing = useWriting();
  const save = async () => {
    if (!prepared) return;
    const { mime, extension } = FORMATS[taken];
    const blobs = await writing.collect(prepared.write());
    if (!blobs) return;
    saveFile(`claimscape-${chosen.kind}.${extension}`, mime, blobs);
    close();
  };
  /** `hint` follows the counts; `why` stands in their place where there is nothing to export. */
  const choice = (key: What, label: string, why?: string, hint = '') => {
    const part = parts[key];
    const size = sizes[key];
    const isThere = part && !(isNetwork(part) && size?.edges === 0);
    const told = part && size ? `${printSize(part, size)}${hint}` : 'Counting …';
    return (
      <label className={styles.choice}>
        <input
          type="radio"
          name={`${name}-what`}
          checked={chosen.kind === key}
          disabled={!isThere}
          onChange={() => setWhat(key)}
        />
        <span>
          {label}
          <small>{isThere ? told : why}</small>
        </span>
      </label>
    );
  };
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>Export</h2>
      <div className={styles.choices}>
        <Pictures opened={opened} close={close} />
        <Documents opened={opened} close={close} />
        <fieldset>
          <legend>Which data</legend>
          {view.mode === 'debate' && choice('debate', 'This debate, and who takes part in it')}
          {choice('visible', view.mode === 'map' ? 'What is on the map now' : 'All that the filters leave')}
          {choice('selection', 'Only what is selected', 'Select a node or line first.')}
          {choice('around', 'What is selected, and what lies around it', 'Select a node first.')}
          {chosen.kind === 'around' && (
            <label className={styles.depth}>
              Steps
              <select value={depth} onChange={(event) => setDepth(Number(event.target.value))}>
                {DEPTHS.map((steps) => (
                  <option key={steps}>{steps}</option>
                ))}
              </select>
            </label>
          )}
        </fieldset>
        <fieldset>
          <legend>Or a network of actors</legend>
          <label className={styles.depth}>
            Actors
            <select
              value={actors}
              onChange={({ target }) => setActors(ACTOR_KINDS.find((kind) => kind === target.value)!)}
            >
              {ACTOR_KINDS.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          </label>
          {choice(
            'congruence',
            'Who agrees with whom',
            'No two take the same side on a question here.',
            ', weighed by the questions they agree on',
          )}
          {choice(
            'conflict',
            'Who disagrees with whom',
            'No two take opposite sides on a question here.',
            ', weighed by the questions they disagree on',
          )}
          {choice(
            'subtract',
            'Whether two agree or disagree more',
            'No two agree more than they disagree here, or disagree more.',
            ', weighed by how many more questions: below 0 where they disagree',
          )}
          {choice(
            'affiliation',
            'Who speaks on which question, and on which side',
            'Nobody says anything on a question here.',
            ', weighed by the claims',
          )}
        </fieldset>
        <fieldset>
          <legend>In which format</legend>
          {FORMAT_IDS.map((id) => (
            <label key={id} className={styles.choice}>
              <input
                type="radio"
                name={`${name}-format`}
                checked={taken === id}
                disabled={isNetwork(chosen) && !FORMATS[id].writeNetwork}
                onChange={() => setFormat(id)}
              />
              <span>
                {FORMATS[id].label}
                <small>{(isNetwork(chosen) ? NETWORK_HINTS : HINTS)[id]}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      {SHEETS[view.mode] !== undefined ? (
        <p>“Save as CSV” above {SHEETS[view.mode]} saves what it shows.</p>
      ) : (
        <p>
          To choose rows and columns yourself,{' '}
          <button
            type="button"
            className={buttons.plain}
            onClick={() => {
              close();
              show({ mode: 'table' });
            }}
          >
            open the table
          </button>{' '}
          and save it as CSV.
        </p>
      )}
      {prepared && prepared.removed > 0 && (
        <p role="status">
          {count(prepared.removed, 'character')} that this format cannot hold will be left out.
        </p>
      )}
      {prepared?.coverage && prepared.coverage.leftOut > 0 && (
        <p role="status">{printLeftOut(prepared.coverage, printNumber)}</p>
      )}
      {prepared?.rows === 0 && (
        <p role="status">No claim is in it: CSV has a row for each that somebody says.</p>
      )}
      {writing.failure !== '' && <p role="alert">{writing.failure}</p>}
      {writing.written > 0 && (
        <p role="status" className={styles.writing}>
          <progress aria-label="Writing" /> Writing: {Math.round(writing.written / 1e6)} MB so far
        </p>
      )}
      <div className={styles.actions}>
        <button type="button" className={buttons.button} onClick={close}>
          Cancel
        </button>
        <button
          type="submit"
          className={buttons.main}
          disabled={!prepared || prepared.rows === 0 || writing.isOn}
        >
          {prepared ? `Export ${printPrepared(chosen, prepared)}` : 'Export'}
        </button>
      </div>
    </form>
  );
}

/** What comes of steps, as in `useSteps`, but never of those before: what is promised is what will be exported. */
function useReady<T>(start: () => Steps<T>): T | undefined {
  const { value, busy } = useSteps(start);
  return busy ? undefined : value;
}

/** What there is to choose from; undefined what cannot be exported yet. */
function toParts(
  corpus: Corpus,
  view: View,
  visible: Ids,
  { depth, actors }: { depth: number; actors: ActorKind },
): Record<What, Part | undefined> {
  const selected = toSelected(view);
  const nodes = selected.filter((id) => corpus.nodes.has(id));
  const topic = view.mode === 'debate' ? toTopic(corpus, view) : undefined;
  const left = { ids: visible, query: view.query, focus: view.focus };
  return {
    visible: { kind: 'visible', ...left },
    debate: topic === undefined ? undefined : { kind: 'debate', topic, ...left },
    selection: selected.length > 0 ? { kind: 'selection', ids: selected } : undefined,
    around: nodes.length > 0 ? { kind: 'around', focus: { ids: nodes, depth } } : undefined,
    congruence: { kind: 'congruence', actors, ...left },
    conflict: { kind: 'conflict', actors, ...left },
    subtract: { kind: 'subtract', actors, ...left },
    affiliation: { kind: 'affiliation', actors, ...left },
  };
}

const printSize = (part: Part, { nodes, edges }: Size): string =>
  isNetwork(part)
    ? `${count(nodes, ...nameNodes(part))}, ${count(edges, 'tie')}`
    : `${count(nodes, 'node')}, ${count(edges, 'line')}`;

const printPrepared = (part: Part, { size, rows }: Prepared): string =>
  size ? printSize(part, size) : count(rows, 'row');

/** How much each part of the graph is, or each network. */
function* toSizes(
  corpus: Corpus,
  parts: Record<What, Part | undefined>,
  networks: boolean,
): Steps<Partial<Record<What, Size>>> {
  const sizes: Partial<Record<What, Size>> = {};
  for (const what of Object.keys(parts) as What[]) {
    const part = parts[what];
    if (part && isNetwork(part) === networks) sizes[what] = yield* countPart(corpus, part);
  }
  return sizes;
}

/** How many characters go into one blob, so that a large file is not kept as text; after how many people are told. */
const BLOB = 1_000_000;
const LONG = 4_000_000;

/** Writes text into blobs, a little at a time, until the dialog is closed; tells how far it is where that takes a while. */
function useWriting() {
  const [state, setState] = useState({ isOn: false, written: 0, failure: '' });
  const { begin } = useWork();
  /** The text as blobs; undefined where it was broken off. */
  const collect = async (chunks: Iterable<string>): Promise<Blob[] | undefined> => {
    const signal = begin();
    setState({ isOn: true, written: 0, failure: '' });
    const blobs: Blob[] = [];
    const work = function* (): Steps<undefined> {
      let [kept, length, written]: [string[], number, number] = [[], 0, 0];
      for (const chunk of chunks) {
        kept.push(chunk);
        length += chunk.length;
        if (length >= BLOB) {
          blobs.push(new Blob(kept));
          written += length;
          if (written >= LONG) setState({ isOn: true, written, failure: '' });
          [kept, length] = [[], 0];
        }
        yield undefined;
      }
      blobs.push(new Blob(kept));
      return undefined;
    };
    try {
      await finish(work(), signal);
      return blobs;
    } catch (error) {
      if (!signal.aborted)
        setState({ isOn: false, written: 0, failure: `It cannot be written: ${(error as Error).message}.` });
      return undefined;
    }
  };
  return { ...state, collect };
}

/** What one who looks at a view wants of it, where not all that is to be seen. */
function toFirst({ mode, matrix, coalitions }: View): What {
  if (mode === 'coalitions') return coalitions.ties ?? 'congruence';
  if (mode === 'matrix' && matrix === 'topics') return 'affiliation';
  return mode === 'debate' ? 'debate' : 'visible';
}

/** The views that are saved as CSV themselves. */
const SHEETS: Partial<Record<Mode, string>> = {
  table: 'the table',
  matrix: 'the matrix',
  coalitions: 'the pairs',
  compare: 'the comparison',
};

/** What can be drawn for a paper or a slide. */
const PICTURES: Partial<Record<Mode, string>> = {
  map: 'The map as it is on the screen now, with a key.',
  debate: 'The chart of this debate with all its claims and a key.',
  matrix: 'The matrix in this order, with a key.',
  coalitions: 'Who agrees with whom, with a key.',
};

/** The formats of a picture, and their MIME types. */
const PICTURE_TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const;

/** Saves what the view shows as a picture, where it can be drawn. */
function Pictures({ opened, close }: { opened: Opened; close: () => void }) {
  const { view, visible } = useStore();
  const isWhole = useStore(isUnfiltered);
  const [failure, setFailure] = useState('');
  const { begin } = useWork();
  const picture = PICTURES[view.mode];
  const save = async (type: keyof typeof PICTURE_TYPES) => {
    const signal = begin();
    setFailure('');
    try {
      const { drawView, toPng } = await import('../figures/draw');
      const svg = await drawView(opened, view, visible, window.location.href);
      const image = svg !== undefined && type === 'png' ? await toPng(svg) : svg;
      if (signal.aborted) return undefined;
      if (image === undefined)
        return setFailure(
          isWhole
            ? 'There is nothing to draw yet.'
            : 'There is nothing to draw: the filters leave nothing here.',
        );
      saveFile(`claimscape-${view.mode}.${type}`, PICTURE_TYPES[type], [image]);
      return close();
    } catch (error) {
      return setFailure(`It cannot be drawn: ${(error as Error).message}.`);
    }
  };
  if (picture === undefined)
    return <p>For a picture, open the map, a debate, the matrix or coalitions, and export it from there.</p>;
  return (
    <fieldset>
      <legend>Picture</legend>
      <p className={styles.picture}>
        {picture} <small>SVG stays sharp at any size and can be edited; PNG goes into anything.</small>
      </p>
      <div className={styles.pictures}>
        <button type="button" className={buttons.button} onClick={() => void save('svg')}>
          Save as SVG
        </button>
        <button type="button" className={buttons.button} onClick={() => void save('png')}>
          Save as PNG
        </button>
      </div>
      {failure !== '' && <p role="alert">{failure}</p>}
    </fieldset>
  );
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Saves what is said as a Word file, and prints what is on the screen. */
function Documents({ opened, close }: { opened: Opened; close: () => void }) {
  const { view, visible } = useStore();
  const [state, setState] = useState<{ busy: boolean; failure: string }>({ busy: false, failure: '' });
  const { begin } = useWork();
  const topic = view.mode === 'debate' ? toTopic(opened.corpus, view) : undefined;
  const save = async () => {
    const signal = begin();
    setState({ busy: true, failure: '' });
    try {
      const { toDocument } = await import('../paper/briefing');
      // No link leads to what is only in this browser.
      const address = opened.local ? undefined : window.location.href.replace(/#.*/, '');
      const document = await finish(toDocument(opened, view, visible, topic, address), signal);
      if (!document) throw new Error('Nobody says anything in what the filters leave.');
      saveFile('claimscape-briefing.docx', WORD_TYPE, [await run('word', document, signal)]);
      close();
    } catch (error) {
      if (!signal.aborted) setState({ busy: false, failure: toReason(error) });
    }
  };
  const print = ON_PAPER[view.mode];
  return (
    <fieldset>
      <legend>Document</legend>
      <p className={styles.picture}>
        A briefing: all that is said {topic === undefined ? 'on each question' : 'in this debate'}, by side
        and time, who says it, and the words with their articles.
      </p>
      <div className={styles.pictures}>
        <button type="button" className={buttons.button} disabled={state.busy} onClick={() => void save()}>
          {state.busy ? 'Writing…' : 'Save as Word'}
        </button>
        <button
          type="button"
          className={buttons.button}
          title={print}
          onClick={() => {
            close();
            void printPage();
          }}
        >
          Print this view…
        </button>
      </div>
      {state.failure !== '' && <p role="alert">{state.failure}</p>}
    </fieldset>
  );
}

const HINTS = {
  graphml:
    'For Gephi, visone, Cytoscape, igraph, networkx. In Gephi choose “don’t merge” for parallel edges.',
  json: 'For scripts: every field, and every passage with its place in the article.',
  csv: 'For R, pandas and spreadsheets: only who says what when, for whom, on which question and side, each in a row (an event list).',
} as const satisfies Record<FormatId, string>;
const NETWORK_HINTS = {
  graphml: 'For Gephi, visone, Cytoscape, igraph, networkx: undirected, with weights.',
  json: 'For the graph itself.',
  csv: 'For R, pandas and spreadsheets: a row for each tie, with its weights.',
} as const satisfies Record<FormatId, string>;
