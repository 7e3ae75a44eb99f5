// The first thing a newcomer reads.
import { lazy, memo, Suspense } from 'react';
import { printDate } from '../../core/date';
import { toArticles, toControversies } from '../../core/debate';
import { perCorpus } from '../../core/memo';
import { isArgument, isSaid, isUtterance } from '../../core/model';
import { isNewcomer } from '../storage';
import type { Opened } from '../store';
import { ArgumentLink } from '../ui/ArgumentLink';
import { ItemLink } from '../ui/ItemLink';
import { StanceBar, StanceKey } from '../ui/StanceBar';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { count, countSaid } from '../numbers';
import buttons from '../ui/button.module.css';
import { GrowingList } from './GrowingList';
import styles from './Inspector.module.css';

const Begin = lazy(async () => ({ default: (await import('../project/Begin')).Begin }));
const Offer = lazy(async () => ({ default: (await import('../story/Offer')).Offer }));

/** How many articles are listed before one asks for more. */
const FIRST = 20;

/** How much is said, by how many people and bodies, be it through a report of theirs, and whether any of it is argued about. */
const toSummary = perCorpus((corpus) => {
  const edges = [...corpus.edges.values()];
  const isReport = (id: string) => corpus.nodes.get(id)!.type === 'report';
  const voices = new Set(edges.flatMap((edge) => (isUtterance(corpus, edge) ? edge.source : [])));
  const authors = edges.flatMap(({ type, source, target }) =>
    type === 'authored' && voices.has(target) ? source : [],
  );
  return {
    said: [...corpus.nodes.values()].filter(isSaid).length,
    speaking: new Set([...voices, ...authors].filter((id) => !isReport(id))).size,
    isArgued: edges.some(isArgument),
  };
});

/** What this is, where people disagree, and the articles. */
export const Start = memo(function Start({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const { said, speaking, isArgued } = toSummary(corpus);
  const controversies = toControversies(corpus);
  const begin = opened.local && (
    <Suspense>
      <Begin opened={opened} />
    </Suspense>
  );
  if (begin && corpus.nodes.size === 0) return <div className={styles.card}>{begin}</div>;
  return (
    <div className={styles.card}>
      <h2>{corpus.title ?? 'Who says what, and in which words'}</h2>
      <p className={styles.lead}>
        {count(corpus.articles.size, 'article')} taken apart: {countSaid(said)}
        {speaking > 0 && `, the ${count(speaking, 'person or body', 'people and bodies')} who say them`}
        {isArgued && ', who disputes them and who answers'}. Choose{' '}
        {controversies.length > 0 && 'a topic below, or '}a node or line on the map, to read who said it and
        in which words.
      </p>
      {begin}
      {!opened.local && isNewcomer() && (
        <Suspense fallback={<div className={styles.offer} />}>
          <Offer />
        </Suspense>
      )}
      {!begin && (
        <p className={styles.lead}>
          Or{' '}
          <button
            type="button"
            className={buttons.plain}
            onClick={() => document.getElementById('add-articles')!.click()}
          >
            add articles of your own
          </button>{' '}
          and code them.
        </p>
      )}
      {controversies.length > 0 && (
        <>
          <h3>Where they disagree</h3>
          <StanceKey />
          <ul className={styles.rows}>
            {controversies.slice(0, 4).map(({ position, disputes: [edge] }) => (
              <li key={position.topic.id} className={styles.controversy}>
                <ItemLink id={position.topic.id} className={styles.question}>
                  {position.topic.label}
                  <StanceBar position={position} />
                </ItemLink>
                <ArgumentLink opened={opened} edge={edge!} />
              </li>
            ))}
          </ul>
          <p className={styles.lead}>
            All of it at a glance: <ViewLink to={{ mode: 'coalitions' }}>who agrees with whom</ViewLink>.
          </p>
        </>
      )}
      <h3>The articles</h3>
      <GrowingList items={toArticles(corpus)} first={FIRST} className={styles.rows}>
        {({ node }) => (
          <li key={node.id}>
            <ItemLink id={node.id} className={styles.line}>
              <TypeIcon type="article" />
              <span>
                {node.label}
                <small>
                  {node.publisher}, {printDate(node.date)}
                </small>
              </span>
            </ItemLink>
          </li>
        )}
      </GrowingList>
    </div>
  );
});
