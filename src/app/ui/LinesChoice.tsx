// Which types of line are to be followed: all, or those that are ticked.
import { useId, useState, type CSSProperties } from 'react';
import { EDGE_TYPES, type EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';
import { LineSample } from './LineSample';
import buttons from './button.module.css';
import styles from './LinesChoice.module.css';

/** In pixels: how wide the list is, and how far it stays from the edges of the window and from its button. */
const WIDTH = 232;
const [MARGIN, GAP] = [8, 4];

/** Where the list stands: below its button, or above where there is more room, and wholly in the window. */
function toPlace({ left, top, bottom }: DOMRect): CSSProperties {
  const { innerWidth, innerHeight } = window;
  const beside = { width: WIDTH, left: Math.max(MARGIN, Math.min(left, innerWidth - WIDTH - MARGIN)) };
  const below = innerHeight - bottom;
  return below >= top
    ? { ...beside, top: bottom + GAP, maxHeight: below - GAP - MARGIN }
    : { ...beside, bottom: innerHeight - top + GAP, maxHeight: top - GAP - MARGIN };
}

export function LinesChoice({
  along,
  onChange,
}: {
  along: readonly EdgeType[] | undefined;
  onChange: (along: readonly EdgeType[] | undefined) => void;
}) {
  const id = useId();
  const [place, setPlace] = useState<CSSProperties>();
  const chosen = along ?? EDGE_TYPES;
  const toggle = (type: EdgeType) => {
    const next = EDGE_TYPES.filter((one) => chosen.includes(one) !== (one === type));
    onChange(next.length === EDGE_TYPES.length || next.length === 0 ? undefined : next);
  };
  return (
    <>
      <button type="button" className={`${buttons.button} ${styles.opener}`} popoverTarget={id}>
        {along === undefined
          ? 'All lines'
          : along.length === 1
            ? `Only ‘${EDGE_LOOK[along[0]!].name}’`
            : `${along.length} kinds of line`}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label="Lines to follow"
        className={styles.list}
        style={place}
        onBeforeToggle={({ currentTarget, newState }) =>
          setPlace(
            newState === 'open'
              ? toPlace(currentTarget.previousElementSibling!.getBoundingClientRect())
              : undefined,
          )
        }
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.hidePopover();
        }}
      >
        {place &&
          EDGE_TYPES.map((type) => (
            <label key={type}>
              <input type="checkbox" checked={chosen.includes(type)} onChange={() => toggle(type)} />
              <LineSample type={type} />
              {EDGE_LOOK[type].name}
            </label>
          ))}
        {place && along && (
          <button type="button" className={buttons.plain} onClick={() => onChange(undefined)}>
            All lines
          </button>
        )}
      </div>
    </>
  );
}
