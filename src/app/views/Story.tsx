// The story view.
import type { Opened } from '../store';

export function Story({ opened }: { opened: Opened }) {
  return <section aria-label="Story">{opened.corpus.title}</section>;
}
