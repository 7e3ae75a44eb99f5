// The lanes of a debate with their cards, and the times above them: links laid over the canvas.
import { printDate, printShortDate } from '../../core/date';
import type { Statement } from '../../core/discourse';
import { countListed, type Chart, type Rectangle } from '../../core/lanes';
import type { Argument } from '../../core/model';
import { STANCES, type Stance } from '../../core/vocabulary';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { EDGE_LOOK, STANCE_WORDS } from '../vocabulary';
import { count, printNumber } from '../numbers';
import { capitalise, listNames, printBasis } from '../words';
import { scale, toNamed, toNameHeight, toNotesHeight, type Texts, type Unit } from './units';
import styles from './Debate.module.css';

const place = ({ left, top, width, height }: Rectangle) =>
  ({ '--x': left, '--y': top, '--w': width, '--h': height }) as React.CSSProperties;

/** The lines between the times, behind the cards. */
export function Times({ chart }: { chart: Chart }) {
  return chart.columns.map(({ label, left, width, gap }) => (
    <div
      key={label}
      className={gap ? styles.gap : styles.column}
      style={place({ left, top: 0, width, height: 0 })}
    />
  ));
}

/** What the times are, over the cards. */
export function Axis({ chart }: { chart: Chart }) {
  return (
    <div className={styles.axis} data-over-map>
      {chart.columns.map(({ label, left, width, gap, uncertain }) => (
        <span key={label} style={place({ left, top: 0, width, height: 0 })} data-gap={gap}>
          {gap ? (
            <span title={`${label}: nothing was said on this`}>
              <span aria-hidden="true">⋯</span>
              <span className="unseen">{label}: nothing was said on this</span>
            </span>
          ) : (
            <>
              {label}
              {uncertain && <small> uncertain</small>}
            </>
          )}
        </span>
      ))}
    </div>
  );
}

export function LaneOf({
  opened,
  lane,
  chart,
  units,
  texts,
  zoom,
  open,
}: {
  opened: Opened;
  lane: Chart['lanes'][number];
  chart: Chart;
  units: readonly Unit[];
  texts: Texts;
  zoom: number;
  open: (box: Rectangle) => void;
}) {
  const { corpus } = opened;
  const cards = units.flatMap(({ ids }) => ids).map(texts.card);
  const speakers = [...new Set(cards.map(({ speaker }) => speaker))];
  const named = toNamed(corpus, lane.body, cards);
  const others = named === lane.body ? speakers.filter((id) => id !== lane.body) : [lane.body];
  const [elsewhere, shared] = [cards.filter(({ stance }) => !stance).length, texts.countShared(lane.body)];
  // With them the numbers beside the name are those of its cards, and of its cell in the matrix.
  const notes = [
    ...(elsewhere > 0 ? [`+${count(elsewhere, 'linked claim')} on other questions`] : []),
    ...(shared > 0
      ? [`${shared} also shown under ${shared === 1 ? 'another speaker' : 'other speakers'}`]
      : []),
  ];
  const noted = notes.join(', ');
  const room = lane.height * zoom - toNameHeight(texts.name(named));
  const isRead = (words: string) => toNotesHeight(words) <= room;
  const listed = listNames(others.map(texts.name));
  // For whom somebody speaks is told first, who speaks for a body last.
  const told = [[noted, listed], [named === lane.body ? noted : listed], ...notes.map((note) => [note])].map(
    (all) => all.filter((words) => words !== ''),
  );
  const lines = told.find((all) => isRead(all.join(' '))) ?? [];
  const unread = lines.includes(noted) ? [] : notes.filter((note) => !lines.includes(note));
  const stances = STANCES.map((stance) => ({
    stance,
    number: cards.filter((card) => card.stance === stance).length,
  })).filter(({ number }) => number > 0);
  // As they are seen: the earliest first.
  const inOrder = units.toSorted((a, b) => a.box.left - b.box.left || a.box.top - b.box.top);
  return (
    <section aria-label={texts.name(lane.body)}>
      <div
        className={styles.band}
        style={place({ left: 0, top: lane.top, width: chart.width, height: lane.height })}
        aria-hidden="true"
      />
      <div
        className={styles.name}
        data-over-map
        style={place({ left: 0, top: lane.top, width: 0, height: lane.height })}
      >
        <ItemLink id={named} title={corpus.nodes.get(named)!.label}>
          {texts.name(named)}
        </ItemLink>
        <p>
          {stances.map(({ stance, number }) => (
            <span key={stance} data-stance={stance}>
              <KindIcon kind={stance} /> {number} <span className="unseen">{STANCE_WORDS[stance]} </span>
            </span>
          ))}
        </p>
        {lines.map((words) => (
          <p key={words} className={styles.speakers}>
            {words}
          </p>
        ))}
        {unread.length > 0 && <p className="unseen">{unread.join(', ')}</p>}
      </div>
      <ul>
        {inOrder.map((unit) =>
          unit.opened ? (
            <CardOf key={unit.ids[0]} opened={opened} unit={unit} texts={texts} />
          ) : (
            <ListOf
              key={unit.cell.cards[0]!.id}
              unit={unit}
              texts={texts}
              zoom={zoom}
              more={chart.room.more}
              open={open}
            />
          ),
        )}
      </ul>
    </section>
  );
}

