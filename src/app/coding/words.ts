// Places in an article's text (UTF-16 code units) ⇄ places in the paragraphs that show it, and steps from word to word.
import type { Span } from '../../core/anchor';
import { toSentences } from '../../core/coverage';
import { findFirst } from '../../core/order';

/** The paragraph that holds a place of the page; each bears where in the text it begins. */
const toParagraph = (node: Node): HTMLElement | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('p[data-at]') ?? undefined;

/** Where in the text a place of the page is; undefined where it is in no paragraph. */
function toOffset(node: Node, offset: number): number | undefined {
  const paragraph = toParagraph(node);
  if (!paragraph) return undefined;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.at) + before.toString().length;
}

/** A span without the white space at its ends; undefined where nothing is left. */
export function toTrimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const trimmed = { start: end - words.trimStart().length, end: start + words.trimEnd().length };
  return trimmed.start < trimmed.end ? trimmed : undefined;
}

/** The words that are selected in a part of the page; undefined where none are, or only some of what lies in it. */
export function readSelection(body: HTMLElement, text: string): Span | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return undefined;
  const start = toOffset(range.startContainer, range.startOffset);
  // A selection that ends before the next paragraph begins ends with this one.
  const end = toOffset(range.endContainer, range.endOffset);
  return start !== undefined && end !== undefined && start < end
    ? toTrimmed(text, { start, end })
    : undefined;
}

/** Where in the text a point of the screen is. */
export function readPoint(x: number, y: number): number | undefined {
  const at = document.caretPositionFromPoint?.(x, y);
  if (at) return toOffset(at.offsetNode, at.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? toOffset(range.startContainer, range.startOffset) : undefined;
}

function toPlace(paragraph: HTMLElement, offset: number): [Node, number] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = paragraph;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent!.length;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return last === paragraph ? [paragraph, 0] : [last, last.textContent!.length];
}

/** The range of the page that shows each of some spans; what is not shown is left out. */
export function toRanges(body: HTMLElement, spans: readonly Span[]): Range[] {
  if (spans.length === 0) return [];
  const paragraphs = [...body.querySelectorAll<HTMLElement>('p[data-at]')].map((element) => {
    const start = Number(element.dataset.at);
    return { element, start, end: start + element.textContent.length };
  });
  return spans.flatMap((span) => {
    const first = paragraphs[findFirst(paragraphs, ({ end }) => end > span.start)];
    const last = paragraphs[findFirst(paragraphs, ({ start }) => start >= span.end) - 1];
    if (!first || !last || first.start > last.start) return [];
    const range = document.createRange();
    range.setStart(...toPlace(first.element, Math.max(0, span.start - first.start)));
    range.setEnd(...toPlace(last.element, Math.min(span.end, last.end) - last.start));
    return [range];
  });
}

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * A span with the words whole that it begins or ends within. Words parted by a hyphen are each one, and what belongs to somebody
 * may be left without its ’s: ‘Ofsted’ of ‘Ofsted’s’.
 */
export function toWhole(text: string, { start, end }: Span): Span {
  const segments = SEGMENTER.segment(text);
  const first = segments.containing(start);
  const last = segments.containing(end - 1);
  if (!first || !last) return { start, end };
  const lastEnd = last.index + last.segment.length;
  return { start: first.index, end: /^[’']s$/i.test(text.slice(end, lastEnd)) ? end : lastEnd };
}

/** The words of a text, without what stands between them. */
function toWords(text: string): Span[] {
  return [...SEGMENTER.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
}

export type Step = 'word' | 'sentence';

/**
 * Goes through a text by the keyboard: from what is selected, or from `from`, to the next or the previous word or sentence; or,
 * where it `extends`, takes in or lets go one more at its end.
 */
export function toStepped(
  text: string,
  selected: Span | undefined,
  { by, back, extends: isExtending, from }: { by: Step; back: boolean; extends: boolean; from: number },
): Span | undefined {
  const units = by === 'word' ? toWords(text) : toSentences(text);
  if (!selected) return units.find(({ end }) => end > from) ?? units.at(-1);
  if (isExtending && back) {
    const left = units.findLast(({ end }) => end < selected.end && end > selected.start);
    return left ? { start: selected.start, end: left.end } : selected;
  }
  const next = units.find(({ end }) => end > selected.end);
  if (isExtending) return next ? { start: selected.start, end: next.end } : selected;
  if (!back) return next ?? selected;
  return units.findLast(({ start }) => start < selected.start) ?? selected;
}
