// Builds the command line before any test, as the package holds it: started from its source it takes thrice as long.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export default function buildCommandLine(): void {
  execFileSync('npx', ['vite', 'build', '--configLoader', 'runner', '--ssr'], { cwd: ROOT, stdio: 'ignore' });
}
