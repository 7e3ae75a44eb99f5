// Reads what was coded in Discourse Network Analyzer: the rows of its database as the files of a corpus.
import * as z from 'zod';
import { describe, findNearest, type Span } from '../anchor';
import { findAuthor, toAddition, type Confirmed } from '../article/addition';
import { applyInSteps, type Item } from '../edit';
import { toHeadline, toStatement, toStorable } from '../extract/accept';
import { writeInSteps } from '../graphfile';
import type { Files } from '../corpus';
import { groupBy } from '../group';
import { toStem } from '../id';
import { EMPTY } from '../model';
import { PackError } from '../pack';
import { plural } from '../plural';
import { Label, MAX_LABEL, MOST_CODER, type Anchor, type Provenance } from '../schema';
import type { Steps } from '../steps';
import type { NodeType, EdgeType, Stance } from '../vocabulary';

/** What answers queries in SQL, as sql.js does: the columns and rows of each. */
export type Database = {
  exec: (
    sql: string,
  ) => readonly { readonly columns: readonly string[]; readonly values: readonly unknown[][] }[];
};

const whole = z.int();
const field = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
/** The tables of versions 2 and 3. Short texts are in them, or named by number (`Entity`, or `Value` where it is one). */
const TABLES = {
  DOCUMENTS: z.object({
    ID: whole,
    Title: field,
    Text: z.string(),
    Author: field,
    Source: field,
    Section: field,
    Notes: field,
    Type: field,
    Date: z.number(),
  }),
  STATEMENTTYPES: z.object({ ID: whole, Label: field }),
  STATEMENTS: z.object({
    ID: whole,
    StatementTypeId: whole,
    DocumentId: whole,
    Start: whole,
    Stop: whole,
    Coder: whole.nullish(),
  }),
  VARIABLES: z.object({ ID: whole, Variable: z.string(), DataType: z.string(), StatementTypeId: whole }),
  DATASHORTTEXT: z.object({
    StatementId: whole,
    VariableId: whole,
    Entity: whole.nullish(),
    Value: z.union([whole, z.string()]).nullish(),
  }),
  DATABOOLEAN: z.object({ StatementId: whole, VariableId: whole, Value: whole }),
  DATAINTEGER: z.object({ StatementId: whole, VariableId: whole, Value: whole }),
  ENTITIES: z.object({ ID: whole, Value: z.string() }),
  ATTRIBUTES: z.object({ ID: whole, Value: z.string() }),
  CODERS: z.object({ ID: whole, Name: z.string() }),
} as const;
type Table = keyof typeof TABLES;
type Row<T extends Table> = z.infer<(typeof TABLES)[T]>;

/** What a variable tells, by its name: first as DNA begins with, then what others call it, the likeliest first. */
const ROLES = {
  person: ['person', 'speaker', 'individual', 'actor', 'politician', 'name'],
  organisation: ['organization', 'organisation', 'institution', 'party', 'body'],
  concept: ['concept', 'belief', 'claim', 'frame', 'idea', 'argument', 'issue'],
} as const;
type Role = keyof typeof ROLES;
/** Which variable tells whether somebody agrees, where there are several that are true or false, or numbers. */
const QUALIFIER = /agree|support|stance|position/i;

/** A statement of DNA: who says, at which words, that they agree or disagree with which concept. */
type Coded = Partial<Record<Role, string>> & {
  concept: string;
  document: number;
  start: number;
  stop: number;
  coder: string | undefined;
  stance: Stance;
};

/** What was read: the files of a corpus, and what could not be taken over, a sentence each. */
export type ReadDna = { files: Files; notes: readonly string[] };

/** What something is called, as a graph can hold it; '' where nothing of it can be seen. */
function toLabel(value: string): string {
  const label = toStorable(value, MAX_LABEL);
  return Label.safeParse(label).success ? label : '';
}

const DAY = 86_400_000;
/** The day of a document, by the milliseconds since 1970. @throws PackError where it is in no year of four digits. */
function toDay(title: string, time: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (year >= 0 && year <= 9999) return date.toISOString().slice(0, 10);
  throw new PackError(`The document ‘${title}’ has no date that can be read (${time}): give it one in DNA.`);
}

/** Whether a database is of version 2: short texts are in the table that every later version has their numbers in. */
function isVersion2(database: Database): boolean {
  const [found] = database.exec(
    "SELECT upper(type) FROM pragma_table_info('DATASHORTTEXT') WHERE upper(name) = 'VALUE'",
  );
  return found?.values[0]?.[0] === 'TEXT';
}

