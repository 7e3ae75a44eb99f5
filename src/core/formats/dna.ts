// Reads what was coded in Discourse Network Analyzer: the rows of its database as the files of a corpus.
import * as z from 'zod';
import { describe, findNearest, type Span } from '../anchor';
import { toAddition, type Confirmed } from '../article/addition';
import { applyInSteps, type Item } from '../edit';
import { toHeadline, toStatement, toStorable } from '../extract/accept';
import { writeInSteps } from '../graphfile';
import type { Files } from '../corpus';
import { toStem } from '../id';
import { EMPTY } from '../model';
import { PackError } from '../pack';
import { plural } from '../plural';
import { Label, MOST_CODER, type Anchor, type Provenance } from '../schema';
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
    Date: z.number(),
  }),
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
  ENTITIES: z.object({ ID: whole, Value: z.string() }),
  ATTRIBUTES: z.object({ ID: whole, Value: z.string() }),
  CODERS: z.object({ ID: whole, Name: z.string() }),
} as const;
type Table = keyof typeof TABLES;
type Row<T extends Table> = z.infer<(typeof TABLES)[T]>;

/** What a variable tells, by its name: those that DNA begins with, and what others call them. */
const ROLES = {
  person: /^(person|speaker|individual|actor|name)$/i,
  organisation: /^(organi[sz]ation|institution|party|body)$/i,
  concept: /^(concept|belief|frame|idea|argument|issue)$/i,
} as const;
type Role = keyof typeof ROLES;
/** Which variable tells whether somebody agrees, where there are several that are true or false. */
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
  const label = toStorable(value, 300);
  return Label.safeParse(label).success ? label : '';
}

/** Version 3 counts seconds since 1970, version 2 milliseconds; later than this would be the year 5138. */
const LAST_SECOND = 1e11;
function toDate(title: string, time: number): string {
  const date = new Date(Math.abs(time) > LAST_SECOND ? time : 1000 * time);
  const year = date.getUTCFullYear();
  if (year >= 0 && year <= 9999) return date.toISOString().slice(0, 10);
  throw new PackError(`The document ‘${title}’ has no date that can be read (${time}): give it one in DNA.`);
}

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

