// A passage as something to cite: its words, who says them, the article, and the address that shows them in it.
import { parseDate, printDate } from './date';
import { toUtterances, type Utterance } from './debate';
import { incidenceOf } from './graph';
import {
  isArgument,
  isSaid,
  isUtterance,
  type Argument,
  type Corpus,
  type GraphEdge,
  type GraphNode,
  type NodeOf,
  type Passage,
} from './model';
import { fold } from './text';
import { toActors, toBody } from './voices';

/** Words as they stand in an article, and who says them there: 'Alan Wood, ADCS president'. */
type Quotation = { quote: string; speaker: string | undefined; article: string };

type Author = NodeOf<'person'> | NodeOf<'organisation'>;
export type Work = { node: NodeOf<'article'>; authors: readonly Author[] };

/**
 * What is cited: one quotation, or the two sides of a dispute, a support or an answer with `relation` between them. `works`
 * are the articles they stand in, each once; `link` is the address that shows all this.
 */
export type Citation = {
  quotations: readonly Quotation[];
  relation: string | undefined;
  works: readonly Work[];
  link: string;
};

const overlaps = (a: Passage, b: Passage) => a.article === b.article && a.start < b.end && b.start < a.end;

/** A name without what only tells it from others of the same name: 'Ofsted spokesman (2015)' → 'Ofsted spokesman'. */
const toName = (node: GraphNode) => node.label.replace(/ \(\d{4}\)$/, '');

/** The words of a text, each between spaces; unlike those of a search, parted by an apostrophe: “Labour’s” names Labour. */
const toSpaced = (text: string) =>
  ` ${fold(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .join(' ')
    .trim()} `;

/** Whether a text names a node in whole words, by its label, the letters it gives for it, or an alias. */
function isNamedIn(text: string, node: GraphNode): boolean {
  const [, long, letters] = /^(.*) \(([A-Z]{2,})\)$/.exec(node.label) ?? [];
  const all = [long ?? toName(node), ...(letters ? [letters] : []), ...(node.aliases ?? [])];
  return all.some((name) => toSpaced(text).includes(toSpaced(name)));
}

/** Why the coder concludes what no article states, in brackets; nothing of what one states. */
const toInference = ({ rationale }: GraphEdge) =>
  rationale === undefined ? '' : ` (inferred by the coder: ${rationale})`;

/** Who speaks, as what and for whom, each told once: 'Christine Gilbert, chief inspector, Ofsted'. */
export function printAttribution(corpus: Corpus, utterance: Utterance): string {
  const incidence = incidenceOf(corpus);
  const speaker = corpus.nodes.get(utterance.source)!;
  const { article } = utterance.passages[0]!;
  const name = toName(speaker);
  const role = utterance.type === 'authored' ? utterance.role : undefined;
  const parts = role?.startsWith(name) ? [role] : [name, ...(role ? [role] : [])];
  const behind =
    speaker.type === 'report'
      ? toActors(corpus, incidence, speaker.id, article).slice(1)
      : [toBody(corpus, incidence, speaker.id, article)];
  for (const id of behind) {
    const body = corpus.nodes.get(id)!;
    if (body.id !== speaker.id && !isNamedIn(parts.join(', '), body)) parts.push(body.label);
  }
  return parts.join(', ') + (utterance.speech === 'indirect' ? ', as reported' : '') + toInference(utterance);
}

/** Who says a claim or recommendation in these words: whose utterance has them, else whoever says it in that article. */
function printAttributions(corpus: Corpus, statement: string, passage: Passage): string | undefined {
  const all = toUtterances(corpus, incidenceOf(corpus), statement);
  const saying = all.filter(({ passages }) => passages.some((own) => overlaps(own, passage)));
  const here = all.filter(({ passages }) => passages.some(({ article }) => article === passage.article));
  const speakers = (saying.length > 0 ? saying : here).map((utterance) =>
    printAttribution(corpus, utterance),
  );
  return speakers.length > 0 ? [...new Set(speakers)].join('; ') : undefined;
}

const toQuotation = ({ quote, article }: Passage, speaker: string | undefined): Quotation => ({
  quote: quote.replace(/\s+/g, ' ').trim(),
  speaker,
  article,
});

/** Both sides of an argument: of each the words the edge rests on, where they are that side's, else the side's own. */
function toSides(corpus: Corpus, edge: Argument): Quotation[] {
  return [edge.source, edge.target].map((id) => {
    const node = corpus.nodes.get(id)!;
    const passage =
      edge.passages.find((one) => node.passages.some((own) => overlaps(own, one))) ?? node.passages[0]!;
    return toQuotation(passage, isSaid(node) ? printAttributions(corpus, id, passage) : toName(node));
  });
}

