// The table view.
import type { Opened } from '../store';

export function Table({ opened }: { opened: Opened }) {
  return <section aria-label="Table">{opened.corpus.title}</section>;
}
