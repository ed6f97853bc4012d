import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** Two copies of yjs would break its constructor checks, and with them every comparison a test makes. */
const resolve = { dedupe: ['yjs', 'lib0'] }

/** Tests with real sockets and processes: slow on a loaded machine, so their limit is generous, and never a wait. */
const suite = (name: string): TestProjectInlineConfiguration => ({
  resolve,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

/**
 * The unit tests of a worker share one place: modules are loaded once, which halves their time. So a test file puts back
 * what it changes for all, such as timers, globals and the page.
 */
export default defineConfig({
  resolve,
  test: {
    // Two workers suit two cores; more would only make timeouts likelier.
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{shared,server}/src/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'unit-client',
          include: ['client/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          isolate: false,
          testTimeout: 20_000,
          // A test measures the contrast of the colours as they are written there; other styles stay out of tests.
          css: { include: [/tokens\.css/] },
        },
      },
      suite('architecture'),
      suite('relay'),
      suite('convergence'),
      suite('fault'),
      suite('privacy'),
      suite('exports'),
    ],
  },
})
