// The matrix view.
import type { Opened } from '../store';

export function Matrix({ opened }: { opened: Opened }) {
  return <section aria-label="Matrix">{opened.corpus.title}</section>;
}