/** The statements that have a concept, and which could not be taken over. */
function readStatements(database: Database): { coded: Coded[]; notes: string[] } {
  const variables = new Map(readRows(database, 'VARIABLES').map((variable) => [variable.ID, variable]));
  const coders = new Map(readRows(database, 'CODERS').map(({ ID, Name }) => [ID, Name]));
  const names = new Map(
    [...readRows(database, 'ATTRIBUTES'), ...readRows(database, 'ENTITIES')].map(({ ID, Value }) => [
      ID,
      Value,
    ]),
  );
  const roleOf = ({ Variable, DataType }: Row<'VARIABLES'>): Role | undefined =>
    DataType === 'short text'
      ? (Object.keys(ROLES) as Role[]).find((role) => ROLES[role].test(Variable.trim()))
      : undefined;
  const values = new Map<number, Partial<Record<Role, string>>>();
  for (const { StatementId, VariableId, Entity, Value } of readRows(database, 'DATASHORTTEXT')) {
    const variable = variables.get(VariableId);
    const role = variable && roleOf(variable);
    const value = typeof Value === 'string' ? Value : names.get(Entity ?? Value ?? -1);
    if (!role || value === undefined || toLabel(value) === '') continue;
    values.set(StatementId, { ...values.get(StatementId), [role]: toLabel(value) });
  }
  const qualifiers = new Map<number, number>();
  for (const { ID, Variable, DataType, StatementTypeId } of variables.values())
    if (DataType === 'boolean' && (QUALIFIER.test(Variable) || !qualifiers.has(StatementTypeId)))
      qualifiers.set(StatementTypeId, ID);
  const qualifying = new Set(qualifiers.values());
  const stances = new Map(
    readRows(database, 'DATABOOLEAN')
      .filter(({ VariableId }) => qualifying.has(VariableId))
      .map(({ StatementId, Value }) => [StatementId, Value === 0 ? ('against' as const) : ('for' as const)]),
  );
  const coded: Coded[] = [];
  let without = 0;
  for (const { ID, DocumentId, Start, Stop, Coder } of readRows(database, 'STATEMENTS')) {
    const told = values.get(ID);
    if (told?.concept === undefined) {
      without += 1;
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
  const notes = without > 0 ? [`${plural(without, 'statement')} without a concept left out.`] : [];
  return { coded, notes };
}

/** The words of a statement, without the white space around them; undefined where there are none. */
function toSpan(words: string, { start, stop }: Coded): Span | undefined {
  const quote = words.slice(start, stop);
  const from = start + quote.length - quote.trimStart().length;
  return quote.trim() === '' ? undefined : { start: from, end: from + quote.trim().length };
}

const isQuoted = (words: string, { start }: Span): boolean =>
  /["“”„«'‘]/.test(words.slice(start - 1, start + 1));

/** 'Munro, Eileen' → as it is, 'Eileen Munro', and 'Munro', which stands for her where nothing else does. */
function toWrittenNames(name: string, role: Role): string[] {
  if (role === 'organisation') return [name, ...(/\(([^()]+)\)$/.exec(name)?.slice(1) ?? [])];
  const [last, first] = name.split(/,\s+/);
  const turned = first === undefined ? name : `${first} ${last}`;
  const surname = turned.split(' ').at(-1)!;
  return [...new Set([name, turned, ...(/^\p{Lu}/u.test(surname) ? [surname] : [])])];
}

/** The documents that have a text, each text once, as articles; the place of each document among them. */
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
  const articles: Confirmed[] = [];
  const placeOf = new Map<number, number>();
  const byText = new Map<string, number>();
  let [empty, twins] = [0, 0];
  for (const { ID, Title, Text, Author, Source, Section, Date: time } of documents) {
    const twin = byText.get(Text);
    if (Text.trim() === '') empty += 1;
    else if (twin !== undefined) {
      twins += 1;
      placeOf.set(ID, twin);
    } else {
      byText.set(Text, articles.length);
      placeOf.set(ID, articles.length);
      articles.push({
        text: Text,
        title: toLabel(Title) || 'Untitled',
        publisher: toLabel(Source) || toLabel(Section) || 'Not told',
        date: toDate(Title, time),
        authors: toLabel(Author) === '' ? [] : toLabel(Author).split(/\s*;\s*/),
        leftOut: [],
      });
    }
  }
  if (articles.length === 0) throw new PackError('None of its documents has a text.');
  const notes = [
    ...(empty > 0 ? [`${plural(empty, 'document')} without a text left out.`] : []),
    ...(twins > 0 ? [`${plural(twins, 'document')} with the text of another put together with it.`] : []),
  ];
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

/** How what comes from DNA says where it comes from. */
const RULE = 'discourse-network-analyzer';
const RATIONALES = {
  who: 'Whoever coded it in Discourse Network Analyzer names who says it; the article does not by this name.',
  about: 'Coded with this concept in Discourse Network Analyzer.',
  body: 'Coded in Discourse Network Analyzer as speaking for this body.',
} as const;

function toProvenance(coder: string | undefined): Provenance {
  const by = toStorable(coder ?? '', MOST_CODER);
  return { rule: RULE, ...(Label.safeParse(by).success && { coder: by }) };
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
    enterActor: (role: 'person' | 'organisation', name: string, words: Words, provenance: Provenance) => {
      const named = findNaming(role, name, words);
      const id = enter(`${role} ${name}`, named ? [named] : [], () => ({
        id: toId(role, name),
        type: role,
        label: name,
        passages: [named ?? words.anchor],
        provenance,
      }));
      return { id, named };
    },
    enterClaim: ({ anchor }: Words, sides: ReadonlyMap<string, Stance>, provenance: Provenance): string => {
      const id = toId('claim', anchor.quote);
      const passages = [anchor];
      put.set(id, {
        id,
        type: 'claim',
        label: toHeadline(anchor.quote),
        statement: toStatement(anchor.quote),
        passages,
        provenance,
      });
      for (const [concept, stance] of sides) {
        const topic = enter(`topic ${concept}`, [], () => ({
          id: toId('topic', concept),
          type: 'topic',
          label: concept,
          poles: { for: 'Agrees', against: 'Disagrees' },
          passages,
          provenance,
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
          provenance,
        }));
      }
      return id;
    },
    enterUtterance: (
      { id: source, named }: { id: string; named: Anchor | undefined },
      claim: string,
      { place, anchor, span }: Words,
      provenance: Provenance,
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
        provenance,
      }));
    },
    enterAffiliation: (source: string, target: string, { anchor }: Words, provenance: Provenance) =>
      void enter(`affiliated-with ${source} ${target}`, [anchor], () => ({
        id: toId('affiliated-with', toEnds(source, target)),
        type: 'affiliated-with',
        source,
        target,
        basis: 'inferred',
        rationale: RATIONALES.body,
        passages: [anchor],
        provenance,
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
  yield undefined;
  const { edit, articles } = yield* toAddition(EMPTY, added);
  const graph = collect(
    edit.put ?? [],
    added.map(({ text: words }) => words),
    articles,
  );
  let silent = 0;
  for (const { place, span, byActor } of groups) {
    yield undefined;
    const words = { place, span, anchor: describe(added[place]!.text, span, articles[place]!) };
    const claims = new Map<string, string>();
    for (const statements of byActor.values()) {
      const [{ person, organisation, coder }] = statements as [Coded];
      const provenance = toProvenance(coder);
      const sides = toSides(statements);
      const key = JSON.stringify([...sides].toSorted(([one], [other]) => (one < other ? -1 : 1)));
      const claim = claims.get(key) ?? graph.enterClaim(words, sides, provenance);
      claims.set(key, claim);
      const speaker =
        person === undefined ? undefined : graph.enterActor('person', person, words, provenance);
      const body =
        organisation === undefined
          ? undefined
          : graph.enterActor('organisation', organisation, words, provenance);
      const actor = speaker ?? body;
      if (actor) graph.enterUtterance(actor, claim, words, provenance);
      else silent += 1;
      if (speaker && body) graph.enterAffiliation(speaker.id, body.id, words, provenance);
    }
  }
  const { corpus } = yield* applyInSteps(EMPTY, { ...edit, put: [...graph.put.values()] });
  const notes = [...left, ...passedOver, ...lost];
  if (silent > 0)
    notes.push(`${plural(silent, 'statement')} without a person or organisation: nobody says it here.`);
  return { files: yield* writeInSteps(corpus), notes };
}
