// Everything that can be done on the page, as one table: the commands, and the keys that the help lists.
import { toPassages } from '../core/model';
import { ARGUMENT_TYPES, NODE_TYPES } from '../core/vocabulary';
import { DEPTHS, MODES, ROWS, type Mode, type View } from './view';
import {
  expand,
  filter,
  focusAround,
  focusOn,
  hide,
  isUnfiltered,
  select,
  show,
  showAll,
  turnTo,
  type Opened,
} from './store';
import { printPage } from './paper/printing';
import { setCoding } from './coding/coding';
import { toNextTopic } from './views/topic';
import { NODE_LOOK } from './vocabulary';
import { count } from './numbers';
import { printName } from './words';

/** What an action can depend on. */
export type Situation = { readonly opened: Opened; readonly view: View };

export type Action = {
  readonly id: string;
  /** What one does, as one would ask for it; where it depends on the situation, in it. */
  readonly name: string | ((situation: Situation) => string);
  readonly group: 'Look at' | 'Selected' | 'Show' | 'Page';
  /** Other words by which one may look for it. */
  readonly also?: string;
  /** The key that does the same. */
  readonly keys?: string;
  /** Whether there is anything to do; where it is not given, always. */
  readonly isAvailable?: (situation: Situation) => boolean;
  readonly run: (situation: Situation) => void;
};

const MODE_NAMES = {
  map: 'the map',
  debate: 'a debate, over time',
  table: 'the table',
  matrix: 'the matrix of actors and topics',
  coalitions: 'coalitions: who agrees with whom',
  compare: 'two sides compared',
  story: 'the stories',
  articles: 'the articles',
  code: 'an article to be coded',
  codebook: 'the codebook: what types and topics mean',
} as const satisfies Record<Mode, string>;

const ROW_NAMES = {
  nodes: 'a table of claims, people and all other nodes',
  edges: 'a table of how they connect: all lines',
  utterances: 'a table of who said what',
} as const satisfies Record<(typeof ROWS)[number], string>;

const toNode = ({ opened, view }: Situation) =>
  view.selection === undefined ? undefined : opened.corpus.nodes.get(view.selection);
/** What is selected by its name, or, where nothing is, as what it would be. */
const toName = (situation: Situation) => {
  const node = toNode(situation);
  return node ? printName(node.label) : 'what is selected';
};
const countPassages = ({ opened: { corpus }, view: { selection = '' } }: Situation) => {
  const item = corpus.nodes.get(selection) ?? corpus.edges.get(selection);
  return item ? toPassages(item).length : 0;
};

/** What has a key or a button of its own is done by it, wherever it stands. */
const press = (key: string, target: EventTarget | null = window) =>
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const toButton = (id: string) => document.querySelector<HTMLElement>(`button[id="${id}"]`);
/** The map, unless another view lies over it. */
const toMap = () => document.querySelector(':not([inert], [inert] *)#map');

