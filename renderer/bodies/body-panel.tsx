import { useEffect, useMemo, useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { CreateMeetingDialog } from '../meetings/list/create-meeting-dialog.tsx'
import { ScriptsTab } from '../scripts/scripts-tab.tsx'
import { SnippetsTab } from '../snippets/snippets-tab.tsx'
import { bodies, useBodies, type BodyTab } from '../state/bodies.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { countWords } from '../ui/words.ts'
import { AgendaTab } from './agenda-tab.tsx'
import { BodyDialogs, type BodyDialog } from './body-dialogs.tsx'
import { bodyKindWords, isToBeChecked, quorumWords } from './body-words.ts'
import { isOver, vacanciesOf, vacantSeats } from './in-force.ts'
import { QuestionsTab } from './questions-tab.tsx'
import { RulesTab } from './rules-tab.tsx'
import { SeatsTab } from './seats-tab.tsx'

/** One body whole. Mounted anew for each, so that a form of one never stands under another. */
export function BodyPanel({
  bodyId,
  codeName,
  isEditable,
}: {
  bodyId: string
  codeName: string | null
  isEditable: boolean
}) {
  const { value: body, error } = useView('body.read', { bodyId }, ['bodies', 'people'])
  if (body === null) return error === null ? null : <ErrorNotice error={error} />
  return <LoadedBody body={body} codeName={codeName} isEditable={isEditable} />
}

const tabs: { value: BodyTab; label: string }[] = [
  { value: 'people', label: 'Seats and people' },
  { value: 'rules', label: 'Rules' },
  { value: 'questions', label: 'Questions' },
  { value: 'agenda', label: 'Agenda template' },
  { value: 'scripts', label: 'Chair’s script' },
  { value: 'snippets', label: 'Snippets' },
]

function LoadedBody({
  body,
  codeName,
  isEditable,
}: {
  body: Body
  codeName: string | null
  isEditable: boolean
}) {
  const tab = useBodies((store) => store.tab)
  const meetings = useView('meeting.list', { bodyId: body.id, form: 'meeting' }, ['meetings']).value?.meetings
  const [fillingKey, setFillingKey] = useState<string | null>(null)
  const [shown, setShown] = useState<BodyDialog | null>(null)
  const [isCreating, setIsCreating] = useState(false)
  const vacant = vacantSeats(body).length
  const nextVacancy = vacanciesOf(body)[0]?.key ?? null

  useEffect(() => {
    if (useBodies.getState().newId !== body.id) return
    bodies.forgetNew()
    // Its first agenda needs nobody in its seats yet.
    document.getElementById('body-meeting')?.focus()
  }, [body.id])

  const fill = (key: string | null) => {
    setFillingKey(key)
    // Back to where it was begun; an opened form takes the focus itself.
    if (key === null) requestAnimationFrame(() => focusVacancy(fillingKey))
  }
  const filled = (after: Body) => {
    const next = vacanciesOf(after)[0]?.key ?? null
    setFillingKey(next)
    if (next === null) requestAnimationFrame(() => document.getElementById('body-meeting')?.focus())
  }
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'body.fill',
        title: 'Fill the next vacant seat',
        key: 'v',
        group: 'Body',
        isEnabled: isEditable && nextVacancy !== null,
        run: () => {
          bodies.turnTo('people')
          setFillingKey(nextVacancy)
        },
      },
      {
        id: 'body.meeting',
        title: 'Create a meeting of this body',
        key: 'm',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setIsCreating(true),
      },
      {
        id: 'body.settings',
        title: 'Settings of this body',
        key: 'e',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ kind: 'settings' }),
      },
      {
        id: 'body.member',
        title: 'Add a person to this body',
        key: 'p',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ kind: 'membership', role: 'observer', seatId: null }),
      },
    ],
    [isEditable, nextVacancy],
  )
  useCommands('body', commands)

  const seats = body.seats.filter((seat) => !isOver(seat))
  const votes = seats.reduce((sum, seat) => sum + seat.votes, 0)
  const isFirst = meetings?.length === 0
  return (
    <section className="body-panel" aria-label={body.name}>
      <header className="body-head">
        <h2>{body.name}</h2>
        {isToBeChecked(body.sourceNote) ? <Badge tone="warn">Check against the code</Badge> : null}
        {isEditable ? (
          <span className="acts">
            <Button onClick={() => setShown({ kind: 'settings' })} shortcut="E">
              Settings…
            </Button>
            <Button
              id="body-meeting"
              variant={isFirst ? 'primary' : 'plain'}
              onClick={() => setIsCreating(true)}
              shortcut="M"
            >
              {isFirst ? 'Create the first meeting' : 'Create a meeting'}
            </Button>
          </span>
        ) : null}
        <p className="facts">
          {codeName === null ? '' : `${codeName} · `}
          {bodyKindWords[body.kind]} · {countWords(seats.length, 'seat')}
          {vacant === 0 ? '' : `, ${vacant} vacant`} · {countWords(votes, 'vote')} · quorum{' '}
          {quorumWords(body)}
        </p>
      </header>
      {isEditable && vacant > 0 && fillingKey === null ? (
        <p className="callout accent next-step">
          <span>
            {vacant === seats.length
              ? 'Nobody sits in this body yet. The first agenda need not wait for that.'
              : `${countWords(vacant, 'seat')} ${vacant === 1 ? 'is' : 'are'} vacant.`}
          </span>
          <Button
            variant={vacant === seats.length && !isFirst ? 'primary' : 'plain'}
            shortcut="V"
            onClick={() => {
              bodies.turnTo('people')
              setFillingKey(nextVacancy)
            }}
          >
            Fill the seats
          </Button>
        </p>
      ) : null}
      <Tabs label="Parts of the body" value={tab} options={tabs} onChange={bodies.turnTo} />
      <div role="tabpanel" aria-label={tabs.find(({ value }) => value === tab)?.label}>
        {tab === 'people' ? (
          <SeatsTab
            body={body}
            isEditable={isEditable}
            fillingKey={fillingKey}
            onFill={fill}
            onFilled={filled}
            onShow={setShown}
          />
        ) : tab === 'rules' ? (
          <RulesTab body={body} />
        ) : tab === 'questions' ? (
          <QuestionsTab body={body} isEditable={isEditable} />
        ) : tab === 'agenda' ? (
          <AgendaTab body={body} isEditable={isEditable} />
        ) : tab === 'scripts' ? (
          <ScriptsTab body={body} isEditable={isEditable} />
        ) : (
          <SnippetsTab body={body} isEditable={isEditable} />
        )}
      </div>
      <BodyDialogs body={body} shown={shown} onClose={() => setShown(null)} />
      {isCreating ? (
        <CreateMeetingDialog bodies={[body]} bodyId={body.id} onClose={() => setIsCreating(false)} />
      ) : null}
    </section>
  )
}

function focusVacancy(key: string | null): void {
  if (key !== null) document.querySelector<HTMLElement>(`[data-vacancy="${CSS.escape(key)}"]`)?.focus()
}
