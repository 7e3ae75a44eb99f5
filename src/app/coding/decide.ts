// What is decided on proposals: each an act that can be taken back.
import { toCoding, toLabel, type Acceptance } from '../../core/extract/accept';
import { toKnownActors } from '../../core/extract/known';
import type { Prepared } from '../../core/extract/prepared';
import { isSaying, type Speaker } from '../../core/extract/proposal';
import type { Corpus } from '../../core/model';
import { run } from '../../worker/index';
import { count } from '../numbers';
import { act, keepProposals, undo, useProject } from '../project/project';
import { useStore } from '../store';
import { toQueue, type Queue } from './queue';

/** What was prepared of proposals, without what it names that is not in the graph any more. */
export function withoutGone(
  corpus: Corpus,
  prepared: ReadonlyMap<number, Prepared> = new Map(),
): ReadonlyMap<number, Prepared> {
  const isGone = (named: unknown) => typeof named === 'string' && !corpus.nodes.has(named);
  return new Map(
    [...prepared].map(([place, one]) => [
      place,
      {
        ...one,
        ...(isGone(one.topic) && { topic: undefined, stance: undefined }),
        ...(isGone(one.into) && { into: undefined }),
        ...(isGone(one.by) && { by: undefined }),
        ...(one.bearings && { bearings: one.bearings.filter(({ on }) => !isGone(on)) }),
      },
    ]),
  );
}

const toAcceptance = (place: number, { topic, stance, bearings, ...rest }: Prepared = {}): Acceptance => ({
  ...rest,
  place,
  // What is said again supports and disputes what it did.
  ...(rest.into === undefined && { bearings }),
  ...(topic !== undefined && stance && { about: { topic, stance } }),
});

/** The queue of an article as it is by now, shown or not. */
export const toQueueNow = (article: string): Queue =>
  toQueue(useProject.getState().project!, useStore.getState().opened!.corpus, article)!;

/** Whoever says what is proposed, is not in the graph, and was not turned down: they are added with it. */
export function toAddedWith({ proposals, cases, coded }: Queue, place: number, draft?: Prepared): number[] {
  const proposal = proposals[place]!;
  const speakers: readonly Speaker[] =
    'speakers' in proposal ? proposal.speakers : proposal.kind === 'report' ? proposal.authors : [];
  const by = draft?.by;
  const places =
    by === undefined
      ? speakers.flatMap((speaker) => {
          const party = coded.findSpeaker(speaker);
          return party && 'place' in party ? [party.place] : [];
        })
      : typeof by === 'number' && !coded.by.has(by)
        ? [by]
        : [];
  const isOpen = (wanted: number) => cases.some((one) => one.place === wanted && one.standing !== 'rejected');
  return [...new Set(places)].filter(isOpen);
}

let last: Promise<unknown> = Promise.resolve();
/** Does what was asked for one after the other, each when what it follows from is shown. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(() => new Promise((go) => requestAnimationFrame(() => setTimeout(go)))).then(work);
  last = turn.catch(() => {});
  return turn;
}

/** Accepts proposals, with whoever says them; what was settled of each is in `drafts`. Resolves to the name of the act. */
export async function accept(
  article: string,
  places: readonly number[],
  drafts: ReadonlyMap<number, Prepared>,
): Promise<string> {
  const queue = toQueueNow(article);
  const { corpus } = useStore.getState().opened!;
  const all = [
    ...new Set(places.flatMap((place) => [place, ...toAddedWith(queue, place, drafts.get(place))])),
  ];
  const edit = toCoding(
    corpus,
    article,
    queue.proposals,
    all.map((place) => toAcceptance(place, drafts.get(place))),
  );
  const [first] = places;
  const one = queue.proposals[first!]!;
  const label = drafts.get(first!)?.label ?? (one.kind === 'relation' ? undefined : toLabel(one));
  // What it turns out to state already takes on its words.
  const own = (edit.put ?? []).filter((item) => item.type === one.kind);
  const known = isSaying(one) && own.every(({ id }) => corpus.nodes.has(id)) ? own[0]?.id : undefined;
  const into = drafts.get(first!)?.into ?? known;
  const name =
    places.length > 1
      ? `Accepted ${count(all.length, 'proposal')}`
      : into !== undefined
        ? `Added words to ‘${corpus.nodes.get(into)?.label ?? into}’`
        : `Accepted ${label === undefined ? 'a link' : `‘${label}’`}`;
  await act(name, edit, { decided: [{ article, proposals: all, as: 'accepted' }] });
  return name;
}

/** Turns a proposal down. Resolves to the name of the act. */
export async function reject(article: string, place: number): Promise<string> {
  const proposal = toQueueNow(article).proposals[place]!;
  const name = `Rejected ${proposal.kind === 'relation' ? 'a link' : `‘${toLabel(proposal)}’`}`;
  await act(name, {}, { decided: [{ article, proposals: [place], as: 'rejected' }] });
  return name;
}

/** Takes the last act back. Resolves to its name, and the proposal of the article that is to be decided again. */
export async function takeBack(
  article: string,
): Promise<{ name: string; place: number | undefined } | undefined> {
  const { acts, entry } = useProject.getState().project!;
  const one = acts[entry.done - 1];
  if (!one) return undefined;
  await undo();
  const decision = one.decided?.find((decided) => decided.article === article);
  return { name: one.name, place: decision?.proposals[0] };
}

/** Reads an article in the worker, and keeps what is proposed from it. */
export async function proposeFrom(article: string): Promise<void> {
  const { corpus } = useStore.getState().opened!;
  const { text, leftOut } = corpus.articles.get(article)!;
  const furniture = leftOut
    .filter(({ reason }) => reason === 'furniture')
    .toSorted((one, other) => one.start - other.start);
  const { id } = useProject.getState().project!.entry;
  const proposals = await run('proposals', { article: { text, furniture }, actors: toKnownActors(corpus) });
  // Meanwhile another project may have been opened.
  if (useProject.getState().project?.entry.id === id) keepProposals(article, proposals);
}
