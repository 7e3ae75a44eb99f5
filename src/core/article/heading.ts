// Who wrote an article, when and under which title, from its first lines.
import type { Span } from '../anchor';
import { isBodyName } from '../extract/bodies';
import { FIRST_NAMES } from '../extract/forenames';
import { findDate, MONTH } from './writtendate';

export type Line = Span & { text: string };

/** The lines of a text that are not blank, white space at their ends cut off. */
export function* toLines(text: string): Generator<Line> {
  let at = 0;
  while (at <= text.length) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const line = text.slice(at, end);
    const trimmed = line.trim();
    if (trimmed !== '') {
      const start = at + line.indexOf(trimmed);
      yield { start, end: start + trimmed.length, text: trimmed };
    }
    at = end + 1;
  }
}

const NAME =
  /^(?:\p{Lu}[\p{L}’'.-]*)(?:\s(?:(?:de|van|von|der|la|le|al|bin|ap|of)\s)?\p{Lu}[\p{L}’'.-]*){1,3}$/u;
const LEAD =
  /^(?:(?:written|posted|reported|published|words|story|report|interview|analysis)\s+)?by:?\s+|^(?:author|authors|reporter|words|byline)\s*:\s*/i;

/** The people (or desk) named in a byline such as 'By Eleanor Schooling, national director of social care, Ofsted'. */
export function toAuthors(byline: string): string[] {
  const words = byline.replace(LEAD, '');
  const parts = words
    .split(/\s*(?:,|;|\||•|·|\s[–—-]\s)\s*|\s+(?:and|&|in|for)\s+/u)
    .map((part) => part.trim());
  // Without an ‘and’ what follows the first name is their role, body or place.
  const last = /^(.*?)\s+(?:and|&)\s+/u.exec(words);
  const count = last ? last[1]!.split(/,|;/).length + 1 : 1;
  const names = parts.slice(0, count);
  return names.every((name) => NAME.test(name)) ? names : names.slice(0, 1).filter((name) => NAME.test(name));
}

/**
 * Whether a name beside a date is somebody's: it may be that of the paper, as in ‘Community Care, 12 June 2014’, or of a town.
 * Who publishes is as often a body.
 */
const isPerson = (name: string): boolean =>
  (LEAD.test(name) && !/^published/i.test(name)) ||
  name
    .replace(LEAD, '')
    .split(/\s+/)
    .slice(0, -1)
    .some((word) => /^(?:\p{Lu}\.)+$/u.test(word) || FIRST_NAMES.has(word.toLowerCase()));

