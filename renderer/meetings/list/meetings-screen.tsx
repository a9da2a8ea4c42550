import { useEffect, useMemo, useState } from 'react'
import { Plus } from 'lucide-react'
import type { MeetingSummary } from '../../../core/contract/meetings.ts'
import { useIsReadOnly } from '../../state/book.ts'
import { useView } from '../../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../../state/keys.ts'
import { goTo } from '../../state/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/field.tsx'
import { CirculateDialog } from '../../resolutions/circulate-dialog.tsx'
import { ResolutionsSection } from '../../resolutions/resolutions-section.tsx'
import { useResolutions } from '../../resolutions/use-resolutions.ts'
import { ChangeMeetingDialog } from './change-meeting-dialog.tsx'
import { CreateMeetingDialog } from './create-meeting-dialog.tsx'
import { groupMeetings, type MeetingsOfBody } from './group-meetings.ts'
import { filterMeetings, useMeetingFilter } from './list-filter.ts'
import { MeetingRow } from './meeting-row.tsx'
import { NoBody, NoMeeting } from './no-meetings.tsx'
import { OpenMeeting } from './open-meeting.tsx'
import './meetings.css'

/** The meetings of the book: what sits now, what comes next, what was held. */
export function MeetingsScreen() {
  const list = useView('meeting.list', { form: 'meeting' }, [
    'meetings',
    'agenda',
    'actions',
    'bodies',
    'items',
  ])
  const bodyList = useView('body.list', {}, ['bodies'])
  const isEditable = !useIsReadOnly()
  const chosenBodyId = useMeetingFilter((store) => store.bodyId)
  const [isCreating, setIsCreating] = useState(false)
  const [isCirculating, setIsCirculating] = useState(false)
  const allResolutions = useResolutions(undefined)
  const [changingId, setChangingId] = useState<string | null>(null)

  const all = useMemo(() => list.value?.meetings ?? [], [list.value])
  const bodies = bodyList.value?.bodies ?? []
  // The body that was chosen may have been another book's.
  const body = bodies.find(({ id }) => id === chosenBodyId)
  const shown = body === undefined ? all : all.filter((meeting) => meeting.body.id === body.id)
  const { open, planned, closed } = groupMeetings(shown)
  const resolutions = (allResolutions ?? []).filter(
    (resolution) => body === undefined || resolution.body.id === body.id,
  )
  const changing = all.find(({ id }) => id === changingId)

  useMeetingCommands({
    open: open[0],
    canCreate: isEditable && bodies.length > 0,
    create: setIsCreating,
    circulate: setIsCirculating,
  })
  useFocusOnOpenMeeting(bodies.length > 0 && open.length > 0)

  if (list.value === null || bodyList.value === null) {
    const error = list.error ?? bodyList.error
    return <div className="screen">{error === null ? null : <ErrorNotice error={error} />}</div>
  }
  const rowsOf = (groups: readonly MeetingsOfBody[], isChangeable: boolean) => (
    <MeetingGroups
      groups={groups}
      namesBodies={body === undefined && bodies.length > 1}
      {...(isChangeable ? { onChange: (meeting) => setChangingId(meeting.id) } : {})}
    />
  )
  return (
    <div className="screen meetings">
      <header className="screen-head">
        <h1>Meetings</h1>
        {bodies.length < 2 ? null : (
          <Select
            label="Body"
            value={body?.id ?? ''}
            onChange={filterMeetings}
            options={[
              { value: '', label: 'All bodies' },
              ...bodies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {isEditable && bodies.length > 0 ? (
          <Button shortcut="W" onClick={() => setIsCirculating(true)}>
            Written resolution…
          </Button>
        ) : null}
        {isEditable && shown.length > 0 ? (
          <Button icon={<Plus size={14} aria-hidden />} shortcut="C" onClick={() => setIsCreating(true)}>
            Create a meeting
          </Button>
        ) : null}
      </header>
      {bodies.length === 0 ? (
        <NoBody isEditable={isEditable} />
      ) : shown.length === 0 && resolutions.length > 0 ? (
        <ResolutionsSection resolutions={resolutions} namesBodies={body === undefined && bodies.length > 1} />
      ) : shown.length === 0 ? (
        <NoMeeting bodyName={body?.name ?? ''} isEditable={isEditable} onCreate={() => setIsCreating(true)} />
      ) : (
        <>
          {open.length === 0 ? null : (
            <section aria-label="Open now">
              <ul>
                {open.map((meeting, index) => (
                  <OpenMeeting key={meeting.id} meeting={meeting} hasKey={index === 0} />
                ))}
              </ul>
            </section>
          )}
          <ResolutionsSection
            resolutions={resolutions}
            namesBodies={body === undefined && bodies.length > 1}
          />
          <section aria-labelledby="meetings-planned">
            <h2 id="meetings-planned">Planned</h2>
            {planned.length === 0 ? (
              <p className="quiet">No meeting is planned.</p>
            ) : (
              rowsOf(planned, isEditable)
            )}
          </section>
          {closed.length === 0 ? null : (
            <section aria-labelledby="meetings-closed">
              <h2 id="meetings-closed">Closed</h2>
              {rowsOf(closed, false)}
            </section>
          )}
        </>
      )}
      {isCreating ? (
        <CreateMeetingDialog
          bodies={bodies}
          bodyId={body?.id ?? all[0]?.body.id ?? ''}
          onClose={() => setIsCreating(false)}
        />
      ) : null}
      {isCirculating ? (
        <CirculateDialog
          bodies={bodies}
          bodyId={body?.id ?? all[0]?.body.id ?? ''}
          onClose={() => setIsCirculating(false)}
        />
      ) : null}
      {changing === undefined ? null : (
        <ChangeMeetingDialog meeting={changing} onClose={() => setChangingId(null)} />
      )}
    </div>
  )
}

function MeetingGroups({
  groups,
  namesBodies,
  onChange,
}: {
  groups: readonly MeetingsOfBody[]
  namesBodies: boolean
  onChange?: (meeting: MeetingSummary) => void
}) {
  return groups.map(({ body, meetings }) => (
    <div key={body.id} className="meetings-of-body">
      {namesBodies ? <h3>{body.name}</h3> : null}
      <ul>
        {meetings.map((meeting) => (
          <MeetingRow
            key={meeting.id}
            meeting={meeting}
            {...(onChange === undefined ? {} : { onChange: () => onChange(meeting) })}
          />
        ))}
      </ul>
    </div>
  ))
}

function useMeetingCommands({
  open,
  canCreate,
  create,
  circulate,
}: {
  open: MeetingSummary | undefined
  canCreate: boolean
  create(isCreating: boolean): void
  circulate(isCirculating: boolean): void
}): void {
  const openId = open?.id
  const openName = open === undefined ? '' : ` ${open.number} of the ${open.body.name}`
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'meetings.create',
        title: 'Create a meeting',
        key: 'c',
        group: 'Meetings',
        isEnabled: canCreate,
        run: () => create(true),
      },
      {
        id: 'meetings.circulate',
        title: 'Circulate a written resolution',
        key: 'w',
        group: 'Meetings',
        isEnabled: canCreate,
        run: () => circulate(true),
      },
      {
        id: 'meetings.open',
        title: `Go to the open meeting${openName}`,
        key: 'o',
        group: 'Meetings',
        isEnabled: openId !== undefined,
        run: () => {
          if (openId !== undefined) goTo({ screen: 'meeting', meetingId: openId, itemId: null })
        },
      },
      {
        id: 'meetings.next',
        title: 'Next meeting',
        key: 'ArrowDown',
        group: 'Meetings',
        run: () => stepThroughLinks(1),
      },
      {
        id: 'meetings.previous',
        title: 'Previous meeting',
        key: 'ArrowUp',
        group: 'Meetings',
        run: () => stepThroughLinks(-1),
      },
    ],
    [canCreate, create, circulate, openId, openName],
  )
  useCommands('meetings', commands)
}

function stepThroughLinks(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-meeting-link]')]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at < 0 ? links[0] : (links[at + step] ?? links[at])
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Enter goes to the meeting that sits, unless the secretary has gone somewhere else with the focus. */
function useFocusOnOpenMeeting(hasOpen: boolean): void {
  useEffect(() => {
    if (!hasOpen || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('[data-meeting-link="open"]')?.focus()
  }, [hasOpen])
}
