// What the words beside a run of name words tell of it: that it speaks, is judged, is of a kind, or that somebody has a role in it.
import { isCapital, type Token } from './language';
import { BODIES } from './bodies';
import { FIRST_NAMES } from './forenames';
import { REPORTING, ROLES } from './lexicon';
import { has, isNameWord } from './nameword';

/** What bodies and people do in public, beside saying. */
const ACTING =
  /^(?:welcomed|rejected|dismissed|published|launched|criticised|criticized|condemned|backed|endorsed|defended|urged|responded|commissioned|apologised|apologized|hit|pledged|vowed|declined|refused|plans|insists)$/;
const JUDGED = /^(?:rated|judged|graded|deemed|branded)$/;
/** Offices held in bodies rather than in places. */
const OFFICES =
  /^(?:founder|co-founder|director|chairman|chairwoman|chair|chief|executive|ceo|head|president|spokesman|spokeswoman|spokesperson|manager|employee|member|members|headquarters|owner|editor)$/;
/** Nouns before a name that say it is a body: 'consultancy firm Impower'. */
const BODY_BEFORE =
  /^(?:firm|company|consultancy|charity|giant|group|union|newspaper|magazine|website|site|agency|broadcaster|regulator|watchdog|retailer|maker|manufacturer|provider|network|organisation|organization|think-tank|thinktank|party|bank|airline|startup|start-up|publisher|supplier|operator|developer|blog|team|band|school|platform|militia|faction|studio|label|chain|brand|outfit|lender|insurer|subsidiary|conglomerate|schools|companies|firms|charities|clubs|universities|groups|parties|newspapers|unions|banks|airlines|teams|bands|retailers|networks)$/;

/** Whether a word tells that somebody says or does something in public. */
export function isSaying(token: Token | undefined): boolean {
  if (!token) return false;
  if (ACTING.test(token.lower)) return true;
  const verb = REPORTING.get(token.lower);
  return (
    verb !== undefined &&
    token.pos !== 'NOUN' &&
    (verb.takes.has('say') || verb.takes.has('tell') || verb.takes.has('think'))
  );
}

/** Whether a place is rated or judged, as councils are. */
export function isJudged(tokens: readonly Token[], from: number, to: number): boolean {
  let at = to;
  while (at < to + 4 && /^(?:AUX|ADV|PART)$/.test(tokens[at]?.pos ?? '')) at++;
  return (at > to && JUDGED.test(tokens[at]?.lower ?? '')) || JUDGED.test(tokens[from - 1]?.lower ?? '');
}

/** Whether somebody's role in it stands in front of a name: 'a spokeswoman for Tesco', 'the founder of Google'. */
export function isOfRole(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  const [before, role] = [tokens[at]?.lower ?? '', tokens[at - 1]];
  if (/^(?:joined|joining)$/.test(before)) return true;
  return before === 'of' ? OFFICES.test(role?.lower ?? '') : /^(?:at|for)$/.test(before) && has(ROLES, role);
}

/** Where a person's name ends that a name stands behind with 'of' or the like: 'Alan Wood of Full Circle Care', 'Alan Wood, from …'. */
export function findPersonOf(tokens: readonly Token[], from: number): number | undefined {
  const at = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  if (!/^(?:of|from|at|for)$/.test(tokens[at]?.lower ?? '')) return undefined;
  const to = tokens[at - 1]?.text === ',' ? at - 1 : at;
  const isPerson = [to - 2, to - 3].some(
    (first) => has(FIRST_NAMES, tokens[first]) && tokens.slice(first, to).every(isNameWord),
  );
  return isPerson ? to : undefined;
}

/** Whether a word for bodies leads to a name: 'the firm Impower', 'its elite group the Sea Org', 'a group called Unlock'. */
export function isOfKind(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  if (!before || before.block !== tokens[from]!.block) return false;
  if (BODY_BEFORE.test(before.lower)) return !isCapital(before);
  const isThe = before.lower === 'the';
  const lead = tokens[isThe ? from - 2 : from - 1];
  if (isThe && BODY_BEFORE.test(lead?.lower ?? '')) return true;
  if (!/^(?:called|named|dubbed)$/.test(lead?.lower ?? '')) return false;
  const front = tokens.slice(Math.max(0, from - 8), from - 1);
  return front
    .slice(front.findLastIndex(({ text }) => /^[,.;:]$/.test(text)) + 1)
    .some((token) => has(BODIES, token) || BODY_BEFORE.test(token.lower));
}
