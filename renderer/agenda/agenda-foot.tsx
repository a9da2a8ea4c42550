import { ArrowDown, ArrowUp, Ellipsis, IndentDecrease, IndentIncrease, Plus, Trash2, X } from 'lucide-react'
import type { Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { keyWords } from '../state/keys.ts'
import { Badge } from '../ui/badge.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { countWords } from '../ui/words.ts'
import { move, moves, removeItems, type Move } from './agenda-acts.ts'
import { OutcomeChoice } from './outcome-choice.tsx'
import { minutesWords, plannedMinutesOf, plannedTime } from './planned-time.ts'
import { moveKeys, type AgendaDialog } from './use-agenda-commands.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Below the agenda, always in the same place: what can be added, or what can be done with what is selected. */
export function AgendaFoot({
  meeting,
  targets,
  ask,
  onClear,
}: {
  meeting: Meeting
  /** Empty where nothing is selected beside the item that is looked at. */
  targets: readonly string[]
  ask(dialog: AgendaDialog): void
  onClear(): void
}) {
  return (
    <div className="agenda-foot">
      {targets.length > 0 ? (
        <SelectionActs meeting={meeting} ids={targets} onClear={onClear} />
      ) : (
        <>
          {meeting.state === 'planned' ? (
            <>
              <PlannedTime meeting={meeting} />
              {meeting.paperDeadline === null ? null : (
                <p className="planned-time">{meeting.paperDeadline.sentence}</p>
              )}
            </>
          ) : null}
          <div className="agenda-acts">
            <Button
              variant="quiet"
              icon={<Plus size={14} aria-hidden />}
              shortcut="I"
              onClick={() => ask('item')}
            >
              Item
            </Button>
            <Button variant="quiet" onClick={() => ask('late')}>
              + late
            </Button>
            {meeting.state === 'planned' ? (
              <FromRegister meetingId={meeting.id} onOpen={() => ask('suggestions')} />
            ) : null}
            <Menu
              label="More for the agenda"
              variant="quiet"
              items={[
                {
                  id: 'suggestions',
                  label: 'Suggestions from the register…',
                  shortcut: 'S',
                  run: () => ask('suggestions'),
                },
                { id: 'copy', label: 'Copy items from another meeting…', run: () => ask('copy') },
              ]}
            >
              <Ellipsis size={16} aria-hidden />
            </Menu>
          </div>
        </>
      )}
    </div>
  )
}

function PlannedTime({ meeting }: { meeting: Meeting }) {
  const { words, fit, isOver } = plannedTime(meeting)
  return (
    <p className="planned-time">
      {words}
      {fit === '' ? null : (
        <>
          {' · '}
          <span className={isOver ? 'late' : undefined}>{fit}</span>
        </>
      )}
    </p>
  )
}

function FromRegister({ meetingId, onOpen }: { meetingId: string; onOpen(): void }) {
  const count = useSuggestions(meetingId).value?.suggestions.length ?? 0
  if (count === 0) return null
  return (
    <Button variant="quiet" title="Suggestions from the register (S)" onClick={onOpen}>
      Suggestions <Badge tone="accent">{count}</Badge>
    </Button>
  )
}

const wayIcons = { up: ArrowUp, down: ArrowDown, in: IndentIncrease, out: IndentDecrease } as const

function SelectionActs({
  meeting,
  ids,
  onClear,
}: {
  meeting: Meeting
  ids: readonly string[]
  onClear(): void
}) {
  const lines = meeting.agenda.filter(({ id }) => ids.includes(id))
  const minutes = plannedMinutesOf({ agenda: lines })
  return (
    <>
      <p className="planned-time">
        <strong>{ids.length} selected</strong>
        {minutes === 0 ? '' : ` · ${minutesWords(minutes)} planned`}
      </p>
      <div
        className="agenda-acts"
        role="toolbar"
        aria-label="With the selected items"
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClear()
        }}
      >
        <OutcomeChoice
          label={`Outcome of ${countWords(ids.length, 'selected item')}`}
          meetingId={meeting.id}
          canTakeBack={lines.some(({ outcome }) => outcome !== null)}
          onSet={(becoming, isQuiet) =>
            act('agenda.set-outcome-many', { itemIds: [...ids], ...becoming }, { isQuiet })
          }
        >
          Outcome
        </OutcomeChoice>
        {(Object.keys(moves) as Move[]).map((way) => {
          const Icon = wayIcons[way]
          return (
            <IconButton
              key={way}
              label={`Move ${moves[way].words} (${keyWords(moveKeys[way])})`}
              disabled={moves[way].place(meeting, ids) === null}
              onClick={() => void move(meeting, ids, way)}
            >
              <Icon size={16} aria-hidden />
            </IconButton>
          )
        })}
        <IconButton label="Take off the agenda (Delete)" onClick={() => void removeItems(ids)}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
        <IconButton label="Select nothing (Escape)" onClick={onClear}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
    </>
  )
}
