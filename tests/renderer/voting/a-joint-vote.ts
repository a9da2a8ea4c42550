import type { JointRow, JointVote } from '../../../core/contract/joint-votes.ts'
import type { PositionValue } from '../../../core/contract/words.ts'

/** A letter for each seat: f for, a against, . still to come, p not present, r recused. */
const letters: Record<string, PositionValue> = {
  f: 'for',
  a: 'against',
  '.': 'pending',
  p: 'not-present',
  r: 'recused',
}

/** A row of a joint vote; what is not said is as usual. */
export function aJointRow(questionId: string, positions: string, changes: Partial<JointRow> = {}): JointRow {
  return {
    questionId,
    itemId: 'here',
    itemLabel: '199.6 (a)',
    label: questionId,
    option: null,
    objective: null,
    text: '',
    state: 'open',
    values: [...positions].map((letter) => letters[letter] ?? 'none'),
    verdict: positions.includes('.') ? 'pending' : 'carried',
    count: '',
    result: positions.includes('.') ? null : 'Carried.',
    hasDetermination: false,
    roomSees: 'when-determined',
    isShownToRoom: false,
    ...changes,
  }
}

/** A joint vote over some rows; its seats are called s1, s2 and on. */
export function aJointVote(rows: JointRow[], changes: Partial<JointVote> = {}): JointVote {
  const seats = (rows[0]?.values ?? []).map((_, index) => ({
    seatId: `s${index + 1}`,
    seat: `Seat ${index + 1}`,
    initials: `S${index + 1}`,
    votes: 1,
    constituency: '',
  }))
  return {
    id: 'joint',
    itemId: 'here',
    form: 'items',
    title: 'Several',
    kindKey: 'implement',
    ruleName: 'majority',
    method: 'roll-call',
    isIndicative: false,
    baseline: '',
    options: [],
    objectives: [],
    seats,
    rows,
    stillToCome: rows.reduce(
      (sum, { values }) => sum + values.filter((value) => value === 'pending').length,
      0,
    ),
    carried: [],
    ...changes,
  }
}
