// Which nodes of the graph somebody who types a part of a name may mean, the likeliest first.
import { printTopic } from '../../core/codebook';
import { perCorpus } from '../../core/memo';
import { isSaid, type Corpus, type GraphNode } from '../../core/model';
import type { Steps } from '../../core/steps';
import { fold } from '../../core/text';
import type { NodeType } from '../../core/vocabulary';
import type { Opened } from '../store';

/** How many nodes are offered at once. */
const MANY = 40;
/** How many nodes are looked at before a pause. */
const STRETCH = 200;

/** How well something fits what is typed: it is called just so, its name begins so, or holds all the words, or what it states does. */
const FIT = { same: 0, begins: 1, named: 2, stated: 3 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

/** Names, folded, each between line breaks. */
const toNames = (names: readonly string[]) => `\n${names.map(fold).join('\n')}\n`;

const folded = new WeakMap<GraphNode, { names: string; all: string }>();
/** All names of a node, and with what it states, or what a topic is about; nodes that an act leaves alone stay the same. */
function toTexts(node: GraphNode): { names: string; all: string } {
  let known = folded.get(node);
  if (!known) {
    const names = toNames([node.label, ...(node.aliases ?? [])]);
    const more = isSaid(node) ? node.statement : node.type === 'topic' ? printTopic(node) : '';
    known = { names, all: names + fold(more) };
    folded.set(node, known);
  }
  return known;
}

/** `typed` is folded. */
function toFit({ names, all }: { names: string; all: string }, typed: string): Fit | undefined {
  const terms = typed.split(' ');
  if (!terms.every((term) => all.includes(term))) return undefined;
  if (names.includes(`\n${typed}\n`)) return FIT.same;
  if (names.includes(`\n${typed}`)) return FIT.begins;
  return terms.every((term) => names.includes(term)) ? FIT.named : FIT.stated;
}

/** How well a name, with other words it is found by, fits what is typed, the less the better; undefined where it does not. */
export function toFitOf(name: string, words: string, typed: string): number | undefined {
  const names = toNames([name]);
  return toFit({ names, all: names + fold(words) }, fold(typed));
}

const byTypeOf = perCorpus(({ nodes }: Corpus) => {
  const byType = new Map<NodeType, GraphNode[]>();
  for (const node of nodes.values()) {
    const some = byType.get(node.type) ?? [];
    byType.set(node.type, some);
    some.push(node);
  }
  return byType;
});

/**
 * Nodes with every word typed in what they are called or state: first what is called just so, then what begins so, then what
 * holds the words, of each those chosen lately first, then those with most lines. `fit` is how well each fits.
 */
export function* findCandidates(
  { corpus, incidence }: Pick<Opened, 'corpus' | 'incidence'>,
  types: readonly NodeType[],
  text: string,
  recent: readonly string[],
  without: readonly string[],
): Steps<readonly { node: GraphNode; fit: number }[]> {
  const typed = fold(text);
  const found: { node: GraphNode; fit: number; lately: number; lines: number }[] = [];
  let seen = 0;
  for (const type of types)
    for (const node of byTypeOf(corpus).get(type) ?? []) {
      if (++seen % STRETCH === 0) yield undefined;
      if (without.includes(node.id)) continue;
      const fit = toFit(toTexts(node), typed);
      if (fit === undefined) continue;
      const lately = recent.indexOf(node.id);
      const lines = incidence.get(node.id)?.length ?? 0;
      found.push({ node, fit, lately: lately === -1 ? recent.length : lately, lines });
    }
  return found
    .toSorted((a, b) => a.fit - b.fit || a.lately - b.lately || b.lines - a.lines)
    .slice(0, MANY)
    .map(({ node, fit }) => ({ node, fit }));
}
