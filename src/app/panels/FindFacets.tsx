// Narrowing down: who says it, on what, on which side, how and where, each value with what it would leave.
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { countSeen, isPartial } from '../../core/filter';
import type { Query } from '../../core/query';
import { SPEECH, STANCES } from '../../core/vocabulary';
import { fold } from '../../core/text';
import { useSteps } from '../steps';
import { printNumber } from '../numbers';
import { filter, useStore, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { SPEECH_WORDS, STANCE_WORDS } from '../vocabulary';
import { toShortName } from '../words';
import { GrowingList } from './GrowingList';
import styles from './Find.module.css';

/** `values` are those of a closed list, in its order; others are sorted by how much they leave. */
const FACETS = [
  { key: 'actor', name: 'Who says it' },
  { key: 'topic', name: 'On which topic' },
  { key: 'stance', name: 'On which side', values: STANCES, words: STANCE_WORDS },
  { key: 'speech', name: 'In whose words', values: SPEECH, words: SPEECH_WORDS },
  { key: 'article', name: 'In which article' },
] as const satisfies readonly {
  key: keyof Query;
  name: string;
  values?: readonly string[];
  words?: Readonly<Record<string, string>>;
}[];
type Facet = (typeof FACETS)[number];

export function FindFacets({ opened }: { opened: Opened }) {
  const [open, setOpen] = useState<Facet['key']>();
  const query = useStore((state) => state.view.query);
  return (
    <section className={styles.group} aria-labelledby="facets">
      <h2 id="facets">Only what is said…</h2>
      <ul>
        {FACETS.map((facet) => {
          const isOpen = open === facet.key;
          const chosen = query[facet.key]?.length ?? 0;
          return (
            <li key={facet.key}>
              <button
                type="button"
                className={styles.facet}
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? undefined : facet.key)}
              >
                {facet.name}
                {chosen > 0 && <span className={styles.chosen}>{chosen} chosen</span>}
                <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
              </button>
              {isOpen && <Values key={facet.key} opened={opened} facet={facet} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** How many values are listed before one asks for more, and from how many on one can look for one. */
const FEW = 8;
const LONG = 20;

function Values({ opened: { corpus }, facet }: { opened: Opened; facet: Facet }) {
  const { key, name } = facet;
  const query = useStore((state) => state.view.query);
  const focus = useStore((state) => state.view.focus);
  const matching = useStore((state) => state.counts[key]);
  const start = useCallback(
    function* () {
      return isPartial(query, focus) ? yield* countSeen(corpus, query, focus, key) : matching;
    },
    [corpus, query, focus, key, matching],
  );
  const counts = useSteps(start).value ?? matching;
  const [wanted, setWanted] = useState('');
  const chosen = query[key];
  const values = useMemo(() => {
    if ('values' in facet) return facet.values;
    const all = new Set([...counts.keys(), ...(chosen ?? [])]);
    return [...all].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  }, [facet, counts, chosen]);
  const toName = (value: string): string => {
    if ('words' in facet) return (facet.words as Readonly<Record<string, string>>)[value]!;
    const node = corpus.nodes.get(value);
    return node ? toShortName(node) : value;
  };
  const toIcon = (value: string): ReactNode => {
    if (key === 'stance') return <i style={{ background: `var(--${value})` }} />;
    const node = key === 'actor' ? corpus.nodes.get(value) : undefined;
    return node && <TypeIcon type={node.type} />;
  };
  const folded = fold(wanted);
  const fitting = folded
    ? values.filter((value) => {
        const node = corpus.nodes.get(value);
        return [toName(value), node?.label ?? '', ...(node?.aliases ?? [])].some((one) =>
          fold(one).includes(folded),
        );
      })
    : values;
  const toggle = (value: string) => {
    const next = chosen?.includes(value)
      ? chosen.filter((other) => other !== value)
      : [...(chosen ?? []), value];
    filter({ ...query, [key]: next.length === 0 ? undefined : next });
  };
  return (
    <div className={styles.values} role="group" aria-label={name}>
      {values.length > LONG && (
        <input
          type="text"
          aria-label={`Look for one of ${values.length}: ${name.toLowerCase()}`}
          placeholder={`Look for one of ${values.length}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      {fitting.length === 0 && (
        <p className={styles.none}>
          {wanted ? `None is called “${wanted}”.` : 'The other filters leave none.'}
        </p>
      )}
      <GrowingList key={folded} items={fitting} first={FEW}>
        {(value) => (
          <li key={value} className={styles.type}>
            <label>
              <input
                type="checkbox"
                checked={chosen?.includes(value) ?? false}
                onChange={() => toggle(value)}
              />
              {toIcon(value)}
              <span>{toName(value)}</span>
            </label>
            <span className={styles.number}>{printNumber(counts.get(value) ?? 0)}</span>
          </li>
        )}
      </GrowingList>
    </div>
  );
}
