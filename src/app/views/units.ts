// What of a debate's chart is drawn at a zoom: cards, or lists where there is no room for them, and the arrows between.
import type { Statement } from '../../core/discourse';
import { groupBy } from '../../core/group';
import {
  countLines,
  DETAILS,
  toDetail,
  type Card,
  type Cell,
  type Chart,
  type Debate,
  type Detail,
  type Rectangle,
} from '../../core/lanes';
import type { Argument, Corpus, NodeOf } from '../../core/model';
import type { Arrangement } from '../canvas/arrangement';
import { toShortName } from '../words';

/** What is written on the cards of a debate, by their ids. */
export type Texts = {
  topic: string;
  card: (id: string) => Card;
  /** The statement that the card stands for. */
  own: (id: string) => Statement;
  /** Whether several speak in a body's lane, so that each card must tell who. */
  isMixed: (body: string) => boolean;
  label: (id: string) => string;
  quote: (id: string) => string;
  name: (id: string) => string;
  /** How many claims on the topic a body says too whose cards are in the lanes of others, who said them first. */
  countShared: (body: string) => number;
  /** The bodies of which all is in the lanes of others, so that they have none, and those others. */
  guests: ReadonlyMap<string, ReadonlySet<string>>;
  /** The edges of the argument at a card. */
  edges: (id: string) => readonly Argument[];
  /** All that a card may show. */
  all: (id: string) => { label: string; statement: string; quote: string; meta: boolean };
};

/** All that is said on a topic, for how many bodies, and what of it is drawn, with its words. */
export type Told = { topic: NodeOf<'topic'>; whole: Debate; bodies: number; debate: Debate; texts: Texts };

/** The words of a debate's cards, each looked up once. */
export function toTexts(corpus: Corpus, topic: string, { cards, edges, statements }: Debate): Texts {
  const byId = new Map(cards.map((one) => [one.id, one]));
  const lanes = groupBy(cards, ({ body }) => body);
  const mixed = new Set(
    [...lanes].flatMap(([body, own]) => (new Set(own.map(({ speaker }) => speaker)).size > 1 ? [body] : [])),
  );
  /** The lanes of what a body says too, that of each claim once. */
  const shared = new Map<string, string[]>();
  for (const one of cards) {
    if (!one.stance) continue;
    for (const body of new Set(statements.get(one.id)!.flatMap(({ bodies }) => bodies)))
      if (body !== one.body) shared.set(body, [...(shared.get(body) ?? []), one.body]);
  }
  const ends = groupBy(
    edges.flatMap((edge) => [edge.source, edge.target].map((id) => ({ id, edge }))),
    ({ id }) => id,
  );
  const card = (id: string): Card => byId.get(id)!;
  const own = (id: string): Statement =>
    statements.get(id)!.find(({ utterance }) => utterance.id === card(id).utterance)!;
  const isMixed = (body: string) => mixed.has(body);
  const label = (id: string) => card(id).label;
  const quote = (id: string) => own(id).utterance.passages[0]!.quote.replace(/\s+/g, ' ');
  return {
    topic,
    card,
    own,
    isMixed,
    label,
    quote,
    name: (id: string) => toShortName(corpus.nodes.get(id)!),
    countShared: (body) => shared.get(body)?.length ?? 0,
    guests: new Map(
      [...shared].flatMap(([body, hosts]) => (lanes.has(body) ? [] : [[body, new Set(hosts)] as const])),
    ),
    edges: (id) => (ends.get(id) ?? []).map(({ edge }) => edge),
    all: (id: string) => ({
      label: label(id),
      statement: own(id).said.statement,
      quote: quote(id),
      meta: isMixed(card(id).body),
    }),
  };
}

/**
 * What is drawn at a zoom: cells whose cards all have room for their labels as cards, in each cell all with as much `detail`
 * as each has room for; others as lists.
 */
export type Unit = { cell: Cell; box: Rectangle; ids: readonly string[]; opened: boolean; detail: Detail };

