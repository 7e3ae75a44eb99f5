// The whole page, once there is something to show on it.
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Picture } from '../core/picture';
import { App } from './App';
import type { DrawnMap } from './canvas/map';
import { Problems } from './panels/Problems';
import { open } from './store';

/** Opens the corpus and puts the page in place of what the document came with; a map that is drawn already goes on. */
export async function start(picture?: Picture, early?: DrawnMap): Promise<void> {
  const result = await open(picture);
  if (!('corpus' in result)) early?.end();
  // At once, so that no frame is without the map.
  flushSync(() =>
    createRoot(document.getElementById('root')!).render(
      <StrictMode>
        {'corpus' in result ? <App opened={result} early={early} /> : <Problems {...result} />}
      </StrictMode>,
    ),
  );
  document.getElementById('early')?.remove();
}
