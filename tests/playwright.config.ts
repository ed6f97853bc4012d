import { defineConfig } from '@playwright/test'

const runsAsRoot = process.getuid?.() === 0

/** The browser tests. They start their own servers on free ports and need the built client; `npm test` sees to that. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: false,
  retries: 0,
  // Two on two cores: most of their time is waiting for screens.
  workers: 2,
  reporter: 'line',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'en-US',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      // Chromium refuses to run as root with its sandbox on.
      chromiumSandbox: !runsAsRoot,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
