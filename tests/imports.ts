// What the files of src/ import, and from which packages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a file imports: its specifier as written, and in `file` the file of src/ it leads to, if it is one of ours. */
type Import = { specifier: string; file: string | undefined };
export type Sources = ReadonlyMap<string, string>;

const IMPORTS = [
  /^(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g,
  /\bnew URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g,
  /^@import\s+(?:url\()?['"]([^'"]+)['"]/gm,
];

/** All that a file imports. */
export function findImports(file: string, sources: Sources): Import[] {
  const text = sources.get(file)!;
  return IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)]).map(([, specifier]) => {
    if (!specifier!.startsWith('.')) return { specifier: specifier!, file: undefined };
    const target = path.posix.join(path.posix.dirname(file), specifier!);
    const found = ['', '.ts', '.tsx', '.d.ts', '/index.ts']
      .map((end) => target + end)
      .find((name) => sources.has(name));
    return { specifier: specifier!, file: found ?? target };
  });
}

/** The package that a specifier leads to; undefined where it leads to a file or into Node itself. */
export const toPackage = (specifier: string): string | undefined =>
  /^(?!node:)(?:@[^/]+\/)?[^./][^/]*/.exec(specifier)?.[0];

const SRC = path.resolve(import.meta.dirname, '../src');
/** The files of src/ by their paths there. */
export const SOURCES: Sources = new Map(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .map((file) => [path.relative(SRC, file).replaceAll(path.sep, '/'), readFileSync(file, 'utf8')]),
);
