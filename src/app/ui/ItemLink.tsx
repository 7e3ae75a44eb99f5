// A link to a node or edge: a real address, followed without loading the page anew.
import type { MouseEvent, ReactNode } from 'react';
import { select, useStore } from '../store';
import { printView } from '../view';

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
  const view = useStore((state) => state.view);
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    select(id, passage);
  };
  return (
    <a
      href={printView({
        ...view,
        selection: id,
        also: [],
        passage,
        reader: { ...view.reader, article: undefined },
      })}
      onClick={follow}
      className={className}
      title={title}
      tabIndex={tabIndex}
      aria-current={view.selection === id ? 'true' : undefined}
    >
      {children}
    </a>
  );
}
