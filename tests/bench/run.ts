// Runs every measure beside its reference and prints what came of it: `npm run bench`, with sizes and names of measures where not all are wanted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureDebate } from './debate';
import { readFiles } from '../../src/cli/files';
import { readCorpus } from '../../src/core/corpus';
import { measureProposing, readNews, scoreCoding, scoreNews, type Score } from './extract';
import { readNamedNews, scoreNames } from './names';
import { measureFilters } from './filter';
import { measureFrames } from './frames';
import { measureGraph } from './graph';
import { measureGraphml } from './graphml';
import { measureLarge } from './large';
import { measureLayout } from './layout';
import { measureLinks, scoreCoders, scoreLinks, scoreSame, scoreTopics, scoreTopicsInOrder } from './links';
import { toMedian, type Cost } from './measure';
import { measurePaint } from './paint';
import { measureReading } from './reading';
import { measureSearch } from './search';
import { measureSelect } from './select';
import { toSynthetic } from './synthetic';
import { measureTable } from './table';

const SIZES = [1000, 10_000, 100_000];
/** How many nodes make 10,000 claims and recommendations. */
const LINKED = 11_700;
/** More is not drawn whole. */
const MOST_ON_PAGE = 10_000;

/** `time` in milliseconds of the processor; `clock` in milliseconds on the clock; memory in MB; bytes; numbers without a unit. */
type Unit = 'time' | 'clock' | 'memory' | 'bytes' | 'number' | 'share';
type Row = {
  what: string;
  unit: Unit;
  ours: number;
  /** On the clock, in milliseconds, and memory in MB, where they are measured. */
  wall?: number | undefined;
  memory?: number | undefined;
  reference?:
    { name: string; figure: number; wall?: number | undefined; memory?: number | undefined } | undefined;
};
/** What one measure gave at one size; `peak` is the memory of its whole process in MB. */
type Part = { measure: string; size: number; peak: number; rows: Row[] };

const toReference = (name: string, cost: Cost) => ({ name, figure: cost.cpu, wall: cost.wall });
const toRow = (what: string, cost: Cost, reference?: Row['reference']): Row => ({
  what,
  unit: 'time',
  ours: cost.cpu,
  wall: cost.wall,
  reference,
});

