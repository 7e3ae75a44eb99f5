// A saved web page → its article: what Readability finds, paragraph by paragraph, and what the page says of itself.
import { toAddress } from '../address';
import { fold } from '../text';
import { toAuthors } from './heading';
import { ArticleError, type Draft } from './imported';
import { findDate } from './writtendate';

/** The little of the DOM that is used here; the compiler's library for the core has none. */
type DomNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
};
type DomElement = DomNode & {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
};
type Page = DomElement & { readonly documentElement: DomElement; readonly body: DomElement };

/** The encoding that a page declares in its first bytes. */
export function findCharset(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(start)?.[1];
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const TAG = /<(\/?)([a-z][a-z0-9-]*)/gi;
/** Deeper pages, and those with more elements, are written to break programs: nesting costs parsers its square. */
const DEEPEST = 200;
const MOST_ELEMENTS = 50_000;
/** Elements whose end is often left out: those that an element ends by beginning. */
const ENDED_BY: Record<string, readonly string[]> = {
  p: ['p'],
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  option: ['option'],
};

/** Whether a page is nested deeper, or has more elements, than any page for readers; told roughly. */
function isMonster(html: string): boolean {
  const open: string[] = [];
  let elements = 0;
  for (const [, isEnd, tag] of html.matchAll(TAG)) {
    const name = tag!.toLowerCase();
    if (VOID.test(name)) continue;
    if (isEnd) {
      const place = open.lastIndexOf(name);
      if (place !== -1) open.length = place;
      continue;
    }
    const ended = Object.hasOwn(ENDED_BY, name) ? ENDED_BY[name]! : [];
    while (ended.includes(open.at(-1)!)) open.pop();
    open.push(name);
    elements += 1;
    if (open.length > DEEPEST || elements > MOST_ELEMENTS) return true;
  }
  return false;
}

const KEPT = /^\/?(?:html|head|body|title|meta|link|script|style|noscript|template|p|h[1-6]|br|time)$/i;
const INLINE = /^\/?(?:span|a|b|i|em|strong|font|small|u|abbr|sup|sub|q)$/i;

/** A page without the elements that only group others: flat, whatever it was. */
function flatten(html: string): string {
  const [first, ...rest] = html.split('<');
  const pieces = [first!];
  for (const piece of rest) {
    const name = /^(?:\/?[a-z][a-z0-9-]*|!--)/i.exec(piece)?.[0];
    const end = piece.indexOf('>');
    if (name === undefined) pieces.push('&lt;', piece);
    else if (name === '!--' || KEPT.test(name)) pieces.push('<', piece);
    else if (end !== -1) pieces.push(INLINE.test(name) ? '' : '<br>', piece.slice(end + 1));
  }
  return pieces.join('');
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS VIDEO AUDIO INPUT SELECT TEXTAREA BUTTON HEAD MAP DIALOG'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL CAPTION'.split(
    ' ',
  ),
);
const isHidden = (node: DomElement) =>
  node.getAttribute('hidden') !== null ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '');

