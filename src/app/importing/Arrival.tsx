// What is dropped on the page: told where to drop it, then opened where it is a graph, or read where it is articles.
import { lazy, Suspense, useEffect, useState } from 'react';
import { readDropped, type Dropped } from '../local';
import { Import } from './Import';
import { isGraph } from './sources';
import styles from './Arrival.module.css';

const Open = lazy(async () => ({ default: (await import('../panels/Open')).Open }));

/** `dropped` is undefined as long as it is only held over the page. */
export function Arrival({ dropped, close }: { dropped: readonly Dropped[] | undefined; close: () => void }) {
  const [files, setFiles] = useState<Awaited<ReturnType<typeof readDropped>>>();
  const [isOpened, setOpened] = useState(false);
  useEffect(() => {
    if (!dropped) {
      const leave = (event: DragEvent) => {
        // Off the page, not from one thing on it to the next.
        if (event.relatedTarget === null) close();
      };
      window.addEventListener('dragleave', leave);
      return () => window.removeEventListener('dragleave', leave);
    }
    readDropped(dropped).then(
      (found) => {
        if (dropped.length === 0) close();
        // Opening it says that there is nothing in it.
        else if (found.length === 0 || isGraph(found)) setOpened(true);
        else setFiles(found);
      },
      // Opening it says why it cannot be read.
      () => setOpened(true),
    );
    return undefined;
  }, [dropped, close]);
  if (!dropped) return <p className={styles.drop}>Drop articles to add them, or a graph to open it</p>;
  if (isOpened)
    return (
      <Suspense>
        <Open dropped={dropped} close={close} />
      </Suspense>
    );
  return files && <Import files={files} close={close} />;
}
