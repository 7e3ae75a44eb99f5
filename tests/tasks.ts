// The longest tasks of the page's thread while something is done on it, read from a trace of the browser.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

type TraceEvent = {
  name: string;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: { name?: string };
};

/** Longest tasks of the page's own thread, in milliseconds: on the clock, and of the processor. */
export type Tasks = { clock: number; processor: number };

/** The longest tasks while something is done; `file` is where the trace is written. */
export async function readTasks(
  browser: Browser,
  page: Page,
  file: string,
  act: () => Promise<void>,
): Promise<Tasks> {
  await browser.startTracing(page, {
    path: file,
    categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
  });
  await act();
  await browser.stopTracing();
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && main.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks of the page');
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}
