// People and organisations a text names: every mention, which of them are the same, and whom the corpus knows already.
import { EITHER, FIRST_NAMES, WOMEN } from './forenames';
import { PLACES, TITLES } from './lexicon';
import { isCapital, isWord, type Language, type Run } from './language';
import { HEADS } from './bodies';
import { toFindKnown, type KnownActor } from './known';
import { findNames } from './names';
import { THING, toInitials, type Name, type NameKind } from './nameword';
import type { RuleName } from './rule';

/** Where a text names somebody; tokens `from` up to `to`. */
export type Mention = Run & { actor: Actor };

/** `first` and `last` are a person's names in small letters. */
export type Actor = {
  kind: NameKind;
  label: string;
  names: Set<string>;
  id?: string;
  rule: RuleName;
  confidence: number;
  mentions: Mention[];
  first?: string;
  last?: string;
  isWoman?: boolean;
  /** Whether a title tells that: 'Mrs', 'Sir'. */
  isTitled?: boolean;
};

const FEMALE =
  /^(?:mrs|ms|miss|dame|lady|baroness|sister|(?:grand)?mother|daughter|niece|aunt|wife|widow|girl|\w*woman|actress|queen|princess)$/;
const MALE =
  /^(?:mr|sir|lord|baron|brother|(?:grand)?father|son|nephew|uncle|husband|widower|boy|man|\w+(?<!wo)man|king|prince)$/;
/** Whether a title or a word for somebody is a woman's; nothing if it is anybody's. */
export const isOfWoman = (word: string): boolean | undefined =>
  FEMALE.test(word) ? true : MALE.test(word) ? false : undefined;

const WHERE = /^(?:in|at|near|from|to|across|around|of|outside|for)$/;
const COUNCIL = /^(?:city|borough|county|district|town) council$/;
/** The place whose council a name is: 'Birmingham City Council', 'Doncaster MBC'. */
const toCouncil = (name: string): string | undefined =>
  /^(?:(?:london|royal) borough of )?(.+?)(?: (?:city|county|borough|metropolitan|district|unitary))* (?:council|[lmr]bc|mdc)$/.exec(
    name,
  )?.[1];
/** Last words of bodies' names that are left out. */
const KIND =
  /^(?:co|inc|corp|ltd|plc|llc|limited|group|company|corporation|party|fc|systems|holdings|airways)\.?$/;
