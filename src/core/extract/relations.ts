// Who welcomes, rejects or answers what, and who belongs to whom: verbs and appositions between two that are named.
import type { Mention } from './actors';
import { findSubject, type Part } from './clauses';
import type { Language } from './language';
import type { EdgeType } from '../vocabulary';
import type { ReportMention } from './reports';
import type { Unit } from './sentences';

/** A verb that takes a side, its subject, and the words it takes side on; units of one sentence. */
export type Stance = {
  type: Extract<EdgeType, 'supports' | 'disputes'>;
  subject: Part;
  object: Part;
  verb: number;
};

const SUPPORTS =
  /^(?:welcom(?:es?|ed|ing)|endors(?:es?|ed|ing)|back(?:s|ed|ing)|support(?:s|ed|ing)|echo(?:es|ed|ing)?|prais(?:es?|ed|ing)|accept(?:s|ed|ing)|applaud(?:s|ed|ing))$/;
const DISPUTES =
  /^(?:reject(?:s|ed|ing)|dismiss(?:es|ed|ing)|disput(?:es?|ed|ing)|criticis(?:es?|ed|ing)|criticiz(?:es?|ed|ing)|condemn(?:s|ed|ing)|den(?:ies|ied|ying)|challeng(?:es?|ed|ing)|question(?:s|ed|ing)|oppos(?:es?|ed|ing)|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing))$/;
const AGAINST = /^(?:push(?:es|ed)|hit(?:s)?|fought|hits)$/;

/** Verbs of support and dispute in a sentence. */
export function findStances(units: readonly Unit[]): Stance[] {
  const stances: Stance[] = [];
  for (const [index, unit] of units.entries()) {
    if (unit.pos !== 'VERB') continue;
    let object = index + 1;
    let type: Stance['type'];
    if (SUPPORTS.test(unit.lower)) type = 'supports';
    else if (DISPUTES.test(unit.lower)) type = 'disputes';
    else if (
      AGAINST.test(unit.lower) &&
      units[index + 1]?.lower === 'back' &&
      /^(?:at|against|on)$/.test(units[index + 2]?.lower ?? '')
    ) {
      type = 'disputes';
      object = index + 3;
    } else continue;
    const passive = units
      .slice(Math.max(0, index - 2), index)
      .some(({ lower }) => /^(?:was|were|been|is|are|be|being)$/.test(lower));
    let to = object;
    while (
      to < units.length &&
      to - object < 16 &&
      units[to]!.pos !== 'VERB' &&
      units[to]!.pos !== 'QUOTE' &&
      !/^[.,;:]$/.test(units[to]!.text)
    )
      to++;
    if (passive) {
      // 'These concerns were echoed in a review by Munro'
      const subject = { from: object, to };
      const what = findSubject(units, index);
      if (what && /^(?:by|in)$/.test(units[object]?.lower ?? '') && to > object + 1)
        stances.push({ type, subject, object: what, verb: index });
      continue;
    }
    const subject = findSubject(units, index);
    if (subject && to > object) stances.push({ type, subject, object: { from: object, to }, verb: index });
  }
  return stances;
}

/** Whether words take up what was said before: 'these concerns', 'the recommendations'. */
export const isTakenUp = (units: readonly Unit[]): boolean =>
  units.some(
    ({ lower }, place) =>
      /^(?:the|these|this|those|that|its|their|all|several|some|such)$/.test(units[0]!.lower) &&
      place < 5 &&
      /^(?:concerns?|findings?|recommendations?|suggestions?|proposals?|claims?|calls?|criticisms?|conclusions?|comments?|views?|idea|ideas|allegations?|accusations?|arguments?|demands?)$/.test(
        lower,
      ),
  );

/** Who is of which body, by a role or not: 'Ofsted’s chief inspector, Christine Gilbert', 'Matt Dunkley of the ADCS'. */
export function findAffiliations(
  { tokens }: Language,
  mentions: readonly Mention[],
): { person: Mention; body: Mention; isRole: boolean }[] {
  const found: ReturnType<typeof findAffiliations> = [];
  for (const [place, one] of mentions.entries()) {
    const other = mentions[place + 1];
    if (!other || other.from - one.to > 14 || tokens[one.from]!.block !== tokens[other.from]!.block) continue;
    const between = tokens.slice(one.to, other.from);
    if (between.some(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || /^[.;:!?"“”()]$/.test(text)))
      continue;
    const commas = between.filter(({ text }) => text === ',').length;
    const isRole = between.some(({ pos }) => pos === 'NOUN');
    if (one.actor.kind === 'organisation' && other.actor.kind === 'person') {
      // Body's person; body's role[,] person.
      const isOwner = between.length === 1 && /^'s?$/.test(between[0]!.lower);
      if (isOwner) found.push({ person: other, body: one, isRole: false });
      else if (
        isRole &&
        commas <= 1 &&
        (between[0]!.lower === "'s" ||
          between[0]!.lower === "'" ||
          (between[0]!.pos === 'NOUN' && commas === 0)) &&
        (commas === 0 || between.at(-1)!.text === ',')
      )
        found.push({ person: other, body: one, isRole: true });
    } else if (one.actor.kind === 'person' && other.actor.kind === 'organisation') {
      // Person[,] of body; person, role of body.
      const words = between.map(({ lower }) => lower).join(' ');
      const isOf =
        /^(?:of|, (?:of|from|at|for))(?: the)?$/.test(words) ||
        (/^from(?: the)?$/.test(words) && tokens[other.to]?.pos === 'VERB');
      if (isOf) found.push({ person: one, body: other, isRole: false });
      else if (
        isRole &&
        between[0]!.text === ',' &&
        commas === 1 &&
        between.some(({ lower }) => /^(?:of|for|at|from)$/.test(lower))
      )
        found.push({ person: one, body: other, isRole: true });
    }
  }
  return found;
}

/** The report that some units name, if they do. */
export const findReport = (
  units: readonly Unit[],
  at: ReadonlyMap<number, ReportMention>,
): ReportMention | undefined => {
  for (const { index } of units) {
    const mention = at.get(index);
    if (mention) return mention;
  }
  return undefined;
};
