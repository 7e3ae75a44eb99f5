// What is worked on in the article that is coded: it is neither kept nor linked to.
import { create } from 'zustand';
import type { Span } from '../../core/anchor';
import type { Endpoint } from '../endpoint';
import type { End } from '../../core/coding';
import type { GraphEdge, GraphNode } from '../../core/model';
import type { Anchor } from '../../core/schema';
import type { EdgeType, NodeType } from '../../core/vocabulary';
import { useStore } from '../store';

/** What is told beside the article: what is proposed, what is selected, or what is still to be done. */
export type Panel = 'proposals' | 'selected' | 'open';

/** What a form holds, by the names of its fields (fields.ts). */
export type Values = Readonly<Record<string, string>>;

/** A line that is entered with a node: where it leads, once that is chosen, what it says, and its words where they are not the node’s. */
export type Along = {
  readonly end?: End | undefined;
  readonly values: Values;
  readonly passages?: readonly Anchor[] | undefined;
};

/** What somebody is about to enter. */
export type Draft = {
  /** What is edited, as it is in the graph; undefined for something new. */
  readonly base?: GraphNode | GraphEdge | undefined;
  readonly values: Values;
  readonly passages: readonly Anchor[];
  readonly datePassage?: Anchor | undefined;
} & (
  | { readonly is: 'node'; readonly type: NodeType; readonly along: Readonly<Record<string, Along>> }
  | {
      readonly is: 'edge';
      readonly type: EdgeType | undefined;
      readonly source?: End | undefined;
      readonly target?: End | undefined;
    }
);

type Coding = {
  readonly panel: Panel;
  /** The proposal in front: its place among those of an article, in what was opened. */
  readonly proposal?:
    { readonly article: string; readonly opening: number; readonly place: number } | undefined;
  /** The words that are selected in the article (UTF-16 code units). */
  readonly words?: Span | undefined;
  /** Something new; it waits while something else is selected, `beside` which it was begun. */
  readonly draft?: Draft | undefined;
  readonly beside?: string | undefined;
  /** Which opening of a corpus it is of (store.ts). */
  readonly opening?: number;
  /** What was changed and not saved yet, by ids. */
  readonly changed: ReadonlyMap<string, Draft>;
  /** What was written of the meaning of types and not saved yet, by `toMeaningKey`; nothing where only the form is open. */
  readonly meanings: ReadonlyMap<string, Values | undefined>;
  /** What is edited in place of what is told of it. */
  readonly edited?: string | undefined;
  /** Who was chosen last, and what: ids, the last first. */
  readonly recent: readonly string[];
  /** The service that a model was asked of last, with its key: forgotten with the page. */
  readonly endpoint: Endpoint;
};

export const useCoding = create<Coding>(() => ({
  endpoint: { address: 'http://localhost:11434/v1', model: '' },
  panel: 'proposals',
  changed: new Map(),
  meanings: new Map(),
  recent: [],
}));
/** The meaning of a type in what was opened, the so-manieth time that something was. */
export const toMeaningKey = (openings: number, type: NodeType | EdgeType) => `${openings} ${type}`;
export const setCoding = (part: Partial<Coding>) => useCoding.setState(part);

const toFront = ({ proposal }: Coding, article: string): number | undefined =>
  proposal?.article === article && proposal.opening === useStore.getState().openings
    ? proposal.place
    : undefined;
/** The place of the proposal of an article that was brought to the front; undefined where none of it was. */
export const useFront = (article: string) => useCoding((state) => toFront(state, article));
export const findFront = (article: string) => toFront(useCoding.getState(), article);
/** Brings a proposal of an article to the front, by its place. */
export const bringToFront = (article: string, place: number | undefined): void =>
  setCoding({
    proposal: place === undefined ? undefined : { article, opening: useStore.getState().openings, place },
  });

/** Keeps who and what was chosen last, by ids. */
export const rememberChosen = (chosen: readonly string[]): void =>
  setCoding({ recent: [...new Set([...chosen, ...useCoding.getState().recent])].slice(0, MOST_RECENT) });
/** How many of those are kept. */
const MOST_RECENT = 30;
