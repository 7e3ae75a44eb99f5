// The tests in a real browser: the built page, served as a visitor gets it.
import { defineConfig } from '@playwright/test';

const PORT = 4317;

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
