// When what was said.
import type { Opened } from '../store';

export function Timeline({ opened }: { opened: Opened }) {
  return <section aria-label="Timeline">{opened.corpus.title}</section>;
}
