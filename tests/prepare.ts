// What the tests need beyond npm's packages: a browser, and the readers that our exports are tried with.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const succeeds = (command: string, ...options: string[]) =>
  spawnSync(command, options, { stdio: 'ignore' }).status === 0;

/** Debian's Chromium without windows of its own: a fifth less work than with them. */
const SHELL = '/usr/bin/chromium-headless-shell';
const isThere = (file: string | undefined) => file !== undefined && file !== '' && existsSync(file);

/** The Chromium to test with: the one that CHROMIUM_PATH names, Debian's, or Playwright's own; undefined where none is. */
const findChromium = (): string | undefined =>
  [process.env.CHROMIUM_PATH, SHELL, '/usr/bin/chromium', chromium.executablePath()].find(isThere);

/** Whether packages of Debian can be installed here. */
function hasDebian(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID=debian$/m.test(release) && succeeds('apt-get', '--version');
}

const hasReaders = () => succeeds('/usr/bin/python3', '-c', 'import networkx, igraph');

/**
 * Installs what is missing where that is possible: Debian's packages as root on Debian, else Playwright's own browser. Ends
 * the program with instructions where there is no browser in the end. Returns the environment the tests are to run in.
 */
export function prepare(): { CHROMIUM_PATH: string } {
  const wanted = [
    ...([process.env.CHROMIUM_PATH, SHELL].some(isThere) ? [] : ['chromium-headless-shell']),
    ...(hasReaders() ? [] : ['python3-networkx', 'python3-igraph']),
  ];
  if (wanted.length > 0 && hasDebian()) {
    console.log(`Installing ${wanted.join(', ')} …`);
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (!findChromium()) {
    console.log('Installing Playwright’s Chromium …');
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  }
  const found = findChromium();
  if (!found) {
    console.error(
      [
        'The browser tests need Chromium, and none was found or could be installed. Do one of these and run npm test again:',
        '  npx playwright install --with-deps chromium',
        '  sudo apt-get install chromium-headless-shell        (Debian)',
        '  CHROMIUM_PATH=/path/to/chrome npm test   (a Chromium or Chrome you have)',
      ].join('\n'),
    );
    process.exit(1);
  }
  if (!hasReaders())
    console.log(
      'networkx and igraph for Python are not installed: the tests that read exports with them are skipped.',
    );
  return { CHROMIUM_PATH: found };
}
