// The readers of others, which tell what they find: in GraphML xmllint by the standard's schema, networkx and igraph; in CSV
// Papa Parse.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';

const XSD = path.join(import.meta.dirname, 'graphml-xsd');
const schema = (fileName: string) => ({ fileName, contents: readFileSync(path.join(XSD, fileName), 'utf8') });
const SCHEMA = {
  schema: [schema('graphml.xsd')],
  preload: [schema('graphml-structure.xsd'), schema('xlink.xsd')],
};

/** What xmllint has against a file, by the GraphML 1.1 schema: nothing, where it is valid. */
export async function validate(graphml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'export.graphml', contents: graphml }],
    ...SCHEMA,
  });
  return errors.map(({ message }) => message);
}

/** What a reader finds. */
export type Reading = {
  version: string;
  directed: boolean;
  graph: Record<string, unknown>;
  nodes: Record<string, Record<string, unknown>>;
  edges: { id: string; source: string; target: string; attributes: Record<string, unknown> }[];
};

const PYTHON = '/usr/bin/python3';
export const hasReaders = spawnSync(PYTHON, ['-c', 'import networkx, igraph']).status === 0;
const MISSING = 'networkx and igraph are not installed: apt-get install python3-networkx python3-igraph';
if (!hasReaders) console.warn(MISSING);

/** What networkx and igraph find. */
export function readWithPython(graphml: string): { networkx: Reading; igraph: Reading } {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-'));
  try {
    const file = path.join(folder, 'export.graphml');
    writeFileSync(file, graphml);
    const json = execFileSync(PYTHON, [path.join(import.meta.dirname, 'readers.py'), file], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return JSON.parse(json) as { networkx: Reading; igraph: Reading };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A test that networkx and igraph take part in: left out where they are not installed, but for CI. */
export const testWithPython = (name: string, run: () => void) =>
  test(name, { timeout: 60_000 }, ({ skip }) => {
    if (!hasReaders && process.env.CI) throw new Error(MISSING);
    skip(!hasReaders, MISSING);
    run();
  });

/** The rows of CSV text, each cell under its column's name. */
export function readRows(csv: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}
