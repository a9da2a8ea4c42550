import type { Clock } from '../../core/ports.ts'

/** The time on the wall, with its offset: `2016-12-15T10:32:07.120+00:00`. */
export function createClock(): Clock {
  return { now: () => localInstant(new Date()) }
}

/** An instant in ISO 8601 with the offset that the local time zone has at that instant. */
export function localInstant(instant: Date): string {
  const offset = -instant.getTimezoneOffset()
  const shifted = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const minutes = Math.abs(offset)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${shifted}${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}
