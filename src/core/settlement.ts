// Two codings of the same articles settled: of what they do not agree on the one is taken, or the other, or both, as one edit.
import { compareCodings, type Agreement, type Disagreement } from './agreement';
import { locate, uniteAnchors, withoutPlace, type Span } from './anchor';
import { toNewId, toUnited } from './act';
import { adjacencyOf } from './adjacency';
import { applyInSteps, type Edit, type Item } from './edit';
import { incidenceOf } from './graph';
import { toStored } from './graphfile';
import { groupBy } from './group';
import { toFreeId } from './id';
import { toIds } from './identity';
import { isSaid, isUtterance, toTriple, type Corpus, type GraphEdge, type GraphNode } from './model';
import { codedIn } from './passage';
import { isOnce, toMoved } from './rules';
import { VERSION, type Anchor, type GraphFile, type StoredEdge } from './schema';
import type { Steps } from './steps';
import { withLineFeeds } from './text';

/** What two corpora do not agree on in an article; ids of actors and topics are ours where we have them (`ids` in Comparison), of claims each one's own. */
export type Dispute = Disagreement & { article: string; key: string };

/** Two corpora compared, article by article; ours is the first. */
export type Comparison = {
  /** By our id, in our order; `theirs` is the article's id there. */
  articles: ReadonlyMap<string, { theirs: string; agreement: Agreement }>;
  disputes: readonly Dispute[];
  /** Names of their articles that we have with other words, of those whose lines alone end otherwise, and of those that we have not. */
  differing: readonly string[];
  lineEnds: readonly string[];
  missing: readonly string[];
  /** Their ids → ours of all that is the same, and ids that are not ours of what is not; claims and recommendations left aside. */
  ids: ReadonlyMap<string, string>;
};

/** What becomes of a dispute. */
export type Choice = 'ours' | 'theirs' | 'both';
export type Choices = ReadonlyMap<string, Choice>;

/** Where nobody chose: nothing of ours goes, and what only they found comes. */
export const toDefault = ({ kind }: Disagreement): Choice => (kind === 'only second' ? 'theirs' : 'ours');

/** What a dispute can be settled as. */
export const toChoices = ({ kind }: Disagreement): readonly Choice[] =>
  kind === 'speakers' || kind === 'topics' || kind === 'stance'
    ? ['ours', 'theirs', 'both']
    : ['ours', 'theirs'];

const isIn = ({ passages }: GraphNode | GraphEdge, article: string) =>
  passages.some((passage) => passage.article === article);

/** What a corpus codes of an article: what is said in it, by whom, and about what. */
function toCoding(corpus: Corpus, article: string): GraphFile {
  const incidence = incidenceOf(corpus);
  const said = (codedIn(corpus).get(article) ?? []).filter(isSaid);
  return {
    version: VERSION,
    nodes: said.map((node) => {
      const stored = toStored(node);
      return { ...stored, passages: stored.passages.filter((anchor) => anchor.article === article) };
    }),
    edges: said.flatMap(({ id }) =>
      (incidence.get(id) ?? [])
        .filter((edge) => isIn(edge, article) && (isSaying(edge, id) || isPlacing(edge, id)))
        .map((edge) => toStored(edge)),
    ),
  };
}
const isSaying = ({ type, target }: Pick<GraphEdge, 'type' | 'target'>, said: string) =>
  target === said && (type === 'authored' || type === 'states');
const isPlacing = ({ type, source }: Pick<GraphEdge, 'type' | 'source'>, said: string) =>
  source === said && type === 'about';

/** Their ids → those beside ours of actors, reports and topics, and of articles that have the same words. */
function toIdsHere(ours: Corpus, theirs: Corpus): Map<string, string> {
  const texts = new Map([...ours.articles].map(([id, { text }]) => [text, id]));
  const articles = [...theirs.articles].flatMap(([id, { text }]): [string, string][] => {
    const same = texts.get(text);
    return same === undefined ? [] : [[id, same]];
  });
  return new Map([...toIds(ours.nodes.values(), theirs.nodes.values()), ...articles]);
}

