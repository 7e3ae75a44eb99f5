// (to come)
import type { Opened } from '../store';
export function Review({ article }: { opened: Opened; article: string }) {
  return <p>{article}</p>;
}
