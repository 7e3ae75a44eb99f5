// What is dropped on the page: told where to drop it, then opened where it is a graph, or read where it is articles.
import { lazy, Suspense, useEffect, useState } from 'react';
import { readDropped } from '../local';
import type { Dropped } from '../ui/dropped';
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
      let isEntering = false;
      const watch = ({ type, relatedTarget }: DragEvent) => {
        // Off the page, not from one thing on it to the next, which is entered just before: Safari never says where to.
        if (type === 'dragleave' && relatedTarget === null && !isEntering) close();
        isEntering = type === 'dragenter';
      };
      const events = ['dragenter', 'dragover', 'dragleave'] as const;
      events.forEach((type) => window.addEventListener(type, watch));
      return () => events.forEach((type) => window.removeEventListener(type, watch));
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
  if (!dropped)
    return (
      <p className={styles.drop} data-held>
        Drop articles to add them, or a graph to open it
      </p>
    );
  if (isOpened)
    return (
      <Suspense>
        <Open dropped={dropped} close={close} />
      </Suspense>
    );
  return files && <Import files={files} close={close} />;
}
