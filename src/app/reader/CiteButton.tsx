// Opens the passage in front as a citation.
import { lazy, Suspense, useState } from 'react';
import type { Passage } from '../../core/model';
import type { Opened } from '../store';
import type { Desk } from './desk';
import buttons from '../ui/button.module.css';

const Cite = lazy(async () => ({ default: (await import('./Cite')).Cite }));

/** Nothing where no passage is in front. */
export function CiteButton({ opened, desk: { item, passage } }: { opened: Opened; desk: Desk }) {
  const [cited, setCited] = useState<Passage>();
  // Another is in front, as Back brings it: the dialog is left, for good.
  if (cited && cited !== passage) setCited(undefined);
  if (!item || !passage) return null;
  return (
    <>
      <button
        type="button"
        className={buttons.button}
        aria-haspopup="dialog"
        title="Copy these words as a citation"
        onClick={() => setCited(passage)}
      >
        Cite
      </button>
      {cited === passage && (
        <Suspense>
          <Cite opened={opened} item={item} passage={passage} close={() => setCited(undefined)} />
        </Suspense>
      )}
    </>
  );
}
