// Names in a text: runs of words with capitals, told apart as people, organisations and others by the words in and beside them.
import { FIRST_NAMES } from './forenames';
import { isCapital, isKnownWord, isWord, type Language, type Run, type Token } from './language';
import {
  BODIES,
  NOT_NAMES,
  NOT_ORGANISATIONS,
  ORGANISATION_WORDS,
  PERSON_JOINTS,
  PLACES,
  REPORTING,
  REPORTS,
  ROLES,
  TITLES,
  WELL_KNOWN,
} from './lexicon';
import { findExplained } from './explained';
import { addToHeadlines, findDateline, isShouted, isTitled } from './headlines';
import { has, isAcronym, isClitic, isJoint, isNameWord, THING, type Name } from './nameword';
import { markListed, nameWithin } from './neighbours';
import type { RuleName } from './rule';

const ROMAN = /^[IVXLC]+$/;
/** Words before a colon that tell who took a picture. */
const CAPTION = /^(?:images?|photos?|photographs?|pictures?|videos?|audio|credits?|file)$/;
/** Owners within names: 'Children's Services', 'People's Army'. */
const OWNERS =
  /^(?:children|people|women|men|girls|boys|workers|teachers|nurses|residents|citizens|students|patients|consumers|farmers|parents|carers|players|writers|veterans|king|queen|prince|sheriff|leaders)$/;
/** A name with a capital inside, or an address: 'YouTube', 'DfE', 'Gawker.com'. */
const BRAND =
  /^(?!(?:Ma?c|De|Di|Du|La|Le|Van|Fitz|O)\p{Lu})\p{Lu}?\p{Ll}+\p{Lu}\p{L}*$|^\p{L}[\p{L}\d-]+\.(?:com|org|net|co)$/u;
/** What people are, before their name. */
const PEOPLE_BEFORE =
  /^(?:star|legend|boss|skipper|winger|forward|playmaker|teammate|wife|husband|fianc[ée]e?|girlfriend|boyfriend|widow|pundit|presenter|host|tycoon|billionaire|businessman|businesswoman|entrepreneur|designer|illustrator|photographer|architect|chef|dancer|drummer|guitarist|vocalist|bassist|frontman|sculptor|cartoonist|playwright|screenwriter|scholar|psychiatrist|surgeon|midwife|paramedic|firefighter|policeman|soldier|gunman|defendant|killer|dictator|warlord|cleric|golfer|boxer|swimmer|sprinter|cyclist|jockey|quarterback|teenager|mum|dad|grandmother|grandfather|uncle|aunt|cousin|nephew|niece|owner|visionary|superstar)$/;
const CALENDAR =
  /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Nouns behind a short form that tell it is of a thing. */
const THING_AFTER =
  /^(?:systems?|motions?|standards?|tests?|levels?|syndrome|virus|vaccines?|formats?|protocols?|scans?|tax|therapy|treatments?|patients?|sequences?|genes?|browsers?|users?)$/;
/** Nouns before a name that say it is a body: 'consultancy firm Impower'. */
const BODY_BEFORE =
  /^(?:firm|company|consultancy|charity|giant|group|union|newspaper|magazine|website|site|agency|broadcaster|regulator|watchdog|retailer|maker|manufacturer|provider|network|organisation|organization|think-tank|thinktank|party|bank|airline|startup|start-up|publisher|supplier|operator|developer|blog|team|band|school|platform|militia|faction|studio|label|chain|brand|outfit|lender|insurer|subsidiary|conglomerate|schools|companies|firms|charities|clubs|universities|groups|parties|newspapers|unions|banks|airlines|teams|bands|retailers|networks)$/;
/** Newspapers by their last word. */
const PAPER =
  /^(?:guardian|telegraph|independent|observer|times|mirror|tribune|herald|economist|mail|express)$/;
/** Words that pairs of are names of newspapers. */
const PRESS =
  /^(?:guardian|telegraph|times|mirror|tribune|herald|mail|express|star|globe|echo|argus|post|gazette|chronicle|advertiser|news|journal|courier|standard|examiner|sentinel)$/;
/** Words right behind a body's name: 'Google headquarters'. */
const BODY_AFTER =
  /^(?:headquarters|spokesman|spokeswoman|spokesperson|spokespeople|employees?|staff|shares|shareholders|inspectors?|officials?|executives?|inspections?|judge?ments?|ratings?|reports?|reviews?|surveys?|frameworks?|guidance|members|leaders|bosses|data|figures|annual|statement|website|founder|co-founder|creator|chiefs?|campaigners)$/;
/** Offices held in bodies rather than in places. */
const OFFICES =
  /^(?:founder|co-founder|director|chairman|chairwoman|chair|chief|executive|ceo|head|president|spokesman|spokeswoman|spokesperson|manager|employee|member|members|headquarters|owner|editor)$/;
/** What bodies and people do in public, beside saying. */
const ACTING =
  /^(?:welcomed|rejected|dismissed|published|launched|criticised|criticized|condemned|backed|endorsed|defended|urged|responded|commissioned|apologised|apologized|hit|pledged|vowed|declined|refused|plans|insists)$/;
/** Titles right before a name, never before a place. */
const PERSONAL = /^(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lady|rev|reverend)\.?$/;
/** What stands behind the names of those who were honoured, elected or called to the bar. */
const HONOURS = /^(?:MP|MPs|MSP|MEP|MS|QC|KC|SC|OBE|MBE|CBE|DBE|KBE|CB|CH|PhD|MD|JP|FRS|QPM)$/;
/** Second words of offices: 'Chief Executive', 'Chief Social Worker'. */
const OFFICERS = new Set(
  'executive officer inspector minister secretary constable adviser advisor worker whip social'.split(' '),
);
const PARTY =
  /^(?:labour|labor|lab|conservative|con|cons|lib|liberal|ld|green|snp|party|democrat|ind|ukip|reform)$/;