/** Who says the words that a node or edge rests on, where it is about something said. */
function toVoice(corpus: Corpus, item: GraphNode | GraphEdge, passage: Passage): string | undefined {
  if (!('source' in item)) return isSaid(item) ? printAttributions(corpus, item.id, passage) : undefined;
  if (isUtterance(corpus, item)) return printAttribution(corpus, item);
  return isSaid(corpus.nodes.get(item.source)!) ? printAttributions(corpus, item.source, passage) : undefined;
}

/** An article with those who wrote it. */
export function toWork(corpus: Corpus, article: string): Work {
  const { node } = corpus.articles.get(article)!;
  const authors = (incidenceOf(corpus).get(article) ?? [])
    .filter((edge) => edge.type === 'authored' && edge.target === article)
    .map((edge) => corpus.nodes.get(edge.source) as Author);
  return { node, authors };
}

/** One passage of a node or edge as a citation; of a dispute, a support or an answer both its sides. */
export function toCitation(
  corpus: Corpus,
  item: GraphNode | GraphEdge,
  passage: Passage,
  link: string,
): Citation {
  const quotations = isArgument(item)
    ? toSides(corpus, item)
    : [toQuotation(passage, toVoice(corpus, item, passage))];
  const relation = isArgument(item) ? item.type.replace('-', ' ') + toInference(item) : undefined;
  const works = [...new Set(quotations.map(({ article }) => article))].map((id) => toWork(corpus, id));
  return { quotations, relation, works, link };
}

