// A passage as a citation, shown before it is copied.
import { useEffect, useRef, useState } from 'react';
import { CITATION_FORMATS, toCitation, type CitationFormat } from '../../core/citation';
import type { GraphEdge, GraphNode, Passage } from '../../core/model';
import { keepChoice, readChoice } from '../storage';
import type { Opened } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import styles from './Cite.module.css';

const FORMATS = Object.keys(CITATION_FORMATS) as CitationFormat[];

/** The format chosen last, here or on an earlier visit. */
function readFormat(): CitationFormat {
  const kept = readChoice('citation');
  return FORMATS.find((format) => format === kept) ?? 'text';
}

/** The dialog, there for as long as it is open: a passage of a node or edge in the format that is chosen. */
export function Cite({
  opened,
  item,
  passage,
  close,
}: {
  opened: Opened;
  item: GraphNode | GraphEdge;
  passage: Passage;
  close: () => void;
}) {
  const { dialog, leave } = useDialog();
  const written = useRef<HTMLTextAreaElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [format, setFormat] = useState(readFormat);
  const [told, setTold] = useState('');
  // It was opened to copy.
  useEffect(() => main.current!.focus(), []);
  const citation = toCitation(opened.corpus, item, passage, window.location.href);
  const text = CITATION_FORMATS[format].print(citation);
  const choose = (next: CitationFormat) => {
    setFormat(next);
    keepChoice('citation', next);
    setTold('');
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied');
    } catch {
      written.current!.select();
      setTold('This page may not copy for you. The citation is selected: copy it by hand.');
    }
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Cite" onClose={close}>
      <h2>Cite these words</h2>
      <fieldset className={styles.formats}>
        <legend>As</legend>
        {FORMATS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="citation-format"
              checked={one === format}
              onChange={() => choose(one)}
            />
            {CITATION_FORMATS[one].label}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={written}
        className={styles.written}
        aria-label="Citation"
        readOnly
        rows={10}
        value={text}
        data-format={format}
      />
      <div className={styles.actions}>
        <p role="status">{told}</p>
        <button type="button" className={buttons.button} onClick={leave}>
          Close
        </button>
        <button type="button" ref={main} className={buttons.main} onClick={() => void copy()}>
          Copy
        </button>
      </div>
    </dialog>
  );
}
