import type { Proposal } from '../../core/contract/register.ts'
import { dayWords, months } from '../ui/dates.ts'

/** A stretch of time, or a day, in a row of the timetable. */
export interface Stretch {
  label: string
  from: string
  /** Null where it is not over. */
  to: string | null
  kind: 'stage' | 'consultation' | 'assessment' | 'day'
  /** The date first agreed, where it is another than the one of now. */
  originalTo?: string
}

export interface TimetableRow {
  name: string
  stretches: Stretch[]
}

/** The rows of a proposal's timetable: its stages, what was asked of others, and its dates. */
export function timetableRows(proposal: Proposal): TimetableRow[] {
  const stages: Stretch[] = proposal.stageHistory.map((change, index) => ({
    label: change.stageDetail === '' ? change.stage : `${change.stage}, ${change.stageDetail}`,
    from: change.changedOn,
    to: proposal.stageHistory[index + 1]?.changedOn ?? (proposal.stage.isOpen ? null : change.changedOn),
    kind: 'stage',
  }))
  const asked = [
    ...proposal.consultations.map((consultation) => ({
      name: consultation.name,
      stretches: [
        {
          label: consultation.name,
          from: consultation.openedOn ?? consultation.closesOn,
          to: consultation.closesOn,
          kind: 'consultation' as const,
        },
      ],
    })),
    ...proposal.assessments.flatMap((assessment) => {
      const end = assessment.receivedOn ?? assessment.dueOn
      const from = assessment.requestedOn ?? end
      if (from === null) return []
      const original = assessment.originallyDueOn
      return [
        {
          name: assessment.kind,
          stretches: [
            {
              label: assessment.kind,
              from,
              to: end,
              kind: 'assessment' as const,
              ...(original === null || original === end ? {} : { originalTo: original }),
            },
          ],
        },
      ]
    }),
  ]
  const days = [
    { name: 'Raised', on: proposal.raisedOn },
    { name: 'Report by', on: proposal.reportingOn },
    { name: 'Consultation closes', on: proposal.consultationClosesOn },
    { name: 'Implementation', on: proposal.implementationOn },
  ].flatMap(({ name, on }) =>
    on === null ? [] : [{ name, stretches: [{ label: name, from: on, to: on, kind: 'day' as const }] }],
  )
  return [{ name: 'Stages', stretches: stages }, ...[...asked, ...days].toSorted(byStart)]
}

function byStart(left: TimetableRow, right: TimetableRow): number {
  return (left.stretches[0]?.from ?? '').localeCompare(right.stretches[0]?.from ?? '')
}

/** What the rows say, for those who do not see them. */
export function timetableWords(rows: readonly TimetableRow[]): string {
  return rows
    .flatMap(({ stretches }) =>
      stretches.map(({ label, from, to, originalTo }) => {
        const until = to === null ? ` and still` : to === from ? '' : ` to ${dayWords(to)}`
        const first = originalTo === undefined ? '' : `, first due ${dayWords(originalTo)}`
        return `${label} ${dayWords(from)}${until}${first}`
      }),
    )
    .join('; ')
}

export interface Scale {
  /** Where a day lies, from 0 to 1. */
  at(isoDate: string): number
  ticks: { at: number; label: string }[]
}

const mostTicks = 9

/** A scale over whole months that holds every date of the rows; null where they are all one day. */
export function timetableScale(rows: readonly TimetableRow[]): Scale | null {
  const dates = rows
    .flatMap(({ stretches }) => stretches.flatMap(({ from, to, originalTo }) => [from, to, originalTo]))
    .filter((date) => date !== null && date !== undefined)
    .toSorted()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined || first === last) return null
  const firstMonth = monthNumber(first)
  const endMonth = monthNumber(last) + 1
  const start = dayOfMonth(firstMonth)
  const length = dayOfMonth(endMonth) - start
  const span = endMonth - firstMonth
  // A year that was mistyped stretches the scale over centuries.
  const step =
    [1, 2, 3, 6, 12, 24, 60].find((size) => span / size <= mostTicks) ??
    120 * Math.ceil(span / (120 * mostTicks))
  const ticks = []
  for (let month = Math.ceil(firstMonth / step) * step; month < endMonth; month += step) {
    ticks.push({ at: (dayOfMonth(month) - start) / length, label: monthWords(month) })
  }
  return { at: (isoDate) => (Date.parse(isoDate) / 86_400_000 - start) / length, ticks }
}

function monthNumber(isoDate: string): number {
  return Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7)) - 1
}

/** The number of the first day of a month, as days are counted since 1970. */
function dayOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000
}

function monthWords(month: number): string {
  return `${months[month % 12] ?? ''} ${Math.floor(month / 12)}`
}
