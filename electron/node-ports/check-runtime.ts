/**
 * better-sqlite3 crashes without a word on a Node that lacks Node-API 10, so ask before anything loads it.
 *
 * @returns a sentence that says what to do, or null when all is well.
 */
export function runtimeProblem(napi: string | undefined = process.versions['napi']): string | null {
  if (Number(napi) >= 10) return null
  return `Panelbook needs Node 22.14 or newer and this is ${process.version}; start it with "npm start" or "npm run panelbook", which bring their own.`
}