/**
 * How a database tells the day: version 3 by the second, as if all were at Greenwich; version 2 by the millisecond at which it
 * began where the document was entered, so that it is the nearest one, as version 3 offers to read it.
 */
const toDayReader = (database: Database): ((title: string, time: number) => string) =>
  isVersion2(database)
    ? (title, time) => toDay(title, DAY * Math.ceil(time / DAY - 0.5))
    : (title, time) => toDay(title, 1000 * time);

/** The rows of a table; none where there is no such table. @throws PackError where one is not as it should be. */
function readRows<T extends Table>(database: Database, table: T): Row<T>[] {
  const isThere = database.exec(
    `SELECT 1 FROM sqlite_master WHERE type = 'table' AND upper(name) = '${table}'`,
  );
  const [found] = isThere.length > 0 ? database.exec(`SELECT * FROM ${table}`) : [];
  return (found?.values ?? []).map((values, index) => {
    const row = Object.fromEntries(found!.columns.map((column, place) => [column, values[place]]));
    const read = TABLES[table].safeParse(row);
    if (read.success) return read.data as Row<T>;
    const [issue] = read.error.issues;
    throw new PackError(
      `Row ${index + 1} of the table ${table} is not as Discourse Network Analyzer writes it (${issue!.path.join('.')}: ${issue!.message}).`,
    );
  });
}

/** The variables of a statement type that tell who says what, and whether they agree; the names of those that are not taken over. */
type Chosen = { roles: ReadonlyMap<number, Role>; qualifier: number | undefined; others: readonly string[] };

function chooseVariables(variables: readonly Row<'VARIABLES'>[]): Chosen {
  const roles = new Map<number, Role>();
  for (const role of Object.keys(ROLES) as Role[]) {
    const rank = ({ Variable }: Row<'VARIABLES'>) =>
      (ROLES[role] as readonly string[]).indexOf(Variable.trim().toLowerCase());
    const [best] = variables
      .filter((one) => one.DataType === 'short text' && rank(one) !== -1)
      .toSorted((one, other) => rank(one) - rank(other));
    if (best) roles.set(best.ID, role);
  }
  const [qualifier] = (['boolean', 'integer'] as const).flatMap((type) => {
    const some = variables.filter(({ DataType }) => DataType === type);
    return some.find(({ Variable }) => QUALIFIER.test(Variable)) ?? some.slice(0, 1);
  });
  const others = variables.filter((one) => !roles.has(one.ID) && one !== qualifier);
  return { roles, qualifier: qualifier?.ID, others: others.map(({ Variable }) => Variable) };
}

/** The side that each statement takes: by true and false, or by numbers below and above the middle of all there are. */
function readStances(database: Database, qualifiers: ReadonlySet<number>): Map<number, Stance> {
  const stances = new Map<number, Stance>();
  const read = (table: 'DATABOOLEAN' | 'DATAINTEGER') =>
    readRows(database, table).filter(({ VariableId }) => qualifiers.has(VariableId));
  for (const { StatementId, Value } of read('DATABOOLEAN'))
    stances.set(StatementId, Value === 0 ? 'against' : 'for');
  for (const rows of groupBy(read('DATAINTEGER'), ({ VariableId }) => VariableId).values()) {
    let [least, most] = [Infinity, -Infinity];
    for (const { Value } of rows) [least, most] = [Math.min(least, Value), Math.max(most, Value)];
    const middle = least < 0 ? 0 : most <= 1 ? 0.5 : (least + most) / 2;
    for (const { StatementId, Value } of rows)
      stances.set(StatementId, Value > middle ? 'for' : Value < middle ? 'against' : 'neutral');
  }
  return stances;
}

const quoteAll = (names: readonly string[]): string => names.map((name) => `‘${name}’`).join(', ');