export const ACTIONS: readonly Action[] = [
  ...MODES.map((mode): Action => ({
    id: `look-${mode}`,
    name: `Look at ${MODE_NAMES[mode]}`,
    group: 'Look at',
    also: mode === 'codebook' ? 'definitions edit vocabulary' : 'view go to open',
    isAvailable: ({ opened, view }) =>
      view.mode !== mode && (mode !== 'code' || opened.local?.project !== undefined),
    run: ({ opened, view }) =>
      show(mode === 'debate' ? { mode, topic: toNextTopic(opened.corpus, view) } : { mode }),
  })),
  ...ROWS.map((rows): Action => ({
    id: `table-${rows}`,
    name: `Look at ${ROW_NAMES[rows]}`,
    group: 'Look at',
    also: 'view rows list utterances',
    isAvailable: ({ view }) => view.mode !== 'table' || view.table.rows !== rows,
    run: () => show({ mode: 'table', table: { rows } }),
  })),
  ...DEPTHS.map((depth): Action => ({
    id: `around-${depth}`,
    name: (situation) => `Show only ${count(depth, 'step')} around ${toName(situation)}`,
    group: 'Selected',
    also: 'focus neighbours ego',
    keys: String(depth),
    isAvailable: (situation) => toNode(situation) !== undefined,
    run: ({ view }) => focusAround([view.selection!], depth),
  })),
  {
    id: 'expand',
    name: (situation) => `Show the neighbours of ${toName(situation)} too, or no more`,
    group: 'Selected',
    also: 'expand fold unfold collapse',
    keys: 'E',
    isAvailable: (situation) => toNode(situation) !== undefined && situation.view.focus !== undefined,
    run: ({ view }) => expand([view.selection!]),
  },
  {
    id: 'edit',
    name: (situation) => `Edit ${toName(situation)}`,
    group: 'Selected',
    also: 'change code label merge split remove',
    isAvailable: ({ opened, view }) => view.selection !== undefined && opened.local?.project !== undefined,
    run: ({ view }) => setCoding({ edited: view.selection, panel: 'selected' }),
  },
  {
    id: 'link',
    name: (situation) => `Link ${toName(situation)} to…`,
    group: 'Selected',
    also: 'code connect line edge',
    isAvailable: (situation) =>
      toNode(situation) !== undefined && situation.opened.local?.project !== undefined,
    run: ({ view }) =>
      void import('./coding/drafts').then(({ startEdge }) => startEdge({ source: view.selection! })),
  },
  {
    id: 'hide',
    name: (situation) => `Hide ${toName(situation)}`,
    group: 'Selected',
    also: 'remove leave out without',
    keys: 'H',
    isAvailable: (situation) => toNode(situation) !== undefined,
    run: ({ view }) => hide([view.selection!]),
  },
  {
    id: 'next-passage',
    name: 'Go to the next passage',
    group: 'Selected',
    isAvailable: (situation) => situation.view.passage + 1 < countPassages(situation),
    run: ({ view }) => turnTo(view.passage + 1),
  },
  {
    id: 'previous-passage',
    name: 'Go to the previous passage',
    group: 'Selected',
    isAvailable: ({ view }) => view.selection !== undefined && view.passage > 0,
    run: ({ view }) => turnTo(view.passage - 1),
  },
  {
    id: 'unselect',
    name: 'Select nothing',
    group: 'Selected',
    also: 'deselect close clear',
    keys: 'Esc',
    isAvailable: ({ view }) => view.selection !== undefined,
    run: () => select(undefined),
  },
  {
    id: 'everything',
    name: 'Show everything',
    group: 'Show',
    also: 'clear filters reset focus all',
    isAvailable: (situation) => !isUnfiltered(situation),
    run: showAll,
  },
  {
    id: 'unfocus',
    name: 'Leave the focus',
    group: 'Show',
    also: 'steps around',
    isAvailable: ({ view }) => view.focus !== undefined,
    run: () => focusOn(undefined),
  },
  {
    id: 'argument',
    name: 'Show only disputes, supports and answers',
    group: 'Show',
    also: 'filter lines argument',
    run: ({ view }) => filter({ ...view.query, edge: [...ARGUMENT_TYPES], isolated: ['hidden'] }),
  },
  {
    id: 'stated',
    name: ({ view }) =>
      view.query.basis ? 'Show both stated and inferred lines' : 'Show only what the articles state',
    group: 'Show',
    also: 'filter basis inferred stated',
    run: ({ view }) => filter({ ...view.query, basis: view.query.basis ? undefined : ['stated'] }),
  },
  ...NODE_TYPES.map((type): Action => ({
    id: `only-${type}`,
    name: `Show only ${NODE_LOOK[type].many.toLowerCase()}`,
    group: 'Show',
    also: 'filter type',
    isAvailable: ({ view }) => view.query.type?.join('') !== type,
    run: ({ view }) => filter({ ...view.query, type: [type] }),
  })),
  {
    id: 'search',
    name: 'Search claims, people and the articles’ words',
    group: 'Page',
    also: 'find',
    keys: '/',
    run: () => press('/'),
  },
  {
    id: 'fit',
    name: 'Show all of the map',
    group: 'Page',
    also: 'fit zoom reset camera',
    keys: '0',
    isAvailable: () => toMap() !== null,
    run: () => press('0', toMap()),
  },
  {
    id: 'copy-link',
    name: 'Copy a link to what is on the screen',
    group: 'Page',
    also: 'share address url',
    run: () => toButton('copy-link')?.click(),
  },
  {
    id: 'add',
    name: 'Add articles…',
    group: 'Page',
    also: 'import file folder text pdf word html paste drop new',
    run: () => toButton('add-articles')?.click(),
  },
  {
    id: 'open',
    name: 'Open a graph of your own…',
    group: 'Page',
    also: 'file folder zip pack load import local',
    run: () => toButton('open')?.click(),
  },
  {
    id: 'export',
    name: 'Export…',
    group: 'Page',
    also: 'save download graphml json gephi csv word document briefing picture',
    run: () => toButton('export')?.click(),
  },
  {
    id: 'print',
    name: 'Print what is on the screen…',
    group: 'Page',
    also: 'paper pdf',
    keys: 'Ctrl P',
    run: () => void printPage(),
  },
  {
    id: 'appearance',
    name: 'Change the colours or the contrast',
    group: 'Page',
    also: 'theme appearance light dark',
    run: () => toButton('appearance-button')?.click(),
  },
  {
    id: 'keys',
    name: 'List the keys',
    group: 'Page',
    also: 'help shortcuts keyboard',
    keys: '?',
    run: () => press('?'),
  },
];

