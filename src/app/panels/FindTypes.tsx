// The legend that filters: types of nodes with all their nodes, and types of lines.
import { useCallback, useState } from 'react';
import { seeInSteps } from '../../core/filter';
import { orderInSteps } from '../../core/order';
import { BASES, EDGE_TYPES, type EdgeType, type NodeType } from '../../core/vocabulary';
import { fold } from '../../core/text';
import { useSteps } from '../steps';
import { printNumber } from '../numbers';
import { filter, useStore, type Opened } from '../store';
import { LineSample } from '../ui/LineSample';
import { TypeIcon } from '../ui/Icon';
import { BASIS_WORDS, EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { GrowingList } from './GrowingList';
import { NodeRow } from './NodeRow';
import styles from './Find.module.css';

const TYPES = Object.keys(NODE_LOOK) as NodeType[];

/** The values with one turned on or off; undefined where that leaves all of them. */
function toggle<T extends string>(values: readonly string[] | undefined, all: readonly T[], value: T) {
  const next = all.filter((other) => (values ?? all).includes(other) !== (other === value));
  return next.length === all.length ? undefined : next;
}

/** How much there is of a value: with each sight only these change, not the choices beside them. */
const useAmount = (of: 'type' | 'edge' | 'basis', value: string) =>
  printNumber(useStore((state) => state.counts[of].get(value) ?? 0));
function Amount({ of, value }: { of: 'edge' | 'basis'; value: string }) {
  return <span className={styles.number}>{useAmount(of, value)}</span>;
}

/** Tells how many nodes of a type there are, and lists them. */
function List({ type, on, set }: { type: NodeType; on: boolean; set: (on: boolean) => void }) {
  const amount = useAmount('type', type);
  return (
    <button
      type="button"
      aria-expanded={on}
      aria-label={`List all ${amount} ${NODE_LOOK[type].many.toLowerCase()}`}
      onClick={() => set(!on)}
    >
      {amount} <span aria-hidden="true">{on ? '▴' : '▾'}</span>
    </button>
  );
}

/** The types of nodes, each to be shown or not, with all its nodes. */
export function NodeTypes({ opened }: { opened: Opened }) {
  const query = useStore((state) => state.view.query);
  const [open, setOpen] = useState<NodeType>();
  return (
    <section className={styles.group} aria-labelledby="types">
      <h2 id="types">Shown on the map</h2>
      <ul>
        {TYPES.map((type) => {
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
                <List type={type} on={open === type} set={(on) => setOpen(on ? type : undefined)} />
              </div>
              {open === type && <Nodes opened={opened} type={type} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many nodes are listed before one asks for more. */
const MANY = 300;

/** Every node of a type that the other filters, and a focus, leave. */
function Nodes({ opened: { corpus }, opened, type }: { opened: Opened; type: NodeType }) {
  const query = useStore((state) => state.view.query);
  const focus = useStore((state) => state.view.focus);
  const find = useCallback(
    function* () {
      // What a focus reaches, and a line joins, it does through nodes of every type.
      const wanted = { ...query, type: undefined };
      const { ids } = yield* seeInSteps(corpus, wanted, focus);
      yield undefined;
      const found = [...corpus.nodes.values()].filter((node) => node.type === type && ids.has(node.id));
      const names = found.map(({ label }) => fold(label));
      return (yield* orderInSteps(names)).map((place) => found[place]!);
    },
    [corpus, query, focus, type],
  );
  const nodes = useSteps(find).value;
  if (!nodes) return <p className={styles.none}>Looking…</p>;
  if (nodes.length === 0) return <p className={styles.none}>The other filters leave none.</p>;
  return (
    <div className={styles.nodes}>
      <GrowingList items={nodes} first={MANY}>
        {(node) => <NodeRow key={node.id} opened={opened} node={node} />}
      </GrowingList>
    </div>
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

/** The types of lines, each to be shown or not, and whether lines that were inferred are. */
export function EdgeTypes() {
  const query = useStore((state) => state.view.query);
  return (
    <section className={styles.group} aria-labelledby="lines">
      <h2 id="lines">Lines</h2>
      <ul>
        {(Object.keys(EDGE_LOOK) as EdgeType[]).map((type) => (
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
            <Amount of="edge" value={type} />
          </li>
        ))}
        {BASES.map((basis, place) => (
          <li key={basis} className={`${styles.type} ${place === 0 ? styles.apart : ''}`}>
            <label>
              <input
                type="checkbox"
                checked={query.basis?.includes(basis) ?? true}
                onChange={() => filter({ ...query, basis: toggle(query.basis, BASES, basis) })}
              />
              <LineSample dashed={basis === 'inferred'} />
              {BASIS_WORDS[basis]}
            </label>
            <Amount of="basis" value={basis} />
          </li>
        ))}
        <li className={styles.type}>
          <label>
            <input
              type="checkbox"
              checked={query.isolated === undefined}
              onChange={() => filter({ ...query, isolated: query.isolated ? undefined : ['hidden'] })}
            />
            <TypeIcon type="claim" />
            nodes without a line
          </label>
        </li>
      </ul>
    </section>
  );
}
