import { describe, expect, it } from 'vitest'
import { stageCounts, type Code } from '../../../renderer/register/stage-counts.ts'
import { aProposal } from './a-proposal.ts'

const code = {
  id: 'unc',
  stages: [
    { id: '1', key: 'new', name: 'New', isOpen: true },
    { id: '2', key: 'workgroup', name: 'Workgroup', isOpen: true },
    { id: '3', key: 'closed', name: 'Closed', isOpen: false },
  ],
} as Code

describe('the open proposals by stage', () => {
  it('counts those of the code at each open stage, in the order of the process', () => {
    const proposals = [
      aProposal(),
      aProposal({ id: '0622' }),
      aProposal({ code: { id: 'sec', shortName: 'SEC' } }),
    ]
    expect(stageCounts(code, proposals)).toEqual({
      total: 2,
      stages: [
        { key: 'new', name: 'New', count: 0 },
        { key: 'workgroup', name: 'Workgroup', count: 2 },
      ],
    })
  })
})
