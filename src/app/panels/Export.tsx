// Exports what is on screen as a picture, and as data that, what is selected, or what lies around it.
import { useEffect, useId, useRef, useState } from 'react';
import { FORMAT_IDS, FORMATS, type FormatId } from '../../core/formats/formats';
import { toExport, type Part } from '../../core/formats/part';
import { show, toSelected, useStore, type Opened } from '../store';
import { DEPTHS, type Mode } from '../view';
import { toTopic } from '../views/topic';
import { count } from '../words';
import { saveFile } from '../ui/save';
import buttons from '../ui/button.module.css';
import styles from './Export.module.css';

export type What = 'visible' | 'debate' | 'selection' | 'around';

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
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Export" onClose={close}>
      <ExportForm opened={opened} first={first} close={() => dialog.current!.close()} />
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
  const selected = toSelected(view);
  const nodes = selected.filter((id) => corpus.nodes.has(id));
  const [what, setWhat] = useState<What>(first ?? (view.mode === 'debate' ? 'debate' : 'visible'));
  const [format, setFormat] = useState<FormatId>('graphml');
  const [depth, setDepth] = useState(view.focus?.depth ?? 1);
  const name = useId();
  const topic = view.mode === 'debate' ? toTopic(corpus, view) : undefined;
  const parts: Record<What, Part | undefined> = {
    visible: { kind: 'visible', ids: visible, query: view.query, focus: view.focus },
    debate: topic === undefined ? undefined : { kind: 'debate', topic, ids: visible },
    selection: selected.length > 0 ? { kind: 'selection', ids: selected } : undefined,
    around: nodes.length > 0 ? { kind: 'around', focus: { ids: nodes, depth } } : undefined,
  };
  const sizes = (Object.keys(parts) as What[]).map((key) => {
    const part = parts[key];
    const exported = part && toExport(corpus, part).corpus;
    return [
      key,
      exported && `${count(exported.nodes.size, 'node')}, ${count(exported.edges.size, 'line')}`,
    ] as const;
  });
  const size = Object.fromEntries(sizes);
  const chosen = parts[what] ?? parts.visible!;
  const exported = toExport(corpus, chosen);
  const removed = FORMATS[format].countRemoved?.(exported.corpus, exported.about) ?? 0;
  const save = () => {
    const { write, mime, extension } = FORMATS[format];
    saveFile(`claimscape-${what}.${extension}`, mime, write(exported.corpus, exported.about, corpus));
    close();
  };
  const choice = (key: What, label: string, why?: string) => (
    <label className={styles.choice}>
      <input
        type="radio"
        name={`${name}-what`}
        checked={what === key}
        disabled={!parts[key]}
        onChange={() => setWhat(key)}
      />
      <span>
        {label}
        <small>{size[key] ?? why}</small>
      </span>
    </label>
  );
  return (
    <form
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>Export</h2>
      <Pictures opened={opened} close={close} />
      <fieldset>
        <legend>Data: what</legend>
        {view.mode === 'debate' && choice('debate', 'This debate, and who takes part in it')}
        {choice('visible', view.mode === 'map' ? 'What is on the map now' : 'All that the filters leave')}
        {choice('selection', 'Only what is selected', 'Select a node or line first.')}
        {choice('around', 'What is selected, and what lies around it', 'Select a node first.')}
        {what === 'around' && (
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
        <legend>Data: as</legend>
        {FORMAT_IDS.map((id) => (
          <label key={id} className={styles.choice}>
            <input
              type="radio"
              name={`${name}-format`}
              checked={format === id}
              onChange={() => setFormat(id)}
            />
            <span>
              {FORMATS[id].label}
              <small>{HINTS[id]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {SHEETS[view.mode] !== undefined ? (
        <p>For a spreadsheet, “Save as CSV” above {SHEETS[view.mode]} saves what it shows.</p>
      ) : (
        <p>
          For a spreadsheet,{' '}
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
      {removed > 0 && (
        <p role="status">{count(removed, 'character')} that this format cannot hold will be left out.</p>
      )}
      <div className={styles.actions}>
        <button type="button" className={buttons.button} onClick={close}>
          Cancel
        </button>
        <button type="submit" className={buttons.main}>
          Export {count(exported.corpus.nodes.size, 'node')}, {count(exported.corpus.edges.size, 'line')}
        </button>
      </div>
    </form>
  );
}

/** The views that are saved as CSV themselves. */
const SHEETS: Partial<Record<Mode, string>> = {
  table: 'the table',
  matrix: 'the matrix',
  compare: 'the comparison',
};

/** What can be drawn for a paper or a slide. */
const PICTURES: Partial<Record<Mode, string>> = {
  map: 'The map as it is on the screen now, with a key.',
  debate: 'The chart of this debate with all its claims and a key.',
  matrix: 'The matrix in this order, with a key.',
};

/** Saves what the view shows as a picture, where it can be drawn. */
function Pictures({ opened, close }: { opened: Opened; close: () => void }) {
  const { view, visible } = useStore();
  const [failure, setFailure] = useState('');
  const picture = PICTURES[view.mode];
  const save = async (type: 'svg' | 'png') => {
    try {
      const { drawView, toPng } = await import('../figures/draw');
      const svg = drawView(opened, view, visible, window.location.href);
      if (svg === undefined) return setFailure('There is nothing to draw: the filters leave nothing here.');
      const name = `claimscape-${view.mode}.${type}`;
      if (type === 'svg') saveFile(name, 'image/svg+xml', [svg]);
      else saveFile(name, 'image/png', [await toPng(svg)]);
      return close();
    } catch (error) {
      return setFailure(`It cannot be drawn: ${(error as Error).message}.`);
    }
  };
  if (picture === undefined)
    return <p>For a picture, open the map, a debate or the matrix, and export it from there.</p>;
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

const HINTS = {
  graphml:
    'For Gephi, visone, Cytoscape, igraph, networkx. In Gephi choose “don’t merge” for parallel edges.',
  json: 'For scripts: every field, and every passage with its place in the article.',
} as const satisfies Record<FormatId, string>;
