// Names in a text: runs of words with capitals, told apart as people, organisations and others by the words in and beside them.
import type { Language, Run, Token } from './language';
import { ORGANISATION_WORDS, TITLES } from './lexicon';
import { findExplained } from './explained';
import { addToHeadlines, findDateline, isShouted, isTitled } from './headlines';
import { findEnd, findSmallHead, isCommon } from './nameend';
import { findPlace, has, isNameWord, THING, type Name } from './nameword';
import { toNamed } from './naming';
import { markListed, nameWithin } from './neighbours';
import { markStrange, markSurnames } from './repeated';
import { isNamedAtStart, toWriting, type Writing } from './writing';

/** A name that the text explains by its short form: of a body, or of a thing. */
function toExplained(tokens: readonly Token[], { from, to }: Run): Name {
  const last = tokens[to - 1]!.lower;
  const isThing =
    tokens
      .slice(from, to)
      .every((token) => !isNameWord(token) || (isCommon(token) && !has(ORGANISATION_WORDS, token))) ||
    THING.test(last) ||
    has(TITLES, tokens[from]) ||
    last === 'review';
  return { from, to, kind: isThing ? undefined : 'organisation', rule: 'acronym-defined', confidence: 0.85 };
}

/** The names of a block that is no headline, each by the words in and beside it. */
function findInBlock(writing: Writing, explained: ReadonlyMap<number, number>, { from, to }: Run): Name[] {
  const { tokens, starts } = writing;
  const names: Name[] = [];
  const dateline = findDateline(tokens, { from, to });
  for (let index = from; index < to;) {
    const isDateline = index < dateline && tokens[index - 1]?.text !== '(';
    const whole = isDateline ? undefined : explained.get(index);
    if (whole !== undefined && whole <= to) {
      names.push(toExplained(tokens, { from: index, to: whole }));
      index = whole;
      continue;
    }
    if (isDateline || !isNameWord(tokens[index]) || (starts.has(index) && !isNamedAtStart(writing, index))) {
      index++;
      continue;
    }
    const end = findEnd(writing, index, to);
    const smallEnd = findSmallHead(writing, index, end, to);
    if (smallEnd === undefined) names.push(...toNamed(writing, { from: index, to: end }));
    else
      names.push({
        from: index,
        to: smallEnd,
        kind: 'organisation',
        rule: 'organisation-word',
        confidence: 0.75,
      });
    index = smallEnd ?? end;
  }
  return names;
}

/** All names of a text in order. `starts` are the tokens that begin a sentence, where a capital says nothing. */
export function findNames(language: Language, starts: ReadonlySet<number>): Name[] {
  const writing = toWriting(language, starts);
  const { tokens, blocks } = writing;
  const explained = findExplained(tokens);
  const headlines = new Set(blocks.filter((block) => isShouted(tokens, block) || isTitled(tokens, block)));
  const names = blocks.flatMap((block) =>
    headlines.has(block) ? [] : findInBlock(writing, explained, block),
  );
  addToHeadlines(tokens, names, [...headlines]);

  const surnames = markSurnames(writing, names);
  nameWithin(tokens, names);
  markListed(tokens, names, ({ from, to }) => findPlace(tokens, from, to) === to);
  markStrange(writing, names, surnames);
  // Whoever is a person elsewhere is no body.
  return names.map((name) =>
    name.kind === 'organisation' &&
    name.to - name.from === 1 &&
    name.rule !== 'acronym' &&
    surnames.has(tokens[name.from]!.lower)
      ? { ...name, kind: undefined }
      : name,
  );
}
