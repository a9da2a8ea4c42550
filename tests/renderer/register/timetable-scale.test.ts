import { describe, expect, it } from 'vitest'
import {
  timetableRows,
  timetableScale,
  timetableWords,
  type TimetableRow,
} from '../../../renderer/register/timetable-scale.ts'
import { aProposal } from './a-proposal.ts'

const change = (stage: string, changedOn: string) => ({
  stage,
  stageDetail: '',
  changedOn,
  reason: '',
  determinationId: null,
})
const days = (...dates: string[]): TimetableRow[] => [
  { name: 'x', stretches: dates.map((on) => ({ label: 'x', from: on, to: on, kind: 'day' as const })) },
]

describe('the rows of a timetable', () => {
  it('end each stage where the next begins; the stage of now goes on', () => {
    const [stages] = timetableRows(
      aProposal({ stageHistory: [change('New', '2016-05-01'), change('Workgroup', '2016-06-16')] }),
    )
    expect(stages?.stretches.map(({ from, to }) => [from, to])).toEqual([
      ['2016-05-01', '2016-06-16'],
      ['2016-06-16', null],
    ])
  })

  it('end a stage that is over on its own day', () => {
    const [stages] = timetableRows(
      aProposal({
        stage: { key: 'closed', name: 'Closed', isOpen: false },
        stageHistory: [change('Closed', '2016-05-01')],
      }),
    )
    expect(stages?.stretches[0]).toMatchObject({ from: '2016-05-01', to: '2016-05-01' })
  })

  it('stand in the order in which they begin, and show the date first agreed where it moved', () => {
    const assessment = {
      id: 'a',
      kind: 'Impact Assessment',
      askedOf: 'DCC',
      requestedOn: '2016-07-01',
      originallyDueOn: '2016-08-01',
      dueOn: '2016-09-01',
      receivedOn: null,
      note: '',
    }
    const rows = timetableRows(
      aProposal({
        raisedOn: '2016-05-01',
        reportingOn: '2017-01-19',
        assessments: [assessment, { ...assessment, id: 'b', kind: 'Advice', originallyDueOn: '2016-09-01' }],
      }),
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'Stages',
      'Raised',
      'Impact Assessment',
      'Advice',
      'Report by',
    ])
    expect(rows[2]?.stretches[0]).toMatchObject({ to: '2016-09-01', originalTo: '2016-08-01' })
    expect(rows[3]?.stretches[0]).not.toHaveProperty('originalTo')
    expect(timetableWords(rows.slice(2, 3))).toBe(
      'Impact Assessment Fri 1 Jul 2016 to Thu 1 Sep 2016, first due Mon 1 Aug 2016',
    )
  })

  it('leave out an assessment without any date', () => {
    const bare = {
      id: 'a',
      kind: 'Advice',
      askedOf: '',
      requestedOn: null,
      originallyDueOn: null,
      dueOn: null,
      receivedOn: null,
      note: '',
    }
    expect(timetableRows(aProposal({ assessments: [bare] }))).toHaveLength(1)
  })
})

describe('the scale of a timetable', () => {
  it('is none where there is no time to show', () => {
    expect(timetableScale([])).toBeNull()
    expect(timetableScale(days('2016-05-01', '2016-05-01'))).toBeNull()
  })

  it('holds every date, over whole months', () => {
    const scale = timetableScale(days('2016-05-10', '2016-07-20'))
    expect(scale?.at('2016-05-01')).toBe(0)
    expect(scale?.at('2016-08-01')).toBe(1)
    expect(scale?.at('2016-06-16')).toBeCloseTo(46 / 92)
    expect(scale?.ticks.map(({ label }) => label)).toEqual(['May 2016', 'Jun 2016', 'Jul 2016'])
  })

  it.each([
    ['2016-01-01', '2016-09-30'],
    ['2010-01-01', '2019-12-31'],
    ['1996-03-01', '2216-12-31'],
    ['1996-03-01', '9999-12-31'],
  ])('from %s to %s has few enough marks to be read', (from, to) => {
    const ticks = timetableScale(days(from, to))?.ticks ?? []
    expect(ticks.length).toBeGreaterThan(1)
    expect(ticks.length).toBeLessThanOrEqual(10)
    expect(ticks.every(({ at }) => at >= 0 && at < 1)).toBe(true)
  })
})