/** A size on the screen. */
export const scale = ({ width, height }: Rectangle, zoom: number) => ({
  width: width * zoom,
  height: height * zoom,
});

/** The units of a chart at a zoom. */
export function toUnits(chart: Chart, texts: Texts, zoom: number): Unit[] {
  return chart.cells.flatMap((cell): Unit[] => {
    const details = cell.cards.map(({ id, box }) => toDetail(scale(box, zoom), texts.all(id)));
    const detail = DETAILS.find((one) => details.includes(one))!;
    if (cell.cards.length > 1 && detail === 'dot')
      return [{ cell, box: cell.box, ids: cell.cards.map(({ id }) => id), opened: false, detail }];
    return cell.cards.map(({ id, box }) => ({ cell, box, ids: [id], opened: true, detail }));
  });
}

/** Whom a body's lane is named after first: the one person who speaks in it, or the body. */
export function toNamed(corpus: Corpus, body: string, cards: readonly Card[]): string {
  const [one, ...others] = new Set(cards.map(({ speaker }) => speaker));
  return one !== undefined && others.length === 0 && corpus.nodes.get(one)!.type === 'person' ? one : body;
}

/** How high the name of a lane stands, in bold letters of 13 pixels, with the counts below it, in pixels. */
export const toNameHeight = (name: string): number => 12 + 17 * countLines(name, 94, 15.5) + 18;
/** How high what stands below that is, in letters of 12 pixels, in pixels. */
export const toNotesHeight = (words: string): number => 15 * countLines(words, 94, 12);

/** How far past the side of its column an edge runs, in pixels. */
const PAST = 12;

/** How much an edge bows: more where it would run behind the cards of its own column, and those between the same two apart. */
function toCurvature(from: Rectangle, to: Rectangle, index: number, isFirst: boolean): number {
  const [dx, dy] = [to.left + to.width / 2 - from.left - from.width / 2, to.top - from.top];
  const spread = 0.09 * index;
  if (Math.abs(dx) > 40) return 0.12 + spread;
  // Past the left side of the column, whichever way it leads; of the first, where the chart ends, past the right.
  const bow = Math.min(0.35, (from.width / 2 + PAST) / Math.max(1, Math.abs(dy)));
  return (bow + spread) * (dy > 0 === isFirst ? 1 : -1);
}

/**
 * Every card where its unit is, and of the edges between the same two units one of each kind: that which is selected, or
 * leads to what is.
 */
export function toArrangement(
  units: readonly Pick<Unit, 'cell' | 'box' | 'ids'>[],
  edges: Debate['edges'],
  selection: string | undefined,
  over: Arrangement['over'],
): Arrangement {
  const unitOf = new Map(units.flatMap((unit) => unit.ids.map((id) => [id, unit] as const)));
  const places = new Map(units.map((unit, index) => [unit, index]));
  const first = Math.min(...units.map(({ cell }) => cell.box.left));
  const drawn = new Map<string, number>();
  const kinds = new Set<string>();
  const between = new Map<string, number>();
  // What is stated stands for what is inferred of the same kind.
  const rank = ({ id, source, target, basis }: (typeof edges)[number]) =>
    ([id, source, target].includes(selection ?? '') ? 0 : 2) + Number(basis === 'inferred');
  for (const { id, type, source, target } of edges.toSorted((a, b) => rank(a) - rank(b))) {
    const [from, to] = [unitOf.get(source), unitOf.get(target)];
    if (!from || !to || from === to) continue;
    const ends = [places.get(from)!, places.get(to)!];
    const kind = `${ends.join(' ')} ${type}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const pair = ends.toSorted((a, b) => a - b).join(' ');
    const index = between.get(pair) ?? 0;
    between.set(pair, index + 1);
    drawn.set(id, toCurvature(from.box, to.box, index, from.cell.box.left === first));
  }
  return { over, boxes: new Map([...unitOf].map(([id, { box }]) => [id, box])), edges: drawn };
}
