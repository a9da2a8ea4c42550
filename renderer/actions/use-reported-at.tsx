import { useState, type ReactNode } from 'react'
import { useView } from '../state/follow-topics.ts'
import { Select } from '../ui/field.tsx'
import { orNull } from '../ui/words.ts'

/**
 * At which meeting something was reported. A screen that stands in a meeting knows it; elsewhere the meetings of
 * the body that are not closed are offered, and the one that is open is taken unless told otherwise.
 */
export function useReportedAt(
  bodyId: string,
  known: string | null,
): { meetingId: string | null; field: ReactNode } {
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useView('meeting.list', { bodyId, form: 'meeting' }, ['meetings']).value?.meetings ?? []
  const meetings = list.filter(({ state }) => state !== 'closed').toReversed()
  if (known !== null) return { meetingId: known, field: null }
  const meetingId = chosen ?? meetings.find(({ state }) => state === 'open')?.id ?? ''
  return {
    meetingId: orNull(meetingId),
    field:
      meetings.length === 0 ? null : (
        <Select
          label="Reported at"
          value={meetingId}
          onChange={setChosen}
          options={[
            { value: '', label: 'No meeting' },
            ...meetings.map(({ id, number, state }) => ({
              value: id,
              label: `Meeting ${number}${state === 'open' ? ', open now' : ''}`,
            })),
          ]}
        />
      ),
  }
}
