// Measures GraphML written and read, beside graphology-graphml, networkx and igraph: `tsx tests/bench/graphml.ts [nodes]`.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { readChunks } from '../../src/cli/files';
import { FORMATS } from '../../src/core/formats/formats';
import { readGraphml } from '../../src/core/formats/reader';
import { toSynthetic } from './synthetic';

/** Processor time in seconds; memory in MB, above what was there before the work began. */
type Figure = { seconds: number; megabytes: number };
type Program = 'claimscape' | 'graphology' | 'networkx' | 'igraph';
/** What each program takes to write and to read the same graph; undefined where it is not installed, or cannot. */
export type GraphmlFigures = {
  nodes: number;
  megabytes: number;
  write: Partial<Record<Program, Figure>>;
  read: Partial<Record<Program, Figure>>;
};

const THIS = fileURLToPath(import.meta.url);
const PYTHON = '/usr/bin/python3';
const PYTHON_PROGRAM = `
import resource, sys
import LIBRARY as library
def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
def report(name, before):
    after = used()
    print(name, after[0] - before[0], after[1] - before[1])
before = used()
graph = READ
report("read", before)
before = used()
WRITE
report("write", before)
`;
const PYTHON_CALLS = {
  networkx: [
    'library.read_graphml(sys.argv[1], force_multigraph=True)',
    'library.write_graphml(graph, sys.argv[2])',
  ],
  igraph: ['library.Graph.Read_GraphML(sys.argv[1])', 'graph.write_graphml(sys.argv[2])'],
} as const;

/** Does a piece of work and prints what it took, as the parent reads it. */
function measure(name: string, work: () => unknown): void {
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage.rss();
  const start = process.cpuUsage();
  // Kept until memory is measured.
  const result = work();
  const { user, system } = process.cpuUsage(start);
  const peak = process.resourceUsage().maxRSS / 1000;
  console.log(`${name} ${(user + system) / 1e6} ${peak - before / 1e6}`);
  if (result === 0) throw new Error(`${name} gave nothing`);
}

/** Reads every text once: a text put together from parts becomes one when it is first read. */
function touch(value: unknown): number {
  if (typeof value === 'string') return /\0/.test(value) ? 1 : 0;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const part of value instanceof Map ? value.values() : Object.values(value)) count += touch(part);
  return count;
}

const JOBS: Record<string, (file: string, size: number) => void> = {
  write: (file, size) => {
    const corpus = toSynthetic(size);
    touch(corpus);
    measure('write', () => {
      const out = openSync(file, 'w');
      for (const chunk of FORMATS.graphml.write(corpus, { title: 'Debate', description: 'All of it.' }))
        writeSync(out, chunk);
      closeSync(out);
    });
  },
  read: (file) => measure('read', () => readGraphml(readChunks(file), file).graph.nodes.length),
  graphology: (file) => measure('read', () => parse(MultiDirectedGraph, readFileSync(file, 'utf8')).order),
};

/** Runs a program in a process of its own; what it printed of each piece of work, nothing where it fails. */
function run(command: string, words: readonly string[]): Record<string, Figure> {
  const { stdout, status } = spawnSync(command, words, { encoding: 'utf8', timeout: 600_000 });
  const figures: Record<string, Figure> = {};
  for (const line of status === 0 ? stdout.trim().split('\n') : []) {
    const [name, seconds, megabytes] = line.split(' ');
    figures[name!] = { seconds: Number(seconds), megabytes: Number(megabytes) };
  }
  return figures;
}

/** Writes and reads a debate of so many nodes, and three times as many edges, with every program there is, one after another. */
export function measureGraphml(size: number): GraphmlFigures {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-'));
  try {
    const file = path.join(folder, 'debate.graphml');
    const node = (job: string) =>
      run(process.execPath, [
        '--expose-gc',
        '--max-old-space-size=8000',
        '--import',
        'tsx',
        THIS,
        job,
        file,
        String(size),
      ]);
    const python = (library: keyof typeof PYTHON_CALLS, from: string) => {
      const [read, write] = PYTHON_CALLS[library];
      const program = PYTHON_PROGRAM.replace('LIBRARY', library)
        .replace('READ', read)
        .replace('WRITE', write);
      return run(PYTHON, ['-c', program, from, path.join(folder, `${library}.graphml`)]);
    };
    const { write } = node('write');
    // igraph 0.10 refuses to write some texts that are not ASCII, so it is given the same graph without them.
    const plain = path.join(folder, 'plain.graphml');
    const out = openSync(plain, 'w');
    for (const chunk of readChunks(file)) writeSync(out, chunk.replace(/[^\n -~]/g, '~'));
    closeSync(out);
    const [networkx, igraph] = [python('networkx', file), python('igraph', plain)];
    return {
      nodes: size,
      megabytes: statSync(file).size / 1e6,
      write: { claimscape: write, networkx: networkx.write, igraph: igraph.write },
      read: {
        claimscape: node('read').read,
        graphology: node('graphology').read,
        networkx: networkx.read,
        igraph: igraph.read,
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print({ nodes, megabytes, ...figures }: GraphmlFigures): void {
  console.log(`GraphML of ${nodes} nodes and ${nodes * 3} edges, ${megabytes.toFixed(0)} MB`);
  for (const [verb, programs] of Object.entries(figures)) {
    const ours = programs.claimscape;
    for (const [program, figure] of Object.entries(programs)) {
      const ratio = figure && ours ? ` (${(figure.seconds / ours.seconds).toFixed(1)} times ours)` : '';
      console.log(
        figure
          ? `${verb}, ${program}: ${figure.seconds.toFixed(1)} s of the processor, ${figure.megabytes.toFixed(0)} MB${program === 'claimscape' ? '' : ratio}`
          : `${verb}, ${program}: not installed, or it failed`,
      );
    }
  }
}

const [script, job = '10000', file = '', size = ''] = process.argv.slice(1);
if (script === THIS) {
  const work = JOBS[job];
  if (work) work(file, Number(size));
  else print(measureGraphml(Number(job)));
}
