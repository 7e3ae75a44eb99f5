// A Word document (.docx) → its text, paragraph by paragraph.
import { strToU8, zipSync } from 'fflate';
import { PackError, readDirectory, unpack } from '../pack';
import { atOnce } from '../steps';
import { toParagraphs } from './html';
import { ArticleError, MOST, type Draft } from './imported';
import { findDate } from './writtendate';

const isWanted = (path: string) =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/.test(
    path,
  );

/** What other programs zip their files for. */
const OTHERS: [string, string][] = [
  ['ppt/presentation.xml', 'it is a presentation'],
  ['xl/workbook.xml', 'it is a spreadsheet'],
  ['META-INF/container.xml', 'it is an e-book'],
  ['content.xml', 'it is an OpenDocument file'],
];

/** The parts of the document that hold text, unpacked under a limit. */
function readParts(name: string, bytes: Uint8Array): Map<string, string> {
  try {
    const entries = atOnce(readDirectory(bytes));
    if (!entries.has('word/document.xml')) {
      const other = OTHERS.find(([path]) => entries.has(path));
      throw new ArticleError(
        name,
        other?.[1] ?? 'it is a zip, no Word document',
        other ? 'Save it as Word (.docx), PDF or text.' : 'Unpack it and open what is in it.',
      );
    }
    const wanted = [...entries].filter(([path]) => isWanted(path));
    const size = wanted.reduce((sum, [, entry]) => sum + entry.size, 0);
    if (size > MOST.unpacked)
      throw new ArticleError(
        name,
        `it is ${Math.ceil(size / 1e6)} MB unpacked, and at most ${MOST.unpacked / 1e6} MB are read`,
        'Split it, or do not trust it.',
      );
    return new Map(wanted.map(([path, entry]) => [path, unpack(bytes, path, entry)]));
  } catch (error) {
    if (error instanceof PackError)
      throw new ArticleError(
        name,
        'it is a damaged Word document',
        'Fetch or copy it again, or save it anew.',
      );
    throw error;
  }
}

/** A property of the document, such as its title. */
function findProperty(properties: string, tag: string): string | undefined {
  const value = new RegExp(`<${tag}[^>]{0,200}>([^<]{1,300})</${tag}>`).exec(properties)?.[1];
  const words = value
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  return words === '' ? undefined : words;
}

/**
 * Reads a Word document. What is deleted in tracked changes is left out, what is inserted read.
 * @throws ArticleError where it is another kind of zip, damaged, too large or without text.
 */
export async function readWord(name: string, bytes: Uint8Array): Promise<Draft> {
  const parts = readParts(name, bytes);
  // Only what was unpacked under a limit is handed on: a zip can claim less than it holds.
  const safe = zipSync(Object.fromEntries([...parts].map(([path, text]) => [path, strToU8(text)])), {
    level: 0,
  });
  const { default: mammoth } = await import('mammoth');
  let html: string;
  try {
    const input: unknown = { buffer: safe, arrayBuffer: safe.buffer };
    ({ value: html } = await mammoth.convertToHtml(input as never, {
      // Pictures are neither read nor kept.
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    }));
  } catch {
    throw new ArticleError(name, 'it is a damaged Word document', 'Fetch or copy it again, or save it anew.');
  }
  const text = await toParagraphs(html);
  if (text.trim() === '')
    throw new ArticleError(name, 'there is no text in this document', 'Text in its pictures is not read.');
  const properties = parts.get('docProps/core.xml') ?? '';
  const title = findProperty(properties, 'dc:title');
  const author = findProperty(properties, 'dc:creator');
  const date = findDate(findProperty(properties, 'dcterms:created') ?? '')?.date;
  return {
    text,
    format: 'word',
    // Templates and conversions leave titles that the text does not know.
    title: title !== undefined && text.slice(0, 3000).includes(title) ? title : undefined,
    authors: author !== undefined && text.slice(0, 3000).includes(author) ? [author] : undefined,
    notices: date === undefined ? [] : [`The document was made on ${date}.`],
  };
}
