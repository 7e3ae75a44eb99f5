// What must hold of a graph beyond the shape of its items: which ends may meet, what needs whom to say it.
import { isUtterance, type Corpus, type Problem } from './model';
import { EDGE_ENDS, type NodeType } from './schema';

const list = (words: readonly string[]) => words.join(', ');

/** What could not be read: whether whole files, and the ids of items in the others. */
export type Unread = { files: boolean; ids: ReadonlySet<string> };

/**
 * Everything in a graph that breaks a rule. `homes` tells the file of each id; that what is `unread`
 * is missing is no further problem.
 */
export function checkRules(corpus: Corpus, homes: ReadonlyMap<string, string>, unread: Unread): Problem[] {
  const problems: Problem[] = [];
  const mayExist = (id: string) => unread.files || unread.ids.has(id);
  const { nodes, edges } = corpus;
  const said = new Set<string>();
  const placed = new Set<string>();
  const once = new Map<string, string>();
  for (const edge of edges.values()) {
    const report = (reason: string) => void problems.push({ file: homes.get(edge.id)!, id: edge.id, reason });
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source && !mayExist(edge.source)) report(`leads from ${edge.source}, which is no node`);
    if (!target && !mayExist(edge.target)) report(`leads to ${edge.target}, which is no node`);
    if (!source || !target) continue;
    const [from, to] = EDGE_ENDS[edge.type] as readonly [readonly NodeType[], readonly NodeType[]];
    if (!from.includes(source.type))
      report(
        `'${edge.type}' may lead from ${list(from)}, not from a node of type ${source.type} (${source.id})`,
      );
    if (!to.includes(target.type))
      report(`'${edge.type}' may lead to ${list(to)}, not to a node of type ${target.type} (${target.id})`);
    if (source === target) report('leads from a node to itself');
    if (edge.basis === 'inferred' && edge.rationale === undefined)
      report("is inferred, so it needs a 'rationale': one sentence on why the coder concludes it");
    if (edge.basis === 'stated' && edge.rationale !== undefined)
      report(
        "has a 'rationale' but is stated: the passage must say it by itself, or the basis is 'inferred'",
      );
    const utterance = isUtterance(corpus, edge);
    if (utterance) {
      said.add(target.id);
      if (edge.speech === undefined) report("needs 'speech': direct, indirect or narration");
      if (new Set(edge.passages.map((passage) => passage.article)).size > 1)
        report('has passages in several articles: each article that reports it is an utterance of its own');
    }
    if (edge.type === 'authored' && edge.speech !== undefined && !utterance)
      report(`has 'speech', which only an utterance of a claim or recommendation has, not of ${target.type}`);
    if (edge.type === 'responds-to' && (target.type === 'recommendation') !== (edge.response !== undefined))
      report(
        target.type === 'recommendation'
          ? "responds to a recommendation, so it needs 'response': accepted, partly, rejected or noted"
          : `has 'response', which only an answer to a recommendation has, not to a ${target.type}`,
      );
    if (edge.type === 'about') placed.add(source.id).add(target.id);
    if (!utterance && edge.type !== 'rated' && edge.type !== 'affiliated-with') {
      const key = `${edge.type} ${edge.source} ${edge.target}`;
      const twin = once.get(key);
      if (twin) report(`says the same as ${twin}: put the passages together in one edge`);
      once.set(key, edge.id);
    }
  }
  // What is missing can be told only once everything could be read.
  if (unread.files || unread.ids.size > 0) return problems;
  for (const node of nodes.values()) {
    const report = (reason: string) => void problems.push({ file: homes.get(node.id)!, id: node.id, reason });
    if (node.type === 'claim' || node.type === 'recommendation') {
      if (!said.has(node.id))
        report("nobody says it: it needs an 'authored' edge from an actor or 'states' from a report");
      if (!placed.has(node.id)) report("belongs to no topic: it needs an 'about' edge");
    }
    if (node.type === 'topic' && !placed.has(node.id))
      report("nothing is about it: remove it or add 'about' edges");
  }
  return problems;
}