const MEASURES: Record<string, { sizes: readonly number[]; run: (size: number) => Row[] | Promise<Row[]> }> =
  {
    reading: {
      sizes: SIZES,
      run: (size) => {
        const { parse, read, check, rules, step, peak } = measureReading(size);
        const name = 'JSON.parse';
        return [
          {
            what: 'reading and checking',
            unit: 'time',
            ours: read,
            memory: peak,
            reference: { name, figure: parse },
          },
          {
            what: '… shapes checked, beside all of it',
            unit: 'time',
            ours: check,
            reference: { name: 'reading', figure: read },
          },
          {
            what: '… rules checked, beside all of it',
            unit: 'time',
            ours: rules,
            reference: { name: 'reading', figure: read },
          },
          { what: '… the longest step on the page', unit: 'time', ours: step },
        ];
      },
    },
    graph: {
      sizes: SIZES,
      run: (size) => {
        const { building, around, aroundHubs, shortest, five } = measureGraph(size);
        const name = 'graphology';
        return [
          toRow('the graph made', building.ours, toReference(name, building.graphology)),
          toRow('2 steps around a node, p50', around.ours.p50, toReference(name, around.graphology.p50)),
          toRow('2 steps around a node, p99', around.ours.p99, toReference(name, around.graphology.p99)),
          toRow(
            '2 steps around the greatest hubs, the slowest',
            aroundHubs.ours.p99,
            toReference(name, aroundHubs.graphology.p99),
          ),
          toRow(
            'all shortest paths, p50',
            shortest.ours.p50,
            toReference(`${name}, one`, shortest.graphology.p50),
          ),
          toRow(
            'all shortest paths, p99',
            shortest.ours.p99,
            toReference(`${name}, one`, shortest.graphology.p99),
          ),
          toRow('paths of up to 5 steps, p50', five.p50),
          toRow('paths of up to 5 steps, p99', five.p99),
        ];
      },
    },
    layout: {
      sizes: SIZES,
      run: (size) => {
        const { ours, reference, referenceSpread } = measureLayout(size);
        const beside = (figure: number | undefined) =>
          figure === undefined ? undefined : { name: '500 steps of ForceAtlas2', figure };
        return [
          {
            what: 'layout',
            unit: 'time',
            ours: ours.cpu * 1000,
            reference: beside(reference && reference.cpu * 1000),
          },
          {
            what: '… length of edges to that of any pairs',
            unit: 'number',
            ours: ours.edgeLength,
            reference: beside(reference?.edgeLength),
          },
          {
            what: '… of a topic among the ten nearest',
            unit: 'share',
            ours: ours.purity,
            reference: beside(reference?.purity),
          },
          ...(referenceSpread
            ? ([
                {
                  what: '… length of edges, none over another',
                  unit: 'number',
                  ours: ours.edgeLength,
                  reference: { name: 'ForceAtlas2 spread as far', figure: referenceSpread.edgeLength },
                },
                {
                  what: '… of a topic among the ten nearest, none over another',
                  unit: 'share',
                  ours: ours.purity,
                  reference: { name: 'ForceAtlas2 spread as far', figure: referenceSpread.purity },
                },
              ] satisfies Row[])
            : []),
        ];
      },
    },
    search: {
      sizes: SIZES,
      run: (size) => {
        const { ours, miniSearch, scan, peak, handOver } = measureSearch(toSynthetic(size));
        return [
          {
            what: 'search index made',
            unit: 'time',
            ours: ours.build,
            memory: peak,
            reference: { name: 'MiniSearch', figure: miniSearch.build, memory: miniSearch.memory },
          },
          {
            what: '… kept in memory',
            unit: 'memory',
            ours: ours.memory,
            reference: { name: 'MiniSearch', figure: miniSearch.memory },
          },
          ...([50, 99] as const).flatMap((share): Row[] => [
            {
              what: `200 queries, p${share}`,
              unit: 'time',
              ours: ours[`p${share}`],
              reference: { name: 'MiniSearch', figure: miniSearch[`p${share}`] },
            },
            {
              what: `200 queries, p${share}, beside a scan`,
              unit: 'time',
              ours: ours[`p${share}`],
              reference: { name: 'a plain scan', figure: scan[`p${share}`] },
            },
          ]),
          {
            what: '… found of what a plain scan finds',
            unit: 'share',
            ours: ours.recall,
            reference: { name: 'MiniSearch', figure: miniSearch.recall },
          },
          { what: '… longest step of the page handing it over', unit: 'time', ours: handOver.longest },
        ];
      },
    },
    filters: {
      sizes: SIZES,
      run: (size) => {
        const { making, first, queries, plain } = measureFilters(size);
        const costs = Object.values(queries);
        const reference = toReference('a type and the lines in it, uncounted', plain);
        return [
          toRow(
            'a filter with all its counts, median',
            {
              cpu: toMedian(costs.map(({ cpu }) => cpu)),
              wall: toMedian(costs.map(({ wall }) => wall)),
            },
            reference,
          ),
          toRow(
            '… the slowest',
            {
              cpu: Math.max(...costs.map(({ cpu }) => cpu)),
              wall: Math.max(...costs.map(({ wall }) => wall)),
            },
            reference,
          ),
          toRow('… the first', first),
          { what: '… what filters need, made once in steps', unit: 'time', ours: making.all },
          { what: '… the longest of these steps', unit: 'time', ours: making.longest },
        ];
      },
    },
    graphml: {
      sizes: SIZES,
      run: (size) => {
        const figures = measureGraphml(size);
        return (['write', 'read'] as const).flatMap((verb): Row[] => {
          const { claimscape: ours, ...others } = figures[verb];
          if (!ours) throw new Error(`GraphML: no figure for what we ${verb}`);
          const what = verb === 'write' ? 'GraphML written' : 'GraphML read';
          const row = { what, unit: 'time' as const, ours: ours.seconds * 1000, memory: ours.megabytes };
          const known = Object.entries(others).flatMap(([name, figure]) =>
            figure
              ? [
                  {
                    ...row,
                    what: `${what}, beside ${name}`,
                    reference: { name, figure: figure.seconds * 1000, memory: figure.megabytes },
                  },
                ]
              : [],
          );
          return known.length > 0 ? known : [row];
        });
      },
    },
    debate: {
      sizes: [10_000],
      run: (size) => {
        const { claims, cards, chart } = measureDebate(size);
        return [
          toRow(`a debate of ${claims} claims: its cards`, cards),
          toRow('… its chart, in the worker', chart),
        ];
      },
    },
    extract: {
      sizes: [0],
      run: async () => {
        const news = scoreNews(readNews());
        const named = readNamedNews();
        const corpus = readCorpus(await readFiles(root));
        const coding = scoreCoding(corpus);
        const topics = scoreTopics(corpus);
        const inOrder = scoreTopicsInOrder(corpus);
        const [same, coders] = [scoreSame(corpus), scoreCoders(corpus)];
        const links = measureLinks(LINKED);
        const toShare = (what: string, share: number, other?: string, figure?: number): Row => ({
          what,
          unit: 'share',
          ours: share,
          ...(other !== undefined && { reference: { name: other, figure: figure! } }),
        });
        const name = 'trained people';
        const toRows = (what: string, { precision, recall, f1 }: Score, people?: number): Row[] => [
          { what: `${what} of news, precision`, unit: 'share', ours: precision },
          { what: `… recall`, unit: 'share', ours: recall },
          {
            what: `… F1`,
            unit: 'share',
            ours: f1,
            ...(people !== undefined && { reference: { name, figure: people } }),
          },
        ];
        return [
          ...toRows('what is said', news.content, 0.79),
          ...toRows('what is said and by whom', news.both, 0.73),
          ...(['person', 'organisation'] as const).flatMap((kind) => {
            const { mentions, actors } = scoreNames(named, kind);
            const many = kind === 'person' ? 'people' : 'organisations';
            return [...toRows(`${many}, each mention,`, mentions), ...toRows(`${many}, each once,`, actors)];
          }),
          { what: 'the hand coding, one article left out: proposed', unit: 'share', ours: coding.recall },
          { what: '… with the right speaker', unit: 'share', ours: coding.speakers },
          { what: '… of what is proposed, coded', unit: 'share', ours: coding.accepted },
          toShare(
            'a topic of a new article among the first three',
            topics.three,
            'the commonest',
            topics.guess,
          ),
          toShare('… in an article coded in order', inOrder.three, 'those used last', inOrder.guess),
          toShare('… the first', inOrder.first),
          toShare('… its stance, where one is proposed', inOrder.stance),
          ...[true, false].flatMap((across) =>
            [false, true].flatMap((settled) => {
              const score = scoreLinks(corpus, across, settled);
              const what = `${across ? 'across articles' : 'within an article'}, ${settled ? 'sides settled' : 'by words alone'}`;
              return [
                toShare(`a support or dispute among the first three, ${what}`, score.three),
                toShare('… of the right kind', score.kind),
                toShare('… disputes found as such', score.disputes.found / score.disputes.of),
                toShare('… of all links, coded', score.right),
              ];
            }),
          ),
          toShare('said twice in an article: found first', same.first),
          toShare('… and as the same', same.found),
          toShare('… what is said in one article taken for the same in another', same.alarms),
          toShare('written down by two coders: found first', coders.first),
          { what: 'proposals from 1,000 words', unit: 'time', ours: measureProposing() },
          ...Object.entries({
            'topics and links of 30 proposals, 10,000 claims': links.article,
            '… what they are found by, made once': links.index,
            '… and again after an edit': links.again,
          }).flatMap(([what, { all, longest }]): Row[] => [
            { what, unit: 'time', ours: all },
            { what: '… the longest step', unit: 'time', ours: longest },
          ]),
        ];
      },
    },
    table: {
      sizes: SIZES,
      run: async (size) => {
        const { rows, tasks } = await measureTable(size);
        const sorted = Object.values(rows.sorted);
        return [
          {
            what: 'rows sorted, the slowest column',
            unit: 'time',
            ours: Math.max(...sorted.map(({ all }) => all)),
          },
          {
            what: '… the longest step',
            unit: 'time',
            ours: Math.max(...sorted.map(({ longest }) => longest)),
          },
          { what: '… rows found by two words', unit: 'time', ours: rows.found.all },
          ...(
            [
              ['wheel', 'turning the wheel'],
              ['bar', 'dragging the bar'],
              ['sorting', 'sorting'],
              ['finding', 'finding'],
            ] as const
          ).map(([task, name]): Row => ({
            what: `a table of so many rows, the longest task while ${name}`,
            unit: 'time',
            ours: tasks[task].processor,
            wall: tasks[task].clock,
          })),
        ];
      },
    },
    visit: {
      // The five articles.
      sizes: [0],
      run: async () => {
        const { ours, sigma, longest, bytes } = await measurePaint();
        return [
          {
            what: 'the five articles: first painted map',
            unit: 'clock',
            ours,
            reference: { name: 'bare Sigma', figure: sigma },
          },
          { what: '… the longest task after it (under 50 is not told)', unit: 'clock', ours: longest },
          { what: '… what the first load fetches', unit: 'bytes', ours: bytes },
        ];
      },
    },
    frames: {
      sizes: SIZES.filter((size) => size <= MOST_ON_PAGE),
      run: async (size) => {
        const { painted, frames } = await measureFrames(size);
        return [
          {
            what: 'first painted map',
            unit: 'clock',
            ours: painted.ours.clock,
            reference: { name: 'bare Sigma', figure: painted.sigma.clock },
          },
          {
            what: '… the whole browser',
            unit: 'time',
            ours: painted.ours.browser,
            reference: { name: 'bare Sigma', figure: painted.sigma.browser },
          },
          ...Object.entries(frames).flatMap(([way, { ours, sigma, points }]): Row[] => [
            {
              what: `a frame ${way}: script`,
              unit: 'time',
              ours: ours.script,
              wall: ours.clock,
              reference: { name: 'bare Sigma', figure: sigma.script, wall: sigma.clock },
            },
            {
              what: '… the whole browser',
              unit: 'time',
              ours: ours.browser,
              reference: { name: 'bare points and lines', figure: points.browser },
            },
          ]),
        ];
      },
    },
    large: {
      sizes: [100_000],
      run: async (size) => {
        const { painted, ready, acts, refocus } = await measureLarge(size);
        return [
          { what: 'an overview on the page: first picture', unit: 'clock', ours: painted },
          { what: '… read, checked and ready to be used', unit: 'clock', ours: ready },
          ...Object.entries(acts).map(([name, { processor, clock }]): Row => ({
            what: `… the longest task: ${name}`,
            unit: 'time',
            ours: processor,
            wall: clock,
          })),
          {
            what: '… 2 steps around a claim to the picture of it: all script, p50',
            unit: 'time',
            ours: refocus.p50,
          },
          { what: '… p99', unit: 'time', ours: refocus.p99 },
          { what: '… around the greatest hubs, the slowest', unit: 'time', ours: refocus.hub },
        ];
      },
    },
    select: {
      sizes: SIZES.filter((size) => size <= MOST_ON_PAGE),
      run: async (size) => {
        const figures = await measureSelect(size);
        const names = {
          claim: 'a claim selected',
          pointed: 'pointed at a claim',
          away: 'pointed away',
          hub: 'a hub selected',
          aroundOne: '1 step around a hub',
          aroundTwo: '2 steps around a hub',
        } satisfies Record<keyof typeof figures, string>;
        return Object.entries(names).map(([key, what]): Row => {
          const { work, frame } = figures[key as keyof typeof figures];
          return { what, unit: 'time', ours: work, wall: frame };
        });
      },
    },
  };

