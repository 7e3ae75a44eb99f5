// The elements of GraphML, as they come: each node and edge with what its data say by the names that writeGraphml gives them.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { CorpusError } from '../corpus';
import type { Problem } from '../model';

/** What is read at most: elements within one another, characters in one tag or text, nodes and edges, problems told. */
export const LIMITS = { depth: 64, text: 10_000_000, items: 2_000_000, problems: 1_000 } as const;

/** The columns of writeGraphml that say something that the others do not. */
const READ = {
  node: [
    'kind',
    'label',
    'aliases',
    'statement',
    'form',
    'pole_for',
    'pole_against',
    'note',
    'collective',
    'publisher',
    'url',
    'seed',
    'left_out',
  ],
  edge: ['label', 'basis', 'rationale', 'speech', 'role', 'stance', 'response', 'grade'],
  both: [
    'date',
    'date_passage',
    'date_passage_article',
    'date_passage_before',
    'date_passage_after',
    'passage',
    'passage_count',
    'passage_before',
    'passage_after',
    'article',
    'passages',
    'proposed_by',
    'confidence',
    'coder',
    'coded_at',
    'original_id',
    // What igraph makes of the ids.
    'id',
  ],
  graph: ['corpus_title', 'vocabulary_version', 'removed_characters'],
} as const;
export type Name = (typeof READ)[keyof typeof READ][number];
const NAMES: ReadonlySet<string> = new Set(Object.values(READ).flat());
const isName = (name: string): name is Name => NAMES.has(name);

/** What the data of an element say, '' where they say nothing: one shape for all, since there are millions of them. */
export type Values = Record<Name, string>;
// Parsed, since V8 makes a slow table of an object that is filled name by name.
const NOTHING = JSON.parse(
  JSON.stringify(Object.fromEntries([...NAMES].map((name) => [name, '']))),
) as Values;
/** An element that has data: where it begins, its XML id, what its data say, and, of an edge, the XML ids of its ends. */
export type Item = {
  element: 'graph' | 'node' | 'edge';
  line: number;
  xmlId: string | undefined;
  values: Values;
  source: string | undefined;
  target: string | undefined;
};
/** The name that we gave an attribute; Gephi calls an edge's label 'Edge Label'. */
function toName(attribute: string | undefined): Name | undefined {
  const name = (attribute ?? '').toLowerCase().replaceAll(' ', '_');
  return name === 'edge_label' ? 'label' : isName(name) ? name : undefined;
}

/** What is wrong with a file: told at the end with all the rest, or, where nothing more can be read, at once. */
export type Faults = {
  readonly problems: readonly Problem[];
  /** @throws CorpusError where there are too many. */
  readonly report: (line: number, id: string | undefined, reason: string, path?: string) => void;
  /** @throws CorpusError, with all that was told before. */
  readonly refuse: (line: number, reason: string) => never;
};

/** Nothing wrong yet; `file` is what problems call it. */
export function toFaults(file: string): Faults {
  const problems: Problem[] = [];
  const refuse = (line: number, reason: string): never => {
    throw new CorpusError([...problems, { file: `${file}:${line}`, reason }]);
  };
  const report: Faults['report'] = (line, id, reason, path) => {
    problems.push({ file: `${file}:${line}`, ...(id && { id }), ...(path && { path }), reason });
    if (problems.length >= LIMITS.problems) refuse(line, `${LIMITS.problems} problems: the rest is not read`);
  };
  return { problems, report, refuse };
}

/**
 * Reads GraphML, a chunk at a time, and hands over each node and edge as it ends; the graph itself comes of it. Keys
 * are known by their attr.name, whatever their ids, order and types.
 * @throws CorpusError through `faults`: not XML or cut off, a DOCTYPE, no GraphML of ours, too large, no direction.
 */
