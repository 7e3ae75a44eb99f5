// Runs every test there is: finds or installs what they need, then the tests of the code, then those in a browser.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare } from './prepare';

const root = path.resolve(import.meta.dirname, '..');
const reports = mkdtempSync(path.join(os.tmpdir(), 'claimscape-tests-'));
const env: NodeJS.ProcessEnv = { ...process.env, ...prepare() };

/** Runs a step to its end; whether it succeeded. */
const run = (command: string, ...options: string[]) =>
  spawnSync('npx', [command, ...options], { cwd: root, stdio: 'inherit', env }).status === 0;
const read = (name: string): unknown => {
  try {
    return JSON.parse(readFileSync(path.join(reports, name), 'utf8'));
  } catch {
    return undefined;
  }
};

execFileSync('npx', ['vite', 'build', '--configLoader', 'runner'], { cwd: root, stdio: 'inherit', env });
execFileSync('npx', ['vite', 'build', '--configLoader', 'runner', '--mode', 'test'], {
  cwd: root,
  stdio: 'ignore',
  env,
});
const unit = run(
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${path.join(reports, 'unit.json')}`,
);
env.PLAYWRIGHT_JSON_OUTPUT_NAME = path.join(reports, 'browser.json');
const browser = run('playwright', 'test', '--reporter=list,json');

const code = read('unit.json') as
  { numPassedTests: number; numFailedTests: number; numPendingTests: number } | undefined;
const page = read('browser.json') as
  { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } | undefined;
rmSync(reports, { recursive: true });
const passed = (code?.numPassedTests ?? 0) + (page?.stats.expected ?? 0);
const skipped = (code?.numPendingTests ?? 0) + (page?.stats.skipped ?? 0);
let failed = (code?.numFailedTests ?? 0) + (page ? page.stats.unexpected + page.stats.flaky : 0);
// A runner that broke before it could count has failed all the same.
if (failed === 0 && !(unit && browser && code && page)) failed = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;
