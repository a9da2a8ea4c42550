import type { CallInput, CallOutput } from '../../../core/contract/calls.ts'
import type { Item, QuestionView } from '../../../core/contract/voting.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

export type Resolution = CallOutput<'resolution.list'>['resolutions'][number]

/** The panel of six seats with written resolutions between its meetings: 12 December at nine, meeting 199 on the 15th. */
export interface Circulating extends Panel {
  /** Sends a question on 0621A round, to be answered by Friday 30 December, 17:00. */
  circulate(more?: Partial<CallInput<'resolution.circulate'>>): Promise<Sent>
}

export interface Sent extends CallOutput<'resolution.circulate'> {
  item(): Promise<Item>
  question(): Promise<QuestionView>
  /** The resolution as it is listed. */
  listed(): Promise<Resolution>
  /** Values by heading, as 'AB:for CD:pending'. */
  positions(): Promise<string>
  /** 'AB for, CD against, rest none' */
  record(positions: string): Promise<void>
  /** Records what carries it, and closes its vote. */
  carry(): Promise<void>
}

export const circulatedAt = '2016-12-12T09:00:00.000+00:00'
export const deadline = '2016-12-30T17:00:00.000+00:00'
export const afterDeadline = '2017-01-03T09:30:00.000+00:00'

export async function makeCirculating(): Promise<Circulating> {
  const panel = await makePanel()
  panel.setNow(circulatedAt)
  const { must } = panel
  return {
    ...panel,
    async circulate(more = {}) {
      const sent = await must('resolution.circulate', {
        bodyId: panel.bodyId,
        kind: 'exercisable',
        proposalId: panel.proposalId,
        deadline,
        ...more,
      })
      const { itemId, questionId } = sent
      const item = () => must('agenda.read', { itemId })
      const question = async () => {
        const [first] = (await item()).questions
        if (first === undefined) throw new Error('The resolution has no question.')
        return first
      }
      return {
        ...sent,
        item,
        question,
        async listed() {
          const { resolutions } = await must('resolution.list', {})
          const found = resolutions.find((each) => each.questionId === questionId)
          if (found === undefined) throw new Error('The resolution is not listed.')
          return found
        },
        async positions() {
          const { round } = await question()
          return round.positions.map(({ initials, value }) => `${initials}:${value}`).join(' ')
        },
        async record(written) {
          const parts = written.split(', ').map((part) => part.split(' ') as [string, 'for'])
          const rest = parts.find(([who]) => who === 'rest')?.[1]
          await must('vote.record-many', {
            questionId,
            positions: parts
              .filter(([who]) => who !== 'rest')
              .map(([initials, value]) => ({ initials, value })),
            ...(rest === undefined ? {} : { rest }),
          })
        },
        async carry() {
          await must('vote.record-many', { questionId, rest: 'for' })
          await must('vote.close', { questionId })
        },
      }
    },
  }
}
