// Puts confirmed articles into the project, or into a new one, with what is proposed of each.
import { toAddition } from '../../core/article/addition';
import { toKnownActors } from '../../core/extract/known';
import type { Proposal } from '../../core/extract/proposal';
import { EMPTY, type Corpus } from '../../core/model';
import { count } from '../numbers';
import { act, createProject, toArticlesEver } from '../project/project';
import { finish } from '../steps';
import { show, tellReader, toReason, useStore } from '../store';
import { toConfirmed, type Draft } from './draft';
import { makeProposals } from './reading';

/** Where they go: into the project on the page, or a new one of this name, empty or with a copy of what is open. */
export type Goal = { readonly is: 'project' | 'new' | 'copy'; readonly name: string };

/** What they are added to. */
export const toBase = (goal: Goal['is']): Corpus =>
  goal === 'new' ? EMPTY : (useStore.getState().opened?.corpus ?? EMPTY);

/**
 * Adds them in one act, and shows the first of them to be coded; `tell` hears of how many of them proposals were made, and `leave` is
 * called before the page changes.
 * @throws the signal's reason where it is aborted, Error with a sentence where they cannot be added; nothing is changed then.
 */
export async function addArticles(
  drafts: readonly Draft[],
  goal: Goal,
  tell: (done: number, all: number) => void,
  leave: () => void,
  signal: AbortSignal,
): Promise<void> {
  const base = toBase(goal.is);
  const confirmed = drafts.map(toConfirmed);
  const { edit, articles } = await finish(
    toAddition(base, confirmed, goal.is === 'project' ? toArticlesEver() : undefined),
    signal,
  );
  const proposals = new Map<string, readonly Proposal[]>();
  const wanted = articles.flatMap((id, place) => {
    const { text, leftOut } = confirmed[place]!;
    const furniture = leftOut.map((span) => ({ ...span, reason: 'furniture' }));
    return drafts[place]!.article.isEnglish ? [{ id, text, furniture }] : [];
  });
  const authors = edit.put!.flatMap((item) =>
    item.type === 'person' && !base.nodes.has(item.id)
      ? [{ id: item.id, type: item.type, label: item.label, aliases: [] }]
      : [],
  );
  let [done, failed] = [0, 0];
  tell(0, wanted.length);
  await makeProposals(
    wanted,
    [...toKnownActors(base), ...authors],
    (place, made) => {
      if (made instanceof Error) failed++;
      else proposals.set(wanted[place]!.id, made);
      tell(++done, wanted.length);
    },
    signal,
  );
  signal.throwIfAborted();
  const { opened } = useStore.getState();
  if (goal.is !== 'project') await createProject(goal.name.trim(), goal.is === 'copy' ? opened : undefined);
  const [first] = drafts;
  const name = drafts.length === 1 ? `“${first!.title.trim()}”` : count(drafts.length, 'article');
  try {
    await act(`Added ${name}`, edit, { proposals });
  } catch (error) {
    // A new project is on the page by then, and the dialog gone.
    if (goal.is !== 'project') tellReader(toReason(error));
    throw error;
  }
  leave();
  // Whatever had the keyboard before the dialog has nothing to do with what is shown now.
  (document.activeElement as HTMLElement | null)?.blur();
  show({ mode: 'code', coded: articles[0]! });
  if (failed > 0)
    tellReader(
      `Nothing could be proposed of ${count(failed, 'article')}, whose words are all there: code them by hand.`,
    );
  // Where nothing of it takes the keyboard, as a proposal in front does.
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('view')?.focus();
  });
}
