// Word files as Word writes them, as far as tests need them.
import { strToU8, zipSync } from 'fflate';

const WORD = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A file of these paragraphs, or of what stands for them in WordprocessingML; `more` are other files in it. */
export const toWordFile = (paragraphs: readonly string[], more: Record<string, string> = {}, head = '') =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        ...WORD,
        'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map((text) => (text.startsWith('<w:') ? text : `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`)).join('')}</w:body></w:document>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
