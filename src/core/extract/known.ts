// Whom a corpus knows, as proposals are matched against them.
import type { Corpus } from '../model';
import { isActorType } from '../vocabulary';
import type { KnownActor } from './actors';

/** The people and organisations of a corpus. */
export const toKnownActors = (corpus: Corpus): KnownActor[] =>
  [...corpus.nodes.values()].flatMap((node) =>
    isActorType(node.type)
      ? [{ id: node.id, label: node.label, aliases: node.aliases ?? [], type: node.type }]
      : [],
  );