/** The text of an element as it is laid out: a paragraph for each block, '  • ' or '  1. ' before what is listed. */
function toText(root: DomNode): string {
  const paragraphs: { text: string; isItem: boolean }[] = [];
  let words = '';
  let [mark, kept] = ['', 0];
  const counts = new Map<DomNode, number>();
  /** What stands before a list's item: its number, or a dot. */
  const toMark = (item: DomNode) => {
    const list = item.parentNode;
    if (list?.nodeName.toUpperCase() !== 'OL') return '  • ';
    const before = counts.get(list) ?? (Number((list as DomElement).getAttribute('start')) || 1) - 1;
    counts.set(list, before + 1);
    return `  ${before + 1}. `;
  };
  const end = () => {
    const text = words
      .split('\n')
      .map((line) => (kept > 0 ? line : line.replace(/[ \t\r\f]+/g, ' ').trim()))
      .join('\n')
      .replace(/^\n+|\n+$/g, '');
    if (text.trim() !== '') paragraphs.push({ text: mark + text, isItem: mark !== '' });
    words = '';
    mark = '';
  };
  let node: DomNode | null = root;
  // Without recursion, since pages can be nested deeper than any stack.
  while (node) {
    let isEntered = false;
    if (node.nodeType === 3)
      words += kept > 0 ? node.textContent : (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (
      node.nodeType === 1 &&
      !SKIPPED.has(node.nodeName.toUpperCase()) &&
      !isHidden(node as DomElement)
    ) {
      isEntered = true;
      const name = node.nodeName.toUpperCase();
      if (BLOCKS.has(name)) {
        // A paragraph within an item is the item's.
        if (words.trim() !== '' || name === 'LI') end();
        if (name === 'LI') mark = toMark(node);
        if (name === 'PRE') kept += 1;
      } else if (name === 'BR') words += '\n';
      else if (name === 'Q') words += '“';
    } else if (node.nodeType === 9 || node.nodeType === 11) isEntered = true;
    if (isEntered && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    const leave = (left: DomNode) => {
      const name = left.nodeName.toUpperCase();
      if (left.nodeType !== 1) return;
      if (BLOCKS.has(name)) end();
      if (name === 'PRE') kept -= 1;
      else if (name === 'Q') words += '”';
      else if (name === 'TD' || name === 'TH') words += '\t';
    };
    if (isEntered) leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node === root || !node ? null : node.nextSibling;
  }
  end();
  return paragraphs
    .map(({ text, isItem: item }, index) =>
      index === 0 ? text : `${item && paragraphs[index - 1]!.isItem ? '\n' : '\n\n'}${text}`,
    )
    .join('');
}

/** Plain words of a value in a page's data, its few entities read. */
function toWords(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value
    .replace(/&(?:amp|#0?38);/g, '&')
    .replace(/&(?:quot|#0?34);/g, '"')
    .replace(/&(?:apos|#0?39|#x27);/g, "'")
    .replace(/&(?:rsquo|#8217);/g, '’')
    .replace(/&(?:lsquo|#8216);/g, '‘')
    .replace(/&nbsp;/g, ' ')
    .replace(/<[^>]{0,200}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || words.length > 300 ? undefined : words;
}

type Facts = { title?: string; publisher?: string; authors: string[]; date?: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const toList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const toName = (value: unknown): string | undefined => toWords(isRecord(value) ? value.name : value);
/** Whether it is somebody's name, rather than an address, an account or a part. */
const isName = (name: string | undefined): name is string =>
  name !== undefined &&
  /\p{Lu}|[^\p{ASCII}]/u.test(name) &&
  !/^https?:|@|^(?:admin|administrator|editor|staff|webmaster|unknown)$/i.test(name);

/** The article that a page describes as JSON-LD (schema.org). */
function readLinkedData(page: Page): Facts {
  const facts: Facts = { authors: [] };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse(
        (script.textContent ?? '').replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''),
      );
    } catch {
      continue;
    }
    const things = toList(data).flatMap((thing) =>
      isRecord(thing) ? [thing, ...toList(thing['@graph'])] : [],
    );
    for (const thing of things.filter(isRecord)) {
      const types = toList(thing['@type']).map(String);
      if (!types.some((type) => /(?:Article|BlogPosting|Report|NewsStory)$/.test(type))) continue;
      facts.title ??= toWords(thing.headline) ?? toWords(thing.name);
      facts.publisher ??= toName(toList(thing.publisher)[0]);
      if (facts.authors.length === 0) facts.authors = toList(thing.author).map(toName).filter(isName);
      facts.date ??= findDate(toWords(thing.datePublished) ?? toWords(thing.dateCreated) ?? '')?.date;
    }
  }
  return facts;
}

/** What the meta elements of a page say, by name or property, in lower case. */
function readMeta(page: Page): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    )
      .trim()
      .toLowerCase();
    const content = toWords(meta.getAttribute('content') ?? '');
    if (name === '' || content === undefined) continue;
    metas.set(name, [...(metas.get(name) ?? []), content].slice(0, 100));
  }
  return metas;
}

const TITLES = [
  'og:title',
  'citation_title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'parsely-title',
  'headline',
];
const PUBLISHERS = [
  'og:site_name',
  'citation_journal_title',
  'citation_publisher',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
];
const AUTHORS = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor',
  'parsely-author',
  'sailthru.author',
  'byl',
];
const DATES = [
  'article:published_time',
  'article:published',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'datepublished',
  'pubdate',
  'publish-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'date',
  'og:published_time',
];

const isLike = (one: string, other: string) => {
  const [a, b] = [fold(one), fold(other)];
  return (
    a !== '' &&
    b !== '' &&
    (a === b || (Math.min(a.length, b.length) > 15 && (a.includes(b) || b.includes(a))))
  );
};
const toShown = (element: DomElement | null | undefined, most = 160): string | undefined => {
  const text = element?.textContent?.replace(/\s+/g, ' ').trim();
  return text && text.length <= most ? text : undefined;
};

/** The date after words such as ‘Published on’, wherever they are shown. */
function findPublished(text: string): string | undefined {
  for (const { index, 0: words } of text.matchAll(/\b(?:published|posted|issued)(?: on| at)?:?\s{0,20}/gi)) {
    const found = findDate(text.slice(index + words.length, index + words.length + 40));
    if (found && found.start < 12) return found.date;
  }
  return undefined;
}

/** The site's name, as it follows the article's in the title of a window: ‘Ofsted answers | Community Care’. */
function toSite(whole: string | undefined, title: string | undefined): string | undefined {
  if (whole === undefined || title === undefined || !whole.startsWith(title)) return undefined;
  return /^\s+[|–—-]\s+([^|–—]{2,60})$/.exec(whole.slice(title.length))?.[1];
}

/** The title as the page shows it, what it says of itself, and its byline and dateline as they are shown. */
function readFacts(
  page: Page,
  location: string | undefined,
): Facts & {
  url: string | undefined;
  standfirst: string | undefined;
  lines: string[];
} {
  const linked = readLinkedData(page);
  const metas = readMeta(page);
  const get = (names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((found) => found !== undefined);
  const headTitle = toShown(page.querySelector('title'), 300);
  const named = [linked.title, ...(get(TITLES) ?? [])].filter((title) => title !== undefined);
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => toShown(heading, 300))
    .filter((text) => text !== undefined);
  const title =
    headings.find((heading) => [...named, headTitle ?? ''].some((other) => isLike(heading, other))) ??
    named[0] ??
    (headings.length === 1 ? headings[0] : undefined) ??
    headTitle?.replace(/\s+[|–—-]\s+[^|–—-]{2,60}$/, '');
  const byline = toShown(
    page.querySelector(
      '[rel~="author"], [itemprop~="author"], .byline, .by-line, .author, .article-author, [class*="byline"]',
    ),
  );
  const times = [...page.querySelectorAll('time')];
  const time =
    times.find(
      (one) =>
        /publi|issued/i.test(`${one.getAttribute('itemprop')} ${one.getAttribute('class')}`) ||
        one.getAttribute('pubdate') !== null,
    ) ?? times[0];
  const shownDate =
    toShown(time) ??
    toShown(
      page.querySelector(
        '.date, .dateline, .published, .publish-date, .posted-on, .entry-date, [class*="dateline"]',
      ),
    );
  const standfirst = toShown(
    page.querySelector(
      '[class*="standfirst"], .subtitle, .dek, .deck, .lede, [itemprop="alternativeHeadline"]',
    ),
    500,
  );
  const canonical = page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  const own = get(['og:url'])?.[0];
  const dated = /\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)(?:\/|$)/.exec(canonical ?? own ?? location ?? '');
  const date =
    linked.date ??
    findDate(get(DATES)?.[0] ?? '')?.date ??
    findDate([...metas].find(([name]) => /publish|issued/.test(name))?.[1][0] ?? '')?.date ??
    findDate(time?.getAttribute('datetime') ?? '')?.date ??
    findDate(shownDate ?? '')?.date ??
    (dated ? findDate(dated.slice(1, 4).join('-'))?.date : undefined) ??
    findPublished(toText(page.body));
  const authors = [
    linked.authors,
    (get(AUTHORS) ?? [])
      .filter(isName)
      .flatMap((name) => (/^by\s|,|\band\b/i.test(name) ? toAuthors(name) : [name])),
    byline === undefined ? [] : toAuthors(byline),
  ].find((names) => names.length > 0);
  return {
    title,
    publisher: linked.publisher ?? get(PUBLISHERS)?.[0] ?? toSite(headTitle, title),
    authors: [...new Set(authors)],
    date,
    url: toAddress(canonical, toAddress(location)) ?? toAddress(own) ?? toAddress(location),
    standfirst,
    lines: [byline, shownDate !== undefined && findDate(shownDate) ? shownDate : undefined].filter(
      (line) => line !== undefined,
    ),
  };
}

/** For the types of libraries that speak of a DOM, which the compiler's library for the core lacks. */
const toForeign = (value: unknown) => value as never;

/** The article's element as Readability finds it; it changes the page. */
async function findArticle(page: Page): Promise<DomNode | undefined> {
  const { Readability } = await import('@mozilla/readability');
  try {
    const found = new Readability<DomNode>(toForeign(page), {
      serializer: (node: unknown) => node as DomNode,
    }).parse();
    return found?.content ?? undefined;
  } catch {
    // It takes for granted what not every page has.
    return undefined;
  }
}

/** The paragraphs of a piece of HTML, such as Word's. */
export async function toParagraphs(html: string): Promise<string> {
  return toText((await parsePage(html)).body);
}

async function parsePage(html: string): Promise<Page> {
  const { parseHTML } = await import('linkedom');
  const whole = /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return (parseHTML(whole) as unknown as { document: Page }).document;
}

const toLength = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Where a browser (or SingleFile) says, in a comment at its beginning, that it saved a page from. */
const findOrigin = (html: string): string | undefined =>
  /<!--[^>]{0,100}?\burl(?:=\(\d{1,9}\)|:\s?)(\S{1,3000})/
    .exec(html.slice(0, 5000))?.[1]
    ?.replace(/-->.*/, '');

/**
 * Reads a page's article; `location` is where it is from, if that is told beside it. Nothing in it is run or fetched.
 * @throws ArticleError where it holds no text.
 */
export async function readHtml(
  name: string,
  html: string,
  notices: readonly string[],
  location = findOrigin(html),
): Promise<Draft> {
  const isWild = isMonster(html);
  const safe = isWild ? flatten(html) : html;
  const page = await parsePage(safe);
  const facts = readFacts(page, location);
  const found = isWild ? undefined : await findArticle(page);
  let body = found ? toText(found) : '';
  const told = [...notices];
  if (toLength(body) < 200) {
    const whole = await parsePage(safe);
    for (const part of whole.querySelectorAll(
      'nav, header, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"]',
    ))
      part.remove();
    const rest = toText(whole.body);
    if (toLength(rest) > 0) {
      body = rest;
      told.push('No article stands out in this page: all of its text was read. Check what belongs to it.');
    }
  }
  if (toLength(body) === 0)
    throw new ArticleError(
      name,
      'there is no text in this page (its words may be drawn by a program when it is opened)',
      'Select the article in the browser, copy it and paste it here.',
    );
  const start = fold(body.slice(0, 1500));
  const lines = facts.lines.filter((line) => !start.includes(fold(line)));
  const { standfirst } = facts;
  const isMissing = (words: string, most: number) => !start.slice(0, most).includes(fold(words));
  const above = [
    ...(facts.title !== undefined && isMissing(facts.title, 400) ? [facts.title] : []),
    ...(standfirst !== undefined && isMissing(standfirst, 1500) ? [standfirst] : []),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
  ];
  return {
    text: [...above, body].join('\n\n'),
    format: 'html',
    title: facts.title,
    publisher: facts.publisher,
    authors: facts.authors,
    date: facts.date,
    url: facts.url,
    notices: told,
  };
}
