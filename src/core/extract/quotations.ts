// Quotation marks: which words stand between them, through several paragraphs where each is opened anew.
import type { Span } from '../anchor';
import { isTerminal, isWord, type Language, type Run, type Token } from './language';

/**
 * Words between quotation marks. The span has the marks, `inner` has not; `isSpoken` tells what somebody says from a
 * word or name that is only marked; `goesOn`: the paragraph ends without the closing mark and the next one opens again.
 */
export type Quotation = Span & { tokens: Run; inner: Span; isSpoken: boolean; goesOn: boolean };

type Mark = 'open' | 'close' | undefined;
const DOUBLE = /^(?:["“”„«»]|'')$/;

/** How far the end of words in single marks is looked for, in tokens. */
const FARTHEST = 400;

/** Whether words between marks are a speech rather than a name or single words: a sentence or a good part of one. */
function isSpeech(tokens: readonly Token[], { from, to }: Run): boolean {
  let [words, verbs] = [0, 0];
  for (let index = from; index < to; index++) {
    const token = tokens[index]!;
    if (isWord(token)) words++;
    if (token.pos === 'VERB' || token.pos === 'AUX') verbs++;
    if (words > 12) return true;
  }
  const last = tokens[to - 1];
  if (last && /^[,.!?…]$/.test(last.text)) return words >= 2;
  return words >= 4 && verbs > 0;
}

/** All quotations, in order, none within another. */
export function findQuotations({ text, tokens, blocks }: Language): Quotation[] {
  const found: Quotation[] = [];
  const isSpace = (at: number) => at < 0 || at >= text.length || /[\s([{—–\-/]/.test(text[at]!);

  /** Which side of the words a double mark stands on. */
  const toSide = (token: Token, isOpen: boolean): Mark => {
    if (token.text === '“' || token.text === '„' || token.text === '«') return 'open';
    if (token.text === '”' || token.text === '»') return 'close';
    const [before, after] = [isSpace(token.start - 1), isSpace(token.end)];
    if (before && !after) return 'open';
    if (after && !before) return 'close';
    return isOpen ? 'close' : 'open';
  };

  /** Where single marks opened at a token close again. */
  const findSingle = (open: number, to: number): number | undefined => {
    const isStraight = tokens[open]!.text === "'";
    const mark = isStraight ? /^'$/ : /^['’]$/;
    let likely: number | undefined;
    for (let index = open + 2; index < Math.min(to, open + FARTHEST); index++) {
      const token = tokens[index]!;
      if (isStraight && DOUBLE.test(token.text)) return likely;
      if (!mark.test(token.text) || isSpace(token.start - 1) || /[\p{L}\p{N}]/u.test(text[token.end] ?? ' '))
        continue;
      // A plural's apostrophe looks the same.
      if (!/s$/i.test(tokens[index - 1]!.text)) return index;
      if (/^\s*(?:[.,;:!?)—–]|$)/.test(text.slice(token.end, token.end + 3))) return index;
      likely ??= index;
    }
    return likely;
  };

  const push = (from: number, to: number, isClosed: boolean, goesOn: boolean) => {
    const [first, last] = [tokens[from]!, tokens[to - 1]!];
    const run = { from: from + 1, to: isClosed ? to - 1 : to };
    if (run.to <= run.from) return;
    found.push({
      start: first.start,
      end: last.end,
      tokens: run,
      inner: { start: tokens[run.from]!.start, end: tokens[run.to - 1]!.end },
      isSpoken: goesOn || isSpeech(tokens, run),
      goesOn,
    });
  };

  const opensWith = (block: number, mark: string) => tokens[blocks[block]?.from ?? -1]?.text === mark;

  for (const [place, { from, to }] of blocks.entries()) {
    let open: number | undefined;
    const isGoingOn = found.at(-1)?.goesOn === true && found.at(-1)!.tokens.to === from;
    for (let index = from; index < to; index++) {
      const token = tokens[index]!;
      if (
        open === undefined &&
        /^[‘']$/.test(token.text) &&
        isSpace(token.start - 1) &&
        !isSpace(token.end)
      ) {
        const close = findSingle(index, to);
        if (close !== undefined) {
          push(index, close + 1, true, false);
          index = close;
        } else if (
          (opensWith(place + 1, token.text) || (index === from && isGoingOn)) &&
          (index === from || /^[:,]$/.test(tokens[index - 1]!.text))
        ) {
          push(index, to, false, true);
          break;
        }
      } else if (DOUBLE.test(token.text)) {
        const side = toSide(token, open !== undefined);
        if (side === 'open') {
          // A mark that opens twice was not closed: of the first, the sentences that ended.
          open = index;
        } else if (open !== undefined) {
          push(open, index + 1, true, false);
          open = undefined;
        }
      }
    }
    if (open === undefined) continue;
    const next = blocks[place + 1];
    const goesOn = next !== undefined && /^["“„«‘]$/.test(tokens[next.from]!.text);
    const before = tokens[open - 1];
    if (goesOn || open === from || (before && /^[:,]$/.test(before.text) && isTerminal(tokens[to - 1]!)))
      push(open, to, false, goesOn && open < to - 1);
  }
  return found;
}
