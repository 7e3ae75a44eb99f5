// The keys that work in every view: those for what is selected, and that which prints.
import { useEffect } from 'react';
import type { Corpus } from '../../core/model';
import { printPage } from '../paper/printing';
import { expand, focusAround, focusOn, hide, toSelected, useStore } from '../store';
import { isCovered } from '../ui/dialog';
import { isTyping } from '../ui/typing';
import { DEPTHS } from '../view';

/** Does what a key does with some nodes and edges: 1, 2, 3 steps around them, E expands, H hides them; false where it does nothing. */
export function applyKey({ nodes, edges }: Corpus, ids: readonly string[], key: string): boolean {
  const named = ids.filter((id) => nodes.has(id));
  const around = ids.flatMap((id) => {
    const edge = edges.get(id);
    return edge ? [edge.source, edge.target] : [id];
  });
  const { focus } = useStore.getState().view;
  const depth = DEPTHS.find((one) => String(one) === key);
  if (depth !== undefined && around.length > 0) focusAround([...new Set(around)], depth);
  else if (depth !== undefined && focus) focusOn({ ...focus, depth });
  else if (key.toLowerCase() === 'e' && named.length > 0) expand(named);
  else if (key.toLowerCase() === 'h' && named.length > 0) hide(named);
  else return false;
  return true;
}

/** Listens on the whole page for the keys that act on what is selected, and for that which prints. */
export function useShortcuts(corpus: Corpus): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey &&
        event.key.toLowerCase() === 'p'
      ) {
        event.preventDefault();
        void printPage();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      if (applyKey(corpus, toSelected(useStore.getState().view), event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [corpus]);
}
