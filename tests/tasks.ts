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
  args?: {
    name?: string;
    data?: { name?: string; message?: string };
    chrome_mojo_event_info?: { mojo_interface_tag?: string };
  };
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

/**
 * The tasks while something is done, or of that only those that end before the page calls `console.timeStamp(until)`; `file` is
 * where the trace is written. Tasks in which the page is asked by a test are not its own, whatever they take.
 * @throws where there are none.
 */
export async function readTasks(
  browser: Browser,
  page: Page,
  file: string,
  act: () => Promise<void>,
  until?: string,
): Promise<Tasks> {
  await browser.startTracing(page, {
    path: file,
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
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
  const end =
    until === undefined
      ? Infinity
      : onMain('TimeStamp').find(({ args }) => (args?.data?.message ?? args?.data?.name) === until)!.ts;
  const before = (wanted: string) => onMain(wanted).filter(({ ts, dur = 0 }) => ts + dur < end);
  const asked = before('Receive mojo message').filter(
    ({ args }) => args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession',
  );
  const isIn = (event: TraceEvent, { pid, tid, ts, dur = 0 }: TraceEvent) =>
    event.pid === pid && event.tid === tid && event.ts >= ts && event.ts <= ts + dur;
  const tasks = before('ThreadControllerImpl::RunTask').filter(
    (task) => !asked.some((event) => isIn(event, task)),
  );
  if (asked.length === 0 || tasks.length === 0) throw new Error('the trace has no tasks of the page');
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
    script: toOuter(before('v8.callFunction')).reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
  };
}
