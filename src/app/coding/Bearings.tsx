// Claims of the graph that a proposal may support or dispute: each is left out unless it is chosen, its words one click away.
import { useId } from 'react';
import type { Bearing } from '../../core/extract/prepared';
import type { Said } from '../../core/model';
import type { Opened } from '../store';
import { KindIcon } from '../ui/Kind';
import { EDGE_LOOK } from '../vocabulary';
import { printVoice } from '../words';
import { Key } from './Key';
import type { Links } from './links';
import styles from './Review.module.css';

/** What is offered: what was chosen stays as it was chosen, though it may be told otherwise by now. */
export function toOffered(
  opened: Opened,
  links: Links | undefined,
  chosen: readonly Bearing[],
): Links['bearings'] {
  const kept = chosen.flatMap((bearing) => {
    const node = opened.corpus.nodes.get(bearing.on) as Said | undefined;
    return node ? [{ ...bearing, node }] : [];
  });
  const found = links?.bearings ?? [];
  return [
    ...found.map((one) => kept.find(({ on }) => on === one.on) ?? one),
    ...kept.filter(({ on }) => found.every((one) => one.on !== on)),
  ];
}

export function Bearings({
  opened,
  offered,
  chosen,
  toggle,
}: {
  opened: Opened;
  offered: Links['bearings'];
  chosen: readonly Bearing[];
  toggle: (bearing: Bearing) => void;
}) {
  const id = useId();
  if (offered.length === 0) return null;
  return (
    <div className={styles.bearings} role="group" aria-labelledby={id}>
      <p id={id}>Perhaps it also</p>
      <ul>
        {offered.map(({ node, ...bearing }, place) => (
          <li key={bearing.on}>
            <label title={bearing.reason}>
              <input
                type="checkbox"
                checked={chosen.some(({ on }) => on === bearing.on)}
                aria-keyshortcuts={String(place + 1)}
                onChange={() => toggle(bearing)}
              />
              <KindIcon kind={bearing.type} />
              <span>
                {EDGE_LOOK[bearing.type].out} <b>{node.label}</b>
              </span>
              <Key name={String(place + 1)} />
            </label>
            <details>
              <summary>
                Its words<span className="unseen"> ({node.label})</span>
              </summary>
              <blockquote className={styles.quote}>
                “{node.passages[0]!.quote.replace(/\s+/g, ' ')}”
              </blockquote>
              <p>
                {printVoice(opened, node)}, {opened.corpus.nodes.get(node.passages[0]!.article)!.label}
              </p>
              <p>{bearing.reason}</p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
