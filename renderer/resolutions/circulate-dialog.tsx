import { BodySelect } from '../bodies/body-select.tsx'
import { useState } from 'react'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { goTo } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { ProposalSelect } from '../register/proposal-select.tsx'
import { today } from '../ui/dates.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Select, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { instantOf } from '../ui/instants.ts'
import { TimeInput } from '../ui/time-input.tsx'
import { timeOf } from '../ui/time-of.ts'
import { orLeftOut, orNull } from '../ui/words.ts'

/** How long a body usually gives its members to answer. */
const usualDays = 10
const usualTime = '17:00'

/** Sends a question round outside a meeting, and goes to it. */
export function CirculateDialog({
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
  const [kindKey, setKindKey] = useState('')
  const [proposal, setProposal] = useState({ id: '', reference: '' })
  const [title, setTitle] = useState('')
  const [text, setText] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState(usualTime)
  const [number, setNumber] = useState('')
  const body = useView('body.read', { bodyId }, ['bodies']).value
  const usualDay = useView('timetable.add-working-days', { from: today(), days: usualDays }, []).value?.date
  const kinds = (body?.questionKinds ?? []).filter(({ rule }) => rule.kind !== 'preference')
  const kind = kinds.find(({ key }) => key === kindKey) ?? kinds[0]
  // What goes round is what stands here; until it is touched it follows the kind of question and what it is about.
  const about =
    proposal.reference === '' ? (title.trim() === '' ? '…' : `“${title.trim()}”`) : proposal.reference
  const words = text ?? kind?.text.replaceAll('{proposal}', () => about) ?? ''
  const deadlineDay = day ?? usualDay ?? ''

  const circulate = async () => {
    const answer = await change('resolution.circulate', {
      bodyId,
      kind: kind?.key ?? '',
      title,
      proposalId: orNull(proposal.id),
      text: words,
      deadline: instantOf(deadlineDay, timeOf(time)),
      number: orLeftOut(number),
    })
    if (answer.ok) {
      notice.say('The written resolution is out.')
      goTo({ screen: 'meeting', meetingId: answer.value.meetingId, itemId: answer.value.itemId })
    }
    return answer
  }
  return (
    <FormDialog
      title={
        bodies.length === 1 ? `Written resolution of the ${bodies[0]?.name ?? 'body'}` : 'Written resolution'
      }
      submitLabel="Circulate it"
      canSubmit={kind !== undefined && (proposal.id !== '' || title.trim() !== '')}
      places={{ 'already-exists': 'number', 'not-entitled': 'bodyId' }}
      save={circulate}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <BodySelect
            bodies={bodies}
            value={bodyId}
            onChange={(next) => {
              setBodyId(next)
              setText(null)
            }}
            problem={problemOf('bodyId')}
          />
          <ProposalSelect value={proposal.id} onChange={setProposal} />
          <TextInput
            label="What it is about"
            hint={
              proposal.id === ''
                ? 'Needed where there is no proposal.'
                : 'The proposal’s title where left empty.'
            }
            value={title}
            onChange={setTitle}
            problem={problemOf('title')}
          />
          <Select
            label="Kind of question"
            value={kind?.key ?? ''}
            onChange={(next) => {
              setKindKey(next)
              setText(null)
            }}
            options={kinds.map(({ key, label }) => ({ value: key, label }))}
            problem={problemOf('kind')}
          />
          <TextInput
            label="Question as it goes round"
            value={words}
            onChange={setText}
            problem={problemOf('text')}
          />
          <div className="side-by-side">
            <DateInput
              label="Answer by"
              value={deadlineDay}
              onChange={setDay}
              problem={problemOf('deadline')}
            />
            <TimeInput
              label="At"
              hint={day === null ? `${usualDays} working days on.` : undefined}
              value={time}
              onChange={setTime}
            />
            <TextInput
              label="Number"
              hint="The next one where left empty, such as WR1."
              value={number}
              onChange={setNumber}
              problem={problemOf('number')}
            />
          </div>
          <p className="quiet">
            Every seat is in the denominator, and one that has not answered by the deadline counts against. If
            it is carried, the next meeting ratifies it.
          </p>
        </>
      )}
    </FormDialog>
  )
}
