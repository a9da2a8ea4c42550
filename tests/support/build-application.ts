import { buildHost, buildPage } from '../../electron/start/build-stale.ts'

/** Builds what is stale once, before the first test file: they run side by side and all read the one build. */
export async function setup(): Promise<void> {
  await buildPage()
  await buildHost()
}
