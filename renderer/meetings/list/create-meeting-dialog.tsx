import { BodySelect } from '../../bodies/body-select.tsx'
import { useState } from 'react'
import { change } from '../../state/client.ts'
import { useView } from '../../state/follow-topics.ts'
import { goTo } from '../../state/navigation.ts'
import { notice } from '../../state/notice.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { timeOf } from '../../ui/time-of.ts'
import { countWords, orLeftOut } from '../../ui/words.ts'
import { MeetingFields, type MeetingFieldValues } from './meeting-fields.tsx'

/** A new meeting of a body, with its usual times, place and agenda and what the register has, and goes to it. */
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
  const [fromRegister, setFromRegister] = useState(true)
  const body = useView('body.read', { bodyId }, ['bodies', 'people']).value
  const last = useView('meeting.list', { bodyId, form: 'meeting' }, ['meetings']).value?.meetings[0]
  const suggested = useView('meeting.suggest-date', { bodyId }, ['meetings']).value
  const items = body?.agendaTemplate.length ?? 0

  const create = async () => {
    const {
      startsOn = suggested?.startsOn ?? '',
      startTime,
      endTime,
      place,
      title = '',
      endsOn = '',
      number = '',
    } = touched
    const answer = await change('meeting.create', {
      bodyId,
      startsOn,
      title,
      fromTemplate,
      fromRegister,
      number: orLeftOut(number),
      endsOn: orLeftOut(endsOn),
      startTime: startTime === undefined ? undefined : timeOf(startTime),
      endTime: endTime === undefined ? undefined : timeOf(endTime),
      place,
    })
    if (answer.ok) {
      const meeting = answer.value
      notice.say(`Meeting ${meeting.number} of the ${meeting.body.name} is created.`)
      goTo({ screen: 'meeting', meetingId: meeting.id, itemId: null })
    }
    return answer
  }
  return (
    <FormDialog
      title={
        bodies.length === 1 ? `Create a meeting of the ${bodies[0]?.name ?? 'body'}` : 'Create a meeting'
      }
      submitLabel="Create the meeting"
      places={{ 'already-exists': 'number' }}
      save={create}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <BodySelect bodies={bodies} value={bodyId} onChange={setBodyId} problem={problemOf('bodyId')} />
          <MeetingFields
            values={{
              number: '',
              title: '',
              startsOn: suggested?.startsOn ?? '',
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
            dateReason={touched.startsOn === undefined ? suggested?.reason : undefined}
            onChange={(changes) => setTouched({ ...touched, ...changes })}
            problemOf={problemOf}
          />
          <CheckBox
            label="Begin with the body’s agenda template"
            isChecked={fromTemplate}
            onChange={setFromTemplate}
          >
            {items === 0 ? 'The body has no template yet.' : `${countWords(items, 'item')}.`}
          </CheckBox>
          <CheckBox label="Fill it from the register" isChecked={fromRegister} onChange={setFromRegister}>
            New proposals, reports and consultations that are due by its date, items put off before, open
            actions, minutes to approve.
          </CheckBox>
          {body === null || body.memberships.length > 0 ? null : (
            <p className="callout warn">
              Nobody belongs to this body yet, so nobody will be expected in the room. People can be added
              under Bodies before or after.
            </p>
          )}
        </>
      )}
    </FormDialog>
  )
}
