// Search, filters in words, topics, and the legend that filters: every node can be reached from here without the map.
import {
  lazy,
  memo,
  Suspense,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { flushSync } from 'react-dom';
import {
  completeQuery,
  holdsKey,
  mergeQueries,
  parseQuery,
  QueryError,
  type Completion,
  type Query,
} from '../../core/query';
import { openSearcher } from '../searcher';
import { filter, useStore, type Opened } from '../store';
import { printTerm, toTerms } from '../terms';
import { EdgeTypes, NodeTypes } from './FindTypes';
import { FindChips } from './FindChips';
import { FindFacets } from './FindFacets';
import { FindTopics } from './FindTopics';
import { ViewLink } from '../ui/ViewLink';
import { isTyping } from '../ui/typing';
import styles from './Find.module.css';

const FindHits = lazy(() =>
  import('./FindHits').then(
    (fetched) => ({ default: fetched.FindHits }),
    () => ({ default: NoHits }),
  ),
);
/** In place of the hits where the line is down. */
const NoHits = () => (
  <p role="status" className={styles.status}>
    The search could not be fetched. Load the page again.
  </p>
);

/** What is typed, as a filter: the query it would add, or why it cannot be read; neither where it is none. */
function readFilter(opened: Opened, text: string): { query?: Query; error?: QueryError } {
  try {
    return { query: parseQuery(text, opened.corpus) };
  } catch (error) {
    if (error instanceof QueryError) return { error };
    throw error;
  }
}

export const Find = memo(function Find({ opened }: { opened: Opened }) {
  const [text, setText] = useState('');
  /** Where in the text one is typing. */
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState<number>();
  /** Whether the keys were asked for, or an error was met by Enter, or completions were sent away. */
  const [asked, setAsked] = useState<'keys' | 'error' | 'nothing'>();
  const wanted = useDeferredValue(text.trim());
  const list = useRef<HTMLDivElement>(null);
  const followFirst = () => list.current?.querySelector('a')?.click();
  /** Whether Enter was pressed before what was found came up. */
  const hasty = useRef(false);
  const arrive = useEffectEvent(() => {
    if (hasty.current) followFirst();
    hasty.current = false;
  });
  useEffect(() => arrive(), [wanted]);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  // With the field itself: whoever sees it can press the key.
  useLayoutEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  const isFilter = holdsKey(text);
  const { query: added, error } = useMemo(() => readFilter(opened, text.trim()), [opened, text]);
  const completions = useMemo(
    () => toCompletions(opened, text, caret, asked === 'keys'),
    [opened, text, caret, asked],
  );
  const offered = asked === 'nothing' ? [] : completions;
  // A value that is begun, and none yet, is most likely meant to be the first that fits.
  const isBegun = isFilter && offered[0] !== undefined && offered[0].start < caret;
  const isWhole = offered[0]?.text === text.slice(offered[0]?.start, offered[0]?.end);
  const chosen = active ?? (isBegun && !isWhole && !added ? 0 : -1);

  const write = (next: string, at: number) => {
    hasty.current = false;
    setText(next);
    setCaret(at);
    setActive(undefined);
    setAsked(undefined);
  };
  const clear = () => {
    write('', 0);
    field.current?.focus();
  };
  const take = ({ text: value, start, end }: Completion) => {
    const at = start + value.length;
    // At once, so that what is typed next stands behind it.
    flushSync(() => write(text.slice(0, start) + value + text.slice(end), at));
    field.current!.focus();
    field.current!.setSelectionRange(at, at);
  };
  const apply = (query: Query) => {
    filter(mergeQueries(useStore.getState().view.query, query));
    clear();
  };
  /** What Enter does in the field: takes a completion, filters, or follows the first hit. */
  const enter = () => {
    const completion = offered[chosen];
    if (completion) take(completion);
    else if (isFilter && added) apply(added);
    else if (isFilter) setAsked('error');
    else if (wanted === text.trim()) followFirst();
    else hasty.current = true;
  };
  /** Arrow keys go from the field through the completions and the hits, and back. */
  const walk = (event: KeyboardEvent) => {
    const inField = event.target === field.current;
    if (event.key === 'Escape' && (text || asked === 'keys')) {
      event.stopPropagation();
      event.preventDefault();
      clear();
    }
    if (event.key === 'Enter' && inField && !event.nativeEvent.isComposing) enter();
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const by = event.key === 'ArrowDown' ? 1 : -1;
    if (inField && !text && by === 1 && asked !== 'keys') {
      event.preventDefault();
      setAsked('keys');
      return;
    }
    if (inField && offered[chosen + by]) {
      event.preventDefault();
      setActive(chosen + by);
      return;
    }
    if (inField && by === -1 && chosen === 0) {
      event.preventDefault();
      setActive(-1);
      return;
    }
    const stops = [
      field.current!,
      ...(list.current?.querySelectorAll<HTMLElement>('a, button:not([data-aside])') ?? []),
    ];
    const to = stops[stops.indexOf(document.activeElement as HTMLElement) + by];
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  const words = !isFilter && added && added.words.length > 0 ? added : undefined;
  const isWrong = isFilter && error && (asked === 'error' || offered.length === 0);
  return (
    <div className={styles.find} onKeyDown={walk}>
      <div className={styles.search}>
        <input
          ref={field}
          type="search"
          aria-label="Search"
          // A list to choose from is there for filters only.
          role={offered.length > 0 ? 'combobox' : undefined}
          aria-expanded={offered.length > 0 ? true : undefined}
          aria-autocomplete={offered.length > 0 ? 'list' : undefined}
          aria-controls={offered.length > 0 ? listId : undefined}
          aria-activedescendant={offered[chosen] ? `${listId}${chosen}` : undefined}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? `${listId}error` : undefined}
          placeholder="Search claims, people…"
          title="Words, or a filter such as topic: or date: (arrow down shows them)"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onFocus={() => void openSearcher(opened.corpus)}
          onBlur={() => asked === 'keys' && setAsked(undefined)}
          onChange={(event) => write(event.target.value, event.target.selectionStart ?? 0)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
        />
        <kbd aria-hidden="true">/</kbd>
        {offered.length > 0 && (
          <Completions id={listId} offered={offered} chosen={chosen} isFilter={isFilter} take={take} />
        )}
      </div>
      <FindChips opened={opened} left={() => field.current?.focus()} />
      {wanted ? (
        <div ref={list}>
          {isWrong && <Wrong id={`${listId}error`} text={text.trim()} error={error} />}
          {isFilter && added && (
            <button type="button" className={styles.apply} onClick={() => apply(added)}>
              Filter by{' '}
              <b>
                {toTerms(opened.corpus, added)
                  .map((term) => printTerm(term))
                  .join(', ')}
              </b>
            </button>
          )}
          {words && (
            <button type="button" className={styles.more} data-aside onClick={() => apply(words)}>
              Filter by {words.words.map((word) => `“${word}”`).join(' and ')}
            </button>
          )}
          {!isFilter && (
            <Suspense
              fallback={
                <p role="status" className={styles.status}>
                  Looking…
                </p>
              }
            >
              <FindHits opened={opened} text={wanted} clear={clear} />
            </Suspense>
          )}
        </div>
      ) : (
        <>
          <FindTopics opened={opened} />
          <NodeTypes opened={opened} />
          <ViewLink to={{ mode: 'codebook' }} className={styles.meaning}>
            What the types mean
          </ViewLink>
          <FindFacets opened={opened} />
          <EdgeTypes />
        </>
      )}
    </div>
  );
});

/** What could be typed next, to choose from while the field keeps the focus. */
function Completions({
  id,
  offered,
  chosen,
  isFilter,
  take,
}: {
  id: string;
  offered: readonly Completion[];
  chosen: number;
  isFilter: boolean;
  take: (completion: Completion) => void;
}) {
  return (
    <div id={id} className={styles.completions} role="listbox" aria-label="Filters">
      {offered.map((completion, place) => (
        <div
          key={completion.text}
          id={`${id}${place}`}
          role="option"
          aria-selected={place === chosen}
          tabIndex={-1}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            take(completion);
          }}
        >
          {completion.label && isFilter ? completion.label : completion.text}
          {completion.label && <small>{isFilter ? completion.text : completion.label}</small>}
        </div>
      ))}
    </div>
  );
}

/** What could be typed next: keys when two letters of one are there, or when asked for; values behind a key. */
function toCompletions(opened: Opened, text: string, caret: number, all: boolean): Completion[] {
  const completions = completeQuery(opened.corpus, text, caret);
  const isKeys = completions[0]?.text.endsWith(':');
  const begun = caret - (completions[0]?.start ?? caret);
  if (isKeys && begun < 2 && !all) return [];
  const [only] = completions;
  return completions.length === 1 && only!.text === text.slice(only!.start, only!.end) ? [] : completions;
}

/** What cannot be read in a filter, and where. */
function Wrong({ id, text, error }: { id: string; text: string; error: QueryError }) {
  const [wrong] = /^(?:"[^"]*|[^\s,]*)/.exec(text.slice(error.at))!;
  const end = error.at + wrong.length;
  return (
    <div id={id} className={styles.wrong} role="alert">
      <p className={styles.typed}>
        {text.slice(0, error.at)}
        <b>{wrong || '␣'}</b>
        {text.slice(end)}
      </p>
      <p>{error.message.charAt(0).toUpperCase() + error.message.slice(1)}.</p>
    </div>
  );
}
