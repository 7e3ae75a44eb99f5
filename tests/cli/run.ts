// The command line as its tests run it: as a child process, with what it prints where, and how it ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../shipped';

/** What Node runs as the command line. */
export const CLAIMSCAPE = path.join(ROOT, 'dist/cli/main.js');

export type Result = { code: number | null; out: string; said: string };

/**
 * Runs a program to its end in a folder, and in a time zone; on its first words on standard output `stop` closes that, `kill`
 * ends the program.
 */
export function run(
  command: string,
  words: readonly string[],
  {
    cwd,
    stop = false,
    kill = false,
    zone = '',
  }: { cwd: string; stop?: boolean; kill?: boolean; zone?: string },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...(zone && { TZ: zone }) },
    });
    let [out, said] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (stop) child.stdout.destroy();
      if (kill) child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, said }));
  });
}

export const lines = (text: string) => text.split('\n').filter((line) => line !== '');
