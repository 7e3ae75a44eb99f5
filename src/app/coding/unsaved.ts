// What is written in forms and not saved yet, for whoever is about to leave it behind.
import { useStore } from '../store';
import { useCoding } from './coding';

type Coding = ReturnType<typeof useCoding.getState>;
type Store = ReturnType<typeof useStore.getState>;

function countIn(
  { draft, opening, changed, meanings }: Coding,
  { opened, openings }: Pick<Store, 'opened' | 'openings'>,
): number {
  const isThere = (id: string, base: object | undefined) =>
    base !== undefined && (opened?.corpus.nodes.get(id) ?? opened?.corpus.edges.get(id)) === base;
  const isMeant = (key: string, values: object | undefined) =>
    values !== undefined && key.startsWith(`${openings} `);
  return (
    (draft && opening === openings ? 1 : 0) +
    [...changed].filter(([id, { base }]) => isThere(id, base)).length +
    [...meanings].filter(([key, values]) => isMeant(key, values)).length
  );
}

/** In how many forms something is written of what is open that is not saved yet. */
export const countUnsaved = (): number => countIn(useCoding.getState(), useStore.getState());

/** The same, told anew where it changes. */
export function useUnsaved(): number {
  const opened = useStore((store) => store.opened);
  const openings = useStore((store) => store.openings);
  return useCoding((coding) => countIn(coding, { opened, openings }));
}
