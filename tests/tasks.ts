// The longest tasks of the page's thread while something is done on it, read from a trace of the browser.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

type TraceEvent = {
  name: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: { name?: string };
};

/** Of the page's own thread, in milliseconds: its longest task on the clock, and of the processor; all of its scripts, of the processor. */
export type Tasks = { clock: number; processor: number; script: number };

/** Events without those that happen within another of them. */
function toOuter(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events
    .toSorted((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}

/** The longest tasks while something is done; `file` is where the trace is written. */
export async function readTasks(
  browser: Browser,
  page: Page,
  file: string,
  act: () => Promise<void>,
): Promise<Tasks> {
  await browser.startTracing(page, {
    path: file,
    categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'v8'],
  });
  await act();
  await browser.stopTracing();
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const onMain = (wanted: string) =>
    traceEvents.filter(({ name, pid, tid }) => name === wanted && main.has(`${pid} ${tid}`));
  const tasks = onMain('ThreadControllerImpl::RunTask');
  if (tasks.length === 0) throw new Error('the trace has no tasks of the page');
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    script: toOuter(onMain('v8.callFunction')).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
  };
}
