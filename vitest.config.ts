import { existsSync, statfsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { compileCacheFolder } from './electron/node-ports/source-places.ts'

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

/** Where there is room: what a disk does to a book is for the tests of faults, and a busy one holds up all others. */
function booksInMemory(): { TMPDIR?: string } {
  const folder = '/dev/shm'
  if (!existsSync(folder)) return {}
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 2 ** 31 ? { TMPDIR: folder } : {}
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{core,db,renderer,migrations}/**/*.test.{ts,tsx}'],
          // Else every file would load the core, and begin its books, anew.
          isolate: false,
          // The threads that write documents and the children at the shared folder start again and again.
          env: { NODE_COMPILE_CACHE: compileCacheFolder, ...booksInMemory() },
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
          maxConcurrency: 2,
          ...inWindow,
        },
      },
    ],
  },
})
