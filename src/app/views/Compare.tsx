// The compare view.
import type { Opened } from '../store';

export function Compare({ opened }: { opened: Opened }) {
  return <section aria-label="Compare">{opened.corpus.title}</section>;
}