/** Words in quotation marks of their own: single ones around words that have double ones in them. */
const quoted = (words: string) => (/[“”"]/.test(words) ? `‘${words}’` : `“${words}”`);

const printQuotation = ({ quote, speaker }: Quotation) =>
  quoted(quote) + (speaker === undefined ? '' : ` – ${speaker}`);

/** Author, title, publisher and date; an author who is the publisher is told once. */
function printWork({ node, authors }: Work, title: (text: string) => string, plain: typeof title): string {
  const writers = authors.map(toName).filter((name) => name !== node.publisher);
  return [...writers.map(plain), title(node.label), plain(node.publisher), plain(printDate(node.date))].join(
    ', ',
  );
}

/** An article in plain text, without its address: 'Joe Lepper, ‘Ofsted too tough’, Children & Young People Now, 29 April 2015'. */
export const printSource = (work: Work): string =>
  printWork(
    work,
    (title) => `‘${title}’`,
    (text) => text,
  );

function printText({ quotations, relation, works, link }: Citation): string {
  const one = (quotation: Quotation) => {
    const work = works.find(({ node }) => node.id === quotation.article)!;
    const { url } = work.node;
    // In angle brackets nothing behind it is taken for part of it.
    return `${printQuotation(quotation)}. ${printSource(work)}${url === undefined ? '' : `, <${url}>`}.`;
  };
  return [
    ...quotations.map(one).flatMap((line, index) => (index === 0 ? [line] : [relation ?? '', line])),
    link,
  ].join('\n');
}

/** Text that a Markdown reader shows as it is (CommonMark: any punctuation may stand behind a backslash). */
export const toMarkdown = (text: string) =>
  text
    .replace(/[\\`*_[\]<>&|~$]/g, '\\$&')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** An address inside '](…)': brackets and spaces would end it. */
const toDestination = (link: string) =>
  link.replace(/[()<>\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

function printMarkdown({ quotations, relation, works, link }: Citation): string {
  const one = (quotation: Quotation) => {
    const work = works.find(({ node }) => node.id === quotation.article)!;
    const speaker = quotation.speaker === undefined ? '' : `${toMarkdown(quotation.speaker)}, in: `;
    const { url } = work.node;
    const toTitle = (title: string) => `*${toMarkdown(title)}*`;
    const source = printWork(
      work,
      url === undefined ? toTitle : (title) => `[${toTitle(title)}](${toDestination(url)})`,
      toMarkdown,
    );
    return `> ${toMarkdown(quotation.quote)}\n>\n> — ${speaker}${source}`;
  };
  return [
    ...quotations
      .map(one)
      .flatMap((block, index) => (index === 0 ? [block] : [toMarkdown(relation ?? ''), block])),
    `[The words in their article](${toDestination(link)})`,
  ].join('\n\n');
}

/** All that is quoted, as a note to each work; where that has an address of its own, with the one that shows the words. */
const printNote = ({ quotations, relation, link }: Citation, { node }: Work) =>
  quotations.map(printQuotation).join(`; ${relation ?? ''}: `) +
  (node.url === undefined ? '' : `; the words in their article: ${link}`);

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces behind a backslash too.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
  '|': '\\textbar{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Text as LaTeX sets it: its signs escaped, no two of them read as one ('--', "''"), all other characters as they are. */
const toLatex = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\\{}^~"`|<>]|[$&%#_]/g, (sign) => LATEX[sign] ?? `\\${sign}`)
    .replace(/-(?=-)|'(?=')|[?!](?=\\textasciigrave)/g, '$&{}');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Family and given name; undefined for what cannot be told apart. */
function splitName(author: Author): { family: string; given: string } | undefined {
  const at = author.type === 'person' ? toName(author).lastIndexOf(' ') : -1;
  return at === -1 ? undefined : { given: toName(author).slice(0, at), family: toName(author).slice(at + 1) };
}

/** A work's name in a bibliography: the article's id without its type. */
const toKey = ({ node }: Work) => node.id.slice(node.id.indexOf(':') + 1);

/** One entry a work; `date` is EDTF, as biblatex reads it, `year` and `month` are for older programs. */
function printBibtex(citation: Citation): string {
  const entry = (work: Work) => {
    const { node, authors } = work;
    const [[year, month] = []] = toIssued(node.date)['date-parts'] ?? [];
    const names = authors.map((author) => {
      const parts = splitName(author);
      return parts ? `${toLatex(parts.family)}, ${toLatex(parts.given)}` : `{${toLatex(toName(author))}}`;
    });
    const fields: [string, string | undefined][] = [
      ['author', names.length > 0 ? `{${names.join(' and ')}}` : undefined],
      ['title', `{{${toLatex(node.label)}}}`],
      ['journal', `{${toLatex(node.publisher)}}`],
      ['date', `{${node.date}}`],
      ['year', year === undefined ? undefined : `{${year}}`],
      ['month', month === undefined ? undefined : MONTHS[month - 1]],
      [
        'url',
        `{${toDestination(node.url ?? citation.link).replace(/[{}]/g, (sign) => (sign === '{' ? '%7B' : '%7D'))}}`,
      ],
      ['annote', `{${toLatex(printNote(citation, work))}}`],
    ];
    const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value}`]));
    return `@article{${toKey(work)},\n${lines.join(',\n')}\n}`;
  };
  return citation.works.map(entry).join('\n\n');
}

type Issued = { 'date-parts'?: number[][]; season?: number; circa?: true; literal?: string };

/** An EDTF date as CSL has it; one of which digits or the precision are unknown is the span it may lie in. */
function toIssued(date: string): Issued {
  const circa = /[?~%X]/.test(date) ? { circa: true as const } : {};
  const one = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/;
  const toParts = (text: string) =>
    one
      .exec(text)
      ?.slice(1)
      .flatMap((part) => (part ? [Number(part)] : []));
  const parts = date.split('/').map((text) => toParts(text));
  const [year, season] = parts[0] ?? [];
  if (parts.length === 1 && season !== undefined && season >= 21 && season <= 24)
    return { 'date-parts': [[year!]], season: season - 20, ...circa };
  if (parts.every((part) => part !== undefined && (part[1] ?? 1) <= 12))
    return { 'date-parts': parts as number[][], ...circa };
  const range = parseDate(date);
  if (!range || range.year < 1 || range.year > 9999) return { literal: date };
  const years = [range.start, range.end].map((time) => [new Date(time).getUTCFullYear()]);
  return { 'date-parts': years[0]![0] === years[1]![0] ? [years[0]!] : years, ...circa };
}

/** CSL-JSON (Citation Style Language 1.0.2): an array with one item a work. */
function printCsl(citation: Citation): string {
  const items = citation.works.map((work) => ({
    id: toKey(work),
    type: 'article-newspaper',
    title: work.node.label,
    ...(work.authors.length > 0 && {
      author: work.authors.map((author) => splitName(author) ?? { literal: toName(author) }),
    }),
    'container-title': work.node.publisher,
    issued: toIssued(work.node.date),
    URL: work.node.url ?? citation.link,
    note: printNote(citation, work),
  }));
  return JSON.stringify(items, null, 2);
}

/** The ways to write a citation down. */
export const CITATION_FORMATS = {
  text: { label: 'Plain text', print: printText },
  markdown: { label: 'Markdown', print: printMarkdown },
  bibtex: { label: 'BibTeX', print: printBibtex },
  csl: { label: 'CSL-JSON', print: printCsl },
} as const satisfies Record<string, { label: string; print: (citation: Citation) => string }>;
export type CitationFormat = keyof typeof CITATION_FORMATS;
