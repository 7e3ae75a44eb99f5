// Takes in what is the reader's own: articles to add, or a graph to open; by its buttons, dropped on the page, or pasted.
import { lazy, useCallback, useEffect, useState, type ReactNode } from 'react';
import { Part } from './Part';
import { toDropped } from './dropped';
import { readPasted } from './paste';
import buttons from './button.module.css';

const Open = lazy(async () => ({ default: (await import('../panels/Open')).Open }));
const Import = lazy(async () => ({ default: (await import('../importing/Import')).Import }));
const Arrival = lazy(async () => ({ default: (await import('../importing/Arrival')).Arrival }));

/** How many dialogs there have been. */
let keys = 0;

export function OpenButton() {
  const [dialog, setDialog] = useState<{ key: number; shown: ReactNode }>();
  /** Shows a dialog anew. Browsers tell only with the next frame that one is closed: what has come in its place by then stays. */
  const show = useCallback((toDialog: (close: () => void) => ReactNode) => {
    const key = keys++;
    const close = () => setDialog((now) => (now?.key === key ? undefined : now));
    setDialog({ key, shown: toDialog(close) });
  }, []);
  useEffect(() => {
    const take = (event: Event) => {
      const { type, dataTransfer } = event as DragEvent;
      const isBusy = document.querySelector('dialog[open], [role=dialog]:not([popover])') !== null;
      if (!dataTransfer) {
        const pasted = isBusy ? undefined : readPasted(event as ClipboardEvent);
        if (pasted) show((close) => <Import {...pasted} close={close} />);
      } else if (dataTransfer.types.includes('Files')) {
        // What is dropped never takes the page away.
        event.preventDefault();
        const isHeld = type === 'dragenter' && document.querySelector('[data-held]') !== null;
        if (isBusy || isHeld || type === 'dragover') return;
        const dropped = type === 'drop' ? toDropped(dataTransfer.items) : undefined;
        show((close) => <Arrival dropped={dropped} close={close} />);
      }
    };
    const events = ['dragenter', 'dragover', 'drop', 'paste'];
    events.forEach((type) => window.addEventListener(type, take));
    return () => events.forEach((type) => window.removeEventListener(type, take));
  }, [show]);
  return (
    <>
      <button
        id="add-articles"
        type="button"
        className={buttons.plain}
        aria-haspopup="dialog"
        onClick={() => show((close) => <Import close={close} />)}
      >
        Add articles
      </button>
      <button
        id="open"
        type="button"
        className={buttons.plain}
        aria-haspopup="dialog"
        title="Open a graph of your own"
        onClick={() => show((close) => <Open dropped={undefined} close={close} />)}
      >
        Open…
      </button>
      {dialog && (
        <Part key={dialog.key} close={() => setDialog(undefined)}>
          {dialog.shown}
        </Part>
      )}
    </>
  );
}
