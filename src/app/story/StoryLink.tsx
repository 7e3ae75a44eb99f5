// A link to a step of a story: a real address, followed without loading the page anew.
import type { MouseEvent, ReactNode } from 'react';
import type { StoryFile } from '../../core/schema';
import type { Opened } from '../store';
import { goToStep, toView } from '../stories';
import { leadsElsewhere } from '../ui/click';
import { printView, type View } from '../view';

/** Links to a step of a story, from 0; `as` is how it is shown there, `current` that it is the one told now. */
export function StoryLink({
  opened: { corpus },
  story,
  index,
  as,
  current = false,
  className,
  children,
}: {
  opened: Opened;
  story: StoryFile;
  index: number;
  as?: NonNullable<View['story']>['as'];
  current?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (leadsElsewhere(event)) return;
    event.preventDefault();
    goToStep(corpus, story, index, as);
  };
  return (
    <a
      href={printView(toView(corpus, story, index, as))}
      onClick={follow}
      className={className}
      aria-current={current ? 'step' : undefined}
    >
      {children}
    </a>
  );
}
