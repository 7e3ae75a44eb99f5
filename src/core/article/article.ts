// A file of somebody else's → an article: its text with what is proposed as title, publisher, authors and date.
import { decode, toByteString } from './decode';
import { measure, type Measure } from './english';
import { findFurniture } from './furniture';
import { readHeading } from './heading';
import {
  ArticleError,
  MOST,
  type ArticleFormat,
  type Draft,
  type Furniture,
  type ImportedArticle,
} from './imported';
import { readMarkdown } from './markdown';
import { findPage, isMhtml } from './mhtml';

const begins = (bytes: Uint8Array, signature: string) =>
  Array.from(signature, (sign) => sign.charCodeAt(0)).every((byte, index) => bytes[index] === byte);

const AS_TEXT = 'Save it as text, HTML, PDF or Word (.docx).';
/** Files that are no article, told by their first bytes. */
const OTHERS: [string, string, string][] = [
  [
    '\x89PNG',
    'it is a picture',
    'Text in pictures is not read: open the page or document that it was taken from.',
  ],
  [
    '\xff\xd8\xff',
    'it is a picture',
    'Text in pictures is not read: open the page or document that it was taken from.',
  ],
  [
    'GIF8',
    'it is a picture',
    'Text in pictures is not read: open the page or document that it was taken from.',
  ],
  ['{\\rtf', 'it is in Rich Text Format', 'Save it as Word (.docx) or as text.'],
  ['bplist', 'it is a web archive of Safari', 'Save the page as ‘Page Source’ instead.'],
  ['\x1f\x8b', 'it is compressed', 'Unpack it first.'],
];
/** The file that Word of 1997 to 2003 writes, and every Office program where a password is set (MS-CFB). */
const COMPOUND = '\xd0\xcf\x11\xe0';

const toStart = (bytes: Uint8Array) => toByteString(bytes.subarray(0, 2048));

const isWide = (bytes: Uint8Array, word: string) => {
  const wanted = Array.from(word, (sign) => [sign.charCodeAt(0), 0]).flat();
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
};

function toFormat(name: string, bytes: Uint8Array): ArticleFormat {
  for (const [signature, reason, advice] of OTHERS)
    if (begins(bytes, signature)) throw new ArticleError(name, reason, advice);
  if (begins(bytes, COMPOUND))
    throw isWide(bytes, 'EncryptedPackage')
      ? new ArticleError(name, 'it has a password', 'Save a copy without a password and open that.')
      : new ArticleError(
          name,
          'it is a document of an older Word or another Office program',
          'Save it as Word (.docx).',
        );
  if (begins(bytes, 'PK\x03\x04')) return 'word';
  const start = toStart(bytes);
  // What begins as a PDF is one, or was: it is no text.
  if (start.includes('%PDF-') || /^(?:ï»¿)?\s*%PDF\b/i.test(start)) return 'pdf';
  // In UTF-16, too.
  const words = start
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)?\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/, '');
  if (isMhtml(words)) return 'html';
  if (/^<(?:!doctype html|html|head|body)\b/i.test(words)) return 'html';
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^(?:x?html?|xht)$/.test(extension)) return 'html';
  return /^(?:md|markdown|mdown|mkd)$/.test(extension) ? 'markdown' : 'text';
}

const toMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

function checkSize(name: string, bytes: Uint8Array, format: ArticleFormat): void {
  // Pages can have pictures within them.
  const most = format === 'text' || format === 'markdown' ? MOST.text : MOST.packed;
  if (bytes.length > most)
    throw new ArticleError(
      name,
      `it is ${toMegabytes(bytes.length)}, and at most ${toMegabytes(most)} are read`,
      'Split it into articles.',
    );
}