/** Compares another coding with ours, an article at a time. */
export function* compareCorpora(ours: Corpus, theirs: Corpus): Steps<Comparison> {
  const ids = toIdsHere(ours, theirs);
  // What is worked out once of each is a step of its own.
  for (const corpus of [ours, theirs]) {
    yield* adjacencyOf.inSteps(corpus);
    codedIn(corpus);
    yield;
  }
  const bySeed = new Map([...ours.articles.values()].map((article) => [article.node.seed, article]));
  const articles = new Map<string, { theirs: string; agreement: Agreement }>();
  const disputes: Dispute[] = [];
  const [differing, lineEnds, missing]: [string[], string[], string[]] = [[], [], []];
  for (const [id, { node, text }] of theirs.articles) {
    yield;
    const article = ids.get(id);
    if (article === undefined) {
      const own = ours.articles.get(id) ?? bySeed.get(node.seed);
      const lines = own && (withLineFeeds(own.text) === withLineFeeds(text) ? lineEnds : differing);
      (lines ?? missing).push(node.label);
      continue;
    }
    const coding = toCoding(theirs, id);
    const second: GraphFile = {
      ...coding,
      edges: coding.edges.map((edge) => toMoved(edge, ids)),
    };
    const agreement = compareCodings(toCoding(ours, article), second, text);
    articles.set(article, { theirs: id, agreement });
    for (const one of agreement.disagreements)
      disputes.push({
        ...one,
        article,
        key: [article, one.kind, one.first?.id, one.second?.id, one.readings?.first.split(' ')[0]].join(' '),
      });
  }
  const inArticles = groupBy(disputes, ({ article }) => article);
  const order = [...ours.articles.keys()];
  return {
    articles: new Map(order.flatMap((id) => (articles.has(id) ? [[id, articles.get(id)!]] : []))),
    disputes: order.flatMap((id) => inArticles.get(id) ?? []),
    differing,
    lineEnds,
    missing,
    ids,
  };
}

/** How many disputes, lines or other items are looked at between two pauses. */
const STRETCH = 200;

/** What leads from one corpus to another, texts left aside. */
function* toDifference(before: Corpus, after: Corpus): Steps<Edit> {
  const put: Item[] = [];
  const remove: string[] = [];
  let looked = 0;
  for (const items of ['nodes', 'edges'] as const) {
    for (const [id, item] of after[items]) {
      if (++looked % STRETCH === 0) yield;
      const known = before[items].get(id);
      if (known === item) continue;
      const stored = toStored(item);
      if (!known || JSON.stringify(stored) !== JSON.stringify(toStored(known))) put.push(stored);
    }
    for (const id of before[items].keys()) if (!after[items].has(id)) remove.push(id);
  }
  return { ...(put.length > 0 && { put }), ...(remove.length > 0 && { remove }) };
}

/** What is entered from their coding, and how it is made ours: `ids` leads from their ids to ours of what is here. */
function toTransfer(
  ours: Corpus,
  theirs: Corpus,
  articles: Comparison['articles'],
  idsHere: Comparison['ids'],
) {
  const ownArticles = new Map([...articles].map(([id, compared]) => [compared.theirs, id]));
  const put = new Map<string, Item>();
  const taken = (id: string) => ours.nodes.has(id) || ours.edges.has(id) || put.has(id);
  /** Their ids → ours. */
  const ids = new Map([...idsHere].filter(([, id]) => ours.nodes.has(id)));
  for (const { agreement } of articles.values())
    for (const [second, first] of agreement.pairs) if (!ids.has(second)) ids.set(second, first);

  const toAnchors = (anchors: readonly Anchor[]): Anchor[] =>
    anchors.flatMap((anchor) => {
      const article = ownArticles.get(anchor.article);
      return article === undefined ? [] : [{ ...anchor, article }];
    });
  /** Their item with its words in our articles; undefined where it has none there. */
  const toOwn = (item: GraphNode | GraphEdge): Item | undefined => {
    const { datePassage, ...stored } = toStored(item) as Item & { datePassage?: Anchor };
    const passages = toAnchors(stored.passages);
    const [date] = datePassage ? toAnchors([datePassage]) : [];
    return passages.length === 0 ? undefined : { ...stored, passages, ...(date && { datePassage: date }) };
  };
  const enter = (item: Item): string => {
    const id = toFreeId(item.id, taken);
    put.set(id, { ...item, id });
    return id;
  };
  /** The id of one of their nodes here; what is not said is brought where it is not here yet. */
  const bring = (id: string): string | undefined => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const node = theirs.nodes.get(id)!;
    const own = isSaid(node) || node.type === 'article' ? undefined : toOwn(node);
    if (!own) return undefined;
    const entered = enter({ ...own, id: idsHere.get(id)! });
    ids.set(id, entered);
    return entered;
  };
  return { put, ids, toAnchors, toOwn, enter, bring };
}

/** What is the same of edges that say the same: of somebody saying it, the article, too. `of` is the edge as its corpus has it. */
const toKey = (corpus: Corpus, of: GraphEdge, { passages, ...edge }: GraphEdge | StoredEdge): string =>
  `${toTriple(edge)}${isUtterance(corpus, of) ? ` ${passages[0]!.article}` : ''}`;

