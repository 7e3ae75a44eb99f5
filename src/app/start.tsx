// The whole page, once there is something to show on it.
import { lazy, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Picture } from '../core/picture';
import { App } from './App';
import type { DrawnMap } from './canvas/map';
import { open, readPlace, tellReader, toFailure, useStore, type Failure } from './store';
import { OpenButton } from './ui/OpenButton';
import { Part } from './ui/Part';

const Problems = lazy(async () => ({ default: (await import('./panels/Problems')).Problems }));

/** The page of what is open; what keeps it from being opened where nothing is. */
function Root({ early, failure }: { early: DrawnMap | undefined; failure: Failure | undefined }) {
  const opened = useStore((state) => state.opened);
  // Another corpus is another page: nothing of the one before is of use in it.
  const openings = useStore((state) => state.openings);
  if (opened) return <App key={openings} opened={opened} early={early} />;
  return (
    <Problems {...failure!}>
      <OpenButton />
    </Problems>
  );
}

/** Opens the project that the address names, if it names one; otherwise what is served, and says why where it is not the project. */
async function openAsked(picture: Picture | undefined): Promise<Failure | undefined> {
  const { project } = readPlace();
  let notice: string | undefined;
  if (project !== undefined)
    try {
      await (await import('./project/project')).openProject(project);
      return undefined;
    } catch (error) {
      const { sentence, problems } = toFailure(error);
      if (problems.length > 0) return { sentence, problems };
      notice = sentence;
    }
  const result = await open(picture);
  if (notice !== undefined) tellReader(notice);
  return 'corpus' in result ? undefined : result;
}

/** Opens the corpus and puts the page in place of what the document came with; a map that is drawn already goes on. */
export async function start(picture?: Picture, early?: DrawnMap): Promise<void> {
  const failure = await openAsked(picture);
  if (failure) early?.end();
  // At once, so that no frame is without the map.
  flushSync(() =>
    createRoot(document.getElementById('root')!).render(
      <StrictMode>
        <Part>
          <Root early={failure ? undefined : early} failure={failure} />
        </Part>
      </StrictMode>,
    ),
  );
  document.getElementById('early')?.remove();
}
