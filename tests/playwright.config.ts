import { defineConfig } from '@playwright/test'

const runsAsRoot = process.getuid?.() === 0

/** Whole stories, a minute or two each. They begin first, so that no worker is left alone with one at the end. */
const LONG = ['three-plcs.spec.ts', 'thread.spec.ts']

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
  // A limit and never a wait: on a loaded machine everything takes twice as long.
  timeout: 240_000,
  projects: [
    { name: 'long', testMatch: LONG.map((file) => `**/${file}`) },
    { name: 'rest', testIgnore: LONG.map((file) => `**/${file}`) },
  ],
  expect: { timeout: 15_000 },
  use: {
    locale: 'en-US',
    // A trace costs a seventh of all processor time: ask for it when something fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
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
