// How far a focus reaches: which way along the arrows, and along which lines.
import type { Focus } from '../../core/graph';
import { focusOn } from '../store';
import { LinesChoice } from '../ui/LinesChoice';
import buttons from '../ui/button.module.css';

/** What changes the direction of a focus, and the lines it goes along. */
export function FocusControls({ focus }: { focus: Focus }) {
  return (
    <>
      <select
        aria-label="Direction"
        className={buttons.button}
        value={focus.direction ?? 'both'}
        onChange={({ target: { value } }) =>
          focusOn({ ...focus, direction: value === 'both' ? undefined : (value as 'out' | 'in') })
        }
      >
        <option value="both">Both ways</option>
        <option value="out">Along the arrows</option>
        <option value="in">Against the arrows</option>
      </select>
      <LinesChoice along={focus.along} onChange={(along) => focusOn({ ...focus, along })} />
    </>
  );
}
