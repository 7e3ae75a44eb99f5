// What a search finds, in groups by type, and in the articles' words with what was looked for in its context.
import { use, useCallback, useId, useState } from 'react';
import { printDate } from '../../core/date';
import { toExcerpt } from '../../core/excerpt';
import type { Corpus, Ids } from '../../core/model';
import type { Found, Hit, Hits, Searcher } from '../../core/search';
import type { Steps } from '../../core/steps';
import { openSearcher } from '../searcher';
import { useSteps } from '../steps';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { NODE_LOOK } from '../vocabulary';
import { count } from '../numbers';
import { GrowingList } from './GrowingList';
import { NodeRow } from './NodeRow';
import styles from './Find.module.css';

/** How many hits of a type are listed before one asks for more. */
const FEW = 6;
/** How much of a sentence is shown around what was found, in characters. */
const ROOM = 150;

type Asked = { opened: Opened; text: string; clear: () => void };

export function FindHits(asked: Asked) {
  const searcher = use(openSearcher(asked.opened.corpus));
  if (searcher) return <Results {...asked} searcher={searcher} />;
  return (
    <p role="status" className={styles.status}>
      The search could not be fetched. Try again in a moment, or load the page again.
    </p>
  );
}

function Results({ opened, text, clear, searcher }: Asked & { searcher: Searcher }) {
  const { corpus } = opened;
  const visible = useStore((state) => state.visible);
  const { value, busy } = useSteps(
    useCallback(() => findIn(searcher, text, corpus, visible), [searcher, text, corpus, visible]),
  );
  if (!value || busy)
    return (
      <p role="status" className={styles.status}>
        Looking…
      </p>
    );
  const { found, out } = value;
  const nothing = `Nothing in claims, names or the articles fits ${/["“”]/.test(text) ? text : `“${text}”`}. Try fewer or shorter words.`;
  return (
    <>
      <p role="status" className={styles.status}>
        {found.length === 0 ? nothing : count(found.length, 'result')}
        {out > 0 && `, ${out === found.length ? 'all' : out} outside the filters`}
      </p>
      {found.length === 0 && (
        <button type="button" className={styles.more} onClick={clear}>
          Clear the search
        </button>
      )}
      {found.groups.map(({ type, hits }) => (
        <HitGroup
          key={`${type ?? 'passage'} ${text}`}
          opened={opened}
          name={type ? NODE_LOOK[type].many : 'In the articles’ words'}
          hits={hits}
          text={text}
        />
      ))}
    </>
  );
}

const isOut = (visible: Ids, hit: Hit) => !visible.has(hit.kind === 'node' ? hit.node.id : hit.id);

/** How many hits are looked up in a step. */
const STEP = 500;

/** What a search finds, and how much of it is not among what filters and focus leave. */
function* findIn(
  searcher: Searcher,
  text: string,
  { nodes, edges }: Corpus,
  visible: Ids,
): Steps<{ found: Found; out: number }> {
  const found = yield* searcher.find(text);
  let out = 0;
  if (visible.size < nodes.size + edges.size)
    for (const { hits } of found.groups)
      for (let at = 0; at < hits.length; at += STEP) {
        for (const hit of hits.slice(at, at + STEP)) if (isOut(visible, hit)) out += 1;
        yield undefined;
      }
  return { found, out };
}

function HitGroup({ opened, name, hits, text }: { opened: Opened; name: string; hits: Hits; text: string }) {
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
            <PassageHit
              key={`${hit.id} ${hit.passage} ${hit.article} ${hit.quote}`}
              opened={opened}
              hit={hit}
              text={text}
            />
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

/** A node; where its name does not say why it was found, its statement, another name or its topic does. */
function NodeHit({ opened, hit: { node }, text }: { opened: Opened; hit: HitOf<'node'>; text: string }) {
  const isIn = (words: string) => toExcerpt(words, text).pieces.some(({ found }) => found);
  const statement = 'statement' in node ? node.statement : '';
  const alias = isIn(node.label) ? undefined : node.aliases?.find(isIn);
  const out = useStore(({ visible }) => !visible.has(node.id));
  const topics = (opened.incidence.get(node.id) ?? []).flatMap((edge) =>
    edge.type === 'about' && edge.source === node.id ? opened.corpus.nodes.get(edge.target)!.label : [],
  );
  const topic = isIn(node.label) ? undefined : topics.find(isIn);
  const reason =
    !isIn(node.label) && isIn(statement)
      ? statement
      : alias !== undefined
        ? `also ${alias}`
        : topic && `on: ${topic}`;
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
  text,
}: {
  opened: Opened;
  hit: HitOf<'passage'>;
  text: string;
}) {
  const [whole, setWhole] = useState(false);
  const out = useStore(({ visible }) => !visible.has(id));
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