/** With at most three digits that tell something. */
function printFigure(value: number, unit: Unit): string {
  const round = (number: number) =>
    number >= 100 ? number.toFixed(0) : number === 0 ? '0' : String(Number(number.toPrecision(2)));
  if (unit === 'bytes') return `${round(value / 1000)} kB`;
  if (unit === 'memory') return `${round(value)} MB`;
  if (unit === 'share') return `${(100 * value).toFixed(value === 1 ? 0 : 1)} %`;
  if (unit === 'number') return value.toFixed(2);
  return value >= 1000 ? `${round(value / 1000)} s` : `${round(value)} ms`;
}

const printOptional = (value: number | undefined, unit: Unit) =>
  value === undefined ? '' : printFigure(value, unit);

/** How what is measured grows from 10,000 to 100,000 nodes: 1 is linear. */
function findExponent(parts: readonly Part[], part: Part, row: Row): number | undefined {
  if (part.size !== 100_000 || row.unit !== 'time') return undefined;
  const before = parts
    .find(({ measure, size }) => measure === part.measure && size === 10_000)
    ?.rows.find(({ what }) => what === row.what);
  return before && before.ours > 0 ? Math.log10(row.ours / before.ours) : undefined;
}

function printTable(parts: readonly Part[]): string {
  const lines = parts.flatMap((part) =>
    part.rows.map((row) => {
      const { what, unit, ours, wall, memory, reference } = row;
      const exponent = findExponent(parts, part, row);
      return [
        what,
        part.size === 0 ? '' : part.size.toLocaleString('en'),
        reference ? String(Number((ours / reference.figure).toPrecision(2))) : '',
        `${printFigure(ours, unit)}${unit === 'clock' ? ' on the clock' : ''}`,
        reference ? `${printFigure(reference.figure, unit)} (${reference.name})` : '',
        [printOptional(wall, 'clock'), printOptional(reference?.wall, 'clock')].filter(Boolean).join(' / '),
        [printOptional(memory, 'memory'), printOptional(reference?.memory, 'memory')]
          .filter(Boolean)
          .join(' / '),
        exponent === undefined ? '' : exponent.toFixed(2),
      ];
    }),
  );
  const head = ['what', 'nodes', 'ratio', 'Claimscape', 'reference', 'clock', 'memory', 'growth'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const root = path.resolve(import.meta.dirname, '../..');

/** Runs one measure in a process of its own, so that none is warmed or crowded by another; nothing where it fails. */
function measureApart(measure: string, size: number): Part | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));
  const out = path.join(folder, 'part.json');
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        '--max-old-space-size=8000',
        '--import',
        'tsx',
        import.meta.filename,
        'part',
        measure,
        String(size),
        out,
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    return status === 0 ? (JSON.parse(readFileSync(out, 'utf8')) as Part) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measurePart(measure: string, size: number, out: string): Promise<void> {
  const rows = await MEASURES[measure]!.run(size);
  const part: Part = { measure, size, peak: process.resourceUsage().maxRSS / 1000, rows };
  writeFileSync(out, JSON.stringify(part));
}

