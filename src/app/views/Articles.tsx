// The articles view: a shelf of all articles, and each to be read large, with what is marked in it beside it.
import { useCallback, useMemo, useState } from 'react';
import { accountFor } from '../../core/corpus';
import { printDate } from '../../core/date';
import { toArticles } from '../../core/debate';
import { isSaid, type Article, type Corpus, type Ids } from '../../core/model';
import { toMarks } from '../../core/passage';
import type { Steps } from '../../core/steps';
import { GrowingList } from '../panels/GrowingList';
import { useSteps } from '../steps';
import { isUnfiltered, show, useStore, type Opened } from '../store';
import { CiteButton } from '../reader/CiteButton';
import { Contents } from '../reader/Contents';
import kindStyles from '../reader/Contents.module.css';
import { Coverage } from '../reader/Coverage';
import { close, toDesk, withOpened, type Desk } from '../reader/desk';
import { toKind, toMarksOf, USUAL } from '../reader/kinds';
import { Others, PassageStatus, Turner } from '../reader/Passages';
import { Tabs } from '../reader/Tabs';
import { Text } from '../reader/Text';
import { ItemLink } from '../ui/ItemLink';
import { OriginalLink } from '../ui/OriginalLink';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { countSaid } from '../numbers';
import { printName } from '../words';
import buttons from '../ui/button.module.css';
import styles from './Articles.module.css';

const PANEL = 'large-article';

export function Articles({ opened }: { opened: Opened }) {
  const view = useStore((state) => state.view);
  const desk = useMemo(() => toDesk(opened.corpus, view), [opened, view]);
  return (
    <section aria-label="Articles" className={styles.articles}>
      {desk.article === undefined ? (
        <div className={styles.shelf}>
          <h2>The articles</h2>
          <p>
            Read any of them whole, with what is claimed in it marked. Click marked words to see who says so.
          </p>
          <Shelf opened={opened} articles={toArticles(opened.corpus)} />
        </div>
      ) : (
        <Reading key={desk.article} opened={opened} desk={desk} article={desk.article} />
      )}
    </section>
  );
}

/** How many articles are listed before one asks for more. */
const FEW = 60;
/** How many nodes are looked at before a pause. */
const STRETCH = 1024;

/** How much of what is visible is claimed and recommended in each article. */
function* countClaims(corpus: Corpus, visible: Ids): Steps<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  let seen = 0;
  for (const node of corpus.nodes.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    if (isSaid(node) && visible.has(node.id))
      for (const id of new Set(node.passages.map(({ article }) => article)))
        found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/** Articles to choose from, with how much of what filters leave is claimed in each. */
function Shelf({ opened, articles }: { opened: Opened; articles: readonly Article[] }) {
  const reader = useStore((state) => state.view.reader);
  const visible = useStore((state) => state.visible);
  const isWhole = useStore(isUnfiltered);
  const claims = useSteps(useCallback(() => countClaims(opened.corpus, visible), [opened, visible])).value;
  const printClaims = (number: number) =>
    number === 0 && !isWhole ? 'nothing that fits the filters' : countSaid(number);
  return (
    <GrowingList items={articles} first={FEW} className={styles.choices}>
      {({ node }) => (
        <li key={node.id}>
          <ViewLink to={{ reader: withOpened(reader, node.id) }} className={styles.choice}>
            <TypeIcon type="article" size={20} />
            <span>
              <strong>{node.label}</strong>
              <small>
                {node.publisher}, {printDate(node.date)}
                {claims && ` · ${printClaims(claims.get(node.id) ?? 0)}`}
              </small>
            </span>
          </ViewLink>
        </li>
      )}
    </GrowingList>
  );
}

function Reading({ opened, desk, article }: { opened: Opened; desk: Desk; article: string }) {
  const { corpus } = opened;
  const { item, passages, passage, tabs } = desk;
  const { node, text } = corpus.articles.get(article)!;
  const reader = useStore((state) => state.view.reader);
  const visible = useStore((state) => state.visible);
  const kinds = reader.marks ?? USUAL;
  const whole = useMemo(() => toMarks(corpus, article), [corpus, article]);
  const all = useMemo(() => whole.filter((mark) => visible.has(mark.item.id)), [whole, visible]);
  const marks = useMemo(() => toMarksOf(all, kinds), [all, kinds]);
  const sentences = useMemo(
    () => (reader.coverage ? accountFor(corpus, article) : undefined),
    [corpus, article, reader.coverage],
  );
  const [aside, setAside] = useState(false);
  const closed = toArticles(corpus).filter((one) => tabs.every((tab) => tab.article !== one.node.id));
  return (
    <>
      <div className={styles.bar}>
        <Tabs opened={opened} desk={desk} panel={PANEL} full />
        {closed.length > 0 && (
          <details className={styles.more}>
            <summary className={buttons.button} aria-label="Open another article">
              + <span className={styles.another}>Open another</span>
            </summary>
            <div>
              <Shelf opened={opened} articles={closed} />
            </div>
          </details>
        )}
      </div>
      <section aria-label="Source" className={styles.source} data-aside={aside}>
        <div className={styles.panel} role="tabpanel" id={PANEL} aria-label={node.label}>
          <div className={styles.tools}>
            <Turner {...desk} />
            <CiteButton opened={opened} desk={desk} />
            <button
              type="button"
              className={buttons.button}
              aria-pressed={reader.coverage}
              onClick={() => show({ reader: { ...reader, coverage: !reader.coverage } })}
            >
              Show coverage
            </button>
            <button
              type="button"
              className={`${buttons.button} ${styles.turnover}`}
              aria-expanded={aside}
              onClick={() => setAside(!aside)}
            >
              In this article
            </button>
            {!passage && reader.open.includes(article) && (
              <button type="button" className={buttons.button} onClick={() => close(article)}>
                Close this article
              </button>
            )}
          </div>
          <PassageStatus opened={opened} desk={desk} />
          <Text
            article={article}
            text={text}
            marks={marks}
            item={item}
            passages={passages}
            passage={passage}
            toClass={(mark) => kindStyles[toKind(mark.item)]}
            sentences={sentences}
            className={styles.text}
          >
            <header className={styles.head}>
              <h2>
                <ItemLink id={node.id}>{node.label}</ItemLink>
              </h2>
              <div>
                {node.publisher}, {printDate(node.date)}
                {node.url && ' · '}
                <OriginalLink node={node} />
                {passage &&
                  item &&
                  item.id !== node.id &&
                  !('source' in item) &&
                  ` · the words for ${printName(item.label)}`}
                {item && !passage && ' · no words of what is selected are in it'}
              </div>
              <Others opened={opened} desk={desk} marks={whole} />
            </header>
          </Text>
        </div>
        <aside className={styles.aside} aria-label="What is marked">
          {sentences && <Coverage sentences={sentences} />}
          <Contents opened={opened} article={article} all={all} marks={marks} kinds={kinds} />
        </aside>
      </section>
    </>
  );
}
