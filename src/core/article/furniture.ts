// Page furniture in an article's text: what belongs to the page it stood on, recognised by rules and never cut out.
import type { Furniture } from './imported';
import { readHeading, toLines, type Line } from './heading';

/** Whole lines: each with what it is, as the reader is told. */
const LINES: [string, RegExp][] = [
  [
    'about comments',
    /^(?:comments (?:are|have been) (?:now )?closed|(?:\d+|no) comments?(?: yet)?[.!]?$|leave a (?:comment|reply)|add (?:a|your) comment|(?:view|show|read|post) (?:all )?comments?|log ?in to comment|comments? ?\(\d+\)|comments?$|be the first to comment|what do you think ?\?|join the (?:debate|conversation|discussion)|have your say)/i,
  ],
  [
    'an invitation to share',
    /^(?:share(?: (?:this|on|via|article|story|by|with)\b.*)?|tweet(?: this)?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|messenger|e-?mail(?: this)?|print(?: this)?(?: page| article)?|copy link|link copied!?|save(?: article| for later)?|follow us\b.*|like us on\b.*|like this:?|click to share\b.*)$/i,
  ],
  [
    'an invitation to subscribe',
    /^(?:subscribe\b|(?:sign|log) (?:up|in)(?: (?:to|for|here|now|today|with)\b|$)|register (?:now|today|here|for free|to (?:read|continue))|get (?:the|our) .{0,60}\b(?:newsletters?|emails?|alerts?|briefings?|inbox)|(?:already|not yet) a (?:subscriber|member)|become a (?:member|subscriber|supporter)|start your (?:free )?trial|from [£$€]\d[\d.,]*(?: ?(?:\/|a|per) ?\w+)?$|[£$€]\d+(?:\.\d\d)? ?(?:\/|a|per) ?(?:month|year|week)|keep up to date with\b|don[’']t miss (?:a|out|our)\b|enter your e-?mail|your e-?mail address|support (?:our|independent) journalism|donate(?: (?:now|today|here|to us))?$|free newsletters?|newsletter$|continue reading|unlimited access\b|try .{0,30}\bfor free)/i,
  ],
  [
    'a notice on cookies or privacy',
    /^(?:(?:we|this (?:web)?site|our (?:partners|website)).{0,60}\b(?:use|uses|using|store)\b.{0,40}\bcookies?\b|(?:accept|reject|manage|decline|allow)(?: all)?(?: (?:cookies?|preferences|settings|choices|and continue|& continue))?$|cookies?(?: (?:policy|settings|preferences|notice|consent))?$|privacy(?: (?:policy|notice|settings))?$|by (?:continuing|using this|clicking)\b.{0,80}\b(?:cookies?|terms|privacy|agree)|your privacy\b|terms(?: (?:and conditions|of (?:use|service)|& conditions))?$)/i,
  ],
  [
    'a link to other pages',
    /^(?:(?:read|see|find out|discover|view|show|load) more\b[^.!?]{0,80}$|more (?:from|on|about|in|stories|news|articles|like this)\b[^.!?]{0,80}$|(?:also )?(?:read|see|watch|listen)(?: also| next| now)?\s*[:|>»].*|related(?: (?:articles?|stories|links?|content|topics?|posts?|news|coverage|reading|items))?:?$|recommended(?: (?:for you|reading|stories))?:?$|you (?:may|might) (?:also )?(?:like|be interested in)\b.*|most (?:read|popular|viewed|shared|commented)\b.{0,40}|trending(?: now)?$|latest (?:news|jobs|stories|articles|posts|from)\b.{0,40}$|(?:previous|next|older|newer)(?: (?:article|post|story|page|entry|posts))?$|[←→«»‹›].{0,80}|.{0,80}[→»]$|back to (?:top|home|news|all)\b.{0,30}|skip to\b.{0,40}|jump to\b.{0,40}|click here\b.{0,100}|check out (?:our|the|more)\b.{0,200}|visit our (?:web ?site|page|shop)\b.{0,80}|download (?:our|the) app\b.*)$/i,
  ],
  [
    'how the page is filed',
    /^(?:(?:posted|filed|published|categori[sz]ed|tagged)(?: (?:in|under|with|as))\b[^.!?,]{0,80}$|(?:tags?|categor(?:y|ies)|topics?|keywords|filed under|sections?)\s*:.{0,200}|permalink|bookmark the permalink.*)$/i,
  ],
  [
    'a control of the page',
    /^(?:menu|search(?: (?:for|the site|this site)\b.{0,30})?|home|close|open menu|navigation|main menu|toggle\b.{0,30}|advertisement|advert|sponsored(?: content| by\b[^.!?]*)?|promoted(?: content| by\b[^.!?]*)?|loading\.{0,3}|please wait.*|site ?map|contact us|about us|accessibility|help|faqs?|jobs|play(?: video)?|pause|mute|listen to this article\b.*|\d+ min(?:ute)?s? read|reading time\b.{0,30}|(?:text|font) size\b.*|enable javascript\b.*|(?:please )?(?:turn on|enable) javascript\b.*|this content is blocked\b.*|view (?:gallery|slideshow|image|full ?screen|comments)\b.*)$/i,
  ],
  [
    'about rights',
    /^(?:(?:©|\(c\)|copyright\b).{0,160}|.{0,100}\ball rights reserved\.?|.{0,60}© ?\d{4}.{0,80}|registered (?:charity|in england|company|office)\b.{0,160})$/i,
  ],
  [
    'the credit of a picture',
    /^(?:(?:image|picture|photo(?:graph)?|illustration|photo ?credit|image ?credit|picture ?credit|credit)s?\s*(?::|©|by:?\s\p{Lu}).{0,160}|.{0,240}\((?:(?:image|picture|photo(?:graph)?)\s?)?(?:credit|photo(?:graph)?|picture|image|posed by)s?\s?(?::|©|by\b).{0,100}\)|(?:image|picture|photo(?:graph)?) (?:of|shows)\b[^.!?]{0,160}|(?:getty images?|shutterstock|alamy|istock|adobe stock|pa wire|pa media)\b.{0,60})$/iu,
  ],
  [
    'where to turn to',
    /^(?:(?:for (?:more|further) (?:detail|information|help)s?|to (?:find out more|contact us|get in touch|take part)|if you (?:have|would like|want|need)|got a story|do you have|contact|e-?mail|please contact|get in touch|tel(?:ephone)?)\b.{0,160}(?:\S@\S+\.\w|https?:\/\/|www\.|\b0\d{2,4}[ -]?\d{3}).{0,60})$/i,
  ],
];

/** Parts of a line, each bounded so that the longest line is read in one pass. */
const PARTS: [string, RegExp][] = [
  [
    'the credit of a picture',
    /(?<=[.!?”"’'] )(?:Picture|Photo(?:graph)?|Image|Illustration)s?(?: credit)?\s?(?::|©) ?[^.!?\n]{1,80}$/gu,
  ],
  [
    'a promise to update the page',
    /(?:,? ?and )?(?:we )?will update this (?:article|story|page|report|piece)\b[^.!?\n]{0,100}/gi,
  ],
  [
    'a promise to update the page',
    /(?:this (?:article|story|page) (?:will be|is being) updated|more (?:follows|to follow)\b|this is a (?:breaking|developing) (?:news )?story)[^.!?\n]{0,100}/gi,
  ],
  [
    'an invitation to subscribe',
    /\bsign up (?:to|for) (?:our|the|your)\b[^.!?\n]{0,60}\b(?:newsletters?|e-?mails?|alerts?|briefings?|bulletins?)\b[^.!?\n]{0,60}/gi,
  ],
  ['where to turn to', /\bFor (?:more|further) (?:detail|information)s?\b[^!?\n]{0,120}\S@\S+\.\w+/g],
  // The alternative text of a picture, run into the paragraph that it stood in.
  [
    'the name of a picture',
    /(?<=[\p{Ll}\p{N}][.!?][”"’']?)\p{Lu}[\p{L}’'-]{2,24}(?: \p{Lu}[\p{L}’'-]{1,24}){0,3}$/gu,
  ],
];

const LONGEST_LINE = 400;
const toWordCount = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.length ?? 0;
const ENDS = /[.!?…:;]["'”’)\]]*$/;
const BULLET = /^(?:[•▪●◦‣·*–-]|\d{1,2}[.)]|\(?[a-z]\))\s/;

const isProse = ({ text }: Line) => text.length > LONGEST_LINE || (toWordCount(text) >= 9 && ENDS.test(text));
const isSentence = ({ text }: Line) => ENDS.test(text) && toWordCount(text) >= 4;
const PRICE = /^(?:from )?[£$€] ?\d/i;
const toReason = ({ text }: Line) =>
  text.length > LONGEST_LINE ? undefined : LINES.find(([, pattern]) => pattern.test(text))?.[0];

/** Headings that say what the list or paragraph below them is. */
const LEAD_IN = /recommend|conclusion|finding|action|proposal|demand|pledge|key points|next steps/i;

/** Short lines in a row, without a verb's room: menus of a page. At least this many. */
const MENU = 4;
const isMenuLine = ({ text }: Line) =>
  text.length <= 32 && toWordCount(text) <= 4 && !ENDS.test(text) && !BULLET.test(text);

/** What stands alone between paragraphs, capitalised and without an end: a heading within the article. */
const isSubheading = (line: Line, before: Line | undefined, after: Line | undefined) =>
  before !== undefined &&
  after !== undefined &&
  line.text.length <= 70 &&
  toWordCount(line.text) <= 8 &&
  // Between quotation marks it is somebody's words.
  /^[\p{Lu}\p{N}]/u.test(line.text) &&
  !/[.!?:;,…"”’]$/.test(line.text) &&
  !BULLET.test(line.text) &&
  !LEAD_IN.test(line.text) &&
  isProse(after) &&
  !BULLET.test(after.text) &&
  (isProse(before) || BULLET.test(before.text) || ENDS.test(before.text));

/**
 * The page furniture in a text, in order and never overlapping: lines, parts of lines, menus, headings within the article, and
 * what follows the article once its end is known by a line that is furniture.
 */
export function findFurniture(text: string): Furniture[] {
  const lines = [...toLines(text)];
  const heading = new Set(readHeading(text).lines.map(({ start }) => start));
  const reasons = lines.map((line) => (heading.has(line.start) ? undefined : toReason(line)));
  const isContent = (index: number) =>
    reasons[index] === undefined && (heading.has(lines[index]!.start) || isProse(lines[index]!));
  for (let index = 0; index < lines.length; index++) {
    let end = index;
    while (end < lines.length && isMenuLine(lines[end]!) && !heading.has(lines[end]!.start)) end += 1;
    if (end - index >= MENU) for (let at = index; at < end; at++) reasons[at] ??= 'a menu of the page';
    index = Math.max(index, end - 1);
  }
  // Behind the last paragraph, what stands among furniture is of the page too.
  let last = lines.length - 1;
  while (last >= 0 && !isContent(last)) last -= 1;
  const first = reasons.findIndex((reason, index) => index > last && reason !== undefined);
  if (first !== -1) {
    for (let index = first; index < lines.length; index++)
      if (!isSentence(lines[index]!)) reasons[index] ??= 'at the end of the page';
    // What an offer with a price lists stands above the price.
    let top = first - 1;
    if (top > last && PRICE.test(lines[first]!.text) && BULLET.test(lines[top]!.text)) {
      while (top > last && BULLET.test(lines[top]!.text)) reasons[top--] = 'an invitation to subscribe';
      if (top > last) reasons[top] = 'an invitation to subscribe';
    }
  }
  const found: Furniture[] = [];
  for (const [index, line] of lines.entries()) {
    const reason =
      reasons[index] ??
      (!heading.has(line.start) && isSubheading(line, lines[index - 1], lines[index + 1])
        ? 'a heading within the article'
        : undefined);
    if (reason !== undefined) found.push({ start: line.start, end: line.end, reason });
    else for (const part of toParts(line)) if (part.start >= (found.at(-1)?.end ?? 0)) found.push(part);
  }
  return found;
}

function toParts(line: Line): Furniture[] {
  return PARTS.flatMap(([reason, pattern]) =>
    [...line.text.matchAll(pattern)].map((part) => ({
      start: line.start + part.index,
      end: line.start + part.index + part[0].length,
      reason,
    })),
  ).toSorted((a, b) => a.start - b.start);
}
