// How an actor stands to a question or a claim: a shape, a colour and a word for each way.
import { memo } from 'react';
import type { Manner } from '../../core/matrix';
import type { Stance } from '../../core/vocabulary';

type Kind = Stance | Manner;

/** `order` is from one side to the other, `verb` as in 'Ofsted: 3 for' and 'Ofsted disputes it'. */
export const KIND_LOOK = {
  against: { name: 'against', verb: 'against', colour: '--against' },
  mixed: { name: 'both for and against', verb: 'both for and against', colour: '--mixed' },
  neutral: { name: 'neither', verb: 'neither for nor against', colour: '--neutral' },
  for: { name: 'for', verb: 'for', colour: '--for' },
  disputes: { name: 'disputes it', verb: 'disputes it', colour: '--disputes' },
  answers: { name: 'answers it', verb: 'answers it', colour: '--responds' },
  says: { name: 'says it', verb: 'says it', colour: '--accent' },
  supports: { name: 'supports it', verb: 'supports it', colour: '--supports' },
} as const satisfies Record<Kind, { name: string; verb: string; colour: string }>;

export const STANCE_KINDS = ['against', 'mixed', 'neutral', 'for'] as const satisfies readonly Stance[];
export const MANNER_KINDS = ['disputes', 'answers', 'says', 'supports'] as const satisfies readonly Manner[];

/** In the order in which they are told. */
export const KINDS = [...STANCE_KINDS.toReversed(), ...MANNER_KINDS] as const;

/** In a square of 10, filled by what is around them. */
export const KIND_SHAPES = {
  for: <path d="M5 .8 9.6 9H.4Z" />,
  against: <path d="M5 9.2.4 1h9.2Z" />,
  mixed: <path d="M5 .2 9.8 5 5 9.8.2 5Z" />,
  neutral: <path d="M5 1a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />,
  says: <path d="M.5 1h9v6H5.4L2.6 9.6V7H.5Z" />,
  supports: <path d="M3.9.6h2.2v3.3h3.3v2.2H6.1v3.3H3.9V6.1H.6V3.9h3.3Z" />,
  disputes: <path d="M2 .5 5 3.5l3-3L9.5 2l-3 3 3 3L8 9.5l-3-3-3 3L.5 8l3-3-3-3Z" />,
  answers: <path d="M4.4.6v2.9h5.2v3H4.4v2.9L.2 5Z" />,
} as const satisfies Record<Kind, React.ReactNode>;

/** The shape of a way to stand, in its colour. Decorative: its word or number stands beside it. */
export const KindIcon = memo(function KindIcon({ kind, size = 10 }: { kind: Kind; size?: number }) {
  const { colour } = KIND_LOOK[kind];
  return (
    <svg
      viewBox="0 0 10 10"
      width={size}
      height={size}
      aria-hidden="true"
      style={{ fill: `var(${kind === 'neutral' ? '--ink-soft' : colour})`, flex: 'none' }}
    >
      {KIND_SHAPES[kind]}
    </svg>
  );
});