/** The statements that have a concept, and which could not be taken over. @throws PackError where none has one. */
function readStatements(database: Database): { coded: Coded[]; notes: string[] } {
  const variables = readRows(database, 'VARIABLES');
  const chosen = new Map(
    Array.from(
      groupBy(variables, ({ StatementTypeId }) => StatementTypeId),
      ([type, some]) => [type, chooseVariables(some)],
    ),
  );
  const isCoded = ({ roles }: Chosen) => [...roles.values()].includes('concept');
  const roles = new Map([...chosen.values()].flatMap((one) => [...one.roles]));
  const coders = new Map(readRows(database, 'CODERS').map(({ ID, Name }) => [ID, Name]));
  const names = new Map(
    [...readRows(database, 'ATTRIBUTES'), ...readRows(database, 'ENTITIES')].map(({ ID, Value }) => [
      ID,
      Value,
    ]),
  );
  const values = new Map<number, Partial<Record<Role, string>>>();
  for (const { StatementId, VariableId, Entity, Value } of readRows(database, 'DATASHORTTEXT')) {
    const role = roles.get(VariableId);
    const value = typeof Value === 'string' ? Value : names.get(Entity ?? Value ?? -1);
    if (!role || value === undefined || toLabel(value) === '') continue;
    values.set(StatementId, { ...values.get(StatementId), [role]: toLabel(value) });
  }
  const stances = readStances(
    database,
    new Set([...chosen.values()].flatMap(({ qualifier }) => qualifier ?? [])),
  );
  const coded: Coded[] = [];
  const without = new Map<number, number>();
  const statements = readRows(database, 'STATEMENTS');
  for (const { ID, StatementTypeId, DocumentId, Start, Stop, Coder } of statements) {
    const told = values.get(ID);
    if (told?.concept === undefined) {
      without.set(StatementTypeId, (without.get(StatementTypeId) ?? 0) + 1);
      continue;
    }
    coded.push({
      ...told,
      concept: told.concept,
      document: DocumentId,
      start: Start,
      stop: Stop,
      coder: coders.get(Coder ?? -1),
      stance: stances.get(ID) ?? 'neutral',
    });
  }
  if (coded.length === 0 && statements.length > 0)
    throw new PackError(
      `None of its statements has a concept: that is looked for in a variable of short text called ${quoteAll(ROLES.concept)}, and the variables are ${quoteAll(variables.map(({ Variable }) => Variable))}. Rename one in Discourse Network Analyzer, and open it again.`,
    );
  const types = new Map(readRows(database, 'STATEMENTTYPES').map(({ ID, Label: name }) => [ID, name]));
  const notes = Array.from(without, ([type, number]) =>
    chosen.has(type) && isCoded(chosen.get(type)!)
      ? `${plural(number, 'statement')} without a concept left out.`
      : `${plural(number, 'statement')} of the type ‘${types.get(type) ?? type}’ left out: it has no variable for a concept.`,
  );
  const others = [...chosen.values()].filter(isCoded).flatMap((one) => one.others);
  if (others.length > 0) notes.push(`Not taken over: what the variables ${quoteAll(others)} tell.`);
  return { coded, notes };
}

/** The words of a statement, without the white space around them; undefined where the text has none there. */
function toSpan(words: string, { start, stop }: Coded): Span | undefined {
  if (start < 0 || stop > words.length) return undefined;
  const quote = words.slice(start, stop);
  const from = start + quote.length - quote.trimStart().length;
  return quote.trim() === '' ? undefined : { start: from, end: from + quote.trim().length };
}

