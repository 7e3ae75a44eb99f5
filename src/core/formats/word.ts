// Writes a document as Word reads it (Office Open XML).
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph as WordParagraph,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { toXmlText } from './xml';

/** Words of one look, and where they lead. */
export type Run = { text: string; look?: 'strong' | 'soft'; link?: string };

/** A paragraph by its part in the document. */
export type Paragraph = {
  is: 'title' | 'note' | 'question' | 'side' | 'said' | 'voice' | 'argument' | 'source';
  runs: readonly Run[];
};

/** Sizes in half points, distances in twentieths of a point, as Word counts. */
const SMALL = 18;
const INDENT = { left: 340 };
const SOFT = '555E69';

/** How each part looks; headings look as Word's own, and are in its list of headings. */
const LOOKS: Record<Paragraph['is'], Omit<IParagraphOptions, 'children'>> = {
  title: { heading: HeadingLevel.TITLE },
  note: { spacing: { after: 80 } },
  question: { heading: HeadingLevel.HEADING_1 },
  side: { heading: HeadingLevel.HEADING_2 },
  said: { keepNext: true, keepLines: true, spacing: { before: 200, after: 40 } },
  voice: { indent: INDENT, spacing: { after: 60 } },
  argument: { indent: INDENT, spacing: { after: 40 } },
  source: { indent: { left: 420, hanging: 420 }, spacing: { after: 60 } },
};
const SMALL_PRINT: ReadonlySet<Paragraph['is']> = new Set(['note', 'argument']);

function toRun(is: Paragraph['is'], { text, look, link }: Run): TextRun | ExternalHyperlink {
  const run = (style: { style?: string }) =>
    new TextRun({
      text: toXmlText(text),
      bold: look === 'strong' || undefined,
      color: look === 'soft' ? SOFT : undefined,
      size: SMALL_PRINT.has(is) ? SMALL : undefined,
      ...style,
    });
  return link === undefined
    ? run({})
    : new ExternalHyperlink({ link: toXmlText(link), children: [run({ style: 'Hyperlink' })] });
}

const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: '16202C', font: 'Calibri' },
  paragraph: { spacing: { before, after }, keepNext: true },
});

/** A Word file of some paragraphs, on A4 with numbered pages; characters that XML cannot hold are left out. */
export async function writeWord(
  title: string,
  paragraphs: readonly Paragraph[],
): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: toXmlText(title),
    creator: 'Claimscape',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: 'en-GB' } } },
        title: heading(36, 0, 120),
        heading1: heading(28, 360, 80),
        heading2: heading(23, 240, 40),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1247, right: 1247 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new WordParagraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL, color: SOFT })],
              }),
            ],
          }),
        },
        children: paragraphs.map(
          ({ is, runs }) => new WordParagraph({ ...LOOKS[is], children: runs.map((run) => toRun(is, run)) }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
