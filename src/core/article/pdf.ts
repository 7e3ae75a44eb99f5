// A PDF → its text: letters into lines, lines into paragraphs, running heads and page numbers behind the paragraph they interrupt.
import { fold } from '../text';
import { toByteString } from './decode';
import { ArticleError, MOST, type Draft, type Furniture } from './imported';
import { findDate } from './writtendate';

type Piece = { str: string; transform: number[]; width: number; hasEOL: boolean };
/**
 * A line of a page: where it begins and ends and its base line, in points from the page's lower left corner; `edge` is how far
 * the lines of its column go.
 */
type Line = { text: string; x: number; right: number; y: number; size: number; page: number; edge: number };
type PageLines = { lines: Line[]; height: number };

/** More lines on a page are no columns to look for; a longer paragraph is none. */
const MOST_LINES = 2000;
const LONGEST = 20_000;

const isPiece = (item: object): item is Piece => 'str' in item;

/** Joins what stands on one base line; what leaps back or far across begins a new line, as columns do. */
function toLines(pieces: readonly Piece[], page: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const { str, transform, width } of pieces) {
    const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
    if (str === '' || (str.trim() === '' && !line)) continue;
    // What is turned is a mark in the margin or across the page.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = Math.hypot(c, d) || 1;
    const gap = line ? x - line.right : 0;
    const isSame =
      line !== undefined &&
      Math.abs(y - line.y) < 0.5 * Math.max(size, line.size) &&
      gap > -Math.max(size, line.size) &&
      gap < 4 * Math.max(size, line.size);
    if (line && isSame) {
      const needsSpace = gap > 0.15 * size && !/\s$/.test(line.text) && !/^\s/.test(str);
      line.text += (needsSpace ? ' ' : '') + str;
      line.right = Math.max(line.right, x + width);
      if (str.trim() !== '' && size > line.size) [line.size, line.y] = [size, y];
    } else if (str.trim() !== '') {
      line = { text: str, x, right: x + width, y, size, page, edge: 0 };
      lines.push(line);
    }
  }
  for (const one of lines) {
    one.text = one.text.replace(/\s+/g, ' ').replaceAll('\0', '').trim();
    const column = (lines.length > MOST_LINES ? [] : lines).filter(
      ({ x, size }) => Math.abs(x - one.x) < 4 * one.size && Math.abs(size - one.size) < 0.08 * one.size,
    );
    one.edge = Math.max(one.right, ...column.map(({ right }) => right));
  }
  return lines.filter(({ text }) => text !== '');
}

