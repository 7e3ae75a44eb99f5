// Reports a text names: 'Ofsted’s annual report for 2009-10', 'a study by Impower', and 'the report' where it means one of them.
import type { Actor, Mention } from './actors';
import type { Language, Run } from './language';
import type { RuleName } from './rule';

/** Where a text names a report; tokens `from` up to `to`. */
export type ReportMention = Run & { report: Report };
export type Report = {
  label: string;
  authors: readonly Mention[];
  rule: RuleName;
  confidence: number;
  mentions: ReportMention[];
};

/** What a report is called by, each with the words that may mean the same one. */
const HEADS =
  /^(?:report|review|study|survey|evaluation|inquiry|enquiry|investigation|audit|consultation|paper|analysis|assessment|whitepaper|poll)$/;
const GENERAL = /^(?:report|study|review|document|evaluation|paper|research)$/;

/** Finds reports with somebody to their name, and where they are spoken of again. */
export function findReports({ text, tokens, blocks }: Language, mentions: readonly Mention[]): Report[] {
  const reports: Report[] = [];
  /** By author and by what they are called, and the last of each such name. */
  const byAuthor = new Map<Actor, Map<string, Report>>();
  const lastOf = new Map<string, Report>();
  const endingAt = new Map(mentions.map((mention) => [mention.to, mention]));
  const startingAt = new Map(mentions.map((mention) => [mention.from, mention]));
  const labelOf = ({ from, to }: Run) =>
    text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/g, ' ');

  for (const { from: start, to: stop } of blocks)
    for (let index = start; index < stop; index++) {
      const token = tokens[index]!;
      if (!HEADS.test(token.lower) || token.pos === 'VERB') continue;
      let from = index;
      while (
        from > start &&
        index - from < 6 &&
        /^(?:ADJ|NOUN|NUM|PROPN)$/.test(tokens[from - 1]!.pos) &&
        !endingAt.has(from)
      )
        from--;
      const clitic = tokens[from - 1];
      const owner = clitic?.lower === "'s" || clitic?.lower === "'" ? endingAt.get(from - 1) : undefined;
      let to = index + 1;
      // 'a report by …', 'a review of … by …': whoever stands behind the first 'by' or 'from'.
      const authors: Mention[] =
        owner && !/^(?:analysis|assessment|investigation)$/.test(token.lower) ? [owner] : [];
      let isBy = false;
      for (let place = to; place < Math.min(stop, index + 14); place++) {
        const next = tokens[place]!;
        if (next.pos === 'VERB' || next.pos === 'AUX' || /^[.,;:!?()–—]$/.test(next.text)) break;
        if (!/^(?:by|from)$/.test(next.lower)) continue;
        for (let behind = place + 1; behind < Math.min(stop, place + 8); behind++) {
          const author = startingAt.get(behind);
          if (author) {
            authors.push(author);
            to = author.to;
            isBy = true;
            break;
          }
          if (/^[.,;:]$/.test(tokens[behind]!.text)) break;
        }
        break;
      }
      if (owner && !isBy && /^(?:of|for|into|on)$/.test(tokens[to]?.lower ?? '')) {
        let end = to + 1;
        while (
          end < Math.min(stop, to + 9) &&
          /^(?:ADJ|NOUN|NUM|PROPN|DET|PART|PRON|ADP)$/.test(tokens[end]!.pos)
        )
          end++;
        while (end > to + 1 && /^(?:ADP|DET|PART|PRON)$/.test(tokens[end - 1]!.pos)) end--;
        if (end > to + 1) to = end;
      }
      const before = tokens[from - 1]?.lower;
      if (authors.length > 0) {
        const run = { from: owner ? owner.from : from, to };
        const theirs = byAuthor.get(authors[0]!.actor) ?? new Map<string, Report>();
        byAuthor.set(authors[0]!.actor, theirs);
        const known = theirs.get(token.lower);
        if (known) lastOf.set(token.lower, known);
        if (known) known.mentions.push({ ...run, report: known });
        else {
          const report: Report = {
            label: labelOf(run),
            authors,
            rule: isBy ? 'report-by' : 'report-of',
            confidence: owner ? 0.75 : 0.7,
            mentions: [],
          };
          report.mentions.push({ ...run, report });
          reports.push(report);
          theirs.set(token.lower, report);
          lastOf.set(token.lower, report);
        }
        index = Math.max(index, to - 1);
      } else if (/^(?:the|this|that|its)$/.test(before ?? '') && index - from <= 1) {
        const report = lastOf.get(token.lower) ?? (GENERAL.test(token.lower) ? reports.at(-1) : undefined);
        report?.mentions.push({ from: from - 1, to: index + 1, report });
      }
    }
  return reports;
}