/** Their words for what both found in one of our articles, which they call `there`: those that lie beside ours. */
function findMore(ours: Corpus, article: string, first: string, second: GraphNode, there: string): Anchor[] {
  const { text } = ours.articles.get(article)!;
  const { passages } = ours.nodes.get(first)!;
  const isBeside = ({ start, end }: Span) =>
    passages.every((one) => one.article !== article || one.end <= start || end <= one.start);
  return second.passages
    .filter((passage) => passage.article === there && locate(text, passage).length === 1 && isBeside(passage))
    .map(withoutPlace);
}

/** What is changed and removed of ours where they read it otherwise and that was chosen: in that article, and nowhere else. */
function readOtherwise(ours: Corpus, disputes: readonly Dispute[], chosen: (dispute: Dispute) => Choice) {
  const changed = new Map<string, Item>();
  const remove = new Set<string>();
  const incidence = incidenceOf(ours);
  /** Of which finds of theirs it is taken who says them, and what they are about: 'kind article id'. */
  const adopted = new Set<string>();
  const retyped: Dispute[] = [];
  /** Takes the words in an article out of what rests on them, which goes where it has no others. */
  const takeOut = (item: GraphNode | GraphEdge, article: string) => {
    const stored = changed.get(item.id) ?? toStored(item);
    const passages = stored.passages.filter((anchor) => anchor.article !== article);
    if (passages.length === 0) remove.add(item.id);
    else changed.set(item.id, { ...stored, passages });
  };
  for (const dispute of disputes) {
    const choice = chosen(dispute);
    if (choice === 'ours') continue;
    const { kind, article, first, second, readings } = dispute;
    const edges = first ? (incidence.get(first.id) ?? []) : [];
    if (kind === 'only first') {
      takeOut(ours.nodes.get(first!.id)!, article);
      for (const edge of edges)
        if (remove.has(first!.id)) remove.add(edge.id);
        else if (isSaying(edge, first!.id) || isPlacing(edge, first!.id)) takeOut(edge, article);
        // A line that rests on words of other articles, too, stays as it is.
        else if (edge.passages.every((passage) => passage.article === article)) remove.add(edge.id);
    } else if (kind === 'type') retyped.push(dispute);
    else if (kind === 'stance') {
      const [topic, stance] = readings!.second.split(' ');
      for (const edge of edges)
        if (edge.type === 'about' && edge.source === first!.id && edge.target === topic)
          changed.set(edge.id, {
            ...(changed.get(edge.id) ?? toStored(edge)),
            stance: choice === 'both' ? 'mixed' : stance,
          } as Item);
    } else {
      const kinds = kind === 'only second' ? ['speakers', 'topics'] : [kind];
      for (const one of kinds) adopted.add(`${one} ${article} ${second!.id}`);
      if (kind === 'only second' || choice !== 'theirs') continue;
      const others = new Set(readings!.second.split(', '));
      for (const edge of edges)
        if (
          isIn(edge, article) &&
          (kind === 'speakers'
            ? isSaying(edge, first!.id) && !others.has(edge.source)
            : isPlacing(edge, first!.id) && !others.has(edge.target))
        )
          takeOut(edge, article);
    }
  }
  return { changed, remove, adopted, retyped };
}

/** A corpus in which what both found is what they say it is, where that was chosen. */
function* retype(corpus: Corpus, retyped: readonly Dispute[]): Steps<Corpus> {
  const ids = new Map<string, string>();
  const put = new Map<string, Item>();
  for (const { first, second } of retyped) {
    const before = corpus.nodes.get(first!.id);
    if (!before || ids.has(before.id)) continue;
    const id = toNewId(corpus, second!.type, second!.label, put);
    ids.set(before.id, id);
    put.set(id, { ...second!, id, passages: toStored(before).passages });
  }
  let looked = 0;
  for (const edge of corpus.edges.values()) {
    if (++looked % STRETCH === 0) yield;
    if (!ids.has(edge.source) && !ids.has(edge.target)) continue;
    put.set(edge.id, toMoved(toStored(edge), ids));
  }
  return (yield* applyInSteps(corpus, { put: [...put.values()], remove: [...ids.keys()] })).corpus;
}

/**
 * Both codings as one, as one edit of ours. Of what they do not agree on it has what was chosen (see `toDefault`); of what both
 * found it has our words, and theirs where they are others; and it has their other lines between what is in it then, with the
 * actors, reports and topics that those need. `takesLines` says whether those come at all.
 * @throws CorpusError where what comes of it breaks a rule.
 */
