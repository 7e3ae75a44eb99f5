// People and organisations a text names: every mention, which of them are the same, and whom the corpus knows already.
import type { Language, Run, Token } from './language';
import { isCapital, isWord } from './language';
import {
  FIRST_NAMES,
  NAME_JOINTS,
  NOT_NAMES,
  NOT_ORGANISATIONS,
  ORGANISATION_WORDS,
  PERSON_JOINTS,
  PLACES,
  REPORTING,
  REPORTS,
  ROLES,
  TITLES,
  WOMEN,
} from './lexicon';

/** Somebody the corpus has already. */
export type KnownActor = {
  id: string;
  label: string;
  aliases: readonly string[];
  type: 'person' | 'organisation';
};

/** Where a text names somebody; tokens `from` up to `to`. */
export type Mention = Run & { actor: Actor };

/** `first` and `last` are a person's names in small letters. */
export type Actor = {
  kind: 'person' | 'organisation';
  label: string;
  names: Set<string>;
  id?: string;
  rule: string;
  confidence: number;
  mentions: Mention[];
  first?: string;
  last?: string;
  isWoman?: boolean;
};

type Candidate = Run & { kind: Actor['kind'] | undefined; rule: string; confidence: number };

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d&]{2,7}$/u;
const isAcronym = ({ text }: Token) => ACRONYM.test(text) && !/^\d/.test(text);
const isClitic = (token: Token | undefined) => token?.lower === "'s" || token?.lower === "'";
/** A word that can be part of a name. */
const isNameWord = (token: Token | undefined): token is Token =>
  token !== undefined && isCapital(token) && isWord(token) && token.text !== 'I';
const nameOf = (tokens: readonly Token[], { from, to }: Run, text: string) =>
  text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');
const keyOf = (name: string) =>
  name.toLowerCase().replaceAll('’', "'").replace(/^the /, '').replace(/\s+/g, ' ').trim();

/** Nouns before a name that say it is a body: 'consultancy firm Impower'. */
const BODY_BEFORE =
  /^(?:firm|company|consultancy|charity|giant|group|union|newspaper|magazine|website|site|agency|broadcaster|regulator|watchdog|retailer|maker|manufacturer|provider|network|organisation|organization|think-tank|thinktank|party|bank|airline|startup|start-up|publisher|supplier|operator|developer|blog)$/;

