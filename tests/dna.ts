// Databases as Discourse Network Analyzer makes them, of the shipped articles and what is coded of them.
import initSqlJs from 'sql.js';
import { toStatements } from '../src/core/discourse';
import { CORPUS } from './shipped';

const { Database } = await initSqlJs();

export type Version = 2 | 3 | 'beta of 3';
export type Statement = {
  article: string;
  start: number;
  stop: number;
  person?: string;
  organization?: string;
  concept?: string;
  agreement?: boolean;
};

/** DNA knows days alone. */
export const toDay = (date: string) => new Date(date.replace('?', '')).toISOString().slice(0, 10);

/** A database as DNA makes it: a statement type with its four variables, and the shipped articles as documents. */
export function toDna(
  version: Version,
  statements: readonly Statement[],
  documents = [...CORPUS.articles.values()],
) {
  const database = new Database();
  const names = { 2: '', 3: 'ENTITIES', 'beta of 3': 'ATTRIBUTES' }[version];
  const value = { 2: 'Value TEXT', 3: 'Entity INTEGER NOT NULL', 'beta of 3': 'Value INTEGER NOT NULL' }[
    version
  ];
  database.exec(`
    CREATE TABLE CODERS(ID INTEGER NOT NULL PRIMARY KEY, Name TEXT NOT NULL);
    CREATE TABLE DOCUMENTS(ID INTEGER NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Text TEXT NOT NULL, Coder INTEGER,
      Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER NOT NULL);
    CREATE TABLE STATEMENTTYPES(ID INTEGER NOT NULL PRIMARY KEY, Label TEXT NOT NULL);
    CREATE TABLE VARIABLES(ID INTEGER NOT NULL PRIMARY KEY, Variable TEXT NOT NULL, DataType TEXT NOT NULL, StatementTypeId INTEGER);
    CREATE TABLE STATEMENTS(ID INTEGER NOT NULL PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER,
      Stop INTEGER, Coder INTEGER);
    CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
    CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, ${value});
    ${names && `CREATE TABLE ${names}(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL);`}
    INSERT INTO CODERS VALUES(1, 'Admin');
    INSERT INTO STATEMENTTYPES VALUES(1, 'DNA Statement'), (2, 'Annotation');
    INSERT INTO VARIABLES VALUES(1, 'person', 'short text', 1), (2, 'organization', 'short text', 1),
      (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'note', 'long text', 2);`);
  const places = new Map<string, number>();
  for (const [index, { node, text }] of documents.entries()) {
    places.set(node.id, index + 1);
    const time = Date.parse(toDay(node.date)) * (version === 2 ? 1 : 0.001);
    database.run('INSERT INTO DOCUMENTS VALUES(?, ?, ?, 1, ?, ?, ?, ?, ?, ?)', [
      index + 1,
      node.label,
      text,
      '',
      node.publisher,
      '',
      '',
      '',
      time,
    ]);
  }
  const entities = new Map<string, number>();
  for (const [index, { article, start, stop, agreement, ...texts }] of statements.entries()) {
    const id = index + 1;
    const type = texts.concept === undefined ? 2 : 1;
    database.run('INSERT INTO STATEMENTS VALUES(?, ?, ?, ?, ?, 1)', [
      id,
      type,
      places.get(article) ?? 99,
      start,
      stop,
    ]);
    if (agreement !== undefined)
      database.run('INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES(?, 4, ?)', [
        id,
        Number(agreement),
      ]);
    for (const [place, name] of (['person', 'organization', 'concept'] as const).entries()) {
      const text = texts[name];
      if (text === undefined) continue;
      const variable = place + 1;
      if (!entities.has(`${variable} ${text}`) && names !== '') {
        entities.set(`${variable} ${text}`, entities.size + 1);
        database.run(`INSERT INTO ${names} VALUES(?, ?, ?)`, [entities.size, variable, text]);
      }
      const stored = names === '' ? text : entities.get(`${variable} ${text}`)!;
      database.run(
        `INSERT INTO DATASHORTTEXT(StatementId, VariableId, ${names === 'ENTITIES' ? 'Entity' : 'Value'}) VALUES(?, ?, ?)`,
        [id, variable, stored],
      );
    }
  }
  return database;
}

const toName = (id: string) => CORPUS.nodes.get(id)!.label;
/** The shipped coding as DNA would have it: for each side that is taken a statement, on the words of its utterance. */
export const CODED: Statement[] = toStatements(CORPUS).flatMap(({ utterance, speaker, body, about }) =>
  about.flatMap(({ target, stance }) => {
    if (stance !== 'for' && stance !== 'against') return [];
    const { article, start, end } = utterance.passages[0]!;
    const isPerson = (id: string) => CORPUS.nodes.get(id)!.type === 'person';
    const named = [speaker, body].find(isPerson);
    const person = named === undefined ? {} : { person: toName(named) };
    const organization = isPerson(body) ? {} : { organization: toName(body) };
    return [
      {
        article,
        start,
        stop: end,
        ...person,
        ...organization,
        concept: toName(target),
        agreement: stance === 'for',
      },
    ];
  }),
);