/** Who is at the head of a body rather than of a subject: 'CEO of Frontline', not 'Director of Education'. */
const HOLDERS = /^(?:ceo|chair|chairman|chairwoman|founder|co-founder)$/;
const DIRECTIONS = /^(?:north|south|east|west|central|northern|southern|eastern|western)$/;
/** Words of bodies that are as often only what is spoken of. */
const SUBJECTS =
  /^(?:services?|reviews?|programme|plan|plans|projects?|campaign|initiative|fund|centres?|homes?|order|reserve|service|care)$/;
/** Words for bodies that stand for one named before when they have a capital: 'the Council'. */
export const HEADS =
  /^(?:council|government|department|ministry|trust|committee|commission|association|agency|authority|board|court|church|union|society|foundation|party|congress|senate|assembly|cabinet|house|university|college|school|corporation|company|academy|institute|ombudsman|inspectorate|bank|federation|league|club|navy|army|charity|partnership|alliance|tribunal)$/;
/** Words in small letters that make a body of the place in front: 'Doncaster council', 'New Zealand government'. */
const SMALL_HEADS = /^(?:council|government|navy|army|military|parliament|police)$/;
const PARTIES = /^(?:labour|labor|conservative|green|republican|democratic|liberal|reform)$/;
const SMALL_KINDS =
  /^(?:city|borough|county|district|town|parish|metropolitan|unitary|foreign|defen[cs]e|interior|health|finance|justice|education|security|supreme|high|federal|constitutional)$/;
/** Bodies that are on a matter. */
const ADVISORY =
  /^(?:committee|council|commission|panel|taskforce|inquiry|center|centre|conference|convention)$/;
const WHOLE = /^(?:department|ministry|office|committee|board|secretary|commission|institute)$/;

/** Whether hyphens stand between spaces throughout. */
function isHyphenSpaced(tokens: readonly Token[]): boolean {
  let [spaced, joined] = [0, 0];
  for (const [index, token] of tokens.entries())
    if (
      token.text === '-' &&
      /^[\p{L}\d]/u.test(tokens[index + 1]?.text ?? '') &&
      /[\p{L}\d]$/u.test(tokens[index - 1]?.text ?? '')
    )
      spaced++;
    else if (/\p{L}-\p{L}/u.test(token.text)) joined++;
  return spaced > 2 && spaced > joined;
}

