import type { Source } from './filling.ts'

/** The actions of the body that are not finished: one item to go through them, unless the agenda has one. */
export const openActions: Source = {
  isOfTheCode: false,
  find: ({ db, meeting, until }) => {
    const hasPlace = db.get(
      `SELECT 1 FROM agenda_item WHERE meeting_id = ? AND kind = 'actions' LIMIT 1`,
      meeting.id,
    )
    if (hasPlace !== undefined) return []
    const { open, due } = db.get<{ open: number; due: number }>(
      `SELECT COUNT(*) AS open, COALESCE(SUM(due_on <= :until), 0) AS due FROM action
       WHERE body_id = :body AND status IN ('open', 'carried-forward') AND raised_on <= :until
         AND meeting_id IS NOT :meeting`,
      { body: meeting.body_id, until, meeting: meeting.id },
    ) ?? { open: 0, due: 0 }
    if (open === 0) return []
    const words = `${open} open ${open === 1 ? 'action' : 'actions'}`
    return [
      {
        key: 'actions',
        kind: 'actions',
        title: 'Review of actions',
        reason: due === 0 ? words : `${words}, ${due} due by this meeting`,
        purpose: 'discussion',
      },
    ]
  },
}