const MOST_LINES = 14;
const LONGEST = 260;
const isProse = ({ text }: Line) =>
  text.length > LONGEST || (text.length > 90 && /[.!?]["'”’)]?$/.test(text) && /[a-z]/.test(text));
const WEEKDAY =
  'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thur?s?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
/** What is written over a press release. */
const RELEASE =
  '(?:press|news|media)\\s(?:release|notice|statement)|(?:for\\s)?(?:immediate\\s)?release|(?:strictly\\s|under\\s)?embargo(?:ed)?|not\\sfor\\s(?:publication|release|broadcast)';
/** … and from when on it may be printed. */
const HOUR =
  '(?:until|till|before|from|after)\\s|\\d{1,2}[:.]\\d{2}|\\d{1,2}(?=\\s?[ap]m)|[ap]m|h(?:ou)?rs|midnight|noon';
const DATE_LEAD = new RegExp(
  `^(?:[|•·–—-]|\\s|first\\s|originally\\s|last\\s|date|published|posted|updated|modified|created|online|on|at|:|${WEEKDAY}|,|${RELEASE}|${HOUR})*$`,
  'i',
);
/** A line that says no more than that a press release is one, perhaps with a day of no year. */
const NOTICE = new RegExp(
  `^[\\s*[(]*(?:${RELEASE})(?:[|•·–—\\s:.,!*\\])-]|${RELEASE}|${HOUR}|${WEEKDAY}|on|at|\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH})*$`,
  'i',
);
/** The same in front of a headline. */
const NOTICE_LEAD = new RegExp(`^(?:${RELEASE})\\s*[:|–—-]\\s*(?=\\S)`, 'i');
const DATE_TAIL =
  /^(?:[|•·–—,.()\s-]|at|t(?=\d)|z$|\d{1,2}[:.]\d{2}(?::\d{2})?|am|pm|bst|gmt|utc|est|edt|\d{1,2}(?=\s?[ap]m))*$/i;

/** What follows a date where another tells when the article was changed: ‘| Last updated: 2015-02-10’. */
const UPDATE = /[|•·–—,;.(\s-]*\b(?:last\s)?(?:updated|modified)\b.*$/i;

function dropUpdate(after: string): string {
  const [words] = UPDATE.exec(after) ?? [''];
  const found = findDate(words);
  const isUpdate =
    found !== undefined &&
    DATE_LEAD.test(words.slice(0, found.start).replace(/^\P{L}+/u, '')) &&
    DATE_TAIL.test(words.slice(found.end));
  return isUpdate ? after.slice(0, -words.length) : after;
}

const CALLED = String.raw`\p{Lu}[\p{L}&’'.-]*(?:\s(?:(?:and|of|for|the|&)\s){0,2}[\p{Lu}\d][\p{L}\d&’'.-]*){0,6}`;
/** Where and by whom something was published: names alone, as a sentence that tells of it has other words. */
const VENUE = new RegExp(`^(?:in|on|by)\\s(?:the\\s)?${CALLED}\\.?$`, 'u');
/** Names that papers have, by their last word or the first. */
const PAPER =
  /\b(?:times|post|herald|tribune|gazette|guardian|telegraph|mail|express|mirror|star|sun|echo|argus|chronicle|courier|standard|examiner|sentinel|advertiser|journal|observer|independent|economist|magazine|press|news|daily|weekly|week|today|now|care)$|^(?:the\s)?(?:daily|evening|sunday)\s|^the\s\S+$/i;
/** Whether a name is one that papers or bodies have. */
const isPublisher = (name: string): boolean =>
  new RegExp(`^${CALLED}$`, 'u').test(name) &&
  !LEAD.test(name) &&
  !PUBLISHED.test(name) &&
  (PAPER.test(name) || isBodyName(name));
const PUBLISHED =
  /^(?:this\s(?:article|story|piece|interview)\s(?:was\s)?)?(?:first\s|originally\s)?published(?:\sonline)?(?:\son)?/i;
const SEPARATORS = /^[|•·–—,\s-]+/u;
/** What stands between a name and a date; ‘The Sun’ is a name. */
const BETWEEN = new RegExp(`(?:[|•·–—,(\\s-]|(?<!\\bthe\\s)\\b(?:on|published|posted|${WEEKDAY})\\b)*$`, 'i');

/** What a line gives besides its date: undefined where the date is part of a sentence. */
function parseDateLine(line: Line): (Span & { date: string; rest: string; publisher?: string }) | undefined {
  const found = line.text.length > 160 ? undefined : findDate(line.text);
  if (!found) return undefined;
  // ‘*Evening Post, June 2025*’ in Markdown
  const before = line.text.slice(0, found.start).replace(/^[*_]+/, '');
  const after = dropUpdate(line.text.slice(found.end).replace(/[*_]+$/, ''));
  const dated = { date: found.date, start: line.start + found.start, end: line.start + found.end };
  if (DATE_TAIL.test(after)) {
    // ‘By Joe Lepper, Wednesday, April 29, 2015’, ‘Joe Lepper | 29 April 2015’.
    const name = before.replace(BETWEEN, '');
    if (DATE_LEAD.test(before)) return { ...dated, rest: '' };
    if (isPerson(name) && (LEAD.test(before) || NAME.test(name))) return { ...dated, rest: name };
    if (isPublisher(name)) return { ...dated, rest: '', publisher: name };
    if (LEAD.test(before) || NAME.test(name)) return { ...dated, rest: '' };
  }
  const behind = after.replace(SEPARATORS, '');
  // ‘Posted on 29 April 2015 by Joe Lepper’, ‘29 April 2015 | Joe Lepper’; ‘Published 29 April 2015 by Community Care’ is of a body.
  const writer = PUBLISHED.test(before) ? behind.replace(/^by\s/i, '') : behind;
  if (DATE_LEAD.test(before) && isPerson(writer) && toAuthors(writer).length > 0)
    return { ...dated, rest: writer };
  if (DATE_LEAD.test(before) && isPublisher(behind)) return { ...dated, rest: '', publisher: behind };
  // ‘Published 29 April 2015 in Community Care’, ‘First published in Community Care on 29 April 2015’.
  const lead = PUBLISHED.exec(before)?.[0];
  if (lead === undefined) return undefined;
  const venue = [before.slice(lead.length).replace(BETWEEN, ''), behind]
    .map((part) => part.trim())
    .filter((part) => !DATE_TAIL.test(part));
  if (!venue.every((part) => VENUE.test(part))) return undefined;
  const publisher = venue[0]?.replace(/^(?:in|on|by)\s|\.$/g, '');
  return { ...dated, rest: '', ...(publisher && { publisher }) };
}

export type Heading = {
  title?: string;
  publisher?: string;
  authors: string[];
  date?: string;
  dateWords?: Span;
  lines: Line[];
};

/** What stands above the first paragraph of a text: its title, byline, dateline and who published it, as far as there are any. */
export function readHeading(text: string): Heading {
  const lines: Line[] = [];
  for (const line of toLines(text)) {
    if (isProse(line) && !LEAD.test(line.text)) break;
    lines.push(line);
    if (lines.length === MOST_LINES) break;
  }
  const heading: Heading = { authors: [], lines: [] };
  for (const [index, line] of lines.entries()) {
    const dated = parseDateLine(line);
    if (dated) {
      if (heading.date === undefined) {
        heading.date = dated.date;
        heading.dateWords = { start: dated.start, end: dated.end };
        if (dated.publisher !== undefined) heading.publisher = dated.publisher;
      }
      const neighbour = lines[index - 1];
      if (heading.authors.length === 0)
        heading.authors = toAuthors(
          dated.rest !== ''
            ? dated.rest
            : neighbour && index > 1 && !LEAD.test(neighbour.text) && isPerson(neighbour.text)
              ? neighbour.text
              : '',
        );
      heading.lines.push(line);
      if (index > 1 && neighbour && heading.authors.includes(neighbour.text)) heading.lines.push(neighbour);
    } else if (LEAD.test(line.text) && line.text.length <= 160) {
      const authors = isPerson(line.text) ? toAuthors(line.text) : [];
      if (authors.length > 0 && heading.authors.length === 0) heading.authors = authors;
      if (authors.length > 0) heading.lines.push(line);
    } else if (NOTICE.test(line.text)) {
      heading.lines.push(line);
    } else if (heading.title === undefined && line.text.length >= 8 && /\p{L}{2}.*\s/u.test(line.text)) {
      heading.title = line.text.replace(NOTICE_LEAD, '');
      heading.lines.push(line);
    }
  }
  // A name under the date, as many pages print it.
  for (const [index, line] of lines.entries())
    if (
      heading.authors.length === 0 &&
      index > 1 &&
      NAME.test(line.text) &&
      isPerson(line.text) &&
      parseDateLine(lines[index - 1]!)
    ) {
      heading.authors = [line.text];
      heading.lines.push(line);
    }
  return heading;
}
