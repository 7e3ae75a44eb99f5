// Builds the page (dist/page, or dist/test with what the browser tests reach for), with the articles and their coding as one
// bundle beside it, and the command line (dist/cli); says where the tests are.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** The files of seeds/ and graph/ as 'corpus.json': an object of path → text. CLAIMSCAPE_CORPUS names another folder. */
function corpusBundle(): Plugin {
  const folder = process.env.CLAIMSCAPE_CORPUS ?? root;
  const bundle = () => {
    const files = ['seeds', 'graph'].flatMap((part) =>
      readdirSync(path.join(folder, part))
        .filter((name) => /\.(json|txt)$/.test(name) && name !== 'schema.json')
        .toSorted()
        .map((name) => {
          const text = readFileSync(path.join(folder, part, name), 'utf8');
          // Indentation is for people and weighs as much as the words.
          return [`${part}/${name}`, name.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text];
        }),
    );
    return JSON.stringify(Object.fromEntries(files));
  };
  return {
    name: 'corpus-bundle',
    configureServer(server) {
      server.middlewares.use('/corpus.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(bundle());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'corpus.json', source: bundle() });
    },
  };
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
