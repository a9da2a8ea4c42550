const made = new Map<string, unknown>()

/** What takes long to make and is the same for many tests, made once in this process and never changed. */
export function once<T>(name: string, make: () => T): T {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T
}
