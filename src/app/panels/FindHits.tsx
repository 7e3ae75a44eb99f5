// What a search finds, in groups by type, and in the articles' words with what was looked for in its context.
import { use, useId, useMemo, useState } from 'react';
import { printDate } from '../../core/date';
import { toExcerpt } from '../../core/excerpt';
import type { Hit } from '../../core/search';
import { openSearcher } from '../searcher';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { NODE_LOOK } from '../vocabulary';
import { count } from '../words';
import { GrowingList } from './GrowingList';
import { NodeRow } from './NodeRow';
import styles from './Find.module.css';

/** How many hits of a type are listed before one asks for more. */
const FEW = 6;
/** How much of a sentence is shown around what was found, in characters. */
const ROOM = 150;

export function FindHits({ opened, text, clear }: { opened: Opened; text: string; clear: () => void }) {
  const search = use(openSearcher(opened.corpus));
  const hits = useMemo(() => search?.(text) ?? [], [search, text]);
  // The kind of the best hit first: who types a name gets the person, who types an argument the claims.
  const groups = [...Map.groupBy(hits, (hit) => (hit.kind === 'node' ? hit.node.type : undefined))].toSorted(
    ([a], [b]) => Number(a === undefined) - Number(b === undefined),
  );
  const isOut = useIsOut();
  const out = hits.filter((hit) => isOut(hit)).length;
  const nothing = search
    ? `Nothing in claims, names or the articles fits ${/["“”]/.test(text) ? text : `“${text}”`}. Try fewer or shorter words.`
    : 'The search could not be fetched. Try again in a moment.';
  return (
    <>
      <p role="status" className={styles.status}>
        {hits.length === 0 ? nothing : count(hits.length, 'result')}
        {out > 0 && `, ${out === hits.length ? 'all' : out} outside the filters`}
      </p>
      {hits.length === 0 && (
        <button type="button" className={styles.more} onClick={clear}>
          Clear the search
        </button>
      )}
      {groups.map(([type, found]) => (
        <HitGroup
          key={type ?? 'passage'}
          opened={opened}
          name={type ? NODE_LOOK[type].many : 'In the articles’ words'}
          hits={found}
          text={text}
        />
      ))}
    </>
  );
}

/** Whether a hit is not among what filters and focus leave. */
function useIsOut(): (hit: Hit) => boolean {
  const visible = useStore((state) => state.visible);
  return (hit) => !visible.has(hit.kind === 'node' ? hit.node.id : hit.id);
}

function HitGroup({
  opened,
  name,
  hits,
  text,
}: {
  opened: Opened;
  name: string;
  hits: readonly Hit[];
  text: string;
}) {
  const heading = useId();
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading}>
        {name} <span>{hits.length}</span>
      </h2>
      <GrowingList items={hits} first={FEW}>
        {(hit) =>
          hit.kind === 'node' ? (
            <NodeHit key={hit.node.id} opened={opened} hit={hit} text={text} />
          ) : (
            <PassageHit key={`${hit.article} ${hit.quote}`} opened={opened} hit={hit} text={text} />
          )
        }
      </GrowingList>
    </section>
  );
}

/** A text with what was found in it set off. */
function Found({ of, text, room }: { of: string; text: string; room?: number }) {
  const { pieces, before, after } = toExcerpt(of, text, room);
  return (
    <>
      {before && '…'}
      {pieces.map((piece, place) => (piece.found ? <b key={place}>{piece.text}</b> : piece.text))}
      {after && '…'}
    </>
  );
}

type HitOf<K extends Hit['kind']> = Extract<Hit, { kind: K }>;

/** A node; where its name does not say why it was found, its statement does. */
function NodeHit({ opened, hit: { node }, text }: { opened: Opened; hit: HitOf<'node'>; text: string }) {
  const isIn = (words: string) => toExcerpt(words, text).pieces.some(({ found }) => found);
  const statement = 'statement' in node ? node.statement : '';
  const alias = isIn(node.label) ? undefined : node.aliases?.find(isIn);
  const out = useIsOut()({ kind: 'node', node });
  const reason = !isIn(node.label) && isIn(statement) ? statement : alias && `also ${alias}`;
  return (
    <NodeRow
      opened={opened}
      node={node}
      more={
        <>
          {out && <small className={styles.out}>outside the filters</small>}
          {reason && (
            <small>
              <Found of={reason} text={text} room={ROOM} />
            </small>
          )}
        </>
      }
    >
      <Found of={node.label} text={text} />
    </NodeRow>
  );
}

/** A sentence of an article, cut around what was found; the whole of it when asked. */
function PassageHit({
  opened,
  hit: { id, passage, article, quote },
  hit,
  text,
}: {
  opened: Opened;
  hit: HitOf<'passage'>;
  text: string;
}) {
  const [whole, setWhole] = useState(false);
  const out = useIsOut()(hit);
  const { node } = opened.corpus.articles.get(article)!;
  const words = quote.replace(/^["“”]+|["“”]+$/g, '');
  const isLong = words.length > ROOM;
  return (
    <li>
      <ItemLink id={id} passage={passage} className={styles.quote}>
        <span>
          “<Found of={words} text={text} {...(whole ? {} : { room: ROOM })} />”
        </span>
        <small>
          {node.publisher}, {printDate(node.date)}
          {out && <span className={styles.out}> · outside the filters</span>}
        </small>
      </ItemLink>
      {isLong && (
        <button
          type="button"
          className={styles.whole}
          aria-expanded={whole}
          aria-label={whole ? 'Show less of this sentence' : 'Show the whole sentence'}
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'less' : 'whole sentence'}
        </button>
      )}
    </li>
  );
}
