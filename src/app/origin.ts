// How a node or line came into the graph, in a sentence: the rule that proposed it, and who coded it when.
import type { GraphEdge, GraphNode } from '../core/model';

const toDay = (at: string) =>
  new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** 'Proposed by the rule ‘according to’ (82 %), accepted by A. Coder on 22 November 2026.'; empty where nothing is told. */
export function printOrigin({ provenance }: GraphNode | GraphEdge): string {
  if (!provenance) return '';
  const { rule, confidence, coder, at } = provenance;
  const whom = [coder && `by ${coder}`, at && `on ${toDay(at)}`].filter(Boolean).join(' ');
  if (rule === undefined) return whom && `Coded ${whom}.`;
  const share = confidence === undefined ? '' : ` (${Math.round(100 * confidence)} %)`;
  return `Proposed by the rule ‘${rule.replaceAll('-', ' ')}’${share}${whom && `, accepted ${whom}`}.`;
}