function decodeOr(name: string, bytes: Uint8Array, declared?: string): { text: string; notices: string[] } {
  const decoded = decode(bytes, declared);
  if (decoded === undefined)
    throw new ArticleError(
      name,
      'it is no text: it holds bytes that are no letters (binary, or an unknown encoding)',
      AS_TEXT,
    );
  return { ...decoded, text: decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') };
}

const isData = (text: string) => {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

async function readDraft(name: string, bytes: Uint8Array, format: ArticleFormat): Promise<Draft> {
  if (format === 'pdf') return (await import('./pdf')).readPdf(name, bytes);
  if (format === 'word') return (await import('./word')).readWord(name, bytes);
  if (format === 'html') {
    const { findCharset, readHtml } = await import('./html');
    const found = isMhtml(toStart(bytes)) ? findPage(bytes) : { page: bytes };
    if (found === undefined)
      throw new ArticleError(
        name,
        'it is a damaged web page (MHTML)',
        'Save the page again, as ‘HTML only’.',
      );
    const { page, charset, location } = found;
    const { text, notices } = decodeOr(name, page, charset ?? findCharset(page));
    // Pictures written into the page are no text.
    const html = text.replace(/\bdata:[\w.+-]{1,60}\/[\w.+-]{1,60}(?:;[\w=-]{1,60})*,[\w+/=%-]*/g, '');
    if (html.length > MOST.text)
      throw new ArticleError(
        name,
        `its text is longer than ${MOST.text / 1e6} million characters`,
        'Split it into articles.',
      );
    return readHtml(name, html, notices, location);
  }
  const { text, notices } = decodeOr(name, bytes);
  if (isData(text)) throw new ArticleError(name, 'it is data (JSON), no article', AS_TEXT);
  if (/^\s*<(?:[^]{0,2000}<)?graphml[\s>]/.test(text))
    throw new ArticleError(
      name,
      'it is a graph (GraphML), no article',
      'Open it with ‘Open…’ on the page, or make a graph file of it with the command ‘claimscape import’.',
    );
  return format === 'markdown' ? { ...readMarkdown(text), notices } : { text, format, notices };
}

/** What is worth saying about a text: that it is short, or in another language than proposals are made for. */
const toNotices = ({ words, isEnglish }: Measure): string[] => [
  ...(words < 30 ? [`It is very short: ${words} ${words === 1 ? 'word' : 'words'}.`] : []),
  ...(isEnglish
    ? []
    : ['It does not seem to be in English, which proposals are made for: it can be coded by hand.']),
];

/** The name of a publisher where the page around the text gives it. */
function findPublisher(text: string): string | undefined {
  const found =
    /^More from (\p{Lu}[^\n.]{1,60})$/mu.exec(text) ??
    /\b(?:first|originally) (?:published|appeared) (?:in|on|by) ((?:the )?\p{Lu}[\p{L}&’' ]{1,50}\p{L})(?=[.,;\n)]|$)/u.exec(
      text,
    ) ??
    /^(?:©|Copyright|\(c\))[ ©]*(?:\d{4}(?:[–-]\d{4})?)? *(\p{Lu}[\p{L}&’' ]{1,50}\p{L})/mu.exec(text) ??
    /((?:\p{Lu}[\p{L}&’']{0,30} ){1,4})has (?:approached|contacted) .{1,60} for (?:a )?comment/u.exec(text);
  return found?.[1]!.trim();
}

/** Both lists in one, in order; of two that overlap the first list's stays. */
function merge(found: readonly Furniture[], more: readonly Furniture[]): Furniture[] {
  const free = more.filter((span) => !found.some(({ start, end }) => span.start < end && start < span.end));
  return [...found, ...free].toSorted((a, b) => a.start - b.start);
}

/**
 * Reads a file as an article: plain text (UTF-8, UTF-16, Windows-1252), Markdown, a saved web page, PDF or Word (.docx), told by
 * content first and by the name's extension then. The text is that of the file to the letter, but for line ends, which become
 * \n; of pages, PDF and Word it is what their layout shows, paragraph by paragraph. Nothing in a file is run, fetched or
 * expanded, and sizes are limited (MOST).
 * @throws ArticleError where the file is empty, too large, no text, locked, scanned, damaged or otherwise no article.
 */
export async function readArticle(name: string, bytes: Uint8Array): Promise<ImportedArticle> {
  const empty = () => new ArticleError(name, 'it is empty', 'Open a file with text in it.');
  if (bytes.length === 0) throw empty();
  const format = toFormat(name, bytes);
  checkSize(name, bytes, format);
  const draft = await readDraft(name, bytes, format);
  const { text } = draft;
  if (text.trim() === '') throw empty();
  if (!/\p{L}{2}/u.test(text))
    throw new ArticleError(name, 'there are no words in it', 'Open a file with the text of an article.');
  if (text.length > MOST.text)
    throw new ArticleError(
      name,
      `its text is longer than ${MOST.text / 1e6} million characters`,
      'Split it into articles.',
    );
  const heading = readHeading(text);
  const measured = measure(text);
  const authors = draft.authors?.length ? draft.authors : heading.authors;
  const date = draft.date ?? heading.date;
  return {
    text,
    format,
    title: draft.title ?? heading.title,
    publisher: draft.publisher ?? heading.publisher ?? findPublisher(text),
    authors,
    date,
    ...(heading.date === date && { dateWords: heading.dateWords }),
    url: draft.url,
    furniture: merge(draft.furniture ?? [], findFurniture(text)),
    isEnglish: measured.isEnglish,
    notices: [...draft.notices, ...toNotices(measured)],
  };
}
