import { useState } from 'react'
import { useView } from '../../state/follow-topics.ts'
import { goTo } from '../../state/navigation.ts'
import { notice } from '../../state/notice.ts'
import { useSubmit } from '../../state/submit.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/check-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/field.tsx'
import { timeOf } from '../../ui/time-of.ts'
import { meetingFieldNames, MeetingFields, type MeetingFieldValues } from './meeting-fields.tsx'
import './meeting-dialogs.css'

/** A new meeting of a body, with its usual times and place and its agenda template, and goes to it. */
export function CreateMeetingDialog({
  bodies,
  bodyId: firstBodyId,
  onClose,
}: {
  bodies: readonly { id: string; name: string }[]
  /** The body to begin with; empty for the first. */
  bodyId: string
  onClose(): void
}) {
  const [bodyId, setBodyId] = useState(firstBodyId === '' ? (bodies[0]?.id ?? '') : firstBodyId)
  // What is not touched follows the body, and is left to the core.
  const [touched, setTouched] = useState<Partial<MeetingFieldValues>>({})
  const [fromTemplate, setFromTemplate] = useState(true)
  const body = useView('body.read', { bodyId }, ['bodies', 'people']).value
  const last = useView('meeting.list', { bodyId }, ['meetings']).value?.meetings[0]
  const { submit, problem, refusal } = useSubmit('meeting.create', meetingFieldNames, {
    'already-exists': 'number',
  })

  const create = async () => {
    const { startsOn = '', startTime, endTime, place, title = '', endsOn = '', number = '' } = touched
    const meeting = await submit({
      bodyId,
      startsOn,
      title,
      fromTemplate,
      ...(number.trim() === '' ? {} : { number }),
      ...(endsOn === '' ? {} : { endsOn }),
      ...(startTime === undefined ? {} : { startTime: timeOf(startTime) }),
      ...(endTime === undefined ? {} : { endTime: timeOf(endTime) }),
      ...(place === undefined ? {} : { place }),
    })
    if (meeting === null) return
    notice.say(`Meeting ${meeting.number} of the ${meeting.body.name} is created.`)
    notice.announce(`Meeting ${meeting.number} of the ${meeting.body.name} is created.`)
    onClose()
    goTo({ screen: 'meeting', meetingId: meeting.id, itemId: null })
  }
  const items = body?.agendaTemplate.length ?? 0
  return (
    <Dialog
      title={
        bodies.length === 1 ? `Create a meeting of the ${bodies[0]?.name ?? 'body'}` : 'Create a meeting'
      }
      onClose={onClose}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Create the meeting
          </Button>
        </>
      }
    >
      {bodies.length === 1 ? null : (
        <Select
          label="Body"
          value={bodyId}
          onChange={setBodyId}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <MeetingFields
        values={{
          number: '',
          title: '',
          startsOn: '',
          endsOn: '',
          startTime: body?.usualStart ?? '',
          endTime: body?.usualEnd ?? '',
          place: body?.usualPlace ?? '',
          ...touched,
        }}
        numberHint={
          last === undefined
            ? 'Number 1 where left empty.'
            : `The next one where left empty; the last is ${last.number}.`
        }
        onChange={(changes) => setTouched({ ...touched, ...changes })}
        problem={problem}
      />
      <CheckBox
        label="Begin with the body’s agenda template"
        isChecked={fromTemplate}
        onChange={setFromTemplate}
      >
        {items === 0 ? 'The body has no template yet.' : `${items} ${items === 1 ? 'item' : 'items'}.`}
      </CheckBox>
      {body === null || body.memberships.length > 0 ? null : (
        <p className="meeting-hint">
          Nobody belongs to this body yet, so nobody will be expected in the room. People can be added under
          Bodies before or after.
        </p>
      )}
      {refusal === null ? null : <ErrorNotice error={refusal} />}
    </Dialog>
  )
}
