// A line for newcomers: the first story, to be read or waved away.
import { useEffect, useState } from 'react';
import { isNewcomer, takeOffer } from '../storage';
import type { Opened } from '../store';
import { load, useStories } from '../stories';
import { count } from '../words';
import { StoryLink } from './StoryLink';
import styles from './Offer.module.css';

export function Offer({ opened }: { opened: Opened }) {
  const story = useStories(({ shipped }) => shipped[0]);
  const [wanted, setWanted] = useState(isNewcomer);
  useEffect(() => void load(opened.corpus), [opened]);
  if (!story || !wanted) return null;
  return (
    <div className={styles.offer}>
      <p>
        New here?{' '}
        <StoryLink opened={opened} story={story} index={0}>
          {story.title}
        </StoryLink>{' '}
        in {count(story.steps.length, 'step')}.
      </p>
      <button
        type="button"
        aria-label="Do not offer the story again"
        title="Do not offer the story again"
        onClick={() => {
          takeOffer();
          setWanted(false);
        }}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
