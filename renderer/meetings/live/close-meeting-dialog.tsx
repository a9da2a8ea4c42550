import { useEffect, useState } from 'react'
import type { Finding, FindingKind } from '../../../core/contract/close-out.ts'
import type { Meeting } from '../../../core/contract/meetings.ts'
import { useView } from '../../state/follow-topics.ts'
import { act, selectItem } from '../../state/live.ts'
import { saveAllNotes } from '../../state/notes.ts'
import { notice } from '../../state/notice.ts'
import { TextInput } from '../../ui/field.tsx'
import { focusOnceDrawn } from '../../ui/focus-on.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { capital } from '../../ui/words.ts'
import './close-meeting.css'

const headings: Record<FindingKind, string> = {
  'open-vote': 'Votes that still wait for a position',
  'no-outcome': 'Items without outcome',
  'indicative-vote': 'Votes taken without a quorum',
  'no-determination': 'Votes without determination',
  'stale-wording': 'Wording that no longer matches the vote',
  'action-without-owner': 'Actions without owner',
  'action-without-date': 'Actions without date',
  'late-without-acceptance': 'Late papers and items without acceptance',
  'not-in-room': 'Initials of people who were not in the room',
  'not-ratified': 'Written resolutions that are not ratified',
}

/** The part of the item where each is mended; what has none begins at its row of the agenda. */
const places: Partial<Record<FindingKind, string>> = {
  'open-vote': 'vote',
  'indicative-vote': 'vote',
  'no-determination': 'vote',
  'stale-wording': 'vote',
  'action-without-owner': 'action',
  'action-without-date': 'action',
  'not-in-room': 'note',
}

/**
 * The check before closing. Each finding leads to where it is mended; what remains is explained, in one sentence for
 * all of it or one for each. Closing is one of the few acts that are confirmed: it shows what will happen.
 */
export function CloseMeetingDialog({ meeting, onClose }: { meeting: Meeting; onClose(): void }) {
  const topics = ['meetings', 'agenda', 'items', 'actions', 'room'] as const
  const { value } = useView('meeting.check', { meetingId: meeting.id }, topics)
  const [forAll, setForAll] = useState('')
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map())
  const findings = value?.findings ?? []
  const isMeeting = meeting.form === 'meeting'
  const what = isMeeting ? 'meeting' : 'resolution'
  const name = `${isMeeting ? '' : 'written '}${what} ${meeting.number}`
  const mustBeMended = findings.filter((finding) => finding.mustBeMended)
  const canBeLeft = findings.filter((finding) => !finding.mustBeMended)
  // With nothing to explain its field goes, and the focus would go with it.
  const isClear = value !== null && canBeLeft.length === 0
  useEffect(() => {
    if (isClear && document.activeElement === document.body)
      document.querySelector<HTMLElement>('dialog[open] .foot button')?.focus()
  }, [isClear])
  const reasonFor = (key: string) => (own.get(key) ?? '').trim() || forAll.trim()

  const close = async () => {
    await saveAllNotes()
    const reasons = canBeLeft.map(({ key }) => ({ finding: key, reason: reasonFor(key) }))
    const answer = await act('meeting.close', { meetingId: meeting.id, reasons }, { isQuiet: true })
    if (answer.ok) notice.say(`${capital(name)} is closed.`)
    return answer
  }
  const goTo = async ({ itemId, kind }: Finding) => {
    onClose()
    await selectItem(itemId)
    focusOnceDrawn(places[kind] ?? 'agenda', 'agenda')
  }
  const isExplained = canBeLeft.every(({ key }) => reasonFor(key) !== '')
  return (
    <FormDialog
      title={`Close ${name}`}
      submitLabel={canBeLeft.length === 0 ? `Close the ${what}` : `Leave these and close the ${what}`}
      cancelLabel="Not yet"
      canSubmit={value !== null && mustBeMended.length === 0 && isExplained}
      isWide
      save={close}
      onClose={onClose}
    >
      {(problemOf) => (
        <div className="close-out">
          <p>
            Paragraph numbers are written, the record is hashed, and{' '}
            {isMeeting ? 'votes, attendance and notes' : 'positions and notes'} become final. Minutes and vote
            annex are written from that record. Undo reopens the {what} as long as nothing later rests on it.
          </p>
          {value === null ? null : findings.length === 0 ? (
            <p className="close-out-clear">Nothing is left to mend: the {what} can be closed.</p>
          ) : (
            [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, group]) => (
              <Findings
                key={kind}
                kind={kind}
                findings={group}
                reasonOf={(key) => own.get(key) ?? ''}
                onReason={(key, reason) => setOwn(new Map(own).set(key, reason))}
                onGo={(finding) => void goTo(finding)}
              />
            ))
          )}
          {isClear ? null : (
            <TextInput
              label={
                canBeLeft.length === 1
                  ? 'Why it is left as it is'
                  : 'Why they are left as they are, where no reason stands beside them'
              }
              autoFocus
              value={forAll}
              onChange={setForAll}
              problem={problemOf('reasons')}
            />
          )}
        </div>
      )}
    </FormDialog>
  )
}

function Findings({
  kind,
  findings,
  reasonOf,
  onReason,
  onGo,
}: {
  kind: FindingKind
  findings: readonly Finding[]
  reasonOf(key: string): string
  onReason(key: string, reason: string): void
  onGo(finding: Finding): void
}) {
  return (
    <section className={findings[0]?.mustBeMended === true ? 'must-be-mended' : ''}>
      <h3>
        {headings[kind]} <span className="quiet">{findings.length}</span>
      </h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.key}>
            <button type="button" className="go" onClick={() => onGo(finding)}>
              {finding.sentence}
            </button>
            {finding.mustBeMended ? null : (
              <TextInput
                label={`Reason: ${finding.sentence}`}
                isLabelHidden
                placeholder="a reason of its own"
                value={reasonOf(finding.key)}
                onChange={(reason) => onReason(finding.key, reason)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