export function* toSettlement(
  ours: Corpus,
  theirs: Corpus,
  { articles, disputes, ids: idsHere }: Comparison,
  choices: Choices = new Map(),
  takesLines = true,
): Steps<Edit> {
  let looked = 0;
  const isLong = () => ++looked % STRETCH === 0;
  const chosen = (dispute: Dispute): Choice => choices.get(dispute.key) ?? toDefault(dispute);
  const { put, ids, toAnchors, toOwn, enter, bring } = toTransfer(ours, theirs, articles, idsHere);
  const { changed, remove, adopted, retyped } = readOtherwise(ours, disputes, chosen);
  yield;
  for (const [id, item] of changed) put.set(id, item);
  const toNow = (id: string): Item => put.get(id) ?? toStored((ours.nodes.get(id) ?? ours.edges.get(id))!);
  // What only they found, in each article where that is taken.
  const declined = new Set<string>();
  for (const dispute of disputes) {
    if (isLong()) yield;
    const { kind, article, second } = dispute;
    if (kind !== 'only second') continue;
    const own = chosen(dispute) === 'theirs' ? toOwn(theirs.nodes.get(second!.id)!) : undefined;
    if (!own) declined.add(`${article} ${second!.id}`);
    else {
      const passages = own.passages.filter((anchor) => anchor.article === article);
      const id = ids.get(second!.id);
      if (id === undefined) ids.set(second!.id, enter({ ...own, passages }));
      else put.set(id, { ...toNow(id), passages: uniteAnchors(toNow(id).passages, passages) });
    }
  }
  for (const [id, { theirs: there, agreement }] of articles)
    for (const [second, first] of agreement.pairs) {
      if (isLong()) yield;
      const more = findMore(ours, id, first, theirs.nodes.get(second)!, there);
      if (more.length > 0)
        put.set(first, { ...toNow(first), passages: [...toNow(first).passages, ...toAnchors(more)] });
    }
  // Their lines.
  const known = new Map<string, string>();
  for (const edge of ours.edges.values()) {
    if (isLong()) yield;
    if (!remove.has(edge.id)) known.set(toKey(ours, edge, edge), edge.id);
  }
  const fresh = new Set<string>();
  const pairs = new Set([...articles.values()].flatMap(({ agreement }) => [...agreement.pairs.keys()]));
  for (const edge of theirs.edges.values()) {
    if (isLong()) yield;
    const own = toOwn(edge) as StoredEdge | undefined;
    if (!own) continue;
    let { passages } = own;
    const said = [edge.target, edge.source].find((id) => isSaying(edge, id) || isPlacing(edge, id));
    const found = said === undefined ? undefined : theirs.nodes.get(said)!;
    const subject = found && isSaid(found) ? found : undefined;
    if (subject) {
      const kind = edge.type === 'about' ? 'topics' : 'speakers';
      passages = passages.filter(({ article }) =>
        pairs.has(subject.id)
          ? adopted.has(`${kind} ${article} ${subject.id}`)
          : !declined.has(`${article} ${subject.id}`),
      );
      if (!ids.has(subject.id) || passages.length === 0) continue;
    } else if (!takesLines) continue;
    const ends = [edge.source, edge.target].map(
      (id) => ids.get(id) ?? (isSaid(theirs.nodes.get(id)!) ? undefined : id),
    );
    if (ends.includes(undefined)) continue;
    const [source, target] = [bring(edge.source), bring(edge.target)];
    if (source === undefined || target === undefined || source === target) continue;
    if (remove.has(source) || remove.has(target)) continue;
    const moved = toMoved(
      { ...own, passages },
      new Map([
        [edge.source, source],
        [edge.target, target],
      ]),
    );
    const key = toKey(theirs, edge, moved);
    const same = known.get(key);
    if (same !== undefined && subject) {
      // What ours says elsewhere they say in this article, too.
      const now = toNow(same) as StoredEdge;
      const more = passages.filter(({ article }) =>
        now.passages.every((anchor) => anchor.article !== article),
      );
      if (more.length > 0) put.set(same, toUnited(now, { ...moved, passages: more }));
    }
    if (same !== undefined || (fresh.has(key) && isOnce(theirs, edge))) continue;
    fresh.add(key);
    enter(moved);
  }
  for (const id of remove) put.delete(id);
  const { corpus } = yield* applyInSteps(ours, { put: [...put.values()], remove: [...remove] });
  yield;
  return yield* toDifference(ours, retyped.length > 0 ? yield* retype(corpus, retyped) : corpus);
}
