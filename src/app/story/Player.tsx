// A story told: the step's sentence and its words, and the way to the others; full screen where it is presented.
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { StoryFile } from '../../core/schema';
import { WHOLE } from '../camera';
import { takeOffer } from '../storage';
import { show, useStore, type Opened } from '../store';
import { goToStep, isOnlyStep, record, toView, useStories } from '../stories';
import { StoryLink } from './StoryLink';
import { ViewLink } from '../ui/ViewLink';
import buttons from '../ui/button.module.css';
import { printView } from '../view';
import { printQuote } from '../words';
import { Quote } from './Quote';
import styles from './Dock.module.css';

/** Where the keys mean something else. */
const TYPES_IN = 'input, textarea, select, dialog';

/** `index` is the step that is told, from 0; the story has one there. */
export function Player({ opened, story, index }: { opened: Opened; story: StoryFile; index: number }) {
  const { corpus } = opened;
  const view = useStore((state) => state.view);
  const cause = useStore((state) => state.cause);
  const isOwn = useStories((state) => state.own.includes(story));
  const as = view.story?.as;
  const presents = as === 'present';
  const step = story.steps[index]!;
  const last = story.steps.length - 1;
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const go = (to: number, how = as) => goToStep(corpus, story, Math.min(Math.max(to, 0), last), how);
  const wanders =
    printView({ ...toView(corpus, story, index, as), camera: WHOLE }) !==
    printView({ ...view, camera: WHOLE, story: { ...view.story!, step: index } });

  useEffect(takeOffer, []);
  const isCompleted = useRef(true);
  const onStep = useEffectEvent(() => {
    body.current!.scrollTop = 0;
    // What was followed is gone, or about to go: the keyboard goes on from the step. A link leaves the focus where it is, also
    // where it names the step alone and the story says the rest.
    const stays = cause === 'link' || !isCompleted.current;
    isCompleted.current = cause !== 'link' || !isOnlyStep();
    if (stays) return;
    const at = document.activeElement;
    const isLeft =
      at === document.body ||
      ['inspector', 'map', 'view'].includes(at?.id ?? '') ||
      at?.closest('[aria-busy="true"]') !== null;
    if (isLeft) heading.current!.focus({ preventScroll: true });
  });
  const place = view.story;
  useLayoutEffect(() => onStep(), [place]);

  useEffect(() => {
    if (!presents) return undefined;
    // Whatever ends the presentation, be it Back or a link out of it, ends the full screen too.
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [presents]);
  const leavePresentation = () => show({ story: { id: story.id, step: index } });
  const present = () => {
    void document.documentElement.requestFullscreen?.().catch(() => {
      // Where the browser refuses, the presentation fills the window.
    });
    show({ story: { id: story.id, step: index, as: 'present' } });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = event.target as Element;
    if (target.closest(TYPES_IN)) return;
    const isHere = target === document.body || body.current!.parentElement!.contains(target);
    if (!presents && !isHere) return;
    const presses = event.key === ' ' && target.closest('button, a') !== null;
    const act = presses
      ? undefined
      : {
          ArrowRight: () => go(index + 1),
          ArrowLeft: () => go(index - 1),
          ...(presents && {
            ' ': () => go(index + 1),
            PageDown: () => go(index + 1),
            PageUp: () => go(index - 1),
            Home: () => go(0),
            End: () => go(last),
            Escape: leavePresentation,
          }),
        }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  const onFullscreen = useEffectEvent(() => {
    // The browser's own Escape ends the full screen, and with it the presentation.
    if (presents && !document.fullscreenElement) leavePresentation();
  });
  useEffect(() => {
    const key = (event: KeyboardEvent) => onKey(event);
    const fullscreen = () => onFullscreen();
    window.addEventListener('keydown', key, { capture: true });
    document.addEventListener('fullscreenchange', fullscreen);
    return () => {
      window.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('fullscreenchange', fullscreen);
    };
  }, []);

  const edit = () => {
    const own = isOwn ? story : record(story);
    show({ story: { id: own.id, step: index, as: 'edit' } });
  };
  return (
    <>
      <header className={styles.head}>
        <ViewLink to={{ mode: 'story', story: undefined }} className={styles.all} title="All stories">
          Stories
        </ViewLink>
        <span className={styles.title}>{story.title}</span>
        {presents ? (
          <button type="button" className={buttons.button} onClick={leavePresentation}>
            End
          </button>
        ) : (
          <>
            <button type="button" className={`${buttons.button} ${styles.copy}`} onClick={edit}>
              {isOwn ? 'Edit' : 'Edit a copy'}
            </button>
            <button type="button" className={buttons.button} onClick={present}>
              Present
            </button>
            <button
              type="button"
              className={buttons.button}
              onClick={() => show({ story: undefined })}
              aria-label="Leave the story"
              title="Leave the story"
            >
              <span aria-hidden="true">✕</span>
            </button>
          </>
        )}
      </header>
      <div ref={body} className={styles.body}>
        <div className={styles.text}>
          <h2 ref={heading} tabIndex={-1}>
            Step {index + 1} of {story.steps.length}
          </h2>
          <p>{step.text}</p>
        </div>
        <Quote opened={opened} step={step} />
      </div>
      <footer className={styles.foot}>
        <button
          type="button"
          className={buttons.button}
          aria-disabled={index === 0}
          onClick={() => index > 0 && go(index - 1)}
        >
          <span aria-hidden="true">← </span>Back
        </button>
        {index < last ? (
          <button type="button" className={buttons.main} onClick={() => go(index + 1)}>
            Next<span aria-hidden="true"> →</span>
          </button>
        ) : (
          <ViewLink to={{ mode: 'story', story: undefined }} className={buttons.main}>
            More stories
          </ViewLink>
        )}
        <ol aria-label="Steps of the story" className={styles.steps}>
          {story.steps.map((one, at) => (
            <li key={`${at} ${one.view}`}>
              <StoryLink opened={opened} story={story} index={at} as={as} current={at === index}>
                {at + 1}
              </StoryLink>
            </li>
          ))}
        </ol>
        {wanders && (
          <button type="button" className={buttons.button} onClick={() => go(index)}>
            Return to this step
          </button>
        )}
      </footer>
      <p role="status" className="unseen">
        Step {index + 1} of {story.steps.length}. {step.text} {printQuote(step.quote.quote)}
      </p>
    </>
  );
}
