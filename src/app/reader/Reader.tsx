// An article beside the other views: the passage in front, the other open articles, and what more can be done with it.
import { memo, useMemo } from 'react';
import { printDate } from '../../core/date';
import { toMarks } from '../../core/passage';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { OriginalLink } from '../ui/OriginalLink';
import { ViewLink } from '../ui/ViewLink';
import { CiteButton } from './CiteButton';
import { close, type Desk } from './desk';
import { Others, PassageStatus, Turner } from './Passages';
import { Tabs } from './Tabs';
import { Text } from './Text';
import { printName } from '../words';
import buttons from '../ui/button.module.css';
import styles from './Reader.module.css';

const PANEL = 'source-article';

/** `article` is the one in front. */
export const Reader = memo(function Reader({
  opened,
  desk,
  article,
}: {
  opened: Opened;
  desk: Desk;
  article: string;
}) {
  const { corpus } = opened;
  const { item, passages, passage, tabs } = desk;
  const { node, text } = corpus.articles.get(article)!;
  const marks = useMemo(() => toMarks(corpus, article), [corpus, article]);
  const several = tabs.length > 1;
  return (
    <>
      {several && (
        <div className={styles.tabs}>
          <Tabs opened={opened} desk={desk} panel={PANEL} />
        </div>
      )}
      <div
        className={styles.article}
        {...(several && { role: 'tabpanel', id: PANEL, 'aria-label': node.label })}
      >
        <header className={styles.head}>
          <ItemLink id={node.id} className={styles.title}>
            {node.label}
          </ItemLink>
          <p className={styles.whence}>
            {node.publisher}, {printDate(node.date)}
            {node.url && ' · '}
            <OriginalLink node={node} />
            {passage && item && item.id !== node.id && !('source' in item) && (
              <span className={styles.whose}> · the words for {printName(item.label)}</span>
            )}
          </p>
          <div className={styles.tools}>
            <Turner {...desk} />
            <CiteButton opened={opened} desk={desk} />
            <ViewLink to={{ mode: 'articles' }} className={buttons.button}>
              Read large
            </ViewLink>
            {!passage && (
              <button type="button" className={buttons.button} onClick={() => close(article)}>
                Close
              </button>
            )}
          </div>
          <Others opened={opened} desk={desk} marks={marks} />
        </header>
        <PassageStatus opened={opened} desk={desk} />
        <Text article={article} text={text} marks={marks} item={item} passages={passages} passage={passage} />
      </div>
    </>
  );
});
