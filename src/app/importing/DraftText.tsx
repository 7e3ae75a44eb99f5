// The words of an article that was read, verbatim, with its page furniture struck through, each stretch to be kept or left out.
import { useMemo, useState } from 'react';
import { count, printNumber } from '../numbers';
import buttons from '../ui/button.module.css';
import type { Draft } from './draft';
import styles from './Import.module.css';

/** How many characters are shown before one asks for more. */
const SHOWN = 40_000;

type Stretch = { start: number; end: number; place?: number };

export function DraftText({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  const { article, kept } = draft;
  const { text, furniture } = article;
  const [most, setMost] = useState(SHOWN);
  /** Where there is little room they are folded up. */
  const [isUnfolded, setUnfolded] = useState(false);
  const stretches = useMemo(() => {
    const found: Stretch[] = [];
    let at = 0;
    for (const [place, { start, end }] of furniture.entries()) {
      if (start > most) break;
      found.push({ start: at, end: start }, { start, end, place });
      at = end;
    }
    return [...found, { start: at, end: Math.max(at, Math.min(text.length, most)) }];
  }, [text, furniture, most]);
  const end = stretches.at(-1)!.end;
  const turn = (place: number) => {
    const next = new Set(kept);
    if (!next.delete(place)) next.add(place);
    set({ kept: next });
  };
  const out = furniture.length - kept.size;
  return (
    <>
      <div className={styles.about}>
        <h3>Its words</h3>
        <button
          type="button"
          className={`${buttons.plain} ${styles.unfold}`}
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? 'Fold up' : 'Read them'} <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
        </button>
        {furniture.length > 0 && (
          <>
            <p>
              {out === 0
                ? 'All of it is kept.'
                : `${count(out, 'stretch', 'stretches')} of page furniture, struck through, ${out === 1 ? 'is' : 'are'} not coded.`}
            </p>
            <button
              type="button"
              className={buttons.plain}
              onClick={() => set({ kept: out === 0 ? new Set() : new Set(furniture.keys()) })}
            >
              {out === 0 ? 'Leave page furniture out' : 'Keep all of it'}
            </button>
          </>
        )}
      </div>
      <div className={styles.text} data-unfolded={isUnfolded} dir="auto">
        {stretches.map(({ start, end: last, place }) => {
          const words = text.slice(start, last);
          if (place === undefined) return <span key={start}>{words}</span>;
          const { reason } = furniture[place]!;
          const isKept = kept.has(place);
          return (
            <span key={`${start} furniture`} className={styles.furniture}>
              {isKept ? <ins>{words}</ins> : <del>{words}</del>}
              <button
                type="button"
                onClick={() => turn(place)}
                aria-label={`${isKept ? 'Leave out' : 'Keep'}: ${reason}`}
                title={reason}
              >
                {isKept ? 'Leave out' : 'Keep'}
              </button>
            </span>
          );
        })}
      </div>
      {end < text.length && (
        <p className={styles.rest}>
          {printNumber(text.length - end)} more characters go in too.{' '}
          <button type="button" className={buttons.plain} onClick={() => setMost(most + 5 * SHOWN)}>
            Show more of it
          </button>
        </p>
      )}
    </>
  );
}