/** The keys that act where the focus is, which no command stands for. */
export const KEYS_IN_PLACE: readonly {
  readonly where: string;
  readonly keys: string;
  readonly does: string;
}[] = [
  { where: 'Anywhere', keys: 'Ctrl K or ⌘ K', does: 'Commands' },
  { where: 'In the search', keys: '↑ ↓', does: 'Go through what is found' },
  { where: 'On the map', keys: '← → ↑ ↓', does: 'Walk along a line to the neighbour that lies that way' },
  { where: 'On the map', keys: '] [ or Page Down, Page Up', does: 'Go through the neighbours of a node' },
  { where: 'On the map', keys: 'Home', does: 'Walk to the node with the most lines' },
  { where: 'On the map', keys: 'Enter', does: 'Open the node walked to' },
  { where: 'On the map', keys: 'Space', does: 'Add it to what is selected, or take it out' },
  { where: 'On the map', keys: 'Shift ← → ↑ ↓', does: 'Move the map' },
  { where: 'On the map', keys: '+ −', does: 'Zoom' },
  { where: 'On the map', keys: 'Shift click, Shift drag', does: 'Select several' },
  { where: 'In a debate', keys: '← → ↑ ↓', does: 'Move it' },
  { where: 'In the table', keys: '← → ↑ ↓', does: 'Go from cell to cell' },
  { where: 'In the table', keys: 'Page Up, Page Down', does: 'Go ten rows up or down' },
  { where: 'In the table', keys: 'Ctrl Home, Ctrl End', does: 'Go to the headings, or to the last row' },
  { where: 'In the table', keys: 'Enter, Esc', does: 'Go into a cell with several links, and out of it' },
  { where: 'In the matrix', keys: '← → ↑ ↓', does: 'Go from cell to cell' },
  { where: 'In an article that is coded', keys: '← → ↑ ↓', does: 'Select a word, or a sentence' },
  { where: 'In an article that is coded', keys: 'Shift ← → ↑ ↓', does: 'Select more, or less' },
  {
    where: 'In an article that is coded',
    keys: 'C R P O T L',
    does: 'Make the words a claim, recommendation, person, organisation, report, line',
  },
  {
    where: 'In an article that is coded',
    keys: 'Alt drag',
    does: 'Link one with another: passages, nodes on the map, or from the button ‘Link to…’ without Alt',
  },
  { where: 'In a form', keys: 'Enter, Ctrl Enter, Esc', does: 'Save it, or leave it as it was' },
  { where: 'In a story', keys: '← →', does: 'Go a step back or on' },
];
