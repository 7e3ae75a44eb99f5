// Opens the reader's own corpus: by the button, or by dropping it anywhere on the page.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Dropped } from '../local';
import buttons from './button.module.css';
import styles from './OpenButton.module.css';

const Open = lazy(async () => ({ default: (await import('../panels/Open')).Open }));

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

export function OpenButton() {
  const [open, setOpen] = useState<{ dropped?: readonly Dropped[] }>();
  const [over, setOver] = useState(false);
  const close = useCallback(() => setOpen(undefined), []);
  const isOpen = open !== undefined;
  useEffect(() => {
    const isBusy = () => isOpen || document.querySelector('dialog[open]') !== null;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // What is dropped never takes the page away.
      event.preventDefault();
      if (!isBusy()) setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Off the page, not from one thing on it to the next.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const entries = [...event.dataTransfer!.items].flatMap(
        (item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [],
      );
      if (entries.length > 0 && !isBusy()) setOpen({ dropped: entries });
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [isOpen]);
  return (
    <>
      <button
        id="open"
        type="button"
        className={buttons.plain}
        aria-haspopup="dialog"
        title="Open a graph of your own"
        onClick={() => setOpen({})}
      >
        Open…
      </button>
      {over && <p className={styles.drop}>Drop a packed file, a zip or a folder to open it</p>}
      {open && (
        <Suspense>
          <Open dropped={open.dropped} close={close} />
        </Suspense>
      )}
    </>
  );
}
