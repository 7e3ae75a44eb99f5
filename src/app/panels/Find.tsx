// Search, topics, and the legend that filters: every node can be reached from here without the map.
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { printDate } from '../../core/date';
import { toPositions } from '../../core/debate';
import { EDGE_TYPES, type EdgeType, type NodeType } from '../../core/schema';
import { toSearcher, type Hit, type Searcher } from '../../core/search';
import { filter, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { LineSample } from '../ui/LineSample';
import { StanceBar, StanceKey } from '../ui/StanceBar';
import { TypeIcon } from '../ui/Icon';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { count, printSpeakers } from '../words';
import styles from './Find.module.css';

const TYPES = Object.keys(NODE_LOOK) as NodeType[];
/** How many hits of a type are listed before one asks for more. */
const FEW = 6;

export function Find({ opened }: { opened: Opened }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);
  /** Arrow keys go from the field through the hits and back. */
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text) {
      event.stopPropagation();
      setText('');
      field.current?.focus();
    }
    if (event.key === 'Enter' && event.target === field.current) list.current?.querySelector('a')?.click();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field.current!, ...(list.current?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const to = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <div className={styles.find} onKeyDown={walk}>
      <div className={styles.search}>
        <input
          ref={field}
          type="search"
          aria-label="Search"
          placeholder="Search claims, people…"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      {wanted ? (
        <div ref={list}>
          <Hits opened={opened} text={wanted} clear={() => setText('')} />
        </div>
      ) : (
        <>
          <Topics opened={opened} />
          <NodeTypes opened={opened} />
          <EdgeTypes opened={opened} />
        </>
      )}
    </div>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const searchers = new WeakMap<Opened, Searcher>();
/** Builds the index when the first search asks for it. */
function toKnownSearcher(opened: Opened): Searcher {
  const searcher = searchers.get(opened) ?? toSearcher(opened.corpus);
  searchers.set(opened, searcher);
  return searcher;
}

function Hits({ opened, text, clear }: { opened: Opened; text: string; clear: () => void }) {
  const hits = useMemo(() => toKnownSearcher(opened)(text), [opened, text]);
  // The kind of the best hit first: who types a name gets the person, who types an argument the claims.
  const groups = [...Map.groupBy(hits, (hit) => (hit.kind === 'node' ? hit.node.type : undefined))].toSorted(
    ([a], [b]) => Number(a === undefined) - Number(b === undefined),
  );
  return (
    <>
      <p role="status" className={styles.status}>
        {hits.length === 0
          ? `Nothing in claims, names or the articles fits ${/["“”]/.test(text) ? text : `“${text}”`}. Try fewer or shorter words.`
          : count(hits.length, 'result')}
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
        />
      ))}
    </>
  );
}

function HitGroup({ opened, name, hits }: { opened: Opened; name: string; hits: readonly Hit[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? hits : hits.slice(0, FEW);
  const heading = useId();
  const article = (id: string) => opened.corpus.articles.get(id)!.node;
  return (
    <section className={styles.group} aria-labelledby={heading}>
      <h2 id={heading}>
        {name} <span>{hits.length}</span>
      </h2>
      <ul className={styles.list}>
        {shown.map((hit) =>
          hit.kind === 'node' ? (
            <NodeRow key={hit.node.id} opened={opened} id={hit.node.id} />
          ) : (
            <li key={hit.quote}>
              <ItemLink id={hit.id} className={styles.quote}>
                “{hit.quote.replace(/^["“”]+|["“”]+$/g, '')}”
                <small>
                  {article(hit.article).publisher}, {printDate(article(hit.article).date)}
                </small>
              </ItemLink>
            </li>
          ),
        )}
      </ul>
      {shown.length < hits.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {hits.length}
        </button>
      )}
    </section>
  );
}

function NodeRow({ opened, id }: { opened: Opened; id: string }) {
  const node = opened.corpus.nodes.get(id)!;
  const speakers = printSpeakers(opened, node);
  return (
    <li>
      <ItemLink id={id} className={styles.row}>
        <TypeIcon type={node.type} />
        <span>
          {node.label}
          {speakers && <small>{speakers}</small>}
        </span>
      </ItemLink>
    </li>
  );
}

function Topics({ opened }: { opened: Opened }) {
  const positions = useMemo(() => toPositions(opened.corpus), [opened]);
  const [all, setAll] = useState(false);
  const shown = all ? positions : positions.slice(0, 8);
  return (
    <section className={styles.group} aria-labelledby="topics">
      <h2 id="topics">What it is about</h2>
      <StanceKey />
      <ul className={styles.list}>
        {shown.map((position) => (
          <li key={position.topic.id}>
            <ItemLink id={position.topic.id} className={styles.topic}>
              <span>{position.topic.label}</span>
              <span className={styles.number}>{position.size}</span>
              <StanceBar position={position} />
            </ItemLink>
          </li>
        ))}
      </ul>
      {positions.length > 8 && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer topics' : `Show all ${positions.length} topics`}
        </button>
      )}
    </section>
  );
}

