// The tests in a real browser: the built page, served as a visitor gets it.
import { defineConfig } from '@playwright/test';

const PORT = 4317;

/**
 * What the browser is to leave out. Its own address bar is two more pages, drawn anew with every window: a fifth of the time,
 * and never seen. As the last list of features is the one that counts, the others are those that Playwright leaves out.
 */
const NOT_WANTED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        // As a browser without a graphics card does: only WebGL is drawn by software, not the page itself through it.
        '--disable-gpu-compositing',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        `--disable-features=${NOT_WANTED.join(',')}`,
      ],
    },
  },
  webServer: {
    command: 'npx vite preview --configLoader runner --mode test',
    env: { PORT: String(PORT), CI: '1' },
    url: `http://localhost:${PORT}/corpus.json`,
    reuseExistingServer: false,
  },
});
