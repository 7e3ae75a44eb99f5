// The real articles and their coding, and copies of them in which something is broken.
import path from 'node:path';
import { readFiles } from '../src/cli/files';
import { CorpusError, findUnaccounted, readCorpus, type Files } from '../src/core/corpus';
import type { Problem } from '../src/core/model';
import type { GraphFile, StoredEdge, StoredNode } from '../src/core/schema';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const FILES = await readFiles(ROOT);
export const CORPUS = readCorpus(FILES);

/** The articles' own graph files, by path. */
export const ARTICLE_FILES = [...FILES.keys()].filter((name) =>
  FILES.get(name)!.includes('"type": "article"'),
);
export const [ARTICLE_FILE, OTHER_FILE] = ARTICLE_FILES as [string, string];
export const SHARED = 'graph/shared.json';

/** What a person could have written into a graph file. */
export type Draft = Omit<GraphFile, 'nodes' | 'edges' | 'leftOut'> & {
  nodes: (StoredNode & Record<string, unknown>)[];
  edges: (StoredEdge & Record<string, unknown>)[];
  leftOut: NonNullable<GraphFile['leftOut']>;
};

export const parseFile = (file: string): Draft => JSON.parse(FILES.get(file)!) as Draft;

/** The files with others in place of some of them; undefined removes one. */
export function replace(changes: Record<string, string | undefined>, files: Files = FILES): Files {
  const copy = new Map(files);
  for (const [name, text] of Object.entries(changes))
    if (text === undefined) copy.delete(name);
    else copy.set(name, text);
  return copy;
}

/** The files with one graph file changed. */
export function edit(file: string, change: (draft: Draft) => void, files: Files = FILES): Files {
  const draft = JSON.parse(files.get(file)!) as Draft;
  change(draft);
  return replace({ [file]: JSON.stringify(draft) }, files);
}

/** Everything that `check` finds wrong with some files. */
export function findProblems(files: Files): readonly Problem[] {
  try {
    return findUnaccounted(readCorpus(files));
  } catch (error) {
    if (error instanceof CorpusError) return error.problems;
    throw error;
  }
}
