// The switch between the views: the same selection and filters, looked at in another way.
import { useStore, type Opened } from '../store';
import type { Mode } from '../view';
import { ViewLink } from '../ui/ViewLink';
import { toNextTopic } from '../views/topic';
import styles from './Views.module.css';

const NAMES = {
  map: 'Map',
  debate: 'Debate',
  table: 'Table',
  matrix: 'Matrix',
  compare: 'Compare',
  story: 'Stories',
  articles: 'Articles',
} as const satisfies Record<Mode, string>;

export function Views({ opened }: { opened: Opened }) {
  const view = useStore((state) => state.view);
  return (
    <nav aria-label="Views" className={styles.views}>
      {(Object.keys(NAMES) as Mode[]).map((name) => (
        <ViewLink
          key={name}
          to={name === 'debate' ? { mode: name, topic: toNextTopic(opened.corpus, view) } : { mode: name }}
          current={view.mode === name}
        >
          {NAMES[name]}
        </ViewLink>
      ))}
    </nav>
  );
}
