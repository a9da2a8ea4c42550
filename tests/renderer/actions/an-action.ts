import type { Action } from '../../../core/contract/actions.ts'

/** An open action of the UNC Panel, with what a test says of it. */
export function anAction(parts: Partial<Action>): Action {
  return {
    id: parts.reference ?? 'x',
    bodyId: 'unc',
    body: 'UNC Modification Panel',
    reference: 'PAN 12/01',
    year: 2016,
    text: 'Publish the report',
    line: 'Publish the report',
    owners: [],
    raisedOn: '2016-12-15',
    raisedAt: null,
    proposal: null,
    dueOn: null,
    dueMeeting: '',
    isOverdue: false,
    status: 'open',
    closedOn: null,
    closedMeetingId: null,
    updates: [],
    ...parts,
  }
}
