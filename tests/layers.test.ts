// The import rule: which part of src/ may know of which, and of what from outside.
import { describe, expect, test } from 'vitest';
import { findImports, SOURCES, type Sources } from './imports';

const LIBRARIES = [
  'zod',
  'graphology',
  'graphology-types',
  'graphology-layout-forceatlas2',
  'graphology-layout-forceatlas2/',
  'edtf',
  'fflate',
  // What other people's files are read with.
  '@mozilla/readability',
  'linkedom',
  'mammoth',
  'pdfjs-dist/',
  'ml-hclust',
  // What two versions of a text have in common.
  'diff',
  'saxes',
  // What Word files are written with.
  'docx',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'wink-eng-lite-web-model/',
];

/** For each part: the parts and packages it may import. A name ending in ':' or '/' stands for all that begins with it. */
const MAY_IMPORT: Record<string, { parts: string[]; packages: string[] }> = {
  core: { parts: ['core'], packages: LIBRARIES },
  worker: { parts: ['worker', 'core'], packages: ['sql.js', 'sql.js/'] },
  cli: { parts: ['cli', 'core'], packages: ['commander', 'zod', 'node:'] },
  app: {
    parts: ['app', 'core', 'worker'],
    packages: [
      'react',
      'react-dom',
      'react-dom/',
      'zustand',
      'zustand/react/shallow',
      'zod',
      '@tanstack/react-virtual',
      'cmdk',
      'idb',
    ],
  },
};
/** Packages that only some files may import, whatever part they are in. */
const ONLY_IN: [RegExp, RegExp][] = [
  // The canvas owns the graph that Sigma draws.
  [/^(sigma|graphology|graphology-types)(\/|$)/, /^app\/canvas\//],
  [/^docx$/, /^core\/formats\/word\.ts$/],
  [/^idb$/, /^app\/project\/journal\.ts$/],
  [/^(node:)?fs(\/|$)/, /^cli\/files\.ts$/],
];
/** Names that only some files may use. */
const USED_ONLY_IN: [string, RegExp, RegExp][] = [
  ['IndexedDB', /\bindexedDB\b|\bIDB[A-Z]/, /^app\/project\/journal\.ts$/],
  ['chance', /\bMath\.random\b|\bcrypto\.(randomUUID|getRandomValues)\b/, /^(app|cli|worker)\//],
  ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\./, /^(app|cli|worker)\//],
];

const isNamed = (name: string, names: readonly string[]) =>
  names.some((one) => (/[:/]$/.test(one) ? name.startsWith(one) : name === one));

/** A sentence for every import that breaks the rule. */
function findViolations(sources: Sources): string[] {
  const violations: string[] = [];
  for (const [file, text] of sources) {
    const part = file.split('/')[0]!;
    const rule = MAY_IMPORT[part];
    if (!rule) {
      violations.push(`${file} is in no part of src/ that the rule knows`);
      continue;
    }
    for (const { specifier, file: target } of findImports(file, sources)) {
      if (target === undefined) {
        const places = ONLY_IN.filter(([name]) => name.test(specifier)).map(([, where]) => where);
        const isAllowed = isNamed(specifier, rule.packages) || places.some((where) => where.test(file));
        // What core may import at all is not the canvas's alone.
        const isMisplaced = part !== 'core' && places.some((where) => !where.test(file));
        if (!isAllowed || isMisplaced) violations.push(`${file} may not import ${specifier}`);
      } else if (!rule.parts.includes(target.split('/')[0]!))
        violations.push(`${file} may not import ${target}`);
      else if (!sources.has(target)) violations.push(`${file} imports ${target}, which is not there`);
    }
    for (const [name, pattern, where] of USED_ONLY_IN)
      if (pattern.test(text) && !where.test(file)) violations.push(`${file} may not use ${name}`);
  }
  return violations;
}

/** Each circle of files that import one another, from the file first met; types count like values. */
function findCycles(sources: Sources): string[] {
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    const at = trail.indexOf(file);
    if (at !== -1) {
      cycles.add([...trail.slice(at), file].join(' → '));
      return;
    }
    if (done.has(file) || !sources.has(file)) return;
    for (const { file: target } of findImports(file, sources))
      if (target !== undefined && target !== file) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of sources.keys()) visit(file, []);
  return [...cycles];
}

describe('in src/', () => {
  test('every file imports only what its part may', () => {
    expect(findViolations(SOURCES)).toEqual([]);
  });

  test('no files import one another in a circle', () => {
    expect(findCycles(SOURCES)).toEqual([]);
  });

  test('every import is seen by these tests', () => {
    for (const [file, text] of SOURCES) {
      const lines = text.match(/^import\b|^(?:export|\}).*\bfrom ['"]|\bimport\(/gm) ?? [];
      const multiline = text.match(/^\} from ['"]/gm) ?? [];
      expect(findImports(file, SOURCES).length).toBeGreaterThanOrEqual(lines.length - multiline.length);
    }
    expect([...SOURCES.keys()].flatMap((file) => findImports(file, SOURCES)).length).toBeGreaterThan(100);
  });
});

describe('the rule', () => {
  const check = (file: string, text: string) =>
    findViolations(new Map([...SOURCES].filter(([name]) => name !== file)).set(file, text));

  test.each([
    ['core/new.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    ['core/new.ts', "import type { State } from '../app/store';", 'app/store.ts'],
    ['core/new.ts', "import {\n  run,\n} from '../worker/index';", 'worker/index.ts'],
    ['core/new.ts', "import { useState } from 'react';", 'react'],
    ['core/new.ts', "import Sigma from 'sigma';", 'sigma'],
    ['core/new.ts', "export * from 'lodash';", 'lodash'],
    ['core/new.ts', "const module = await import('../cli/files');", 'cli/files.ts'],
    ['worker/new.ts', "import '../app/store';", 'app/store.ts'],
    ['worker/new.ts', "import * as z from 'zod';", 'zod'],
    ['cli/new.ts', "import { readView } from '../app/view';", 'app/view.ts'],
    ['cli/new.ts', "import { readFile } from 'node:fs/promises';", 'node:fs/promises'],
    ['cli/new.ts', "import { readFile } from 'fs';", 'fs'],
    ['cli/new.ts', "import { run } from '../worker/index';", 'worker/index.ts'],
    ['cli/new.ts', "import { useState } from 'react';", 'react'],
    ['app/new.tsx', "import { readFiles } from '../cli/files';", 'cli/files.ts'],
    ['app/new.tsx', "import path from 'node:path';", 'node:path'],
    ['app/new.tsx', "import Sigma from 'sigma';", 'sigma'],
    ['app/panels/new.tsx', "import type { Settings } from 'sigma/settings';", 'sigma/settings'],
    ['app/panels/new.tsx', "import Graph from 'graphology';", 'graphology'],
    ['app/new.css', "@import '../cli/style.css';", 'cli/style.css'],
    ['app/new.tsx', "new Worker(new URL('../cli/main.ts', import.meta.url));", 'cli/main.ts'],
  ])('does not let %s say “%s”', (file, text, target) => {
    expect(check(file, text)).toEqual([`${file} may not import ${target}`]);
  });

  test('does not let core use chance or the clock, nor anything but the storage IndexedDB', () => {
    expect(check('core/new.ts', 'const now = Date.now() + Math.random();')).toEqual([
      'core/new.ts may not use chance',
      'core/new.ts may not use the clock',
    ]);
    expect(check('app/new.ts', 'indexedDB.open("a");')).toEqual(['app/new.ts may not use IndexedDB']);
    expect(check('app/project/journal.ts', 'indexedDB.open("a");')).toEqual([]);
  });

  test('knows every part, and names files that are not there', () => {
    expect(check('helpers/new.ts', '')).toEqual(['helpers/new.ts is in no part of src/ that the rule knows']);
    expect(check('core/new.ts', "import { a } from './nowhere';")).toEqual([
      'core/new.ts imports core/nowhere, which is not there',
    ]);
  });

  test.each([
    ['core/new.ts', "import * as z from 'zod';\nimport { fold } from './text';"],
    ['core/formats/new.ts', "import type { Corpus } from '../corpus';"],
    ['worker/new.ts', "import { layout } from '../core/layout';"],
    ['cli/new.ts', "import path from 'node:path';\nimport { fold } from '../core/text';"],
    ['cli/files.ts', "import { readFile } from 'node:fs/promises';"],
    ['app/new.tsx', "import { createRoot } from 'react-dom/client';\nimport { run } from '../worker/index';"],
    ['app/canvas/new.tsx', "import Sigma from 'sigma';\nimport { floatColor } from 'sigma/utils';"],
  ])('lets %s say “%s”', (file, text) => {
    const others = new Map([...SOURCES].filter(([name]) => name !== file));
    expect(findViolations(others.set(file, text))).toEqual([]);
  });

  test('finds a circle of two and of three, and none where two files import a third', () => {
    const circle = (files: Record<string, string>) => findCycles(new Map(Object.entries(files)));
    expect(circle({ 'core/a.ts': "import './b';", 'core/b.ts': "import type { A } from './a';" })).toEqual([
      'core/a.ts → core/b.ts → core/a.ts',
    ]);
    expect(
      circle({
        'core/a.ts': "import './b';",
        'core/b.ts': "import './c';",
        'core/c.ts': "export * from './b';\nimport './a';",
      }),
    ).toEqual(['core/b.ts → core/c.ts → core/b.ts', 'core/a.ts → core/b.ts → core/c.ts → core/a.ts']);
    expect(
      circle({ 'core/a.ts': "import './c';\nimport './b';", 'core/b.ts': "import './c';", 'core/c.ts': '' }),
    ).toEqual([]);
  });
});