/** Finds who is named. `starts` are the tokens that begin a sentence, where a capital says nothing. */
export function findActors(
  language: Language,
  starts: ReadonlySet<number>,
  known: readonly KnownActor[],
): { actors: Actor[]; mentions: Mention[] } {
  const { text, tokens, blocks } = language;
  const small = new Set<string>();
  for (const token of tokens) if (/^\p{Ll}/u.test(token.text)) small.add(token.lower);

  const has = (words: ReadonlySet<string>, token: Token | undefined) =>
    token !== undefined && words.has(token.lower.replace(/\.$/, ''));

  /** Whether a capital at the start of a sentence is that of a name. */
  const isNamedAtStart = (index: number): boolean => {
    const token = tokens[index]!;
    if (NOT_NAMES.has(token.lower)) return false;
    const next = tokens[index + 1];
    if (isAcronym(token)) return true;
    if (has(FIRST_NAMES, token) && isNameWord(next)) return true;
    if (token.pos === 'PROPN' || (token.pos === 'NOUN' && isNameWord(next)))
      return !small.has(token.lower) || isNameWord(next);
    return isNameWord(next) && !isClitic(next) && token.pos === 'ADJ' && !small.has(token.lower);
  };

  /** Where the run of name words that begins at a token ends. */
  const findEnd = (from: number, to: number): number => {
    let end = from + 1;
    let hasBody = has(ORGANISATION_WORDS, tokens[from]);
    let hasJoint = false;
    while (end < to && end - from < 14) {
      const token = tokens[end]!;
      if (
        isNameWord(token) &&
        !(
          NOT_NAMES.has(token.lower) &&
          /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
            token.lower,
          )
        )
      ) {
        hasBody ||= has(ORGANISATION_WORDS, token);
        end++;
        continue;
      }
      const next = tokens[end + 1];
      if (isClitic(token) && isNameWord(next) && hasJoint && hasBody && !isAcronym(tokens[end - 1]!)) {
        end += 2;
        continue;
      }
      if (token.text === '&' && isNameWord(next)) {
        end += 2;
        continue;
      }
      if (/^(?:of|for|on)$/.test(token.lower)) {
        const skip = tokens[end + 1]?.lower === 'the' ? 2 : 1;
        const after = tokens[end + skip];
        if (
          isNameWord(after) &&
          end + skip < to &&
          (token.lower === 'of' || hasBody) &&
          (hasBody || !(NOT_NAMES.has(after.lower) && !isNameWord(tokens[end + skip + 1])))
        ) {
          hasJoint = true;
          end += skip + 1;
          continue;
        }
        return end;
      }
      if (
        token.lower === 'and' &&
        hasBody &&
        hasJoint &&
        isNameWord(next) &&
        end + 1 < to &&
        !has(FIRST_NAMES, next) &&
        !isAcronym(next)
      ) {
        // 'the Department for Education and Ofsted' are two: a last part that stands alone elsewhere.
        const last = tokens[end + 2];
        if (next.pos !== 'PROPN' || isNameWord(last) || small.has(next.lower)) {
          end += 2;
          continue;
        }
        return end;
      }
      if (has(PERSON_JOINTS, token) && isNameWord(next) && end + 1 < to && !hasBody && token.lower !== 'in') {
        end += 2;
        continue;
      }
      return end;
    }
    return end;
  };

  /** Where a place's name that begins at a token ends, the longest; the token itself if there is none. */
  const findPlace = (from: number, to: number): number => {
    for (let end = Math.min(to, from + 5); end > from; end--)
      if (
        PLACES.has(
          tokens
            .slice(from, end)
            .map((token) => token.lower)
            .join(' '),
        )
      )
        return end;
    return from;
  };

  const isSaying = (index: number): boolean => {
    const token = tokens[index];
    const verb = token && REPORTING.get(token.lower);
    return (
      verb !== undefined &&
      token!.pos !== 'NOUN' &&
      (verb.takes.has('say') || verb.takes.has('tell') || verb.takes.has('think'))
    );
  };

  /** What a run of name words names: the part of it that is the name, and of what kind. */
  const classify = (begin: number, end: number): Candidate | undefined => {
    let from = begin;
    let to = end;
    const none = (rule: string): Candidate => ({ from, to, kind: undefined, rule, confidence: 0 });
    while (
      from < to &&
      NOT_NAMES.has(tokens[from]!.lower) &&
      (starts.has(from) || !isNameWord(tokens[from + 1]) || from + 1 >= to || !hasBodyIn(from, to))
    )
      from++;
    while (to > from && NOT_NAMES.has(tokens[to - 1]!.lower)) to--;
    if (from >= to) return undefined;
    const bodyAt = () => hasBodyIn(from, to);
    // 'U.S. President Donald Trump', 'Minister of Education Stefania Giannini': the name is what follows the title.
    let title = -1;
    for (let index = from; index < to; index++)
      if (has(TITLES, tokens[index]) && (index === from || index - from < 6)) title = index;
    if (title >= 0 && title < to - 1) {
      const next = tokens[title + 1]!;
      let start = title + 1;
      if (/^(?:of|for)$/.test(next.lower)) {
        start = -1;
        for (let index = title + 2; index < to - 1; index++)
          if (has(FIRST_NAMES, tokens[index])) {
            start = index;
            break;
          }
      }
      if (
        start > 0 &&
        isNameWord(tokens[start]) &&
        !hasBodyIn(start, to) &&
        to - start <= 5 &&
        !tokens.slice(start, to).some((token) => /^(?:of|for|the)$/.test(token.lower))
      ) {
        const isPlaced = findPlace(start, to);
        if (isPlaced > start && isPlaced < to) start = isPlaced;
        else if (isPlaced === to && to - start > 1) return none('place');
        return { from: start, to, kind: 'person', rule: 'title-before-name', confidence: 0.9 };
      }
    }
    const placed = findPlace(from, to);
    if (placed === to) {
      if (!(
        placed - from > 1 &&
        has(FIRST_NAMES, tokens[from]) &&
        !PLACES.has(nameOf(tokens, { from, to }, text).toLowerCase())
      ))
        return none('place');
    }
    if (placed > from && to - placed >= 2 && !hasBodyIn(placed, to)) from = placed;
    const length = to - from;
    const first = tokens[from]!;
    const before = tokens[from - 1];
    const after = tokens[to];
    if (isAcronym(first) && length === 1) {
      if (NOT_ORGANISATIONS.has(first.lower)) return none('capitals');
      return { from, to, kind: 'organisation', rule: 'acronym', confidence: 0.55 };
    }
    const words = tokens.slice(from, to);
    const isNamed =
      (has(FIRST_NAMES, first) && length >= 2 && length <= 5 && isNameWord(tokens[from + 1])) ||
      (has(FIRST_NAMES, first) && length >= 3 && length <= 5 && has(PERSON_JOINTS, tokens[from + 1]));
    const bodies = words.filter((token) => has(ORGANISATION_WORDS, token)).length;
    const isBody = bodyAt();
    if (
      isNamed &&
      !has(ORGANISATION_WORDS, words.at(-1)) &&
      !words.some((token) => /^(?:of|for|the|&|and)$/.test(token.lower))
    )
      return { from, to, kind: 'person', rule: 'first-name', confidence: 0.9 };
    if (
      isBody &&
      (length > 1 ||
        (bodies > 0 &&
          /^(?:parliament|congress|senate|treasury|labour|conservatives|democrats|republicans|reuters)$/.test(
            first.lower,
          ) &&
          !starts.has(from)))
    )
      return { from, to, kind: 'organisation', rule: 'organisation-word', confidence: 0.85 };
    if (
      has(TITLES, before) &&
      length <= 4 &&
      !words.some((token) => /^(?:of|for|the|&|and)$/.test(token.lower))
    )
      return { from, to, kind: 'person', rule: 'title-before-name', confidence: 0.9 };
    const isPlain = words.every(
      (token) =>
        !isAcronym(token) &&
        !/\d/.test(token.text) &&
        !/^(?:of|for|the|&|and|on)$/.test(token.lower) &&
        !NOT_NAMES.has(token.lower),
    );
    const hasInitial = words.some(
      (token, index) => index > 0 && index < length && /^\p{Lu}\.?$/u.test(token.text),
    );
    if (length >= 2 && length <= 4 && isPlain && hasInitial)
      return { from, to, kind: 'person', rule: 'initial', confidence: 0.85 };
    if (BODY_BEFORE.test(before?.lower ?? ''))
      return { from, to, kind: 'organisation', rule: 'kind-before-name', confidence: 0.8 };
    if (length >= 2 && length <= 4 && isPlain) {
      const isAged =
        after?.text === ',' && /^\d{1,2}$/.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text === ',';
      const next = tokens.slice(to + 1, to + 9);
      const role = next.findIndex((token) => has(ROLES, token) || has(TITLES, token));
      const isApposition =
        after?.text === ',' &&
        role >= 0 &&
        !next
          .slice(0, role)
          .some((token) => /^[,.;:]$/.test(token.text) || token.pos === 'VERB' || token.pos === 'AUX');
      const isRoleBefore =
        before !== undefined && (has(ROLES, before) || (before.text === ',' && has(ROLES, tokens[from - 2])));
      if (isAged || isApposition || isRoleBefore)
        return { from, to, kind: 'person', rule: 'role-beside-name', confidence: 0.8 };
      const speaks = isSaying(to) || isSaying(to + 1) || isSaying(from - 1);
      // 'Community Care': words that are no names elsewhere are a body's.
      if (speaks && words.some((token) => small.has(token.lower)))
        return { from, to, kind: 'organisation', rule: 'speaks', confidence: 0.5 };
      if (speaks || after?.lower === 'who')
        return { from, to, kind: 'person', rule: 'speaks', confidence: 0.65 };
      return none('capitals');
    }
    if (length === 1) {
      if (
        isClitic(after) &&
        tokens.slice(to + 1, to + 5).some((token) => has(ROLES, token) || has(REPORTS, token)) &&
        !tokens.slice(to + 1, to + 3).some((token) => /^[,.;:]$/.test(token.text))
      )
        return { from, to, kind: 'organisation', rule: 'role-of-body', confidence: 0.7 };
      if (
        (isSaying(to) ||
          isSaying(to + 1) ||
          (isSaying(from - 1) && tokens[from - 1]!.block === first.block)) &&
        !has(FIRST_NAMES, first) &&
        !/^\p{Lu}{2,}s$/u.test(first.text)
      )
        return { from, to, kind: 'organisation', rule: 'speaks', confidence: 0.55 };
    }
    return none('capitals');
  };

  function hasBodyIn(from: number, to: number): boolean {
    for (let index = from; index < to; index++)
      if (has(ORGANISATION_WORDS, tokens[index]) && isCapital(tokens[index]!)) return true;
    return false;
  }

  // The corpus's own names first: exactly as written there.
  const knownBy = new Map<string, KnownActor[]>();
  let longest = 0;
  for (const actor of known)
    for (const name of [actor.label, ...actor.aliases]) {
      const key = keyOf(name);
      knownBy.set(key, [...(knownBy.get(key) ?? []), actor]);
      longest = Math.max(longest, key.split(/[ '-]/).length + 2);
    }

  const candidates: Candidate[] = [];
  for (const { from, to } of blocks) {
    const capitals = tokens
      .slice(from, Math.min(to, from + 60))
      .filter((token) => /^\p{L}{3}/u.test(token.text));
    const isShouted =
      capitals.length > 3 &&
      capitals.filter((token) => token.text === token.text.toUpperCase()).length > capitals.length * 0.6;
    if (isShouted) continue;
    for (let index = from; index < to;) {
      const token = tokens[index]!;
      if (!isNameWord(token) || (starts.has(index) && !isNamedAtStart(index))) {
        index++;
        continue;
      }
      const end = Math.min(findEnd(index, to), to);
      const candidate = classify(index, end);
      if (candidate) candidates.push(candidate);
      index = end;
    }
  }
  const actors: Actor[] = [];
  const byName = new Map<string, Actor>();
  const bySurname = new Map<string, Actor[]>();
  const byFirst = new Map<string, Actor[]>();
  const mentions: Mention[] = [];

  const knownFor = (name: string, kind: Actor['kind'] | undefined) =>
    knownBy.get(keyOf(name))?.find((actor) => !kind || actor.type === kind);

  const toActor = (
    candidate: Candidate,
    kind: Actor['kind'],
    name: string,
    knownActor?: KnownActor,
  ): Actor => {
    const actor: Actor = {
      kind,
      label: knownActor?.label ?? name,
      names: new Set([name]),
      rule: candidate.rule === 'capitals' || candidate.rule === 'place' ? 'known' : candidate.rule,
      confidence: knownActor ? 0.95 : candidate.confidence,
      mentions: [],
      ...(knownActor && { id: knownActor.id }),
    };
    actors.push(actor);
    byName.set(`${kind} ${keyOf(name)}`, actor);
    if (kind === 'person') {
      const words = keyOf(name).split(' ');
      actor.first = words.length > 1 ? words[0]! : undefined;
      actor.last = words.at(-1)!;
      if (actor.first && FIRST_NAMES.has(actor.first)) actor.isWoman = WOMEN.has(actor.first);
      const push = (map: Map<string, Actor[]>, key: string) =>
        map.get(key)?.push(actor) ?? map.set(key, [actor]);
      push(bySurname, actor.last);
      if (actor.first) push(byFirst, actor.first);
    }
    return actor;
  };
  const join = (actor: Actor, run: Run, name: string) => {
    actor.names.add(name);
    const mention = { from: run.from, to: run.to, actor };
    actor.mentions.push(mention);
    mentions.push(mention);
    const honorific = tokens[run.from - 1]?.lower.replace(/\.$/, '');
    if (actor.kind === 'person' && honorific && actor.isWoman === undefined) {
      if (
        /^(?:mrs|ms|miss|dame|lady|baroness|sister|mother|actress|spokeswoman|queen|princess)$/.test(
          honorific,
        )
      )
        actor.isWoman = true;
      else if (/^(?:mr|sir|lord|baron|father|brother|spokesman|king|prince)$/.test(honorific))
        actor.isWoman = false;
    }
  };

  // Full names first, so that a surname alone in the headline finds its bearer.
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const name = nameOf(tokens, candidate, text);
    const knownActor =
      knownFor(name, candidate.kind) ?? (candidate.kind ? undefined : knownFor(name, undefined));
    const kind = candidate.kind ?? knownActor?.type;
    if (!kind) {
      kept.push(candidate);
      continue;
    }
    const isSurname = kind === 'person' && candidate.to - candidate.from === 1;
    kept.push({ ...candidate, kind });
    if (isSurname) continue;
    if (byName.has(`${kind} ${keyOf(name)}`)) continue;
    if (kind === 'person') {
      // A middle name more or less is the same person.
      const words = keyOf(name).split(' ');
      const same = (bySurname.get(words.at(-1)!) ?? []).find(
        (actor) => actor.first === words[0] && words.length !== keyOf(actor.label).split(' ').length,
      );
      if (same) {
        byName.set(`person ${keyOf(name)}`, same);
        continue;
      }
    }
    toActor(candidate, kind, name, knownActor);
  }

  /** Acronyms in brackets behind the name they stand for. */
  const initialsOf = (name: string, all: boolean) =>
    name
      .split(/[\s-]+/)
      .filter((word) => all || !NAME_JOINTS.has(word.toLowerCase()))
      .map((word) => word[0] ?? '')
      .join('')
      .toUpperCase();
  const acronyms = new Map<string, Actor | null>();
  const endingAt = new Map(candidates.map((candidate) => [candidate.to, candidate]));
  const keptAt = new Map(kept.map((candidate) => [candidate.from, candidate]));
  for (const { from, to } of blocks)
    for (let index = from + 1; index + 2 <= to; index++) {
      if (tokens[index]!.text !== '(' || tokens[index + 2]?.text !== ')') continue;
      const acronym = tokens[index + 1]!;
      if (!/^\p{Lu}[\p{Lu}\p{Ll}&]{1,8}$/u.test(acronym.text) || !/\p{Lu}.*\p{Lu}/u.test(acronym.text))
        continue;
      const named = endingAt.get(index);
      const name = named && nameOf(tokens, named, text);
      const letters = acronym.text.replace(/s$/, '').toUpperCase();
      if (
        named &&
        name &&
        named.to - named.from > 1 &&
        named.kind !== 'person' &&
        [initialsOf(name, true), initialsOf(name, false)].some((initials) => initials.startsWith(letters[0]!))
      ) {
        const actor =
          byName.get(`organisation ${keyOf(name)}`) ??
          toActor(
            { ...named, rule: 'acronym-defined', confidence: 0.85 },
            'organisation',
            name,
            knownFor(name, 'organisation'),
          );
        named.kind = 'organisation';
        const twin = keptAt.get(named.from);
        if (twin) twin.kind = 'organisation';
        acronyms.set(acronym.text, actor);
        actor.confidence = Math.max(actor.confidence, 0.9);
      } else if (!named && /^\p{Ll}/u.test(tokens[index - 1]!.text)) acronyms.set(acronym.text, null);
    }

  const recent = new Map<string, Actor>();
  for (const candidate of kept) {
    const name = nameOf(tokens, candidate, text);
    const key = keyOf(name);
    const isSingle = candidate.to - candidate.from === 1;
    const token = tokens[candidate.from]!;
    const acronym = isSingle ? acronyms.get(token.text) : undefined;
    if (acronym === null) continue;
    let actor: Actor | undefined = acronym;
    if (acronym) byName.get(`organisation ${key}`)?.names.forEach((one) => acronym.names.add(one));
    if (!actor && isSingle) {
      const bearers = bySurname.get(key)?.filter((one) => one.first !== undefined) ?? [];
      const latest = recent.get(key);
      if (
        (bearers.length > 0 && candidate.kind !== 'organisation') ||
        (bearers.length > 0 && candidate.rule === 'speaks') ||
        (bearers.length > 0 && candidate.rule === 'role-of-body')
      )
        actor =
          latest && bearers.includes(latest)
            ? latest
            : (bearers.find((one) => (one.mentions[0]?.from ?? Infinity) < candidate.from) ?? bearers[0]);
      else if (candidate.kind !== 'organisation') {
        const named = byFirst.get(key) ?? [];
        if (named.length === 1) actor = named[0];
      }
    }
    if (!actor && candidate.kind) actor = byName.get(`${candidate.kind} ${key}`);
    if (!actor) actor = byName.get(`organisation ${key}`) ?? byName.get(`person ${key}`);
    if (!actor && candidate.kind)
      actor = toActor(candidate, candidate.kind, name, knownFor(name, candidate.kind));
    if (!actor) continue;
    join(actor, candidate, name);
    if (actor.last) recent.set(actor.last, actor);
  }

  // An acronym nobody explained that the initials of a body named here give.
  const bodies = actors.filter(({ kind, mentions: places }) => kind === 'organisation' && places.length > 0);
  const byInitials = new Map<string, Actor>();
  for (const body of bodies)
    if (body.label.includes(' '))
      for (const all of [true, false]) byInitials.set(initialsOf(body.label, all), body);
  for (const body of bodies) {
    const whole = ACRONYM.test(body.label) ? byInitials.get(body.label) : undefined;
    if (!whole || whole === body) continue;
    for (const mention of body.mentions.splice(0)) {
      mention.actor = whole;
      whole.mentions.push(mention);
    }
    whole.names.add(body.label);
  }
  // The same actor of the corpus by two names is one.
  const byId = new Map<string, Actor>();
  for (const actor of actors) {
    const knownActor =
      actor.id === undefined
        ? [...actor.names].map((name) => knownFor(name, actor.kind)).find((one) => one)
        : undefined;
    if (knownActor) {
      actor.id = knownActor.id;
      actor.label = knownActor.label;
    }
    if (actor.id === undefined) continue;
    const same = byId.get(actor.id);
    if (!same) byId.set(actor.id, actor);
    else
      for (const mention of actor.mentions.splice(0)) {
        mention.actor = same;
        same.mentions.push(mention);
        for (const name of actor.names) same.names.add(name);
      }
  }
  for (const actor of actors) {
    actor.mentions = actor.mentions.toSorted((a, b) => a.from - b.from);
    if (actor.id === undefined)
      actor.label = [...actor.names].reduce((a, b) => (b.length > a.length ? b : a));
  }
  return {
    actors: actors.filter((actor) => actor.mentions.length > 0),
    mentions: mentions.toSorted((a, b) => a.from - b.from),
  };
}
