// Session state ⇄ URL: what is selected, filtered, focused and looked at lives behind the '#'.
import * as z from 'zod';
import type { Corpus } from '../core/model';
import {
  EVERYTHING,
  findUnknown,
  parseQuery,
  printQuery,
  QueryError,
  type Focus,
  type Query,
} from '../core/query';
import { WHOLE, type Camera } from './camera';

/** All that a link brings back. `passage` counts the passages of the selection from 0. */
export type View = {
  readonly selection?: string;
  readonly passage: number;
  readonly query: Query;
  readonly focus?: Focus;
  readonly camera: Camera;
};

export const START: View = { passage: 0, query: EVERYTHING, camera: WHOLE };
export const DEPTHS = [1, 2, 3] as const;

const Id = z.string().regex(/^[a-z-]+:[a-z0-9-]+$/);
const Depth = z.coerce.number().int().min(DEPTHS[0]).max(DEPTHS[2]);
const Passage = z.coerce.number().int().min(1).max(1000);
const Coordinates = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number().min(-5).max(5), z.number().min(-5).max(5), z.number().min(0.005).max(10)]));

/**
 * Reads the part of a URL behind '#'. What cannot be read is left at its default and named in `problems`, a sentence each.
 */
export function readView(hash: string, corpus: Corpus): { view: View; problems: string[] } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const text = parameters.get(name);
    if (text === null) return undefined;
    const result = schema.safeParse(text);
    if (!result.success) problems.push(`The link’s ‘${name}’ cannot be read: “${text.slice(0, 80)}”.`);
    return result.data;
  };
  const known = (name: string, has: (id: string) => boolean): string | undefined => {
    const id = read(name, Id);
    if (id === undefined || has(id)) return id;
    problems.push(`The link names “${id.slice(0, 80)}”, which is not in this graph.`);
    return undefined;
  };
  const selection = known('select', (id) => corpus.nodes.has(id) || corpus.edges.has(id));
  const passage = read('passage', Passage);
  const around = known('around', (id) => corpus.nodes.has(id));
  const depth = read('depth', Depth);
  const camera = read('map', Coordinates);
  let query = EVERYTHING;
  try {
    query = parseQuery(parameters.get('q') ?? '');
    for (const id of findUnknown(corpus, query))
      problems.push(`The link’s filter names “${id.slice(0, 80)}”, which is not in this graph.`);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    problems.push(`The link’s filter cannot be read: ${error.message}.`);
  }
  const view: View = {
    ...(selection !== undefined && { selection }),
    passage: (passage ?? 1) - 1,
    query,
    ...(around !== undefined && { focus: { id: around, depth: depth ?? 1 } }),
    camera: camera ? { x: camera[0], y: camera[1], ratio: camera[2] } : WHOLE,
  };
  return { view, problems };
}

/** The part of the URL from '#' on that readView reads as this view; empty for the first sight of the map. */
export function printView({ selection, passage, query, focus, camera }: View): string {
  const parameters: [string, string][] = [];
  if (selection !== undefined) parameters.push(['select', selection]);
  if (passage > 0) parameters.push(['passage', String(passage + 1)]);
  const q = printQuery(query);
  if (q) parameters.push(['q', q]);
  if (focus) parameters.push(['around', focus.id], ['depth', String(focus.depth)]);
  if (camera.x !== WHOLE.x || camera.y !== WHOLE.y || camera.ratio !== WHOLE.ratio)
    parameters.push([
      'map',
      [camera.x, camera.y, camera.ratio].map((number) => +number.toFixed(4)).join(','),
    ]);
  // ':' and ',' may stand in a fragment as they are, and a link is meant to be read.
  const text = parameters.map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value.toWellFormed()).replace(/%3A/g, ':').replace(/%2C/g, ',')}`,
  );
  return text.length > 0 ? `#${text.join('&')}` : '';
}
