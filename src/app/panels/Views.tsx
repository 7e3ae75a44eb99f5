// The switch between the views: the same selection and filters, looked at in another way.
import { useMemo } from 'react';
import { useStore, type Opened } from '../store';
import type { Mode } from '../view';
import { ViewLink } from '../ui/ViewLink';
import { toNextTopic } from '../views/topic';
import styles from './Views.module.css';

/** The codebook is reached from where types are shown, and where one codes. */
const NAMES = {
  map: 'Map',
  debate: 'Debate',
  table: 'Table',
  matrix: 'Matrix',
  coalitions: 'Coalitions',
  compare: 'Compare',
  story: 'Stories',
  articles: 'Articles',
  code: 'Code',
} as const satisfies Record<Exclude<Mode, 'codebook'>, string>;

export function Views({ opened }: { opened: Opened }) {
  const mode = useStore((state) => state.view.mode);
  const topic = useStore((state) => state.view.topic);
  const selection = useStore((state) => state.view.selection);
  const next = useMemo(() => toNextTopic(opened.corpus, { topic, selection }), [opened, topic, selection]);
  return (
    <nav aria-label="Views" className={styles.views}>
      {(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((name) =>
        name === 'code' && opened.local?.project === undefined ? null : (
          <ViewLink
            key={name}
            to={name === 'debate' ? { mode: name, topic: next } : { mode: name }}
            current={mode === name}
          >
            {NAMES[name]}
          </ViewLink>
        ),
      )}
    </nav>
  );
}