export function readElements(
  chunks: Iterable<string>,
  { report, refuse: refuseAt }: Faults,
  take: (item: Item) => void,
): Item {
  const parser = new SaxesParser();
  const refuse = (reason: string): never => refuseAt(parser.line, reason);
  const keys = {
    node: new Map<string, Name>(),
    edge: new Map<string, Name>(),
    graph: new Map<string, Name>(),
  };
  const defaults = { node: { ...NOTHING }, edge: { ...NOTHING } };
  const defaulted: Name[] = [];
  const open: Item[] = [];
  let [depth, graphs, items] = [0, 0, 0];
  let prefix = '';
  let isUndirected = false;
  let key: { element: string; name: Name | undefined } | undefined;
  /** Where the text is kept that is being read, and how deep its element stands; without a name where it is not ours. */
  let reading: { at: number; name: Name | undefined; into: Values } | undefined;
  let text = '';
  let [read, quiet] = [0, 0];
  let graph: Item | undefined;

  const openTag = ({ name: qName, attributes }: SaxesTagPlain) => {
    quiet = read;
    if (++depth > LIMITS.depth) refuse(`has elements more than ${LIMITS.depth} deep`);
    if (depth === 1) {
      if (!/^(?:[^:]+:)?graphml$/.test(qName)) refuse(`is XML but not GraphML: it begins with <${qName}>`);
      prefix = qName.slice(0, -'graphml'.length);
      const { encoding = 'UTF-8' } = parser.xmlDecl;
      if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse(`is written in ${encoding}: save it as UTF-8`);
    }
    if (!qName.startsWith(prefix) || reading) return;
    const name = qName.slice(prefix.length);
    const parent = open.at(-1);
    if (name === 'key') {
      const element = attributes.for ?? 'all';
      key = { element, name: toName(attributes['attr.name']) };
      if (key.name !== undefined && attributes.id !== undefined)
        for (const one of ['node', 'edge', 'graph'] as const)
          if (element === one || element === 'all') keys[one].set(attributes.id, key.name);
    } else if (name === 'graph') {
      if (depth === 2 && ++graphs > 1) refuse('holds a second graph: keep one');
      if (![...keys.node.values()].includes('passage'))
        refuse(
          "is GraphML, but not Claimscape's: no attribute of its nodes is called 'passage'. It must be a graph exported from Claimscape, no network of actors, whatever program saved it again",
        );
      isUndirected = attributes.edgedefault === 'undirected';
      const ends = { source: undefined, target: undefined };
      open.push({
        element: 'graph',
        line: parser.line,
        xmlId: undefined,
        values: { ...NOTHING },
        ...ends,
      });
      if (depth === 2) graph = open.at(-1);
    } else if (name === 'node' || name === 'edge') {
      if (++items > LIMITS.items) refuse(`has more than ${LIMITS.items} nodes and edges`);
      const { id, source, target, directed = isUndirected ? 'false' : 'true' } = attributes;
      if (name === 'edge' && directed !== 'true' && directed !== '1')
        refuse(
          'this edge has no direction, so nobody can tell who said what: save the graph as a directed one',
        );
      open.push({ element: name, line: parser.line, xmlId: id, values: { ...NOTHING }, source, target });
    } else if (name === 'hyperedge') report(parser.line, attributes.id, 'is a hyperedge: make edges of it');
    else if (name === 'data' && parent && attributes.key !== undefined) {
      // Cytoscape says of all its keys that they are for nodes.
      const known = keys[parent.element].get(attributes.key) ?? keys.node.get(attributes.key);
      reading = { at: depth, name: known, into: parent.values };
    } else if (
      name === 'default' &&
      key?.name !== undefined &&
      (key.element === 'node' || key.element === 'edge')
    ) {
      reading = { at: depth, name: key.name, into: defaults[key.element] };
      defaulted.push(key.name);
    }
    text = '';
  };

  const closeTag = ({ name: qName }: SaxesTagPlain) => {
    quiet = read;
    if (reading?.at === depth) {
      const { name, into } = reading;
      if (name !== undefined && into[name] !== '' && into[name] !== text) {
        // The default of a key stands in no element.
        const { line, xmlId } = open.at(-1) ?? { line: parser.line, xmlId: undefined };
        report(line, xmlId, `has ${open.length === 0 ? 'a default of ' : ''}the attribute '${name}' twice`);
      }
      // Other programs write a value that is missing as an empty one.
      if (name !== undefined && text !== '') into[name] = text;
      reading = undefined;
    }
    depth -= 1;
    const local = qName.slice(prefix.length);
    if (local === 'key') key = undefined;
    if (reading || !(local === 'node' || local === 'edge' || local === 'graph') || !qName.startsWith(prefix))
      return;
    const item = open.pop()!;
    if (item.element === 'graph') return;
    for (const missing of defaulted) item.values[missing] ||= defaults[item.element][missing];
    take(item);
  };

  const addText = (piece: string) => {
    quiet = read;
    if (reading?.at === depth) text += piece;
  };
  // No more handlers than these: with eight the parser takes four times as long, because of how V8 keeps its fields.
  parser.on('opentag', openTag);
  parser.on('closetag', closeTag);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () =>
    refuse('has a DOCTYPE, by which a file can reach for others or swell without end: remove it'),
  );
  const parse = (work: () => void, isAtEnd: boolean) => {
    try {
      work();
    } catch (error) {
      if (error instanceof CorpusError) throw error;
      const reason = (error as Error).message.replace(/^\d+:\d+: /, '');
      if (isAtEnd && depth > 0) refuse(`is cut off: ${reason}`);
      refuse(`is not ${depth === 0 && graphs === 0 ? '' : 'well-formed '}XML: ${reason}`);
    }
  };
  for (const chunk of chunks) {
    read += chunk.length;
    parse(() => parser.write(chunk), false);
    if (read - quiet > LIMITS.text) refuse(`has a text or tag of more than ${LIMITS.text} characters`);
  }
  parse(() => parser.close(), true);
  return graph ?? refuse('is GraphML without a graph');
}
