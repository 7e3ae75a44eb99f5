// Builds the page (dist/page, or dist/test with what the browser tests reach for), with the articles, their coding
// and the map of it beside it, and the command line (dist/cli); says where the tests are.
import { createHash } from 'node:crypto';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { readFiles } from './src/cli/files';
import { writeBundle } from './src/core/bundle';
import { CorpusError, readCorpus, type Files } from './src/core/corpus';
import { toFirstDrawing } from './src/core/overview';
import { atOnce } from './src/core/steps';
import { layout } from './src/core/layout';
import type { Corpus } from './src/core/model';
import { writePicture } from './src/core/picture';
import { isStoryFile, readStories } from './src/core/story';

const root = import.meta.dirname;

/**
 * What the page fetches: 'corpus.json', the files of seeds/ and graph/ as path → text, 'picture.json', the map laid out
 * beforehand, so that nobody has to wait for it, 'stories.json', the files of graph/stories/, and 'offer.json', what a newcomer
 * is told of the first of them.
 */
function corpusFiles(): Plugin {
  const build = async () => {
    const files = new Map<string, string>();
    const stories = new Map<string, string>();
    for (const [name, text] of await readFiles(root))
      if (name !== 'graph/schema.json')
        (isStoryFile(name) ? stories : files).set(name, name.endsWith('.json') ? toCompact(text) : text);
    const corpus = readOrNone(files);
    return {
      'corpus.json': writeBundle(toReadingOrder(files)),
      'picture.json': corpus && toPictureFile(corpus),
      'offer.json': corpus && toOfferFile(stories, corpus),
      'stories.json': writeBundle(stories),
    };
  };
  return {
    name: 'corpus-files',
    configureServer(server) {
      // Made once for all four, and anew when a file of theirs changes.
      let made: ReturnType<typeof build> | undefined;
      const folders = ['graph', 'seeds'].map((name) => path.join(root, name));
      server.watcher.add(folders).on('all', (_event, file) => {
        if (folders.some((folder) => file.startsWith(folder))) made = undefined;
      });
      for (const name of ['corpus.json', 'picture.json', 'stories.json', 'offer.json'] as const)
        server.middlewares.use(`/${name}`, (_request, response, next) => {
          made ??= build();
          made.then((built) => {
            const text = built[name];
            response.statusCode = text === undefined ? 404 : 200;
            response.setHeader('content-type', 'application/json').end(text);
          }, next);
        });
    },
    async generateBundle() {
      for (const [fileName, source] of Object.entries(await build()))
        if (source !== undefined) this.emitFile({ type: 'asset', fileName, source });
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

/** JSON without its indentation, which is for people and weighs as much as the words; what is no JSON stays, for the page to say so. */
function toCompact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Each article right before the coding that quotes it: what is said twice within 32 kB is written once when it is compressed. */
function toReadingOrder(files: Files): Files {
  const articles = [...files].filter(([name]) => name.startsWith('seeds/'));
  const others = [...files].filter(([name]) => !name.startsWith('seeds/'));
  const isOf = (name: string, text: string) => text.includes(`"${path.posix.basename(name)}"`);
  return new Map([
    ...others.flatMap((file) => [...articles.filter(([name]) => isOf(name, file[1])), file]),
    ...articles,
  ]);
}

function toPictureFile(corpus: Corpus): string {
  const drawing = atOnce(toFirstDrawing(corpus));
  return writePicture({ drawing, positions: layout(drawing) });
}

function toOfferFile(stories: Files, corpus: Corpus): string | undefined {
  const [first] = readStories(stories, corpus).stories;
  return first && JSON.stringify({ id: first.id, title: first.title, steps: first.steps.length });
}

/** The corpus; none where it has problems, which the page will list. */
function readOrNone(files: Files): Corpus | undefined {
  try {
    return readCorpus(files);
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
  plugins: isSsrBuild ? [] : [react(), corpusFiles(), contentSecurityPolicy()],
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
