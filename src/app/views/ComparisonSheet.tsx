// A comparison as it is read: how many of what, and its parts, from where the two agree to what else each of them says.
import { useEffect, useRef, type ReactNode } from 'react';
import type { ByTopic, Comparison, Stand, Tie } from '../../core/compare';
import { count, printInferred } from '../numbers';
import type { Opened } from '../store';
import { Only, Same, Stands, Ties, type Names } from './ComparisonGroups';
import { printElse, printSide } from './sides';
import styles from './Compare.module.css';

const sizeOf = (groups: ByTopic<unknown>) => groups.reduce((sum, { items }) => sum + items.length, 0);

const countInferred = (ties: ByTopic<Tie>) =>
  ties.flatMap(({ items }) => items).filter(({ edge }) => edge.basis === 'inferred').length;

/** 'Of the 14 topics that both speak about, they are on the same side on 10 and on opposite sides on 4.' */
function printSides(topics: number, { same, opposite }: Comparison['accord']): string {
  const sides = [
    ...(same > 0 ? [['on the same side', same] as const] : []),
    ...(opposite > 0 ? [['on opposite sides', opposite] as const] : []),
  ];
  if (topics === 1) return `Both speak about one topic, and are ${sides[0]![0]} on it.`;
  const told = sides.map(([name, number]) => `${name} on ${number === topics ? 'all' : number}`);
  return `Of the ${count(topics, 'topic')} that both speak about, they are ${told.join(' and ')}.`;
}

/** A comparison of more groups than this is laid out where it is in sight only. */
const LONG = 100;

/** All of a comparison, part by part. */
export function ComparisonSheet({
  opened,
  comparison,
  sides,
}: {
  opened: Opened;
  comparison: Comparison;
  sides: readonly [string, string];
}) {
  const [first, second] = sides;
  const names: Names = [printSide(opened.corpus, first), printSide(opened.corpus, second)];
  const others: Names = [printElse(opened.corpus, first), printElse(opened.corpus, second)];
  const { same, agreements, disagreements, answers, onlyFirst, onlySecond, stands, accord, rest } =
    comparison;
  const sheet = useRef<HTMLDivElement>(null);
  const groups = [same, agreements, disagreements, answers, onlyFirst, onlySecond, stands];
  const isLong = groups.reduce((sum, { length }) => sum + length, 0) > LONG;
  useEffect(() => {
    const goToCurrent = () =>
      sheet.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
    goToCurrent();
    if (!isLong) return undefined;
    // What comes into sight around it is laid out only then, and moves it.
    const timer = setTimeout(goToCurrent, 100);
    return () => clearTimeout(timer);
  }, [isLong]);
  const goTo = (part: string) => {
    const heading = sheet.current!.querySelector<HTMLElement>(`[data-part="${part}"]`)!;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
  const of = (lean: Stand['lean']) => stands.filter((stand) => stand.lean === lean);
  const [alike, apart] = [of('same').length, of('opposite').length];
  type Entry = readonly [part: string, name: string, number: number, note?: string];
  /** What lines tell, and how many of them are inferred. */
  const toEntry = (part: string, name: string, ties: ByTopic<Tie>, number = sizeOf(ties)): Entry => [
    part,
    name,
    number,
    printInferred(countInferred(ties), number),
  ];
  /** Where there is none, the topics that tell as much. */
  const orTopics = (entry: Entry, topics: number, side: string): Entry =>
    entry[2] > 0 || topics === 0
      ? entry
      : [entry[0], `On ${side}`, topics, topics === 1 ? ' topic' : ' topics'];
  const contents: readonly Entry[] = [
    orTopics(
      toEntry('agree', 'They agree', agreements, sizeOf(same) + sizeOf(agreements)),
      alike,
      'the same side',
    ),
    orTopics(toEntry('disagree', 'They disagree', disagreements), apart, 'opposite sides'),
    toEntry('answer', 'One answers the other', answers),
    ['first', others[0], sizeOf(onlyFirst)],
    ['second', others[1], sizeOf(onlySecond)],
  ];
  // A figure of 0 would read as measured where there is nothing to measure.
  const isCounted = accord.same + accord.opposite > 0;
  const props = { opened, names };
  return (
    <div ref={sheet} data-long={isLong || undefined}>
      <p className={styles.result}>
        {isCounted
          ? printSides(stands.length, accord)
          : stands.length > 0
            ? `Both speak about ${count(stands.length, 'topic')}, but there is none on which both lean to a side, so no agreement can be told.`
            : 'There is no topic that both speak about, so no agreement can be told.'}
      </p>
      <nav aria-label="Parts" className={styles.parts}>
        {contents.map(([part, name, number, note]) => (
          <button key={part} type="button" onClick={() => goTo(part)}>
            <span>{name}</span> <strong>{number}</strong>
            {note && <small>{note}</small>}
          </button>
        ))}
      </nav>
      {rest && (
        <p className={styles.sum}>
          All under {names[rest === 'first' ? 1 : 0]} belongs to {names[rest === 'first' ? 0 : 1]} too; here
          it is told under {names[rest === 'first' ? 1 : 0]} only.
        </p>
      )}
      <details className={styles.how}>
        <summary>
          {isCounted
            ? `Agreement ${printScore(accord.score)} on a scale from −1 to 1: how it is counted`
            : 'How agreement is counted'}
        </summary>
        <p>
          A side on a topic is for or against, whichever more of what is said on it is; what is both or
          neither is not counted, and where as much is for as against, no side is taken. The topics on which
          both are on the same side, less those on which they are on opposite sides, are divided by the
          geometric mean of how many topics each takes a side on: congruence less conflict, as in discourse
          network analysis (Leifeld 2017), normalised by the cosine.
        </p>
      </details>
      <div className={styles.names} aria-hidden="true">
        <span>{names[0]}</span>
        <span>{names[1]}</span>
      </div>

      <Part id="agree" name="Where they agree">
        {sizeOf(same) > 0 && <h4>Both say it</h4>}
        <Same {...props} same={same} />
        {sizeOf(agreements) > 0 && <h4>What one says backs the other</h4>}
        <Ties {...props} ties={agreements} />
        <Stands {...props} name="They lean to the same side" stands={of('same')} />
        {sizeOf(same) + sizeOf(agreements) + alike === 0 && (
          <p className={styles.none}>Nothing both say, and no line by which one backs the other.</p>
        )}
      </Part>
      <Part id="disagree" name="Where they disagree">
        <Ties {...props} ties={disagreements} />
        <Stands {...props} name="They lean to opposite sides" stands={of('opposite')} />
        {sizeOf(disagreements) + apart === 0 && (
          <p className={styles.none}>Neither disputes or refuses what the other says.</p>
        )}
      </Part>
      <Part id="answer" name="Where one answers the other">
        <Ties {...props} ties={answers} />
        {sizeOf(answers) === 0 && <p className={styles.none}>Neither answers the other.</p>}
      </Part>
      <div className={styles.only}>
        <Part id="first" name={others[0]}>
          <Only opened={opened} voices={onlyFirst} />
        </Part>
        <Part id="second" name={others[1]}>
          <Only opened={opened} voices={onlySecond} />
        </Part>
      </div>
    </div>
  );
}

const printScore = (score: number) => score.toFixed(2).replace('-', '−');

function Part({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className={styles.part}>
      <h3 tabIndex={-1} data-part={id}>
        {name}
      </h3>
      {children}
    </section>
  );
}
