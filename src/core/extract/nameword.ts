// What is part of a name, and what a name is: the ground on which names are found.
import { isCapital, isWord, type Run, type Token } from './language';
import { NAME_JOINTS, ORGANISATION_WORDS, PLACES } from './lexicon';
import type { RuleName } from './rule';

export type NameKind = 'person' | 'organisation';
/** A name and what it names by which rule; no kind where it may be neither. */
export type Name = Run & { kind: NameKind | undefined; rule: RuleName; confidence: number };

const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\d&]{2,7}$/u;
export const isAcronym = ({ text }: { text: string }): boolean => ACRONYM.test(text) && !/^\d/.test(text);

export const isClitic = (token: Token | undefined) => token?.lower === "'s" || token?.lower === "'";
/** What a name is before in an adjective: 'Nusra-linked'. */
const COMPOUND =
  /\p{Ll}-(?:linked|led|based|style|backed|designed|born|owned|run|funded|wide|trained|affiliated|related|made)$/u;
/** A word that can be part of a name. */
export const isNameWord = (token: Token | undefined): token is Token =>
  token !== undefined &&
  (isCapital(token) || /^(?:al|el|an|as|ash|ad)-\p{Lu}/u.test(token.text)) &&
  isWord(token) &&
  token.text !== 'I' &&
  !COMPOUND.test(token.text);
export const has = (words: ReadonlySet<string>, token: Token | undefined) =>
  token !== undefined && words.has(token.lower.replace(/\.$/, ''));
export const isJoint = ({ lower }: Token) => /^(?:of|for|the|&|and|on)$/.test(lower);

/** Last words of names that are of things, places and events, whatever else is in them. */
export const THING =
  /^(?:festival|cup|prize|awards?|stadium|street|road|avenue|bridge|airport|station|island|islands|river|lake|mountains?|war|championships?|games|show|towers?|tower|square|hotel|palace|castle|bay|beach|valley|county|day|week|act|bill|law|treaty|agreement|convention|declaration|constitution|code|index|scheme|strategy|plan|framework|olympics|election|elections|building|arena|theory|syndrome|disease)$/;

/** Owners within names: 'Children's Services', 'People's Army'. */
export const OWNERS =
  /^(?:children|people|women|men|girls|boys|workers|teachers|nurses|residents|citizens|students|patients|consumers|farmers|parents|carers|players|writers|veterans|king|queen|prince|sheriff|leaders)$/;
/** Words of bodies that are as often only what is spoken of. */
export const SUBJECTS =
  /^(?:services?|reviews?|programme|plan|plans|projects?|campaign|initiative|fund|centres?|homes?|order|reserve|service|care)$/;
/** Words that pairs of are names of newspapers. */
export const PRESS =
  /^(?:guardian|telegraph|times|mirror|tribune|herald|mail|express|star|globe|echo|argus|post|gazette|chronicle|advertiser|news|journal|courier|standard|examiner|sentinel)$/;
export const PARTIES = /^(?:labour|labor|conservative|green|republican|democratic|liberal|reform)$/;
export const CALENDAR =
  /day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Where a place's name that begins at a token ends, the longest; the token itself if there is none. */
export function findPlace(tokens: readonly Token[], from: number, to: number): number {
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
}

/** Whether a word for bodies stands in a run with a capital. */
export const hasBodyIn = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some((token) => has(ORGANISATION_WORDS, token) && isCapital(token));

/** 'CYP Now', 'BBC Today' */
export const isPeriodical = (tokens: readonly Token[], index: number): boolean =>
  /^(?:now|today)$/.test(tokens[index]!.lower) && index > 0 && isAcronym(tokens[index - 1]!);

/** The first letters of a name's words, with those of 'of' and 'the' or without. */
export const toInitials = (name: string, all: boolean): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => all || !NAME_JOINTS.has(word.toLowerCase()))
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
