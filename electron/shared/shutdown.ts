/** What was started, so that it can be stopped in the reverse order, each step once and whatever the others do. */
export interface Shutdown {
  /** Registers how to stop what has just been started. */
  add(name: string, stop: () => void | Promise<void>): void
  /** Stops everything. Called again, it returns the same promise. */
  run(): Promise<void>
}

export function createShutdown(onError: (name: string, error: unknown) => void): Shutdown {
  const steps: { name: string; stop: () => void | Promise<void> }[] = []
  let running: Promise<void> | undefined
  const runAll = async () => {
    for (const step of steps.reverse()) {
      try {
        await step.stop()
      } catch (error) {
        onError(step.name, error)
      }
    }
  }
  return {
    add: (name, stop) => {
      steps.push({ name, stop })
    },
    run: () => (running ??= runAll()),
  }
}
