// What is told of a node or line, or, where somebody edits it, the form in its place.
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { setCoding, useCoding } from '../coding/coding';
import type { Opened } from '../store';

const Editor = lazy(async () => ({ default: (await import('../coding/Editor')).Editor }));

/** `children` tell of the node or edge; the form takes their place for as long as it is edited. */
export function Editable({ opened, id, children }: { opened: Opened; id: string; children: ReactNode }) {
  const isEdited = useCoding((state) => state.edited === id);
  useEffect(
    () => () => {
      // Whoever comes back to it is told of it first, unless something is not saved yet.
      const { edited, changed } = useCoding.getState();
      if (edited === id && !changed.has(id)) setCoding({ edited: undefined });
    },
    [id],
  );
  if (!isEdited) return children;
  return (
    <Suspense>
      <Editor opened={opened} close={() => setCoding({ edited: undefined })} />
    </Suspense>
  );
}
