declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is skipped here, for the summary of `npm test`. */
    skipReason?: string
  }
}

/** `describe.skipIf(cannot)('what', because('no browser is installed'), () => …)` */
export function because(skipReason: string): { meta: { skipReason: string } } {
  return { meta: { skipReason } }
}