const PAGE_NUMBER =
  /^[-–—|\s]*(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i;
/** The share of a page's height at its top and bottom where running heads stand. */
const MARGIN = 0.12;

const toKey = (text: string) => fold(text).replace(/\d+/g, '#');

/** The lines that stand again and again at the top or bottom of pages, and page numbers there. */
function findRunning(pages: readonly PageLines[]): Map<Line, string> {
  const counts = new Map<string, number>();
  const marginal = pages.map(({ lines, height }) =>
    lines.filter(({ y }) => y < height * MARGIN || y > height * (1 - MARGIN)),
  );
  for (const lines of marginal)
    for (const key of new Set(lines.map(({ text }) => toKey(text))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const most = Math.max(2, pages.length * 0.2);
  const running = new Map<Line, string>();
  for (const lines of marginal)
    for (const line of lines)
      if (PAGE_NUMBER.test(line.text)) running.set(line, 'a page number');
      else if (counts.get(toKey(line.text))! >= most) running.set(line, 'a running head');
  return running;
}

const toMedian = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

const BULLET = /^(?:[•▪●◦‣·■□➢✓*]|[–-](?= \p{Lu})|\d{1,2}[.)]|\(?[a-z]\))\s/u;
const ENDS = /[.!?:;]["'”’)\]]*\d{0,2}$/;

/** Whether the first word of a line would have had room at the end of the one before, which was ended on purpose. */
function isEndedEarly(before: Line, line: Line): boolean {
  const share = (line.text.indexOf(' ') + 1 || line.text.length) / line.text.length;
  return before.right + share * (line.right - line.x) < before.edge - 0.5 * line.size;
}

/** Whether a line begins a paragraph, given the one before it in reading order. */
function isBeginning(line: Line, before: Line, spacing: number): boolean {
  if (BULLET.test(line.text)) return true;
  if (Math.abs(line.size - before.size) > 0.08 * before.size) return true;
  const drop = (before.y - line.y) / before.size;
  if (line.page !== before.page || drop < 0)
    return ENDS.test(before.text) || (!/^\p{Ll}/u.test(line.text) && isEndedEarly(before, line));
  if (drop > spacing * 1.3) return true;
  if (!ENDS.test(before.text)) return false;
  return isEndedEarly(before, line) || (line.x - before.x > 0.8 * line.size && !BULLET.test(before.text));
}

/** Nouns that stand before a hyphen, as in ‘information-gathering’, and seldom before a syllable, as in ‘under-standing’. */
const NOUN = /(?:tion|sion|ment|ness|ity|ance|ence|icy|blem)$/;

/** The end of one line and the beginning of the next in one; a word parted by a hyphen is whole again. */
function join(text: string, next: string, words: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  const parted = /([\p{L}]+)-$/u.exec(text.slice(-60));
  const rest = /^\p{Ll}[\p{L}]*/u.exec(next);
  if (!parted || !rest) return `${text}${/[-–—/]$/.test(text) && !/\s[-–—]$/.test(text) ? '' : ' '}${next}`;
  const halves = [parted[1]!.toLowerCase(), rest[0].toLowerCase()] as const;
  const [whole, hyphened] = [halves.join(''), halves.join('-')];
  const isCompound =
    halves[0] === 'self' ||
    words.has(hyphened) ||
    halves.every((half) => half.length > 3 && words.has(half)) ||
    (NOUN.test(halves[0]) && /^(?:.{4,}ing|based|led|wide|related|driven|focused|specific)$/.test(halves[1]));
  return isCompound && !words.has(whole) ? text + next : text.slice(0, -1) + next;
}

type Paragraph = { text: string; size: number; page: number; furniture?: string };

function toParagraphs(pages: readonly PageLines[]): Paragraph[] {
  const running = findRunning(pages);
  const all = pages.flatMap(({ lines }) => lines);
  const body = all.filter((line) => !running.has(line));
  const words = new Set(
    body.flatMap(
      ({ text }) =>
        text
          .replace(/\S+-$/, '')
          .toLowerCase()
          .match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? [],
    ),
  );
  const drops = body.flatMap((line, index) => {
    const before = body[index - 1];
    const drop = before && before.page === line.page ? (before.y - line.y) / before.size : 0;
    return drop > 0.5 && drop < 3 ? [drop] : [];
  });
  const spacing = toMedian(drops) ?? 1.2;
  const paragraphs: Paragraph[] = [];
  let waiting: Paragraph[] = [];
  let before: Line | undefined;
  let current: Paragraph | undefined;
  for (const line of all) {
    const furniture = running.get(line);
    if (furniture !== undefined) {
      waiting.push({ text: line.text, size: line.size, page: line.page, furniture });
      continue;
    }
    if (current && before && current.text.length < LONGEST && !isBeginning(line, before, spacing))
      current.text = join(current.text, line.text, words);
    else {
      // What stood between two halves of a paragraph comes behind it.
      paragraphs.push(...waiting);
      waiting = [];
      current = { text: line.text, size: line.size, page: line.page };
      paragraphs.push(current);
    }
    before = line;
  }
  return [...paragraphs, ...waiting];
}

/** The largest words of the first page, unless they are a single short one. */
function findTitle(paragraphs: readonly Paragraph[]): string | undefined {
  const first = paragraphs.filter(({ page, furniture }) => page === 1 && furniture === undefined);
  const sizes = first.map(({ size }) => size);
  const large = Math.max(...sizes);
  const title = first.find(({ size, text }) => size > large * 0.9 && text.length <= 300 && /\s/.test(text));
  return title && large > (toMedian(sizes) ?? large) * 1.1 ? title.text : undefined;
}

const isPlausible = (title: string) =>
  /\s/.test(title) &&
  !/\.(?:docx?|pdf|indd|qxd|pptx?|html?)$|^(?:microsoft word|untitled|slide|about:blank)\b|^https?:/i.test(
    title,
  );

/** The day a PDF says it was made on: 'D:20150429…'. */
const toDay = (date: unknown) => {
  const found = typeof date === 'string' ? /^D?:?(\d{4})(\d{2})(\d{2})/.exec(date) : null;
  return found ? findDate(found.slice(1, 4).join('-'))?.date : undefined;
};

/**
 * Loads both halves of pdf.js into this thread: the second hands itself to the first, which would else start and fetch a thread
 * of its own.
 */
async function loadLibrary() {
  const scope = globalThis as { window?: unknown; DOMMatrix?: unknown };
  // Node has none but with a package for drawing, which is never done here.
  scope.DOMMatrix ??= class {};
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // In a browser's worker it would take the worker's messages for its own, but for where it sees a window.
  const isWorker = 'postMessage' in scope && !('window' in scope);
  if (isWorker) scope.window = scope;
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    if (isWorker) delete scope.window;
  }
  return getDocument;
}
let library: ReturnType<typeof loadLibrary> | undefined;

async function load(name: string, bytes: Uint8Array) {
  library ??= loadLibrary().catch((error: unknown) => {
    // It may be fetched the next time.
    library = undefined;
    throw error;
  });
  const getDocument = await library;
  const task = getDocument({
    // It keeps what it is given.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return { document: await task.promise, end: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw (error as Error).name === 'PasswordException'
      ? new ArticleError(name, 'it has a password', 'Save a copy without a password and open that.')
      : toDamaged(name);
  }
}

const toDamaged = (name: string) =>
  new ArticleError(name, 'it is a damaged PDF', 'Fetch or copy it again, or print it to a new PDF.');

/** Whether a program took it for text and saved it as such: what it could not read it wrote as \ufffd, which in UTF-8 is this. */
const isSavedAsText = (bytes: Uint8Array) =>
  toByteString(bytes).split('\xef\xbf\xbd').length - 1 > bytes.length / 1000;

const toLetters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** As much of a stream as is read here. */
type Stream<T> = { getReader: () => { read: () => Promise<{ done: boolean; value?: T }> } };

/** What stands on a page. pdf.js itself would loop over the stream, as Safari cannot. */
async function readItems(page: { streamTextContent: () => unknown }): Promise<object[]> {
  const reader = (page.streamTextContent() as Stream<{ items: object[] }>).getReader();
  const items: object[] = [];
  for (;;) {
    const { value } = await reader.read();
    if (!value) return items;
    items.push(...value.items);
  }
}

/**
 * Reads a PDF's text. Nothing in it is run, no font is fetched.
 * @throws ArticleError where it is damaged, locked, scanned, too long, or its letters have no meaning.
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Draft> {
  const { document, end } = await load(name, bytes);
  const pages: PageLines[] = [];
  let [count, broken] = [0, 0];
  let facts: { Title?: unknown; Author?: unknown; CreationDate?: unknown } = {};
  const notices: string[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const items = await readItems(page);
        const [, bottom, , top] = page.view as [number, number, number, number];
        const lines = toLines(
          items.filter(isPiece).map((piece) => ({
            ...piece,
            transform: piece.transform.with(5, piece.transform[5]! - bottom),
          })),
          number,
        );
        pages.push({ lines, height: top - bottom });
        count += lines.reduce((sum, { text }) => sum + text.length, 0);
        page.cleanup();
      } catch {
        broken += 1;
      }
      if (count > MOST.text)
        throw new ArticleError(
          name,
          `its text is longer than ${MOST.text / 1e6} million characters`,
          'Split it into articles.',
        );
    }
    facts = (await document.getMetadata().catch(() => undefined))?.info ?? {};
  } finally {
    await end();
  }
  if (pages.length === 0) throw toDamaged(name);
  if (broken > 0) notices.push(`${broken} of its ${broken + pages.length} pages could not be read.`);
  const paragraphs = toParagraphs(pages);
  const letters = paragraphs.reduce((sum, { text }) => sum + toLetters(text), 0);
  const strange = paragraphs.reduce(
    (sum, { text }) => sum + (text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0),
    0,
  );
  if (strange > letters)
    throw new ArticleError(
      name,
      'its letters are drawn without saying which they are',
      'Run text recognition (OCR) on it, for example with OCRmyPDF, and open the result.',
    );
  if (letters < 8 * pages.length || letters < 20)
    throw isSavedAsText(bytes)
      ? toDamaged(name)
      : new ArticleError(
          name,
          'it holds pictures of pages and no text (a scan)',
          'Run text recognition (OCR) on it, for example with OCRmyPDF, and open the result.',
        );
  const leftward = paragraphs.reduce(
    (sum, paragraph) => sum + (paragraph.text.match(/[\u0590-\u08ff\ufb1d-\ufefc]/g)?.length ?? 0),
    0,
  );
  if (leftward > 0.3 * letters)
    notices.push(
      'Its text runs from right to left, and PDFs often hold that in the wrong order: check it, or open the Word document or page it was made from.',
    );
  const furniture: Furniture[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    if (paragraph.furniture !== undefined)
      furniture.push({
        start: text.length,
        end: text.length + paragraph.text.length,
        reason: paragraph.furniture,
      });
    text += paragraph.text;
  }
  const day = toDay(facts.CreationDate);
  if (day !== undefined) notices.push(`The PDF was made on ${day}.`);
  const title = typeof facts.Title === 'string' ? facts.Title.trim() : '';
  const author = typeof facts.Author === 'string' ? facts.Author.trim() : '';
  const isShown = (words: string) => words !== '' && fold(text.slice(0, 3000)).includes(fold(words));
  return {
    text,
    format: 'pdf',
    title: isPlausible(title) && isShown(title) ? title : findTitle(paragraphs),
    authors: isShown(author) ? [author] : undefined,
    furniture,
    notices,
  };
}
