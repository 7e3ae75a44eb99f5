// Which proposals may be what another is already: they are for a person to judge, one by one, and not accepted in a heap.
import type { Corpus, GraphNode } from '../model';
import { isSaid } from '../model';
import { codedIn } from '../passage';
import { fold, toWords } from '../text';
import { findNamesakes, isActor, toOverlap } from './coded';
import type { Proposal } from './proposal';
import { toTerms } from './terms';

/** Of all telling words that either of two has, how much both have where they may say the same. */
const SAME_WORDS = 0.6;
/** Words that tell no two bodies apart, and are left out of initials. */
const JOINTS = new Set(['the', 'of', 'for', 'and', 'in', 'on', 'a', 'an', 'to']);

/** A name folded, and the words of it that tell. */
type Name = { readonly text: string; readonly words: readonly string[] };
const toNames = (names: readonly string[]): Name[] =>
  names.map((name) => ({ text: fold(name), words: toWords(name).filter((word) => !JOINTS.has(word)) }));

/** Whether one name may stand for what the other names: by the same surname, by initials or by some of its words. */
function mayName(type: GraphNode['type'], { words }: Name, { words: others }: Name): boolean {
  if (words.length === 0 || others.length === 0) return false;
  if (type === 'person') return words.at(-1) === others.at(-1);
  const isPart = words.every((word) => others.includes(word));
  return isPart || (words.length === 1 && words[0] === others.map((word) => word.charAt(0)).join(''));
}

/** What is taken for sure: its words, names and terms, and where it is from. */
type Taken = {
  readonly is: number | string;
  readonly type: GraphNode['type'];
  readonly spans: readonly { start: number; end: number }[];
  readonly names: readonly Name[];
  readonly terms: ReadonlySet<string>;
};

const NO_TERMS: ReadonlySet<string> = new Set();
const toTermsOf = (text: string) => {
  const words = toWords(text);
  const terms = toTerms(words);
  return new Set(terms.length > 0 ? terms : words);
};

function toTaken(proposal: Exclude<Proposal, { kind: 'relation' }>, is: number): Taken {
  const { kind, passage } = proposal;
  return {
    is,
    type: kind,
    spans: [passage],
    names:
      'label' in proposal ? toNames([proposal.label, ...(isActor(proposal) ? proposal.aliases : [])]) : [],
    terms: 'label' in proposal ? NO_TERMS : toTermsOf(passage.quote),
  };
}
function toCoded(node: GraphNode, article: string): Taken {
  return {
    is: node.id,
    type: node.type,
    spans: node.passages.filter((passage) => passage.article === article),
    names: isSaid(node) ? [] : toNames([node.label, ...(node.aliases ?? [])]),
    terms: isSaid(node) ? toTermsOf(node.passages[0]!.quote) : NO_TERMS,
  };
}

/**
 * Of some proposals of an article those that may be what one of the others is, or what is coded in it, or somebody of the graph,
 * with that (the place of a proposal, or an id): words of one are words of the other, both say nearly the same, or both may be
 * names of one. Of two of
 * them the surer is in no doubt.
 */
export function findDoubtful(
  corpus: Corpus,
  article: string,
  proposals: readonly Proposal[],
  places: readonly number[],
): ReadonlyMap<number, number | string> {
  const { text } = corpus.articles.get(article)!;
  const taken: Taken[] = [];
  const byTerm = new Map<string, number[]>();
  const take = (one: Taken) => {
    for (const term of one.terms) {
      const list = byTerm.get(term);
      if (list) list.push(taken.length);
      else byTerm.set(term, [taken.length]);
    }
    taken.push(one);
  };
  const isNamedAlike = (one: Taken, other: Taken) =>
    (one.type === 'report') === (other.type === 'report') &&
    one.names.some((name) =>
      other.names.some(
        (known) =>
          name.text === known.text ||
          (one.type === other.type && (mayName(one.type, name, known) || mayName(one.type, known, name))),
      ),
    );
  /** What says nearly the same, told by the words that both have. */
  const findAlike = (one: Taken): Taken | undefined => {
    const shared = new Map<number, number>();
    for (const term of one.terms)
      for (const place of byTerm.get(term) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    for (const [place, both] of shared) {
      const other = taken[place]!;
      const isAlike = both / (one.terms.size + other.terms.size - both) >= SAME_WORDS;
      if (isAlike && other.type === one.type) return other;
    }
    return undefined;
  };
  for (const node of codedIn(corpus).get(article) ?? [])
    if (node.type !== 'article') take(toCoded(node, article));
  const doubtful = new Map<number, number | string>();
  const inOrder = places.toSorted((a, b) => proposals[b]!.confidence - proposals[a]!.confidence);
  for (const place of inOrder) {
    const proposal = proposals[place]!;
    if (proposal.kind === 'relation') continue;
    const one = toTaken(proposal, place);
    const other =
      taken.find(
        (known) =>
          (known.type === one.type &&
            known.spans.some((span) => toOverlap(text, span, proposal.passage) > 0)) ||
          isNamedAlike(one, known),
      ) ?? findAlike(one);
    const is = other?.is ?? (isActor(proposal) ? findNamesakes(corpus, proposal, article)[0]?.id : undefined);
    if (is !== undefined) doubtful.set(place, is);
    else take(one);
  }
  return doubtful;
}
