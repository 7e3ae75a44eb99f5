// The switch between the views: the same selection and filters, looked at in another way.
import { useStore } from '../store';
import type { Mode } from '../view';
import { ViewLink } from '../ui/ViewLink';
import styles from './Views.module.css';

const NAMES = {
  map: 'Map',
  debate: 'Debate',
  table: 'Table',
  matrix: 'Matrix',
  compare: 'Compare',
  story: 'Stories',
} as const satisfies Record<Mode, string>;

export function Views() {
  const mode = useStore((state) => state.view.mode);
  return (
    <nav aria-label="Views" className={styles.views}>
      {(Object.keys(NAMES) as Mode[]).map((name) => (
        <ViewLink key={name} to={{ mode: name }} current={mode === name}>
          {NAMES[name]}
        </ViewLink>
      ))}
    </nav>
  );
}