/** The names that are a body's in fewer words: without where it is, what it is for, or its kind. */
function* toShorter(name: string): Generator<string> {
  const words = name.split(' ');
  for (let at = 1; at < Math.min(words.length, 12); at++) {
    const [front, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    if (KIND.test(rest) || (at > 1 && /^(?:of|for)$/.test(words[at]!))) yield front;
    if (words.length - at > 1 && PLACES.has(front)) yield rest;
  }
}
/** The longest of an actor's names; a person's in small letters where they are named in capitals only. */
function toLabel({ kind, names }: Actor): string {
  const longest = [...names].reduce((a, b) => (b.length > a.length ? b : a));
  return kind === 'person' && /^[\p{Lu}\s.'’-]{5,}$/u.test(longest)
    ? longest.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    : longest;
}

/** Within how many words a surname alone means whoever was just named in full. */
const NEAR = 50;

const toKey = (name: string) =>
  name.toLowerCase().replaceAll('’', "'").replace(/^the /, '').replace(/\s+/g, ' ').trim();
const findKnown = toFindKnown(toKey);

/** Finds who is named. `starts` are the tokens that begin a sentence; `known` are matched exactly as the corpus writes them. */
export function findActors(
  language: Language,
  starts: ReadonlySet<number>,
  known: readonly KnownActor[],
): { actors: Actor[]; mentions: Mention[] } {
  const { text, tokens } = language;
  const nameOf = ({ from, to }: Run) =>
    text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');

  const knownFor = findKnown(known);

  const names = findNames(language, starts).map((name): Name => {
    const one =
      knownFor(nameOf(name), name.kind) ?? (name.kind ? undefined : knownFor(nameOf(name), undefined));
    return one && !name.kind ? { ...name, kind: one.type, rule: 'known', confidence: 0.9 } : name;
  });

  const actors: Actor[] = [];
  const byName = new Map<string, Actor>();
  const bySurname = new Map<string, Actor[]>();
  const byFirst = new Map<string, Actor[]>();
  const addTo = (map: Map<string, Actor[]>, key: string, actor: Actor) => {
    const list = map.get(key);
    if (list) list.push(actor);
    else map.set(key, [actor]);
  };
  const toActor = ({ rule, confidence }: Name, kind: NameKind, name: string): Actor => {
    const one = knownFor(name, kind);
    const actor: Actor = {
      kind,
      label: one?.label ?? name,
      names: new Set([name]),
      rule,
      confidence: one ? 0.95 : confidence,
      mentions: [],
      ...(one && { id: one.id }),
    };
    actors.push(actor);
    byName.set(`${kind} ${toKey(name)}`, actor);
    if (kind === 'organisation') return actor;
    const words = toKey(name).split(' ');
    actor.last = words.at(-1)!;
    addTo(bySurname, actor.last, actor);
    if (words.length > 1) {
      actor.first = words[0]!;
      addTo(byFirst, actor.first, actor);
      if (FIRST_NAMES.has(actor.first) && !EITHER.has(actor.first)) actor.isWoman = WOMEN.has(actor.first);
    }
    return actor;
  };

  // Full names first, so that a surname alone in the headline finds its bearer.
  for (const name of names.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!name.kind || (name.kind === 'person' && name.to - name.from === 1)) continue;
    const label = nameOf(name);
    const key = `${name.kind} ${toKey(label)}`;
    if (byName.has(key)) continue;
    // A middle name more or less is the same person.
    const words = toKey(label).split(' ');
    const same =
      name.kind === 'person' &&
      bySurname
        .get(words.at(-1)!)
        ?.find((actor) => actor.first === words[0] && toKey(actor.label).split(' ').length !== words.length);
    // 'Julian Le Grand', then 'Le Grand'
    const whole =
      name.kind === 'person'
        ? bySurname.get(words.at(-1)!)?.find((actor) => toKey(actor.label).endsWith(` ${toKey(label)}`))
        : undefined;
    const one = same || whole;
    if (one) byName.set(key, one);
    else toActor(name, name.kind, label);
  }

  // Acronyms in brackets behind what they stand for; null where that is no body.
  const acronyms = new Map<string, Actor | null>();
  const explained = new Set<string>();
  const endingAt = new Map(names.map((name) => [name.to, name]));
  for (let index = 1; index + 2 < tokens.length; index++) {
    if (tokens[index]!.text !== '(' || tokens[index + 2]!.text !== ')') continue;
    const acronym = tokens[index + 1]!;
    if (!/^\p{Lu}[\p{Lu}\p{Ll}\d&]{1,8}$/u.test(acronym.text) || !/\p{Lu}.*\p{Lu}/u.test(acronym.text))
      continue;
    const whole = endingAt.get(index);
    const label = whole && nameOf(whole);
    const isWeak = whole?.kind === 'person' && /^(?:unknown-words|speaks|surname-alone)$/.test(whole.rule);
    const isOffice = whole !== undefined && TITLES.has(tokens[whole.from]!.lower);
    if (isOffice && !whole.kind) acronyms.set(acronym.text, null);
    else if (whole && label && whole.to - whole.from > 1 && (whole.kind !== 'person' || isWeak)) {
      const initials = [toInitials(label, true), toInitials(label, false)];
      if (!initials.some((letters) => letters[0] === acronym.text[0])) continue;
      // 'the Single Inspection Framework (SIF)' is no body.
      if (!whole.kind && (whole.rule === 'acronym-defined' || THING.test(tokens[whole.to - 1]!.lower))) {
        acronyms.set(acronym.text, null);
        continue;
      }
      const actor =
        byName.get(`organisation ${toKey(label)}`) ??
        toActor({ ...whole, rule: 'acronym-defined', confidence: 0.85 }, 'organisation', label);
      explained.add(toKey(label));
      acronyms.set(acronym.text, actor);
      actor.confidence = Math.max(actor.confidence, 0.9);
    } else if (!whole && isWord(tokens[index - 1]!) && !isCapital(tokens[index - 1]!))
      acronyms.set(acronym.text, null);
  }

  for (const name of names) if (explained.has(toKey(nameOf(name)))) name.kind = 'organisation';

  // The body named last that a word such as 'Council' is short for; the first of the text where none was yet.
  const byHead = new Map<string, Actor>();
  const toHeads = ({ kind, label }: Actor) => {
    const words = toKey(label).split(' ');
    if (kind === 'person' || words.length === 1) return [];
    // 'the County Council'
    const tail = words.length > 2 && COUNCIL.exec(words.slice(-2).join(' '));
    return [
      ...(tail ? [tail[0]] : []),
      ...words.filter(
        (word, at) => HEADS.test(word) && (at === words.length - 1 || /^(?:of|for)$/.test(words[at + 1]!)),
      ),
    ];
  };
  for (const actor of actors.toReversed()) for (const head of toHeads(actor)) byHead.set(head, actor);

  const mentions: Mention[] = [];
  const recent = new Map<string, Actor>();
  for (const name of names) {
    const label = nameOf(name);
    const key = toKey(label);
    const isSingle = name.to - name.from === 1;
    const acronym = isSingle ? acronyms.get(tokens[name.from]!.text) : undefined;
    if (acronym === null) continue;
    let actor = acronym;
    if (
      !actor &&
      isSingle &&
      (name.kind !== 'organisation' || name.rule === 'speaks' || name.rule === 'role-of-body')
    ) {
      // Of namesakes, whoever was named just before; else whoever is named most.
      const bearers = bySurname.get(key)?.filter(({ first }) => first !== undefined) ?? [];
      const latest = recent.get(key);
      const isNear = latest && name.from - latest.mentions.at(-1)!.from < NEAR;
      actor =
        isNear && bearers.includes(latest)
          ? latest
          : bearers.toSorted((a, b) => b.mentions.length - a.mentions.length)[0];
      const named = byFirst.get(key) ?? [];
      if (!actor && name.kind !== 'organisation' && named.length === 1) actor = named[0];
    }
    if (!actor && name.kind === 'organisation' && (HEADS.test(key) || COUNCIL.test(key)))
      actor = byHead.get(key);
    if (!actor && name.kind) actor = byName.get(`${name.kind} ${key}`);
    if (!actor && isSingle && byName.has(`organisation ${key}`) && HEADS.test(key)) actor = byHead.get(key);
    // 'in Birmingham' is where, even if Birmingham is judged elsewhere.
    if (!actor && !name.kind && PLACES.has(key) && WHERE.test(tokens[name.from - 1]?.lower ?? '')) continue;
    actor ??= byName.get(`organisation ${key}`) ?? byName.get(`person ${key}`);
    if (!actor && name.kind) actor = toActor(name, name.kind, label);
    if (!actor) continue;
    actor.names.add(label);
    const mention = { from: name.from, to: name.to, actor };
    actor.mentions.push(mention);
    mentions.push(mention);
    for (const head of toHeads(actor)) byHead.set(head, actor);
    if (!actor.last) continue;
    recent.set(actor.last, actor);
    const honorific = tokens[name.from - 1]?.lower.replace(/\.$/, '') ?? '';
    // Of a couple it may be the other who is meant by a surname.
    const isOwn = name.to - name.from > 1 || actor.isWoman === undefined;
    const isWoman = isOwn ? isOfWoman(honorific) : undefined;
    if (isWoman !== undefined) Object.assign(actor, { isWoman, isTitled: true });
  }

  // Short forms that were explained, where they looked like another word: 'WHO'.
  const taken = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  );
  for (const [index, { text: word }] of tokens.entries()) {
    const actor = taken.has(index) ? undefined : acronyms.get(word);
    if (!actor) continue;
    const mention = { from: index, to: index + 1, actor };
    actor.names.add(word);
    actor.mentions.push(mention);
    mentions.push(mention);
  }
  mentions.sort((a, b) => a.from - b.from);

  /** Makes one actor of two. */
  const merge = (actor: Actor, into: Actor) => {
    for (const mention of actor.mentions.splice(0)) {
      mention.actor = into;
      into.mentions.push(mention);
    }
    for (const name of actor.names) into.names.add(name);
  };
  // The same body in fewer words: 'Supreme Court', 'Kraft Heinz Co', 'the New Generation Party'; the same council.
  const bodies = actors.filter(({ kind, mentions: places }) => kind === 'organisation' && places.length > 0);
  const byShort = new Map<string, Set<Actor>>();
  const byCouncil = new Map<string, Actor>();
  for (const actor of bodies)
    for (const short of toShorter(toKey(actor.label)))
      byShort.set(short, (byShort.get(short) ?? new Set()).add(actor));
  for (const actor of bodies) {
    const council = toCouncil(toKey(actor.label));
    if (council !== undefined && !byCouncil.has(council)) byCouncil.set(council, actor);
  }
  for (const actor of bodies) {
    const key = toKey(actor.label);
    const council = toCouncil(key) ?? key;
    const [whole, other] = HEADS.test(key) ? [] : (byShort.get(key) ?? []);
    const same = byCouncil.get(council) ?? (other ? undefined : whole);
    if (same && same !== actor && (actor.id === undefined || same.id === undefined)) merge(actor, same);
  }
  // An acronym nobody explained that the initials of a body named here give.
  const byInitials = new Map<string, Actor>();
  for (const { kind, label, mentions: places } of actors)
    if (kind === 'organisation' && places.length > 0 && label.includes(' '))
      for (const all of [true, false]) byInitials.set(toInitials(label, all), places[0]!.actor);
  for (const actor of actors) {
    const letters = actor.label.replaceAll('.', '');
    const isShort = /^\p{Lu}\p{L}{1,6}$/u.test(letters) && /\p{Lu}.*\p{Lu}/u.test(letters);
    const whole = isShort ? byInitials.get(letters.toUpperCase()) : undefined;
    if (whole && whole !== actor) merge(actor, whole);
  }
  // The same actor of the corpus by two names is one.
  const byId = new Map<string, Actor>();
  for (const actor of actors) {
    const one =
      actor.id === undefined
        ? [...actor.names].map((name) => knownFor(name, actor.kind)).find(Boolean)
        : undefined;
    if (one) {
      actor.id = one.id;
      actor.label = one.label;
    }
    if (actor.id === undefined) {
      actor.label = toLabel(actor);
      continue;
    }
    const same = byId.get(actor.id);
    if (same) merge(actor, same);
    else byId.set(actor.id, actor);
  }
  for (const actor of actors) actor.mentions = actor.mentions.toSorted((a, b) => a.from - b.from);
  return {
    actors: actors
      .filter((actor) => actor.mentions.length > 0)
      .toSorted((a, b) => a.mentions[0]!.from - b.mentions[0]!.from),
    mentions,
  };
}
