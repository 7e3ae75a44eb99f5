// A link to a node or edge: a real address, followed without loading the page anew.
import type { MouseEvent, ReactNode, SyntheticEvent } from 'react';
import { select, useStore } from '../store';
import { printView, START, type View } from '../view';
import { leadsElsewhere } from './click';

/** Links to the sight that is on screen with `id` selected, one of its passages in front. `aria-current` says whether it is selected now. */
export function ItemLink({
  id,
  passage = 0,
  className,
  title,
  tabIndex,
  children,
}: {
  id: string;
  passage?: number;
  className?: string | undefined;
  title?: string | undefined;
  /** -1 for one of many that the arrow keys lead to. */
  tabIndex?: number | undefined;
  children: ReactNode;
}) {
  const isSelected = useStore(({ view }) => view.selection === id);
  const toAddress = (view: View) =>
    printView({
      ...view,
      selection: id,
      also: [],
      passage,
      reader: { ...view.reader, article: undefined },
    });
  // With each sight the addresses of hundreds would change: one tells all of it when somebody comes to it.
  const complete = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    currentTarget.href = toAddress(useStore.getState().view);
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    complete(event);
    if (leadsElsewhere(event)) return;
    event.preventDefault();
    select(id, passage);
  };
  return (
    <a
      href={toAddress(START)}
      onPointerEnter={complete}
      onPointerDown={complete}
      onFocus={complete}
      onClick={follow}
      className={className}
      title={title}
      tabIndex={tabIndex}
      aria-current={isSelected ? 'true' : undefined}
    >
      {children}
    </a>
  );
}