const isQuoted = (words: string, { start }: Span): boolean =>
  /["“”„«'‘]/.test(words.slice(start - 1, start + 1));

/** 'Munro, Eileen' → 'Eileen Munro'. */
function toTurned(name: string): string {
  const [last, first] = name.split(/,\s+/);
  return first === undefined ? name : `${first} ${last}`;
}

/** 'Munro, Eileen' → as it is, 'Eileen Munro', and 'Munro', which stands for her where nothing else does. */
function toWrittenNames(name: string, role: Role): string[] {
  if (role === 'organisation') return [name, ...(/\(([^()]+)\)$/.exec(name)?.slice(1) ?? [])];
  const turned = toTurned(name);
  const surname = turned.split(' ').at(-1)!;
  return [...new Set([name, turned, ...(/^\p{Lu}/u.test(surname) ? [surname] : [])])];
}

/** The documents that have a text, as articles, and the place of each among them. */
function readDocuments(database: Database): {
  articles: Confirmed[];
  placeOf: Map<number, number>;
  notes: string[];
} {
  const documents = readRows(database, 'DOCUMENTS');
  if (documents.length === 0)
    throw new PackError(
      'It is a database, but holds no documents of Discourse Network Analyzer: choose a .dna file of version 2 or 3.',
    );
  const readDay = toDayReader(database);
  const articles: Confirmed[] = [];
  const placeOf = new Map<number, number>();
  const texts = new Set<string>();
  let [empty, unnamed] = [0, 0];
  for (const { ID, Title, Text, Author, Source, Section, Date: time } of documents) {
    if (Text.trim() === '') {
      empty += 1;
      continue;
    }
    // What two papers print alike are two articles: a line break at the end keeps them apart.
    let own = Text;
    while (texts.has(own)) own += '\n';
    texts.add(own);
    placeOf.set(ID, articles.length);
    const authors = toLabel(Author) === '' ? [] : toLabel(Author).split(/\s*;\s*/);
    unnamed += authors.filter((author) => !findAuthor(own, author)).length;
    articles.push({
      text: own,
      title: toLabel(Title) || 'Untitled',
      publisher: toLabel(Source) || toLabel(Section) || 'Not told',
      date: readDay(Title, time),
      authors,
      leftOut: [],
    });
  }
  if (articles.length === 0) throw new PackError('None of its documents has a text.');
  const notes = empty > 0 ? [`${plural(empty, 'document')} without a text left out.`] : [];
  if (unnamed > 0) notes.push(`${plural(unnamed, 'author')} left out whom the text does not name.`);
  if (documents.some(({ Section, Notes, Type }) => Section + Notes + Type !== ''))
    notes.push('Not taken over: section, type and notes of documents.');
  return { articles, placeOf, notes };
}

/** All that stands on the same words, by who says it: for which body, or the body alone. */
type Group = { place: number; span: Span; byActor: Map<string, Coded[]> };

function toGroups(
  coded: readonly Coded[],
  { articles, placeOf }: Pick<ReturnType<typeof readDocuments>, 'articles' | 'placeOf'>,
): { groups: Group[]; notes: string[] } {
  const groups = new Map<string, Group>();
  let lost = 0;
  for (const one of coded) {
    const place = placeOf.get(one.document);
    const span = place === undefined ? undefined : toSpan(articles[place]!.text, one);
    if (place === undefined || !span) {
      lost += 1;
      continue;
    }
    const key = `${place} ${span.start} ${span.end}`;
    const group = groups.get(key) ?? { place, span, byActor: new Map<string, Coded[]>() };
    groups.set(key, group);
    const actor = `${one.person ?? ''}\n${one.organisation ?? ''}`;
    group.byActor.set(actor, [...(group.byActor.get(actor) ?? []), one]);
  }
  const notes = lost > 0 ? [`${plural(lost, 'statement')} whose words are in no text left out.`] : [];
  return { groups: [...groups.values()], notes };
}

/** Why what DNA alone tells is concluded. */
const RATIONALES = {
  who: 'Whoever coded it in Discourse Network Analyzer names who says it; the article does not by this name.',
  about: 'Coded with this concept in Discourse Network Analyzer.',
  body: 'Coded in Discourse Network Analyzer as speaking for this body.',
} as const;

/** Who coded something, where that is told. */
type Origin = { provenance?: Provenance };

function toOrigin(coder: string | undefined): Origin {
  const by = toStorable(coder ?? '', MOST_CODER);
  return Label.safeParse(by).success ? { provenance: { coder: by } } : {};
}

/** Words in an article, by its place, and where they stand. */
type Words = { place: number; anchor: Anchor; span: Span };

/** Gathers nodes and edges, each once, with all the words they rest on; `items` are there already. */
function collect(items: readonly Item[], texts: readonly string[], articles: readonly string[]) {
  const put = new Map(items.map((item) => [item.id, { ...item, passages: [...item.passages] }]));
  const known = new Map<string, string>();
  /** What is told already of what rests on which words. */
  const resting = new Set<string>();
  const toResting = (id: string, anchor: Anchor) => `${id} ${JSON.stringify(anchor)}`;
  for (const item of items) {
    for (const anchor of item.passages) resting.add(toResting(item.id, anchor));
    if (item.type === 'person') known.set(`person ${item.label}`, item.id);
  }
  const free = new Map<string, number>();
  const toId = (type: NodeType | EdgeType, label: string): string => {
    const stem = toStem(type, label);
    for (let number = free.get(stem) ?? 1; ; number++) {
      const id = number === 1 ? stem : `${stem}-${number}`;
      if (put.has(id)) continue;
      free.set(stem, number + 1);
      return id;
    }
  };
  /** The id of what goes by a key: made of its first words, later resting on more. */
  const enter = (key: string, passages: readonly Anchor[], make: () => Item): string => {
    const id = known.get(key);
    if (id === undefined) {
      const item = make();
      put.set(item.id, { ...item, passages: [] });
      known.set(key, item.id);
      return enter(key, item.passages, make);
    }
    for (const anchor of passages) {
      if (resting.has(toResting(id, anchor))) continue;
      put.get(id)!.passages.push(anchor);
      resting.add(toResting(id, anchor));
    }
    return id;
  };
  const toEnds = (source: string, target: string) =>
    [source, target].map((id) => id.slice(id.indexOf(':') + 1)).join(' to ');
  const naming = new Map<string, Anchor | undefined>();
  /** The words of an article that name an actor; undefined where none do. */
  const findNaming = (role: 'person' | 'organisation', name: string, { place, span }: Words) => {
    const key = `${place} ${role} ${name}`;
    if (!naming.has(key)) {
      const [found] = toWrittenNames(name, role).flatMap(
        (written) => findNearest(texts[place]!, written, span.start) ?? [],
      );
      naming.set(key, found && describe(texts[place]!, found, articles[place]!));
    }
    return naming.get(key);
  };
  return {
    put,
    /** An actor's id, and the words that name it in the article; it rests on those, or else on what it says. */
    enterActor: (
      role: 'person' | 'organisation',
      { name, label }: { name: string; label: string },
      words: Words,
      origin: Origin,
    ) => {
      const named = findNaming(role, name, words);
      const aliases = [...new Set([name, toTurned(name)])].filter((one) => one !== label);
      const id = enter(`${role} ${label}`, named ? [named] : [], () => ({
        id: toId(role, label),
        type: role,
        label,
        ...(role === 'person' && aliases.length > 0 && { aliases }),
        passages: [named ?? words.anchor],
        ...origin,
      }));
      return { id, named };
    },
    enterClaim: ({ anchor }: Words, sides: ReadonlyMap<string, Stance>, origin: Origin): string => {
      const id = toId('claim', anchor.quote);
      const passages = [anchor];
      put.set(id, {
        id,
        type: 'claim',
        label: toHeadline(anchor.quote),
        statement: toStatement(anchor.quote),
        passages,
        ...origin,
      });
      for (const [concept, stance] of sides) {
        const topic = enter(`topic ${concept}`, [], () => ({
          id: toId('topic', concept),
          type: 'topic',
          label: concept,
          poles: { for: 'Agrees', against: 'Disagrees' },
          passages,
          ...origin,
        }));
        enter(`about ${id} ${topic}`, passages, () => ({
          id: toId('about', toEnds(id, topic)),
          type: 'about',
          source: id,
          target: topic,
          basis: 'inferred',
          rationale: RATIONALES.about,
          stance,
          passages,
          ...origin,
        }));
      }
      return id;
    },
    enterUtterance: (
      { id: source, named }: { id: string; named: Anchor | undefined },
      claim: string,
      { place, anchor, span }: Words,
      origin: Origin,
    ) => {
      const passages = named ? [anchor, named] : [anchor];
      enter(`authored ${source} ${claim}`, passages, () => ({
        id: toId('authored', toEnds(source, claim)),
        type: 'authored',
        source,
        target: claim,
        ...(named ? { basis: 'stated' } : { basis: 'inferred', rationale: RATIONALES.who }),
        speech: isQuoted(texts[place]!, span) ? 'direct' : 'indirect',
        passages,
        ...origin,
      }));
    },
    enterAffiliation: (source: string, target: string, { anchor }: Words, origin: Origin) =>
      void enter(`affiliated-with ${source} ${target}`, [anchor], () => ({
        id: toId('affiliated-with', toEnds(source, target)),
        type: 'affiliated-with',
        source,
        target,
        basis: 'inferred',
        rationale: RATIONALES.body,
        passages: [anchor],
        ...origin,
      })),
  };
}

/** Which side is taken on each concept; both where they are coded as both. */
function toSides(coded: readonly Coded[]): Map<string, Stance> {
  const sides = new Map<string, Stance>();
  for (const { concept, stance } of coded) {
    const other = sides.get(concept);
    sides.set(concept, other === undefined || other === stance ? stance : 'mixed');
  }
  return sides;
}

/**
 * How each person goes, by whom they speak for: where one article has them speak for several, or for one and for none, once for
 * each, as here somebody speaks for one body in an article. Notes tell of those, and of whom an article names no organisation,
 * but another does.
 */
function toPeople(groups: readonly Group[]) {
  const bodies = new Map<string, string>();
  const [divided, affiliated] = [new Set<string>(), new Set<string>()];
  const all = groups.flatMap(({ place, byActor }) =>
    [...byActor.values()].flatMap(([one]) => (one?.person === undefined ? [] : [{ ...one, place }])),
  );
  for (const { place, person, organisation = '' } of all) {
    const key = `${place} ${person}`;
    const known = bodies.get(key);
    if (known !== undefined && known !== organisation) divided.add(person!);
    if (organisation !== '') affiliated.add(person!);
    bodies.set(key, known ?? organisation);
  }
  const adopted = all.filter(
    ({ person, organisation }) =>
      organisation === undefined && affiliated.has(person!) && !divided.has(person!),
  ).length;
  const notes = [
    ...(divided.size > 0
      ? [
          `There once for each organisation, since one article has them speak for several: ${quoteAll([...divided])}.`,
        ]
      : []),
    ...(adopted > 0
      ? [
          `${plural(adopted, 'statement')} without an organisation, of people who speak for one elsewhere: told as said for it.`,
        ]
      : []),
  ];
  const toLabelOf = (person: string, organisation: string | undefined): string =>
    divided.has(person) && organisation !== undefined ? toLabel(`${person} (${organisation})`) : person;
  return { toLabelOf, notes };
}

/**
 * A database of Discourse Network Analyzer, version 2 or 3, as the files of a corpus: documents become articles, their texts
 * to the letter; concepts topics; each statement a claim on its own words, said by its person (for its organisation) or its
 * organisation, on the side it agrees with. Several statements on the same words are one claim, as long as they are on the
 * same sides. Who says it counts as stated where the article names them.
 * @throws PackError with a sentence where it is no such database, or nothing in it can be read.
 */
export function* readDna(database: Database): Steps<ReadDna> {
  const { articles: added, placeOf, notes: left } = readDocuments(database);
  const { coded, notes: passedOver } = readStatements(database);
  const { groups, notes: lost } = toGroups(coded, { articles: added, placeOf });
  const { toLabelOf, notes: divided } = toPeople(groups);
  yield undefined;
  const { edit, articles } = yield* toAddition(EMPTY, added);
  const graph = collect(
    edit.put ?? [],
    added.map(({ text: words }) => words),
    articles,
  );
  let [silent, both] = [0, 0];
  for (const { place, span, byActor } of groups) {
    yield undefined;
    const words = { place, span, anchor: describe(added[place]!.text, span, articles[place]!) };
    const claims = new Map<string, string>();
    for (const statements of byActor.values()) {
      const [{ person, organisation, coder }] = statements as [Coded];
      const origin = toOrigin(coder);
      const sides = toSides(statements);
      both += [...sides.values()].filter((stance) => stance === 'mixed').length;
      const key = JSON.stringify([...sides].toSorted(([one], [other]) => (one < other ? -1 : 1)));
      const claim = claims.get(key) ?? graph.enterClaim(words, sides, origin);
      claims.set(key, claim);
      const speaker =
        person === undefined
          ? undefined
          : graph.enterActor(
              'person',
              { name: person, label: toLabelOf(person, organisation) },
              words,
              origin,
            );
      const body =
        organisation === undefined
          ? undefined
          : graph.enterActor('organisation', { name: organisation, label: organisation }, words, origin);
      const actor = speaker ?? body;
      if (actor) graph.enterUtterance(actor, claim, words, origin);
      else silent += 1;
      if (speaker && body) graph.enterAffiliation(speaker.id, body.id, words, origin);
    }
  }
  const { corpus } = yield* applyInSteps(EMPTY, { ...edit, put: [...graph.put.values()] });
  const notes = [...left, ...passedOver, ...lost, ...divided];
  if (silent > 0)
    notes.push(`${plural(silent, 'statement')} without a person or organisation: nobody says it here.`);
  if (both > 0)
    notes.push(
      `${plural(both, 'statement')} coded as agreeing and as disagreeing: told as both for and against.`,
    );
  return { files: yield* writeInSteps(corpus), notes };
}
