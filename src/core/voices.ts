// Who is behind a speaker: the authors of a report, and the bodies that people speak for.
import { parseDate } from './date';
import type { Incidence } from './graph';
import { perCorpus } from './memo';
import type { Corpus, EdgeOf, GraphEdge, GraphNode } from './model';
import type { ActorKind } from './vocabulary';

/** Whether somebody speaks for a body: a person, or people without a name of their own. */
const speaksForAnother = (node: GraphNode | undefined) =>
  node?.type === 'person' || (node?.type === 'organisation' && node.collective === true);

/** When a line holds from, in milliseconds since 1970: by its own date, else that of the article with its words. */
const toStart = (corpus: Corpus, { date, passages }: EdgeOf<'affiliated-with'>) =>
  parseDate(date ?? corpus.articles.get(passages[0]!.article)!.node.date)?.start ?? 0;

/** What lines lead to, that of the one nearest before an article first, in whatever order they were coded. */
function toNearest(
  corpus: Corpus,
  lines: readonly EdgeOf<'affiliated-with'>[],
  article: string,
): readonly string[] {
  if (lines.length < 2) return lines.map(({ target }) => target);
  const now = parseDate(corpus.articles.get(article)!.node.date)?.end ?? 0;
  return lines
    .map((line) => ({ line, away: now - toStart(corpus, line) }))
    .toSorted(
      (a, b) =>
        Number(a.away < 0) - Number(b.away < 0) ||
        Math.abs(a.away) - Math.abs(b.away) ||
        (a.line.id < b.line.id ? -1 : 1),
    )
    .map(({ line }) => line.target);
}

/**
 * The body an actor speaks for in an article: what the article says they belong to, else what another article says; of
 * several the one that others of them belong to, else what was said last before the article, else first after it. A body with a
 * name of its own, and who belongs to none, is its own.
 */
export function toBody(corpus: Corpus, incidence: Incidence, actor: string, article: string): string {
  const passed = new Set<string>();
  let at = actor;
  while (speaksForAnother(corpus.nodes.get(at))) {
    passed.add(at);
    const all = (incidence.get(at) ?? []).filter(
      (edge): edge is EdgeOf<'affiliated-with'> =>
        edge.type === 'affiliated-with' && edge.source === at && !passed.has(edge.target),
    );
    const here = all.filter(({ passages }) => passages.some((passage) => passage.article === article));
    const bodies = [...new Set(toNearest(corpus, here.length > 0 ? here : all, article))];
    const holdsAnother = (body: string) =>
      incidence
        .get(body)!
        .some(
          ({ type, source, target }) =>
            type === 'affiliated-with' && target === body && bodies.includes(source),
        );
    const body = (bodies.length > 1 ? bodies.find(holdsAnother) : undefined) ?? bodies[0];
    if (body === undefined) return at;
    at = body;
  }
  return at;
}

/** Who speaks where a speaker does: of a report its authors, where it has any. */
export function toAuthors(corpus: Corpus, incidence: Incidence, speaker: string): readonly string[] {
  if (corpus.nodes.get(speaker)?.type !== 'report') return [speaker];
  const authors = (incidence.get(speaker) ?? []).flatMap((edge) =>
    edge.type === 'authored' && edge.target === speaker ? [edge.source] : [],
  );
  return authors.length > 0 ? authors : [speaker];
}

/**
 * All who can be said to say what a speaker says; of them the people who do, the speaker or a report's authors, and the bodies it
 * is said for: several where a report has several authors.
 */
export type Voices = { readonly actors: readonly string[] } & Readonly<Record<ActorKind, readonly string[]>>;

/** The actors behind each speaker in each article, found out once: else all edges of those who say much are looked through each time. */
const voicesOf = perCorpus(() => new Map<string, Voices>());

/** The actors behind a speaker, itself, a report's authors, and the bodies each of them speaks for; and those people and bodies alone. */
export function toVoices(corpus: Corpus, incidence: Incidence, speaker: string, article: string): Voices {
  const known = voicesOf(corpus);
  const key = `${speaker} ${article}`;
  const found = known.get(key) ?? findVoices(corpus, incidence, speaker, article);
  known.set(key, found);
  return found;
}

function findVoices(corpus: Corpus, incidence: Incidence, speaker: string, article: string): Voices {
  const authors = toAuthors(corpus, incidence, speaker);
  const bodies = [...new Set(authors.map((actor) => toBody(corpus, incidence, actor, article)))];
  const people = authors.filter((actor) => corpus.nodes.get(actor)!.type === 'person');
  return { actors: [...new Set([speaker, ...authors, ...bodies])], bodies, people };
}

/** The actors behind a speaker, as toVoices tells them. */
export const toActors = (corpus: Corpus, incidence: Incidence, speaker: string, article: string) =>
  toVoices(corpus, incidence, speaker, article).actors;

/** The bodies and people that each report is based on. */
const examinedOf = perCorpus((corpus) => {
  const examined = new Map<string, Set<string>>();
  for (const { type, source, target } of corpus.edges.values())
    if (type === 'based-on') examined.set(source, (examined.get(source) ?? new Set()).add(target));
  return examined;
});

/**
 * Whether a report only tells what those it is based on say: it states it, and in the same article they say it themselves, who
 * do not speak for the report’s authors.
 */
export function isRelayed(
  corpus: Corpus,
  incidence: Incidence,
  { type, source, target, passages }: GraphEdge,
): boolean {
  const examined = type === 'states' ? examinedOf(corpus).get(source) : undefined;
  if (!examined) return false;
  const { article } = passages[0]!;
  const { bodies } = toVoices(corpus, incidence, source, article);
  return (incidence.get(target) ?? []).some((edge) => {
    if (edge.type !== 'authored' || edge.target !== target || edge.passages[0]!.article !== article)
      return false;
    const voices = toVoices(corpus, incidence, edge.source, article);
    return (
      voices.actors.some((actor) => examined.has(actor)) &&
      !voices.bodies.some((body) => bodies.includes(body))
    );
  });
}