/** The values with one turned on or off; undefined where that leaves all of them. */
function toggle<T extends string>(values: readonly string[] | undefined, all: readonly T[], value: T) {
  const next = all.filter((other) => (values ?? all).includes(other) !== (other === value));
  return next.length === all.length ? undefined : next;
}

function NodeTypes({ opened }: { opened: Opened }) {
  const query = useStore((state) => state.view.query);
  const [open, setOpen] = useState<NodeType>();
  const byType = useMemo(() => Map.groupBy(opened.corpus.nodes.values(), (node) => node.type), [opened]);
  return (
    <section className={styles.group} aria-labelledby="types">
      <h2 id="types">Shown on the map</h2>
      <ul>
        {TYPES.map((type) => {
          const nodes = byType.get(type) ?? [];
          const { many } = NODE_LOOK[type];
          return (
            <li key={type}>
              <div className={styles.type}>
                <label>
                  <input
                    type="checkbox"
                    checked={query.type?.includes(type) ?? true}
                    onChange={() => filter({ ...query, type: toggle(query.type, TYPES, type) })}
                  />
                  <TypeIcon type={type} />
                  {many}
                </label>
                <Only
                  of={many}
                  on={query.type?.length === 1 && query.type[0] === type}
                  set={(only) => filter({ ...query, type: only ? [type] : undefined })}
                />
                <button
                  type="button"
                  aria-expanded={open === type}
                  aria-label={`List all ${nodes.length} ${many.toLowerCase()}`}
                  onClick={() => setOpen(open === type ? undefined : type)}
                >
                  {nodes.length} <span aria-hidden="true">{open === type ? '▴' : '▾'}</span>
                </button>
              </div>
              {open === type && (
                <ul className={`${styles.list} ${styles.nodes}`}>
                  {[...nodes]
                    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
                    .map((node) => (
                      <NodeRow key={node.id} opened={opened} id={node.id} />
                    ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Shows one kind and hides the others of its list, or shows them all again. */
function Only({ of, on, set }: { of: string; on: boolean; set: (only: boolean) => void }) {
  return (
    <button
      type="button"
      className={styles.only}
      aria-label={on ? `Show all again, not only ${of}` : `Show only ${of}`}
      aria-pressed={on}
      onClick={() => set(!on)}
    >
      {on ? 'all' : 'only'}
    </button>
  );
}

function EdgeTypes({ opened }: { opened: Opened }) {
  const query = useStore((state) => state.view.query);
  const counts = useMemo(() => {
    const byType = new Map<EdgeType, number>();
    for (const { type } of opened.corpus.edges.values()) byType.set(type, (byType.get(type) ?? 0) + 1);
    return byType;
  }, [opened]);
  const types = Object.keys(EDGE_LOOK) as EdgeType[];
  return (
    <section className={styles.group} aria-labelledby="lines">
      <h2 id="lines">Lines</h2>
      <ul>
        {types.map((type) => (
          <li key={type} className={styles.type}>
            <label>
              <input
                type="checkbox"
                checked={query.edge?.includes(type) ?? true}
                onChange={() => filter({ ...query, edge: toggle(query.edge, EDGE_TYPES, type) })}
              />
              <LineSample type={type} />
              {EDGE_LOOK[type].name}
            </label>
            <Only
              of={`lines: ${EDGE_LOOK[type].name}`}
              on={query.edge?.length === 1 && query.edge[0] === type}
              set={(only) =>
                filter({ ...query, edge: only ? [type] : undefined, isolated: only ? ['hidden'] : undefined })
              }
            />
            <span className={styles.number}>{counts.get(type) ?? 0}</span>
          </li>
        ))}
        <li className={`${styles.type} ${styles.apart}`}>
          <label>
            <input
              type="checkbox"
              checked={query.basis?.includes('inferred') ?? true}
              onChange={() => filter({ ...query, basis: query.basis ? undefined : ['stated'] })}
            />
            <LineSample dashed />
            inferred by the coder
          </label>
          <span className={styles.number}>
            {[...opened.corpus.edges.values()].filter((edge) => edge.basis === 'inferred').length}
          </span>
        </li>
        <li className={styles.type}>
          <label>
            <input
              type="checkbox"
              checked={query.isolated === undefined}
              onChange={() => filter({ ...query, isolated: query.isolated ? undefined : ['hidden'] })}
            />
            <TypeIcon type="claim" />
            dots without a line
          </label>
        </li>
      </ul>
    </section>
  );
}
