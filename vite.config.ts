// Builds the page (dist/page, or dist/test with what the browser tests reach for), with the articles, their coding
// and the map of it beside it, and the command line (dist/cli); says where the tests are.
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { readFiles } from './src/cli/files';
import { CorpusError, readDraft, type Files } from './src/core/corpus';
import { toFirstDrawing } from './src/core/overview';
import { atOnce } from './src/core/steps';
import { layout } from './src/core/layout';
import type { Corpus } from './src/core/model';
import type { Picture } from './src/core/picture';
import { SERVED, toServedFiles } from './src/core/site';

const root = import.meta.dirname;

/** The files that are served beside the page, made of seeds/ and graph/. */
function corpusFiles(): Plugin {
  const build = async () => {
    const files = await readFiles(root);
    const corpus = readOrNone(files);
    return toServedFiles(files, corpus && { corpus, picture: toPicture(corpus) });
  };
  return {
    name: 'corpus-files',
    configureServer(server) {
      // Made once for all, and anew when a file of theirs changes.
      let made: ReturnType<typeof build> | undefined;
      const folders = ['graph', 'seeds'].map((name) => path.join(root, name));
      server.watcher.add(folders).on('all', (_event, file) => {
        if (folders.some((folder) => file.startsWith(folder))) made = undefined;
      });
      for (const name of SERVED)
        server.middlewares.use(`/${name}`, (_request, response, next) => {
          made ??= build();
          made.then((built) => {
            const text = built.get(name);
            response.statusCode = text === undefined ? 404 : 200;
            response.setHeader('content-type', 'application/json').end(text);
          }, next);
        });
    },
    async generateBundle() {
      for (const [fileName, source] of await build()) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Beside the page a list of all its files, of which a website with another corpus is made ('site.json'). */
function siteFiles(): Plugin {
  return {
    name: 'site-files',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = [...(await readdir(path.join(root, 'public'))), ...Object.keys(bundle)];
        const source = JSON.stringify([...files, 'site.json'].toSorted());
        this.emitFile({ type: 'asset', fileName: 'site.json', source });
      },
    },
  };
}

const SHARED =
  /src\/(app\/(ui\/(Icon|Kind|ItemLink|ViewLink|LineSample|StanceBar|ExportButton|button|typing)|panels\/(GrowingList|NodeRow|Inspector)|reader\/desk|words|searcher|storage)|core\/(discourse|text|coverage|model))\b/;

/**
 * What the built page may do, told to the browser: run only its own code (a database's in WebAssembly, and the one script in the
 * page itself), show only its own pictures, and be sent nowhere. It may be connected with anything: a reader may name any service
 * that is asked for proposals.
 */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const hashes = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
          ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
        );
        const content = [
          "default-src 'self'",
          `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`,
          // A picture that is drawn has its colours in it.
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' blob: data:",
          'connect-src *',
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ].join('; ');
        return [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}

function toPicture(corpus: Corpus): Picture {
  const drawing = atOnce(toFirstDrawing(corpus));
  return { drawing, positions: layout(drawing) };
}

/** The corpus; none where it has problems, which the page will list. */
function readOrNone(files: Files): Corpus | undefined {
  try {
    return readDraft(files);
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
  plugins: isSsrBuild ? [] : [react(), corpusFiles(), siteFiles(), contentSecurityPolicy()],
  worker: { format: 'es' },
  build: {
    outDir: path.join(root, 'dist', isSsrBuild ? 'cli' : mode === 'test' ? 'test' : 'page'),
    emptyOutDir: true,
    // Which files each part of the page needs, for the test of what a first visit fetches.
    manifest: isSsrBuild ? false : 'chunks.json',
    target: 'es2023',
    // The command line and the threads it starts.
    ...(!isSsrBuild && {
      rolldownOptions: {
        output: {
          // The map comes first; what every visit needs besides is small and shared by many parts: in one file it is
          // compressed better.
          codeSplitting: {
            groups: [
              { name: 'map', test: /src\/(app\/canvas\/map|core\/picture)\.ts$|preload-helper/, priority: 1 },
              { name: 'shared', test: SHARED },
            ],
          },
        },
      },
    }),
    ...(isSsrBuild && {
      rolldownOptions: { input: ['main', 'extractor'].map((name) => path.join(root, `src/cli/${name}.ts`)) },
    }),
  },
  preview: {
    port: Number(process.env.PORT) || 4173,
    strictPort: Boolean(process.env.PORT),
    open: canOpen && mode !== 'test' && !process.env.CI,
  },
  // How long a test takes is the benches' to tell: on a busy machine it may be long.
  test: {
    dir: path.join(root, 'tests'),
    include: ['**/*.test.ts'],
    globalSetup: path.join(root, 'tests/cli/build.ts'),
    testTimeout: 60_000,
    // Left to itself it leaves one processor idle.
    maxWorkers: '100%',
    // What a test does to globals or the store it takes back: so nothing is loaded anew for each of them.
    isolate: false,
  },
}));
