// A link to another view, or another part of this one: a real address, followed without loading the page anew.
import type { MouseEvent, ReactNode } from 'react';
import { show, useStore } from '../store';
import { printView, type View } from '../view';
import { leadsElsewhere } from './click';

/** Links to the sight on screen but for `to`. `current` says that it is what is on screen now. */
export function ViewLink({
  to,
  current = false,
  className,
  title,
  children,
}: {
  to: Partial<View>;
  current?: boolean;
  className?: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}) {
  const view = useStore((state) => state.view);
  const follow = (event: MouseEvent) => {
    if (leadsElsewhere(event)) return;
    event.preventDefault();
    show(to);
  };
  return (
    <a
      href={printView({ ...view, ...to }) || '#'}
      onClick={follow}
      className={className}
      title={title}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}
