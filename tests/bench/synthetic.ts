// Debates of any size, made up from the articles' own words: the same size always gives the same debate.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '../../src/core/corpus';
import type { Article, Corpus, GraphEdge, GraphNode, Passage } from '../../src/core/model';
import { RESPONSES, SPEECH, STANCES } from '../../src/core/vocabulary';

const SEEDS = path.resolve(import.meta.dirname, '../../seeds');

/** For every word of the articles the words that follow it somewhere. */
const FOLLOWERS = new Map<string, string[]>();
const STARTS: string[] = [];
for (const name of readdirSync(SEEDS).filter((file) => file.endsWith('.txt'))) {
  const words = readFileSync(path.join(SEEDS, name), 'utf8').match(/[\p{L}’'-]+[,.]?/gu)!;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1] ?? words[0];
    FOLLOWERS.set(word, [...(FOLLOWERS.get(word) ?? []), next]);
    if (/^\p{Lu}/u.test(word) && !word.endsWith('.')) STARTS.push(word);
  }
}

/** Numbers from 0 to 1, always the same (mulberry32). */
export function toChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What share of the nodes has each type, the rest being claims; people and bodies are few enough to say several things. */
const SHARES = {
  recommendation: 0.12,
  person: 0.12,
  organisation: 0.05,
  report: 0.02,
  article: 0.015,
  topic: 0.005,
};
const FIRST_YEAR = 2000;
const YEARS = 26;

/**
 * A debate of so many nodes (at least 200) and three times as many edges: a few topics and bodies that much is about or
 * said by, statements of about 120 and passages of about 300 characters, dates from 2000 to 2025. It keeps every rule that
 * readCorpus checks.
 */
export function toSynthetic(size: number): Corpus {
  const chance = toChance(size);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)]!;
  /** One of the first much rather than one of the last. */
  const pickHub = <T>(from: readonly T[]): T => from[Math.floor(chance() ** 3 * from.length)]!;
  const write = (length: number): string => {
    let word = pick(STARTS);
    let text = word;
    while (text.length < length) {
      word = pick(FOLLOWERS.get(word)!);
      text += ` ${word}`;
    }
    return `${text.replace(/[,.]$/, '')}.`;
  };

  const texts = new Map<string, string>();
  const articleNodes: (GraphNode & { type: 'article' })[] = [];
  const amount = (type: keyof typeof SHARES) => Math.max(1, Math.round(size * SHARES[type]));
  const nodes: GraphNode[] = [];
  /** Writes a paragraph into an article. */
  const quoteIn = (article: string, length = 300): Passage => {
    const quote = write(length);
    const before = texts.get(article)!;
    texts.set(article, `${before}\n\n${quote}`);
    return { article, quote, start: before.length + 2, end: before.length + 2 + quote.length };
  };
  for (let index = 0; index < amount('article'); index++) {
    const id = `article:a${index}`;
    // The number sets the heading apart from all other words of the article.
    const label = `Issue ${index + 1}: ${write(50)}`;
    const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0');
    texts.set(id, label);
    const node = {
      id,
      type: 'article' as const,
      label,
      seed: `a${index}.txt`,
      publisher: pick(['Community Care', 'The Guardian', 'Children & Young People Now']),
      date: `${FIRST_YEAR + Math.floor((index / amount('article')) * YEARS)}-${month}-15`,
      passages: [{ article: id, quote: label, start: 0, end: label.length }],
    };
    articleNodes.push(node);
    nodes.push(node);
  }
  const anArticle = () => pick(articleNodes).id;
  const add = <T extends GraphNode>(node: T): T => {
    nodes.push(node);
    return node;
  };
  const make = <T>(number: number, one: (index: number) => T) =>
    Array.from({ length: number }, (_, at) => one(at));
  const topics = make(amount('topic'), (index) =>
    add({
      id: `topic:t${index}`,
      type: 'topic',
      label: `${write(50).replace(/\.$/, '')}?`,
      poles: { for: write(40), against: write(40) },
      passages: [quoteIn(anArticle())],
    }),
  );
  const organisations = make(amount('organisation'), (index) =>
    add({
      id: `organisation:o${index}`,
      type: 'organisation',
      label: `Council ${index + 1}`,
      passages: [quoteIn(anArticle())],
    }),
  );
  const people = make(amount('person'), (index) =>
    add({
      id: `person:p${index}`,
      type: 'person',
      label: `Speaker ${index + 1}`,
      passages: [quoteIn(anArticle())],
    }),
  );
  const reports = make(amount('report'), (index) =>
    add({
      id: `report:r${index}`,
      type: 'report',
      label: write(45),
      date: String(FIRST_YEAR + Math.floor(chance() * YEARS)),
      passages: [quoteIn(anArticle())],
    }),
  );
  const recommendations = make(amount('recommendation'), (index) =>
    add({
      id: `recommendation:n${index}`,
      type: 'recommendation',
      form: 'recommendation',
      label: write(45),
      statement: write(120),
      passages: [quoteIn(anArticle())],
    }),
  );
  const claims = make(size - nodes.length, (index) =>
    add({
      id: `claim:c${index}`,
      type: 'claim',
      label: write(45),
      statement: write(120),
      passages: [quoteIn(anArticle())],
    }),
  );
  const said = [...claims, ...recommendations];

  const edges: GraphEdge[] = [];
  const once = new Set<string>();
  /** Adds an edge unless it leads from a node to itself or is there already. */
  const link = (
    edge: GraphEdge extends infer E ? (E extends GraphEdge ? Omit<E, 'id' | 'basis'> : never) : never,
  ) => {
    const key = `${edge.type} ${edge.source} ${edge.target}`;
    if (edge.source === edge.target || once.has(key)) return;
    once.add(key);
    const inferred = edge.type === 'disputes' && chance() < 0.3;
    edges.push({
      ...edge,
      id: `${edge.type}:e${edges.length}`,
      basis: inferred ? 'inferred' : 'stated',
      ...(inferred && { rationale: write(80) }),
    });
  };
  const utter = (node: GraphNode) => {
    const speech = pick(SPEECH);
    const { passages } = node;
    if (chance() < 0.1)
      return link({ type: 'states', source: pickHub(reports).id, target: node.id, speech, passages });
    const source = (chance() < 0.5 ? pickHub(people) : pickHub(organisations)).id;
    return link({
      type: 'authored',
      source,
      target: node.id,
      speech,
      ...(chance() < 0.2 && { role: write(20) }),
      passages,
    });
  };
  for (const [index, node] of said.entries()) {
    utter(node);
    // Every topic has something about it.
    const topic = topics[index] ?? pickHub(topics);
    link({
      type: 'about',
      source: node.id,
      target: topic.id,
      stance: pick(STANCES),
      passages: node.passages,
    });
  }
  for (const { id, passages } of people)
    link({ type: 'affiliated-with', source: id, target: pickHub(organisations).id, passages });
  for (const { id, passages } of recommendations)
    link({ type: 'addressed-to', source: id, target: pickHub(organisations).id, passages });
  while (edges.length < size * 3) {
    const node = pick(said);
    const { id: source, passages } = node;
    const roll = chance();
    if (roll < 0.25) link({ type: 'disputes', source, target: pickHub(claims).id, passages });
    else if (roll < 0.6) link({ type: 'supports', source, target: pick(said).id, passages });
    else if (roll < 0.75)
      link({
        type: 'responds-to',
        source,
        target: pick(recommendations).id,
        response: pick(RESPONSES),
        passages,
      });
    else if (roll < 0.85)
      link({ type: 'about', source, target: pick(topics).id, stance: pick(STANCES), passages });
    else utter(node);
  }

  const articles = new Map<string, Article>(
    articleNodes.map((node) => [node.id, { node, text: texts.get(node.id)!, leftOut: [] }]),
  );
  return {
    title: `A debate of ${size} nodes`,
    articles,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
  };
}

/** A corpus as the files that readCorpus takes: each node and edge in the file of the article it is first found in. */
export function toFiles(corpus: Corpus): Files {
  const files = new Map<string, string>();
  const store = ({ passages, ...item }: GraphNode | GraphEdge) => ({
    ...item,
    passages: passages.map(({ article, quote }) => ({ article, quote })),
  });
  const groupByArticle = <T extends GraphNode | GraphEdge>(items: Iterable<T>) => {
    const groups = new Map<string, T[]>([...corpus.articles.keys()].map((id) => [id, []]));
    for (const item of items) groups.get(item.passages[0]!.article)!.push(item);
    return groups;
  };
  const nodes = groupByArticle(corpus.nodes.values());
  const edges = groupByArticle(corpus.edges.values());
  for (const [id, { node, text }] of corpus.articles) {
    const file = {
      version: 1,
      ...(files.size === 0 && { title: corpus.title }),
      nodes: nodes.get(id)!.map(store),
      edges: edges.get(id)!.map(store),
    };
    files.set(`graph/${id.slice('article:'.length)}.json`, JSON.stringify(file));
    files.set(`seeds/${node.seed}`, text);
  }
  return files;
}
