// Where a story is told or worked on, beside the view that its step shows.
import { useEffect } from 'react';
import { show, useStore, type Opened } from '../store';
import { findStory, goToStep, isOnlyStep, load, toView, useStories } from '../stories';
import { ViewLink } from '../ui/ViewLink';
import buttons from '../ui/button.module.css';
import { printView } from '../view';
import { Player } from './Player';
import { Recorder } from './Recorder';
import styles from './Dock.module.css';

/** Only there while the address names a story. */
export function Dock({ opened }: { opened: Opened }) {
  const place = useStore((state) => state.view.story)!;
  const stories = useStories();
  const story = findStory(stories, place.id);
  const index = Math.min(place.step, Math.max(0, (story?.steps.length ?? 1) - 1));
  useEffect(() => void load(opened.corpus), [opened]);
  useEffect(() => {
    // A short link names the step alone: the rest is the story's to say.
    if (!story?.steps[index] || place.as === 'edit' || !isOnlyStep()) return;
    // Of a step whose selection is gone from the graph there is nothing more to say.
    const isTold =
      printView(toView(opened.corpus, story, index, place.as)) === printView(useStore.getState().view);
    if (!isTold) goToStep(opened.corpus, story, index, place.as, true);
  }, [opened, story, place, index]);
  return (
    <section aria-label="Story" className={styles.dock} data-as={place.as}>
      {story && place.as === 'edit' && stories.own.includes(story) ? (
        <Recorder key={story.id} opened={opened} story={story} />
      ) : story && story.steps.length > 0 ? (
        <Player opened={opened} story={story} index={index} />
      ) : !stories.ready ? (
        <p className={styles.wait}>Opening the story…</p>
      ) : (
        <div className={styles.missing}>
          <p role="alert">
            {story
              ? 'This story has no steps yet.'
              : 'The story that this link names is not here. A story recorded in another browser has to be opened from its file; one that was removed in another tab comes back with Undo there.'}
          </p>
          <p>
            <ViewLink to={{ mode: 'story', story: undefined }}>All stories</ViewLink>
            <button type="button" className={buttons.button} onClick={() => show({ story: undefined })}>
              Leave the story
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
