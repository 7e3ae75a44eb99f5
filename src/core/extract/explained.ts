// Names that a text explains: several words with their short form in brackets.
import { isWord, type Run, type Token } from './language';
import { NAME_JOINTS } from './lexicon';
import { isClitic, isNameWord } from './nameword';

/** Names of several words with their short form in brackets: where each begins and ends. */
export function findExplained(tokens: readonly Token[]): Map<number, number> {
  const explained = new Map<number, number>();
  for (let open = 2; open + 2 < tokens.length; open++) {
    if (tokens[open]!.text !== '(' || tokens[open + 2]!.text !== ')') continue;
    const letters = tokens[open + 1]!.text;
    if (!/^\p{Lu}[\p{L}&]{1,7}$/u.test(letters) || !/\p{Lu}.*\p{Lu}/u.test(letters)) continue;
    const wanted = letters.toUpperCase().replaceAll('&', '');
    let [all, few] = ['', ''];
    for (let at = open - 1; at >= Math.max(0, open - 14); at--) {
      const token = tokens[at]!;
      if (token.block !== tokens[open]!.block || /^[.;:()]$/.test(token.text)) break;
      if (!isWord(token)) {
        if (!isClitic(token) && token.text !== ',' && token.text !== '&') break;
        continue;
      }
      const isJoining = NAME_JOINTS.has(token.lower);
      const isSmall = !isNameWord(token);
      if (isSmall && !isJoining) {
        if (!isClitic(token)) break;
        continue;
      }
      const letter = token.text[0]!.toUpperCase();
      all = letter + all;
      if (!isSmall) few = letter + few;
      if (!isSmall && (all === wanted || few === wanted) && open - at > 1) explained.set(at, open);
    }
  }
  repeatExplained(tokens, explained);
  return explained;
}

/** Finds the names whose short form was explained wherever else they stand. */
function repeatExplained(tokens: readonly Token[], explained: Map<number, number>): void {
  const byFirst = new Map<string, Run>();
  for (const [from, to] of explained) byFirst.set(tokens[from]!.text, { from, to });
  for (const [index, { text }] of tokens.entries()) {
    const run = byFirst.get(text);
    if (!run || explained.has(index)) continue;
    const { from, to } = run;
    const isSame = tokens.slice(from, to).every((token, at) => tokens[index + at]?.text === token.text);
    if (isSame) explained.set(index, index + to - from);
  }
}
