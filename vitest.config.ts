import { defineConfig } from 'vitest/config'

/** Tests that start processes or a browser get their time; all others must be quick. */
const patient = { testTimeout: 120_000, hookTimeout: 180_000 }

/** Tests in a window: a poll waits as long as a locator, so that it does not give up sooner on a busy machine. */
const inWindow = {
  ...patient,
  globalSetup: ['tests/support/build-application.ts'],
  expect: { poll: { timeout: 10_000 } },
}

/** Every screen as it is, apart from what is done in a window. */
const everyScreen = 'tests/e2e/screens.test.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{core,db,renderer,migrations}/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          // Many begin by making the sample book.
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'], ...patient } },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/build-application.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'bundle',
          include: ['tests/electron/**/*.test.ts'],
          globalSetup: ['tests/support/build-application.ts'],
          ...patient,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [everyScreen],
          isolate: false,
          ...inWindow,
        },
      },
      {
        test: {
          name: 'screens',
          include: [everyScreen],
          ...inWindow,
        },
      },
    ],
  },
})