/** All names of a text in order. `starts` are the tokens that begin a sentence, where a capital says nothing. */
export function findNames({ tokens, blocks }: Language, starts: ReadonlySet<number>): Name[] {
  const small = new Set<string>();
  for (const token of tokens) if (/^\p{Ll}/u.test(token.text)) small.add(token.lower);

  /** Short forms of things: with a number somewhere, or as what kind of thing they are. */
  const things = new Set<string>();
  for (const [index, { text }] of tokens.entries()) {
    if (/^\p{Lu}{2,}\d+$/u.test(text)) things.add(text.replace(/\d+$/, ''));
    if (isAcronym({ text }) && THING_AFTER.test(tokens[index + 1]?.lower ?? '')) things.add(text);
  }
  const big = new Set<string>();
  for (const [index, token] of tokens.entries())
    if (isCapital(token) && !starts.has(index)) big.add(token.lower);

  /** Whether a capital at the start of a sentence is that of a name. */
  const isNamedAtStart = (index: number): boolean => {
    const token = tokens[index]!;
    const next = tokens[index + 1];
    if (
      /^(?:bill|april|june)$/.test(token.lower) &&
      isNameWord(next) &&
      !isAcronym(next) &&
      !WELL_KNOWN.has(next.lower) &&
      !has(ORGANISATION_WORDS, next)
    )
      return true;
    if (/^labou?r$/.test(token.lower) && /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return true;
    if (NOT_NAMES.has(token.lower)) return false;
    if (isAcronym(token)) return true;
    if (has(FIRST_NAMES, token) && isNameWord(next)) return true;
    if (token.pos === 'PROPN' || (token.pos === 'NOUN' && isNameWord(next)))
      return !small.has(token.lower) || isNameWord(next);
    return isNameWord(next) && token.pos === 'ADJ' && !small.has(token.lower);
  };

  const isCaption = (index: number) => CAPTION.test(tokens[index]!.lower) && tokens[index + 1]?.text === ':';
  /** Texts put together of single words have hyphens with spaces around them: 'girl - led'. */
  const isSpaced = isHyphenSpaced(tokens);

  /** Where the run of name words that begins at a token ends. */
  const findEnd = (from: number, to: number): number => {
    let end = from + 1;
    let hasBody = has(ORGANISATION_WORDS, tokens[from]);
    let hasJoint = false;
    while (end < to && end - from < 14) {
      const token = tokens[end]!;
      if (isCaption(end)) return end;
      // 'Theresa May'
      const isNamesake =
        /^(?:may|june|april|august)$/.test(token.lower) && end - from === 1 && has(FIRST_NAMES, tokens[from]);
      if (isNameWord(token) && (isNamesake || !CALENDAR.test(token.lower))) {
        hasBody ||= has(ORGANISATION_WORDS, token);
        end++;
        continue;
      }
      const next = tokens[end + 1];
      if (end + 1 >= to) return end;
      const before = tokens[end - 1]!;
      if (token.text === '&' && isNameWord(next)) end += 2;
      else if (token.text === '-' && isHyphenated(end)) end += 2;
      else if (
        has(PERSON_JOINTS, token) &&
        has(PERSON_JOINTS, next) &&
        isNameWord(tokens[end + 2]) &&
        !hasBody
      )
        end += 3;
      else if (has(PERSON_JOINTS, token) && next?.text === '-' && isNameWord(tokens[end + 2])) end += 3;
      else if (
        isClitic(token) &&
        isNameWord(next) &&
        ((hasJoint && hasBody && !isAcronym(before)) ||
          (OWNERS.test(before.lower) && (end - from > 1 || isOwned(from))))
      ) {
        hasBody ||= has(ORGANISATION_WORDS, next);
        end += 2;
      } else if (token.lower === 'upon' && isNameWord(next)) end += 2;
      else if (
        /^(?:of|for)$/.test(token.lower) ||
        (token.lower === 'on' && tokens.slice(from, end).some(({ lower }) => ADVISORY.test(lower)))
      ) {
        const skip = next?.lower === 'the' ? 2 : 1;
        const after = tokens[end + skip];
        const isMore = isNameWord(after) && end + skip < to && (token.lower === 'of' || hasBody);
        if (
          !isMore ||
          CALENDAR.test(after.lower) ||
          (!hasBody && NOT_NAMES.has(after.lower) && !isNameWord(tokens[end + skip + 1]))
        )
          return end;
        // '… of the US' says where.
        if (PLACES.has(after.lower) && skip === 2 && !isNameWord(tokens[end + skip + 1])) return end;
        if (NOT_ORGANISATIONS.has(after.lower) && skip === 2) return end;
        hasJoint = true;
        hasBody ||= has(ORGANISATION_WORDS, after);
        end += skip + 1;
      } else if (token.text === ',' && findListed(from, end, to) !== undefined)
        return findListed(from, end, to)!;
      else if (isPaired(from, end, to)) {
        hasBody = true;
        end += 2;
      } else if (token.text === ',' && WHOLE.test(tokens[from]!.lower) && hasJoint && findSeries(end, to))
        // 'the Department for Culture, Media and Sport'
        end = findSeries(end, to)!;
      else if (
        token.lower === 'and' &&
        hasBody &&
        hasJoint &&
        isNameWord(next) &&
        !has(FIRST_NAMES, next) &&
        !has(TITLES, next) &&
        !has(ROLES, next) &&
        !isAcronym(next)
      ) {
        // 'the Department for Education and Ofsted' are two, as are two universities.
        const last = tokens[end + 2];
        const rest = findPlainEnd(end + 1, to);
        const isOther =
          tokens.slice(end + 1, rest).some((word) => has(ORGANISATION_WORDS, word)) &&
          !WHOLE.test(tokens[from]!.lower);
        const isLone =
          next.pos === 'PROPN' &&
          last?.text !== '(' &&
          !isNameWord(last) &&
          !small.has(next.lower) &&
          !isPlainNoun(next);
        if (isOther || isLone) return end;
        end += 2;
      } else if (has(PERSON_JOINTS, token) && isNameWord(next) && !hasBody) end += 2;
      else return end;
    }
    return end;
  };
  /** A common word with a capital, as in the names of bodies: 'Markets', 'Safety'. */
  const isPlainNoun = (token: Token | undefined): boolean =>
    isNameWord(token) &&
    /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
    !has(FIRST_NAMES, token) &&
    !PLACES.has(token.lower) &&
    !NOT_NAMES.has(token.lower) &&
    !WELL_KNOWN.has(token.lower) &&
    isKnownWord(token.lower);
  /** A word of the dictionary that is neither a first name nor a place. */
  const isCommon = (token: Token | undefined): boolean =>
    isNameWord(token) &&
    !has(FIRST_NAMES, token) &&
    !PLACES.has(token.lower) &&
    !CALENDAR.test(token.lower) &&
    !WELL_KNOWN.has(token.lower) &&
    isKnownWord(token.lower);
  /** Where a series of common words ends that begins at a comma: ', Culture, Media and Sport'. */
  const findSeries = (comma: number, to: number): number | undefined => {
    let and = 0;
    let at = comma;
    for (; at < Math.min(to, comma + 12); at++) {
      const token = tokens[at]!;
      if (token.lower === 'and' && !and) and = at;
      else if (!(token.text === ',' && !and) && !isCommon(token)) break;
    }
    return and > 0 && at > and + 1 ? at : undefined;
  };
  /** Where the words of one body end that a comma lists: 'the Children, Young People and Families Committee'. */
  const findListed = (from: number, comma: number, to: number): number | undefined => {
    const isThe = [from - 2, from - 1, from].some((index) => tokens[index]?.lower === 'the');
    const at = isThe ? findSeries(comma, to) : undefined;
    const isListed =
      at !== undefined &&
      has(ORGANISATION_WORDS, tokens[at - 1]) &&
      tokens.slice(from, comma).every((token) => token.lower === 'the' || isCommon(token));
    return isListed ? at : undefined;
  };
  /** 'the Children's Society' */
  const isOwned = (from: number): boolean => {
    const [before, after] = [tokens[from - 1], tokens[from + 2]];
    return (
      (before?.lower === 'the' || isClitic(before)) &&
      has(ORGANISATION_WORDS, after) &&
      !SUBJECTS.test(after!.lower)
    );
  };
  /** Whether 'and' joins the first words of one body: 'the Competition and Markets Authority', 'The Globe and Mail'. */
  const isPaired = (from: number, and: number, to: number): boolean => {
    const next = tokens[and + 1];
    if (tokens[and]!.lower !== 'and' || !isNameWord(next) || and + 1 >= to) return false;
    if (and - from === 1 && PRESS.test(tokens[from]!.lower) && PRESS.test(next.lower)) return true;
    const end = findPlainEnd(and + 1, to);
    return (
      and - from <= 2 &&
      end - and > 2 &&
      end - and < 6 &&
      tokens.slice(from, and).every((token) => isCommon(token) && !has(ORGANISATION_WORDS, token)) &&
      isCommon(next) &&
      !has(ORGANISATION_WORDS, next) &&
      has(ORGANISATION_WORDS, tokens[end - 1])
    );
  };
  /** Whether a hyphen between spaces is within a name: 'Kim Jong - un', 'El - Hassan'. */
  const isHyphenated = (index: number): boolean => {
    const [before, after] = [tokens[index - 1]!, tokens[index + 1]];
    if (!after) return false;
    const isTail =
      /^\p{Ll}{2,8}$/u.test(after.text) &&
      /^\p{Lu}\p{Ll}{1,6}$/u.test(before.text) &&
      isNameWord(tokens[index - 2]);
    return isTail
      ? !isKnownWord(after.lower) ||
          has(PERSON_JOINTS, after) ||
          (isSpaced && after.lower.length === 2 && after.pos !== 'ADP')
      : isSpaced && isNameWord(after) && (!NOT_NAMES.has(after.lower) || NOT_NAMES.has(before.lower));
  };
  const findPlainEnd = (from: number, to: number) => {
    let end = from;
    while (end < to && end - from < 8 && isNameWord(tokens[end])) end++;
    return end;
  };

  /** Where a place's name that begins at a token ends, the longest; the token itself if there is none. */
  const findPlace = (from: number, to: number): number => {
    for (let end = Math.min(to, from + 5); end > from; end--)
      if (
        PLACES.has(
          tokens
            .slice(from, end)
            .map((token) => token.lower)
            .join(' '),
        )
      )
        return end;
    return from;
  };
  const hasBodyIn = (from: number, to: number) =>
    tokens.slice(from, to).some((token) => has(ORGANISATION_WORDS, token) && isCapital(token));

  const isSaying = (index: number): boolean => {
    const token = tokens[index];
    if (ACTING.test(token?.lower ?? '')) return true;
    const verb = token && REPORTING.get(token.lower);
    return (
      verb !== undefined &&
      token!.pos !== 'NOUN' &&
      (verb.takes.has('say') || verb.takes.has('tell') || verb.takes.has('think'))
    );
  };

  /** 'CYP Now', 'BBC Today' */
  const isPeriodical = (index: number) =>
    /^(?:now|today)$/.test(tokens[index]!.lower) && index > 0 && isAcronym(tokens[index - 1]!);
  /** Whether somebody's role in it stands in front of a name: 'a spokeswoman for Tesco', 'the founder of Google'. */
  const isOfRole = (from: number): boolean => {
    const at = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
    const [before, role] = [tokens[at]?.lower ?? '', tokens[at - 1]];
    if (/^(?:joined|joining)$/.test(before)) return true;
    return before === 'of'
      ? OFFICES.test(role?.lower ?? '')
      : /^(?:at|for)$/.test(before) && has(ROLES, role);
  };

  /** Whether a word for bodies leads to a name: 'the firm Impower', 'its elite group the Sea Org', 'a group called Unlock'. */
  const isOfKind = (from: number): boolean => {
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
  };

  /** Whether a place is rated or judged, as councils are. */
  const isJudged = (from: number, to: number): boolean => {
    const JUDGED = /^(?:rated|judged|graded|deemed|branded)$/;
    let at = to;
    while (at < to + 4 && /^(?:AUX|ADV|PART)$/.test(tokens[at]?.pos ?? '')) at++;
    return (at > to && JUDGED.test(tokens[at]?.lower ?? '')) || JUDGED.test(tokens[from - 1]?.lower ?? '');
  };

  /** What beside a name of one word tells that it is a body's. */
  const toBodyRule = (from: number): readonly [rule: RuleName, confidence: number] | undefined => {
    const token = tokens[from]!;
    const after = tokens[from + 1];
    if (has(TITLES, token) || has(FIRST_NAMES, token)) return undefined;
    if (has(ORGANISATION_WORDS, token) && token.lower.endsWith('s') && isKnownWord(token.lower))
      return undefined;
    const behind = tokens.slice(from + 2, from + 6);
    const role = behind.findIndex(
      (one) => BODY_AFTER.test(one.lower) || has(ROLES, one) || has(BODIES, one) || has(REPORTS, one),
    );
    if (isClitic(after) && role >= 0 && !behind.slice(0, role).some(({ text }) => /^[,.;:]$/.test(text)))
      return ['role-of-body', 0.7];
    if (BODY_AFTER.test(after?.lower ?? '')) return ['role-of-body', 0.65];
    if (isOfRole(from) && !/^(?:region|province|area|state|valley|coast)$/.test(after?.lower ?? ''))
      return ['role-of-body', 0.6];
    const isInverted =
      isSaying(from - 1) &&
      tokens[from - 1]!.block === token.block &&
      (!after || /^[.,;]$/.test(after.text) || after.block !== token.block);
    if (
      ((isSaying(from + 1) && !tokens[from + 1]!.lower.endsWith('ing')) ||
        (tokens[from + 1]?.pos === 'ADV' && isSaying(from + 2)) ||
        isInverted) &&
      !/^\p{Lu}{2,}s$/u.test(token.text)
    )
      return ['speaks', 0.55];
    return undefined;
  };

  /** Where a body's name ends that goes on in small letters: 'Doncaster council', 'Labour party'; nowhere if it does not. */
  const findSmallHead = (from: number, end: number, to: number): number | undefined => {
    const last = tokens[end - 1]!;
    const at = SMALL_KINDS.test(tokens[end]?.lower ?? '') ? end + 1 : end;
    const head = tokens[at];
    if (at >= to || !head || isCapital(head)) return undefined;
    if (head.lower === 'party' && at === end)
      return end - from === 1 && (!isKnownWord(last.lower) || PARTIES.test(last.lower)) ? end + 1 : undefined;
    if (
      last.lower === 'sheriff' &&
      isClitic(head) &&
      /^(?:office|department)$/.test(tokens[at + 1]?.lower ?? '')
    )
      return at + 2;
    const isKind = at > end;
    if (!SMALL_HEADS.test(head.lower) && !(isKind && /^(?:ministry|court)$/.test(head.lower)))
      return undefined;
    const isOf =
      findPlace(from, end) === end ||
      (end - from === 1 && /(?:ish|an|ese|i)$/.test(last.lower) && NOT_NAMES.has(last.lower));
    const isUnknown =
      end - from === 1 &&
      ((/^(?:council|government)$/.test(head.lower) && !isKnownWord(last.lower)) ||
        (isKind && isAcronym(last)));
    const behind = tokens[at + 1];
    if (head.lower === 'police' && (behind?.pos === 'NOUN' || NOT_NAMES.has(last.lower))) return undefined;
    return isOf || isUnknown ? at + 1 : undefined;
  };

  /** What a run of name words names: the part of it that is the name, and of what kind. */
  const classify = (begin: number, end: number): Name[] => {
    let from = begin;
    let to = end;
    const name = (kind: Name['kind'], rule: RuleName, confidence: number): Name[] => [
      { from, to, kind, rule, confidence },
    ];
    const none = () => name(undefined, 'capitals', 0);
    if (tokens[from]!.lower === 'the') from++;
    const wholePlace = findPlace(from, to);
    if (wholePlace === to && to - from > 1) return none();
    const isFirstName = (index: number) =>
      /^(?:bill|christian|june|april)$/.test(tokens[index]!.lower) &&
      index + 1 < to &&
      isNameWord(tokens[index + 1]) &&
      !has(ORGANISATION_WORDS, tokens[index + 1]) &&
      !/^(?:the|a|this|that|every)$/.test(tokens[index - 1]?.lower ?? '');
    while (
      from < to &&
      wholePlace === begin &&
      NOT_NAMES.has(tokens[from]!.lower) &&
      !isFirstName(from) &&
      !(OWNERS.test(tokens[from]!.lower) && isClitic(tokens[from + 1]) && from + 2 < to) &&
      !(/^(?:and|&|,)$/.test(tokens[from + 1]?.lower ?? '') && from + 2 < to && hasBodyIn(from, to)) &&
      !(DIRECTIONS.test(tokens[from]!.lower) && isNameWord(tokens[from + 1]) && hasBodyIn(from, to)) &&
      (starts.has(from) || !isNameWord(tokens[from + 1]) || !hasBodyIn(from, to))
    )
      from++;
    const lastWord = tokens[to - 1]!.lower;
    while (from < to && !isWord(tokens[from]!)) from++;
    if (from >= to) return [];
    const isWhole =
      has(FIRST_NAMES, tokens[from]) ||
      (hasBodyIn(from, to) && tokens.slice(from, to).some(isJoint) && !THING.test(lastWord));
    while (to > from && !isWhole && NOT_NAMES.has(tokens[to - 1]!.lower) && !isPeriodical(to - 1)) to--;
    while (to > from && isJoint(tokens[to - 1]!)) to--;
    if (from >= to) return [];
    if (tokens[from + 1]?.lower === 'member' && from + 1 < to) return none();
    // 'local authorities' are nobody in particular, with capitals or without.
    if (tokens[from]!.lower === 'local' && lastWord.startsWith('authorit') && to - from === 2) return none();
    // 'Fernando Cheung of the Labour Party' are two.
    const joint = tokens
      .slice(from, to)
      .findIndex((token, place) => place > 1 && /^(?:of|for)$/.test(token.lower));
    const isPost =
      (has(TITLES, tokens[from]) && isJoint(tokens[from + 1]!)) ||
      tokens
        .slice(from + 1, from + Math.max(joint, 1))
        .some((token) => has(TITLES, token) || has(ROLES, token));
    if (joint > 1 && !hasBodyIn(from, from + joint) && !isPost) {
      const rest = tokens[from + joint + 1]!.lower === 'the' ? joint + 2 : joint + 1;
      return [...classify(from, from + joint), ...classify(from + rest, to)];
    }
    while (
      to - from > 1 &&
      (has(TITLES, tokens[to - 1]) || has(OFFICERS, tokens[to - 1])) &&
      hasBodyIn(from, to - 1)
    )
      to--;
    // 'Children's Social Care Review', 'Services': subjects rather than bodies.
    if (
      isClitic(tokens[from - 1]) &&
      OWNERS.test(tokens[from - 2]?.lower ?? '') &&
      tokens.slice(from, to).every((token) => isKnownWord(token.lower)) &&
      tokens.slice(from, to).every((token) => !has(ORGANISATION_WORDS, token) || SUBJECTS.test(token.lower))
    )
      return none();
    if (THING.test(lastWord) && to - from + (end - to) > 1) return none();

    // 'Yvette Cooper MP', 'Christine Lenehan OBE DL'
    const whole = to;
    while (to - from > 1 && HONOURS.test(tokens[to - 1]!.text) && !hasBodyIn(from, to)) to--;
    const isHonoured = to < whole && to - from > 1 && to - from <= 4;

    // 'U.S. President Donald Trump', 'Minister of Education Stefania Giannini': the name is what follows the title.
    let title = -1;
    for (let index = from; index < Math.min(to, from + 6); index++)
      if (
        has(TITLES, tokens[index]) ||
        (index === from && has(ROLES, tokens[index]) && tokens[index + 1]?.lower === 'of')
      )
        title = index;
    const isTitleName = title === from && has(FIRST_NAMES, tokens[title]) && to - from === 2;
    if (title >= 0 && title < to - 1 && !isTitleName) {
      let start = title + 1;
      // 'Chief Executive of …'
      while (start < to - 1 && has(OFFICERS, tokens[start])) start++;
      if (start === to - 1 && has(OFFICERS, tokens[start])) return none();
      const isOffice = /^(?:of|for)$/.test(tokens[start]!.lower);
      const rest = tokens.slice(start, to);
      if (
        !isOffice &&
        isNameWord(tokens[start]) &&
        !hasBodyIn(start, to) &&
        rest.length <= 5 &&
        !rest.some(isJoint)
      ) {
        const placed = findPlace(start, to);
        if (placed === to && rest.length > 1) return none();
        // 'Dr Berlin Kafoa'
        const isPersonal = PERSONAL.test(tokens[title]!.lower);
        // 'Cardiff Council Leader Huw Thomas' are two.
        const body =
          title - from > 1 &&
          hasBodyIn(title - 1, title) &&
          !/^(?:county|district|services?)$/.test(tokens[title - 1]!.lower)
            ? classify(from, title)
            : [];
        from = placed > start && placed < to && !isPersonal ? placed : start;
        return [...body, ...name('person', 'title-before-name', 0.9)];
      }
      if (isOffice) {
        const first = rest.findIndex(
          (token, place) => place > 1 && has(FIRST_NAMES, token) && place < rest.length - 1,
        );
        if (first > 0 && !rest.slice(first).some(isJoint)) {
          from = start + first;
          return name('person', 'title-before-name', 0.9);
        }
        const body = tokens[start + 1]?.lower === 'the' ? start + 2 : start + 1;
        const isHeld = to - body === 1 && (isAcronym(tokens[body]!) || HOLDERS.test(tokens[title]!.lower));
        if (!hasBodyIn(body, to) && !isHeld) return none();
        from = body;
      }
    }
    const placed = findPlace(from, to);
    if (placed === to && isJudged(from, to)) return name('organisation', 'judged', 0.6);
    if (
      placed === to &&
      !(to - from > 1 && has(FIRST_NAMES, tokens[from]) && findPlace(from, from + 1) === from)
    )
      return none();
    if (placed > from && to - placed >= 2 && !hasBodyIn(placed, to)) from = placed;

    while (to - from > 2 && isAcronym(tokens[to - 1]!) && NOT_ORGANISATIONS.has(tokens[to - 1]!.lower)) to--;
    const words = tokens.slice(from, to);
    const first = words[0]!;
    const length = words.length;
    const before = tokens[from - 1]?.block === first.block ? tokens[from - 1] : undefined;
    const after = tokens[to];
    const isShort = (token: Token) =>
      isAcronym(token) &&
      !NOT_ORGANISATIONS.has(token.lower) &&
      !small.has(token.lower) &&
      !ROMAN.test(token.text) &&
      // As 'IE' is where 'IE6' stands too.
      !/\d$/.test(token.text) &&
      !things.has(token.text) &&
      /^(?:PROPN|NOUN|X)$/.test(token.pos);
    if (isAcronym(first) && length === 1)
      return isShort(first) ? name('organisation', 'acronym', /\d/.test(first.text) ? 0.4 : 0.55) : none();
    if (length <= 3 && WELL_KNOWN.has(words.map(({ lower }) => lower).join(' ')))
      return name('organisation', 'well-known', 0.8);
    if (
      length === 1 &&
      BRAND.test(first.text) &&
      !FIRST_NAMES.has(/^\p{Lu}\p{Ll}+/u.exec(first.text)?.[0].toLowerCase() ?? '')
    )
      return name('organisation', 'brand', 0.5);
    if (length === 2 && first.lower === 'air') return name('organisation', 'organisation-word', 0.7);
    const isParty = /^[,)]$/.test(after?.text ?? '') && before?.text === '(';
    if (length === 1 && isParty && PARTIES.test(first.lower)) return name('organisation', 'well-known', 0.6);
    // '(Labour, Dudley North)'
    const bracket = tokens.slice(Math.max(0, from - 5), from);
    if (
      before?.text === ',' &&
      bracket.some(({ text }) => text === '(') &&
      bracket.some(({ lower }) => PARTY.test(lower))
    )
      return none();
    if (isHonoured && !hasBodyIn(from, to) && !words.some(isJoint))
      return name('person', 'role-beside-name', 0.85);
    if (length === 2 && /^(?:\p{Lu}|\d)$/u.test(words[1]!.text)) return none();
    const hasJoints = words.some(isJoint);
    if (
      length <= 3 &&
      words.some((token) => token.lower === 'and') &&
      words.every((token) => PRESS.test(token.lower) || token.lower === 'and')
    )
      return name('organisation', 'newspaper', 0.75);
    // 'an analyst at Edward Jones'
    if (before?.lower === 'at' && has(ROLES, tokens[from - 2]) && !hasBodyIn(from, to) && length <= 3)
      return name('organisation', 'role-of-body', 0.65);
    const isNamed =
      has(FIRST_NAMES, first) &&
      length >= 2 &&
      length <= 5 &&
      (isNameWord(words[1]) || (length > 2 && has(PERSON_JOINTS, words[1])));
    if (isNamed && !has(ORGANISATION_WORDS, words.at(-1)) && !hasJoints)
      return name('person', 'first-name', 0.9);
    if (
      hasBodyIn(from, to) &&
      (length > 1 ||
        (before?.lower === 'the' && HEADS.test(first.lower)) ||
        (/^labou?r$/.test(first.lower) && starts.has(from) && /^(?:VERB|AUX)$/.test(after?.pos ?? '')) ||
        (/^(?:parliament|congress|senate|treasury|labour|labor|conservatives|democrats|republicans|reuters)$/.test(
          first.lower,
        ) &&
          !starts.has(from)))
    ) {
      // 'University of Texas student association president' apart: a person's name may follow a body's at once.
      const isStrangeEnd =
        length > 3 &&
        !isJoint(words.at(-3)!) &&
        words
          .slice(-2)
          .every(
            (token) =>
              !isJoint(token) &&
              !has(ORGANISATION_WORDS, token) &&
              !isAcronym(token) &&
              !isKnownWord(token.lower),
          );
      const person = isStrangeEnd
        ? length - 2
        : words.findIndex(
            (token, place) =>
              (place > 1 || (place > 0 && first.lower.endsWith('s'))) &&
              place < length - 1 &&
              has(FIRST_NAMES, token) &&
              !isJoint(words[place - 1]!) &&
              !words.slice(place).some((one) => isJoint(one) || has(ORGANISATION_WORDS, one)),
          );
      if (person === 1) {
        from++;
        return name('person', 'first-name', 0.8);
      }
      if (person > 1 && hasBodyIn(from, from + person))
        return [
          { from, to: from + person, kind: 'organisation', rule: 'organisation-word', confidence: 0.75 },
          { from: from + person, to, kind: 'person', rule: 'first-name', confidence: 0.8 },
        ];
      return name('organisation', 'organisation-word', 0.85);
    }
    if (has(TITLES, before) && length <= 4 && !hasJoints && !has(ROLES, words.at(-1)))
      return name('person', 'title-before-name', 0.9);
    if (isOfKind(from)) return name('organisation', 'kind-before-name', 0.8);
    const isPlain =
      !hasJoints &&
      !/^st\.?$/.test(first.lower) &&
      words.every((token) => !isAcronym(token) && !/\d/.test(token.text) && !NOT_NAMES.has(token.lower));
    if (length >= 2 && length <= 4 && isPlain) {
      // 'the Civil Aviation Secretary'
      if (has(TITLES, words.at(-1)) || has(ROLES, words.at(-1))) return none();
      // 'Scientist Jane Smith'
      const named = words.findIndex(
        (token, place) => place > 0 && place < length - 1 && has(FIRST_NAMES, token),
      );
      if (named > 0 && !has(FIRST_NAMES, first)) {
        from += named;
        return name('person', 'first-name', 0.7);
      }
      if (words.slice(1).some(({ text }) => /^\p{Lu}\.?$/u.test(text)))
        return name('person', 'initial', 0.85);
      // 'Kim Shin-Wook', 'Kwok Ka-ki'
      if (
        length === 2 &&
        /^\p{Lu}\p{Ll}{1,6}$/u.test(first.text) &&
        /^\p{Lu}\p{Ll}{1,6}-\p{L}\p{Ll}{1,6}$/u.test(words[1]!.text) &&
        words[1]!.lower.split('-').some((part) => !isKnownWord(part))
      )
        return name('person', 'unknown-words', 0.7);
      const isAged =
        after?.text === ',' && /^\d{1,2}$/.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text === ',';
      const next = tokens.slice(to + 1, to + 9);
      const role = next.findIndex((token) => has(ROLES, token) || has(TITLES, token) || has(BODIES, token));
      const isApposition =
        after?.text === ',' &&
        role >= 0 &&
        !next
          .slice(0, role)
          .some(({ text, pos }) => /^[,.;:]$/.test(text) || pos === 'VERB' || pos === 'AUX');
      const isBodyBeside =
        isApposition &&
        role > 0 &&
        role < 5 &&
        has(BODIES, next[role]) &&
        !isClitic(next[role + 1]) &&
        /^(?:a|an|the)$/.test(next[0]!.lower) &&
        !next.slice(0, role).some(({ pos }) => pos === 'ADP');
      if (isBodyBeside) return name('organisation', 'role-beside-name', 0.7);
      const isRoleBefore =
        before !== undefined &&
        (has(ROLES, before) ||
          PEOPLE_BEFORE.test(before.lower) ||
          (before.text === ',' && has(ROLES, tokens[from - 2])));
      if (isAged || (isApposition && (!has(BODIES, next[role]) || isClitic(next[role + 1]))) || isRoleBefore)
        return name('person', 'role-beside-name', 0.8);
      if (isOfRole(from)) return name('organisation', 'role-of-body', 0.6);
      const isBetween = after?.text === ',' || after?.pos === 'ADV' || after?.pos === 'AUX';
      const speaks = isSaying(to) || (isBetween && isSaying(to + 1)) || isSaying(from - 1);
      // 'Exxon Mobil said its profit …'
      if (speaks && tokens.slice(to + 1, to + 6).some(({ lower }) => lower === 'its'))
        return name('organisation', 'speaks', 0.6);
      // 'Community Care': words that are no names elsewhere are a body's.
      if (speaks && words.some((token) => small.has(token.lower) && !has(PERSON_JOINTS, token)))
        return name('organisation', 'speaks', 0.5);
      if (speaks || after?.lower === 'who') return name('person', 'speaks', 0.65);
      const isPlaced = /^(?:in|at|near|to|the|a|an)$/.test(before?.lower ?? '');
      // A line of nothing but a name, as above a date.
      const block = blocks[first.block]!;
      const below = tokens[block.to];
      if (
        block.from === from &&
        block.to === to &&
        length <= 3 &&
        !isKnownWord(first.lower) &&
        below &&
        (CALENDAR.test(below.lower) || /^\d/.test(below.text) || below.lower === 'published')
      )
        return name('person', 'byline-alone', 0.6);
      const [isStrange, isStrangeFirst] = [!isKnownWord(words.at(-1)!.lower), !isKnownWord(first.lower)];
      if (!isPlaced && isStrange && (isStrangeFirst || has(FIRST_NAMES, first)) && !starts.has(from))
        return name('person', 'unknown-words', 0.5);
      return none();
    }
    // 'AS Heagle', 'K.C. Maurer'
    if (
      length === 2 &&
      /^(?:\p{Lu}{1,2}|(?:\p{Lu}\.){1,3})$/u.test(first.text) &&
      !PLACES.has(first.lower) &&
      !NOT_ORGANISATIONS.has(first.lower) &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(words[1]!.text) &&
      !isKnownWord(words[1]!.lower) &&
      !/^(?:from|at|against|in|to|beat|v|vs)$/.test(before?.lower ?? '')
    )
      return name('person', 'initial', 0.7);
    // 'ADCS Safeguarding Pressures', 'BASW England'
    if (length > 1 && isShort(first)) {
      if (length > 2 || !(PLACES.has(words[1]!.lower) || isPeriodical(from + 1))) to = from + 1;
      return name('organisation', 'acronym', 0.5);
    }
    if (
      length === 1 &&
      (PEOPLE_BEFORE.test(before?.lower ?? '') || has(ROLES, before)) &&
      !isCapital(before!) &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(first.text) &&
      (has(FIRST_NAMES, first) || !isKnownWord(first.lower)) &&
      /^[.,;:)]$/.test(after?.text ?? '.')
    )
      return name('person', 'role-beside-name', 0.6);
    const isAlone = length === 1 && /^\p{Lu}\p{Ll}{2,}$/u.test(first.text) && !NOT_NAMES.has(first.lower);
    if (
      isAlone &&
      after?.text === ',' &&
      /^\d\d$/.test(tokens[to + 1]?.text ?? '') &&
      tokens[to + 2]?.text === ','
    )
      return name('person', 'role-beside-name', 0.6);
    const isDoubtful = starts.has(from) && isKnownWord(first.lower) && !big.has(first.lower);
    const isPaper = length === 1 && before?.lower === 'the' && PAPER.test(first.lower);
    const rule =
      length !== 1 || isDoubtful ? undefined : isPaper ? (['newspaper', 0.7] as const) : toBodyRule(from);
    return rule ? name('organisation', ...rule) : none();
  };

  const explained = findExplained(tokens);
  const names: Name[] = [];
  const headlines: Run[] = [];
  for (const { from, to } of blocks) {
    if (isShouted(tokens, { from, to }) || isTitled(tokens, { from, to })) {
      headlines.push({ from, to });
      continue;
    }
    const dateline = findDateline(tokens, { from, to });
    for (let index = from; index < to;) {
      if (index < dateline && tokens[index - 1]?.text !== '(') {
        index++;
        continue;
      }
      const whole = explained.get(index);
      if (whole !== undefined && whole <= to) {
        const words = tokens.slice(index, whole);
        const isThing =
          words.every(
            (token) => !isNameWord(token) || (isCommon(token) && !has(ORGANISATION_WORDS, token)),
          ) ||
          THING.test(tokens[whole - 1]!.lower) ||
          has(TITLES, tokens[index]) ||
          /^review$/.test(tokens[whole - 1]!.lower);
        names.push({
          from: index,
          to: whole,
          kind: isThing ? undefined : 'organisation',
          rule: 'acronym-defined',
          confidence: 0.85,
        });
        index = whole;
        continue;
      }
      if (!isNameWord(tokens[index]) || (starts.has(index) && !isNamedAtStart(index))) {
        index++;
        continue;
      }
      const end = Math.min(findEnd(index, to), to);
      const smallEnd = findSmallHead(index, end, to);
      if (smallEnd === undefined) names.push(...classify(index, end));
      else
        names.push({
          from: index,
          to: smallEnd,
          kind: 'organisation',
          rule: 'organisation-word',
          confidence: 0.75,
        });
      index = smallEnd ?? end;
    }
  }

  addToHeadlines(tokens, names, headlines);

  // A name of several words whose last stands alone elsewhere is a person's: 'Romelu Lukaku', then 'Lukaku'.
  const alone = new Set<string>();
  for (const { from, to, kind } of names)
    if (to - from === 1 && kind !== 'person') alone.add(tokens[from]!.lower);
  const surnames = new Set<string>();
  for (const name of names) {
    const words = tokens.slice(name.from, name.to);
    const last = words.at(-1)!;
    const isLikely =
      name.kind === undefined &&
      words.length >= 2 &&
      words.length <= 3 &&
      alone.has(last.lower) &&
      (!isKnownWord(last.lower) || has(FIRST_NAMES, words[0])) &&
      words.every(
        (token) =>
          !isJoint(token) &&
          !isAcronym(token) &&
          !/\d/.test(token.text) &&
          !small.has(token.lower) &&
          !NOT_NAMES.has(token.lower) &&
          !has(ORGANISATION_WORDS, token),
      ) &&
      findPlace(name.from, name.to) === name.from &&
      !THING.test(last.lower) &&
      !/^(?:the|a|an|in|at)$/.test(tokens[name.from - 1]?.lower ?? '');
    if (isLikely)
      Object.assign(name, { kind: 'person', rule: 'surname-alone', confidence: 0.6 } satisfies Partial<Name>);
    if (name.kind === 'person' && words.length > 1) {
      surnames.add(last.lower);
      // 'Anwar Ibrahim' may be called Anwar.
      if (!isKnownWord(words[0]!.lower)) surnames.add(words[0]!.lower);
    }
  }
  nameWithin(tokens, names);
  markListed(tokens, names, (name) => findPlace(name.from, name.to) === name.to);
  // One word that no dictionary has, named again and again, and never as where something is, is most likely a body.
  const strange = new Map<string, { times: number; isActing: boolean; isPlace: boolean }>();
  const isLone = ({ from, to, kind }: Name) =>
    kind === undefined &&
    to - from === 1 &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(tokens[from]!.text) &&
    !has(FIRST_NAMES, tokens[from]) &&
    !PLACES.has(tokens[from]!.lower) &&
    !surnames.has(tokens[from]!.lower);
  for (const name of names) {
    if (!isLone(name)) continue;
    const before = tokens[name.from - 1];
    const seen = strange.get(tokens[name.from]!.lower) ?? { times: 0, isActing: false, isPlace: false };
    seen.times++;
    seen.isPlace ||= /^(?:in|near|around|across|the|a|an)$/.test(before?.lower ?? '');
    seen.isActing ||=
      before?.pos === 'VERB' ||
      (tokens[name.to]?.pos === 'VERB' && !starts.has(name.from)) ||
      tokens[name.to]?.pos === 'AUX';
    strange.set(tokens[name.from]!.lower, seen);
  }
  for (const name of names) {
    if (!isLone(name)) continue;
    const word = tokens[name.from]!.lower;
    const seen = strange.get(word)!;
    if (seen.times > 1 && seen.isActing && !seen.isPlace && !isKnownWord(word))
      Object.assign(name, {
        kind: 'organisation',
        rule: 'unknown-words',
        confidence: 0.45,
      } satisfies Partial<Name>);
  }
  return names.map((name) =>
    name.kind === 'organisation' &&
    name.to - name.from === 1 &&
    name.rule !== 'acronym' &&
    surnames.has(tokens[name.from]!.lower)
      ? { ...name, kind: undefined }
      : name,
  );
}