/** When a card's words were said, for those who do not see its column. */
const When = ({ statement: { date } }: { statement: Statement }) => (
  <span className="unseen">, {printDate(date)}</span>
);

/** Who speaks, in a line that may be cut. */
const Speaker = ({ texts, id }: { texts: Texts; id: string }) => (
  <small title={texts.name(id)}>{texts.name(id)}</small>
);

/** A card's side in words, for those who do not see its sign. */
const Side = ({ stance }: { stance: Stance | undefined }) =>
  stance ? (
    <>
      <KindIcon kind={stance} />
      <span className="unseen">{capitalise(STANCE_WORDS[stance])}: </span>
    </>
  ) : (
    <span className="unseen">On another topic: </span>
  );

function CardOf({ opened, unit, texts }: { opened: Opened; unit: Unit; texts: Texts }) {
  const { corpus } = opened;
  const id = unit.ids[0]!;
  const card = texts.card(id);
  const { detail } = unit;
  const own = texts.own(id);
  const topics = own.about.filter(({ target }) => target !== texts.topic);
  const rich = detail === 'statement' || detail === 'quote';
  const signed = rich || detail === 'signed';
  return (
    <li
      className={styles.card}
      style={place(unit.box)}
      data-stance={card.stance ?? 'none'}
      data-uncertain={card.uncertain}
      data-detail={detail}
    >
      <ItemLink id={id} className={styles.words} title={detail === 'dot' ? card.label : undefined}>
        {detail === 'dot' ? (
          <span className="unseen">{card.label}</span>
        ) : (
          <>
            <span>
              <Side stance={card.stance} />
              {rich ? own.said.statement : card.label}
            </span>
            {detail === 'quote' && (
              <q className={styles.quote}>{texts.quote(id).replace(/^["“”']+|["“”']+$/g, '')}</q>
            )}
            {detail === 'headline' && texts.isMixed(card.body) && <Speaker texts={texts} id={card.speaker} />}
          </>
        )}
        {!signed && <When statement={own} />}
      </ItemLink>
      {signed && (
        <p className={styles.foot}>
          <ItemLink id={card.speaker} title={corpus.nodes.get(card.speaker)!.label}>
            {texts.name(card.speaker)}
          </ItemLink>
          <span title={card.uncertain ? printDate(own.date) : undefined}>
            {printBasis(own.utterance)}, {printShortDate(own.date)}
          </span>
        </p>
      )}
      {detail === 'quote' && topics.length > 0 && (
        <p className={styles.foot}>
          {topics.map(({ target }) => (
            <ViewLink
              key={target}
              to={{ topic: target }}
              title={`The debate: ${corpus.nodes.get(target)!.label}`}
            >
              {corpus.nodes.get(target)!.label}
            </ViewLink>
          ))}
        </p>
      )}
      <Relations opened={opened} id={id} edges={texts.edges(id)} />
    </li>
  );
}

/** What the arrows say, for those who do not see them. */
function Relations({
  opened: { corpus },
  id,
  edges,
}: {
  opened: Opened;
  id: string;
  edges: readonly Argument[];
}) {
  if (edges.length === 0) return null;
  const words = edges.map((edge) => {
    const out = edge.source === id;
    return `${EDGE_LOOK[edge.type][out ? 'out' : 'back']}: ${corpus.nodes.get(out ? edge.target : edge.source)!.label}`;
  });
  return <span className="unseen">{capitalise(words.join('; '))}.</span>;
}

/** Several cards for which there is no room: as many of their labels as there is, the weightiest first. */
function ListOf({
  unit,
  texts,
  zoom,
  more,
  open,
}: {
  unit: Unit;
  texts: Texts;
  zoom: number;
  more: number;
  open: (box: Rectangle) => void;
}) {
  const selection = useStore((state) => state.view.selection);
  const mixed = texts.isMixed(unit.cell.body);
  const toListed = (ids: readonly string[]) =>
    ids.slice(0, countListed(scale(unit.box, zoom), ids.map(texts.label), mixed, more));
  const first = toListed(unit.ids);
  const chosen = unit.ids.filter((id) => id === selection && !first.includes(id));
  // What is selected is among those that are seen, where there is room for it.
  const withChosen = toListed([...chosen, ...unit.ids.filter((id) => !chosen.includes(id))]);
  const seen = withChosen.length > 0 ? withChosen : first;
  const rest = unit.ids.length - seen.length;
  return (
    <li className={styles.list} style={{ ...place(unit.box), '--more': more } as React.CSSProperties}>
      <ul>
        {seen.map((id) => (
          <li
            key={id}
            data-stance={texts.card(id).stance ?? 'none'}
            data-uncertain={texts.card(id).uncertain}
          >
            <ItemLink id={id} className={styles.words}>
              <span>
                <Side stance={texts.card(id).stance} />
                {texts.label(id)}
              </span>
              {mixed && <Speaker texts={texts} id={texts.card(id).speaker} />}
              <When statement={texts.own(id)} />
            </ItemLink>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} onClick={() => open(unit.box)}>
          {printNumber(rest)}
          <span className={styles.noun}>{seen.length > 0 ? ' more' : rest === 1 ? ' claim' : ' claims'}</span>
          <span className="unseen"> by {texts.name(unit.cell.body)}: zoom in</span>
        </button>
      )}
    </li>
  );
}