/** What was measured, when, and on what machine, as dist/bench.json has it. */
type Report = {
  date: string;
  machine: { cores: number; processor: string; memory: number; load: number; node: string };
  minutes: number;
  parts: readonly Part[];
};

function toReport(parts: readonly Part[], begin: number): Report {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cores: os.cpus().length,
      processor: os.cpus()[0]?.model ?? '',
      memory: Math.round(os.totalmem() / 1e9),
      load: os.loadavg()[0]!,
      node: process.version,
    },
    minutes: (performance.now() - begin) / 60_000,
    parts,
  };
}

function measureAll(sizes: readonly number[], names: readonly string[]): void {
  const begin = performance.now();
  const parts: Part[] = [];
  const failed: string[] = [];
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  for (const name of names)
    for (const size of MEASURES[name]!.sizes) {
      if (sizes.length > 0 && size !== 0 && !sizes.includes(size)) continue;
      const title = `${name}${size === 0 ? '' : `, ${size.toLocaleString('en')} nodes`}`;
      const start = performance.now();
      const part = measureApart(name, size);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      console.error(
        `${title}: ${part ? `measured, ${part.peak.toFixed(0)} MB at most` : 'failed'}, ${seconds} s`,
      );
      if (part) parts.push(part);
      else failed.push(title);
      // After each, so that a run that is cut short leaves what it has.
      writeFileSync(path.join(root, 'dist/bench.json'), JSON.stringify(toReport(parts, begin), null, 2));
    }
  const { date, machine, minutes } = toReport(parts, begin);
  console.log(printTable(parts));
  console.log(
    `\n${date}, ${machine.cores} cores, ${machine.memory} GB, no graphics card used, Node ${machine.node}, load ${machine.load.toFixed(1)} at the end, ${minutes.toFixed(0)} minutes. Times are the processor’s unless they say ‘on the clock’.`,
  );
  if (failed.length > 0) throw new Error(`Not measured: ${failed.join('; ')}`);
}

const words = process.argv.slice(2);
if (words[0] === 'part') await measurePart(words[1]!, Number(words[2]), words[3]!);
else {
  const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const names = words.filter((word) => !/^\d+$/.test(word));
  const unknown = [
    ...names.filter((name) => !(name in MEASURES)),
    ...sizes.filter((size) => !SIZES.includes(size)),
  ];
  if (unknown.length > 0)
    throw new Error(
      `There is no ${unknown.join(', ')}: sizes are ${SIZES.join(', ')}, measures ${Object.keys(MEASURES).join(', ')}.`,
    );
  measureAll(sizes, names.length > 0 ? names : Object.keys(MEASURES));
}
