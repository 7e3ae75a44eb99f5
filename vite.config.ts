// Builds the page (dist/page, or dist/test with what the browser tests reach for), with the articles and their coding as one
// bundle beside it, and the command line (dist/cli); says where the tests are.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { readFiles } from './src/cli/files';
import { CorpusError, readCorpus, type Files } from './src/core/corpus';
import { toDrawing } from './src/core/drawing';
import { layout } from './src/core/layout';

const root = import.meta.dirname;

/**
 * The bundle 'corpus.json' that the page fetches (src/app/files.ts): the files of seeds/ and graph/ as path → text, and where
 * each node stands on the map, so that nobody has to wait for the layout. CLAIMSCAPE_CORPUS names another folder.
 */
function corpusBundle(): Plugin {
  const bundle = async () => {
    const files = new Map<string, string>();
    for (const [name, text] of await readFiles(process.env.CLAIMSCAPE_CORPUS ?? root))
      // Indentation is for people and weighs as much as the words.
      if (name !== 'graph/schema.json')
        files.set(name, name.endsWith('.json') ? text.replace(/^\s+|\n/gm, '') : text);
    return JSON.stringify({ files: Object.fromEntries(files), positions: toPositions(files) });
  };
  return {
    name: 'corpus-bundle',
    configureServer(server) {
      server.middlewares.use('/corpus.json', (_request, response, next) => {
        bundle().then((text) => response.setHeader('content-type', 'application/json').end(text), next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'corpus.json', source: await bundle() });
    },
  };
}

/** The layout of a corpus to a tenth of a pixel; none where it has problems, which the page will list. */
function toPositions(files: Files): number[] | undefined {
  try {
    return [...layout(toDrawing(readCorpus(files)))].map((number) => Math.round(number * 10) / 10);
  } catch (error) {
    if (error instanceof CorpusError) return undefined;
    throw error;
  }
}

const canOpen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

export default defineConfig(({ isSsrBuild, mode }) => ({
  root: path.join(root, 'src/app'),
  publicDir: isSsrBuild ? false : path.join(root, 'public'),
  base: './',
  plugins: isSsrBuild ? [] : [react(), corpusBundle()],
  worker: { format: 'es' },
  build: {
    outDir: path.join(root, 'dist', isSsrBuild ? 'cli' : mode === 'test' ? 'test' : 'page'),
    emptyOutDir: true,
    target: 'es2023',
  },
  preview: {
    port: Number(process.env.PORT) || 4173,
    strictPort: Boolean(process.env.PORT),
    open: canOpen && mode !== 'test' && !process.env.CI,
  },
  test: { dir: path.join(root, 'tests'), include: ['**/*.test.ts'] },
}));
