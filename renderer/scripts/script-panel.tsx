import { useMemo, useState, type KeyboardEvent } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ForeseenBranch, ScriptAtItem } from '../../core/contract/scripts.ts'
import type { Item } from '../../core/contract/voting.ts'
import { bodies } from '../state/bodies.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { goTo } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { scriptChoice, useScriptChoice } from '../state/script-choice.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { BranchRow } from './branch-row.tsx'
import { TakeBranchDialog } from './take-branch-dialog.tsx'
import { useScriptPlace } from './use-script-place.ts'
import './script.css'

/** A question of the script that is to be put. */
export interface AskedQuestion {
  kind: string
  asksForPreference: boolean
}

const scriptTopics = [
  'bodies',
  'items',
  'agenda',
  'meetings',
  'register',
  'actions',
  'room',
  'people',
] as const

/** What the chair says on the item, where it is wanted on the screen. */
export function ScriptPanel({ item, onAsk }: { item: Item; onAsk(question: AskedQuestion): void }) {
  const place = useScriptPlace(item)
  const isShown = useScriptChoice((store) => store.shown[place])
  return isShown ? <ShownPanel item={item} onAsk={onAsk} /> : null
}

function ShownPanel({ item, onAsk }: { item: Item; onAsk(question: AskedQuestion): void }) {
  const itemId = item.line.id
  const { value: script } = useView('script.read', { itemId }, scriptTopics)
  const steps = useMemo(() => script?.steps ?? [], [script])
  const kept = useScriptChoice((store) => store.steps[itemId] ?? 0)
  const at = Math.min(kept, Math.max(0, steps.length - 1))
  const step = steps[at]
  const [taking, setTaking] = useState<number | null>(null)
  const all = useMemo(() => steps.flatMap(({ branches }) => branches), [steps])
  const takingBranch = all.find(({ number }) => number === taking)

  const turnTo = (next: number) => {
    if (next < 0 || next >= steps.length) return
    scriptChoice.turnTo(itemId, next)
    document.getElementById('chairs-script')?.focus()
  }
  const take = (branch: ForeseenBranch, withOther = false) => {
    if (branch.problem !== null) notice.say(branch.problem)
    else if (withOther || branch.asks.some(({ value }) => value === null)) setTaking(branch.number)
    else void act('script.take', { itemId, branch: branch.number })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || taking !== null) return
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    // With Shift the key says another sign, so it is read by its place.
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0]
    if (turn === undefined && digit === undefined) return
    event.preventDefault()
    if (turn !== undefined) turnTo(at + turn)
    const branch = all.find(({ number }) => number === Number(digit))
    if (branch === undefined) return
    // One that is not on the screen is shown first: what it does is to be seen before it is taken.
    const where = steps.findIndex(({ branches }) => branches.includes(branch))
    if (where === at) take(branch, event.shiftKey && branch.asks.length > 0)
    else turnTo(where)
  }

  const commands = useMemo<KeyCommand[]>(
    () =>
      all.map((branch) => ({
        id: `script.branch-${branch.number}`,
        title: `Script: ${branch.label}`,
        group: 'Item',
        isEnabled: branch.problem === null,
        run: () => {
          if (branch.asks.some(({ value }) => value === null)) setTaking(branch.number)
          else void act('script.take', { itemId, branch: branch.number })
        },
      })),
    [all, itemId],
  )
  useCommands('script-branches', commands)

  return (
    <section
      id="chairs-script"
      className="script"
      aria-label="Chair’s script"
      aria-describedby={step === undefined ? undefined : 'script-say'}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header>
        <h3>Chair’s script</h3>
        {steps.length < 2 ? null : (
          <span className="script-steps">
            <IconButton label="The step before (←)" disabled={at === 0} onClick={() => turnTo(at - 1)}>
              <ChevronLeft size={16} aria-hidden />
            </IconButton>
            <span aria-live="polite">
              {at + 1} of {steps.length}
            </span>
            <IconButton
              label="The next step (→)"
              disabled={at === steps.length - 1}
              onClick={() => turnTo(at + 1)}
            >
              <ChevronRight size={16} aria-hidden />
            </IconButton>
          </span>
        )}
      </header>
      {script === null ? null : step === undefined ? (
        <p className="quiet script-none">
          {script.whyNone} <WriteOne bodyId={script.bodyId} itemKind={script.itemKind} />
        </p>
      ) : (
        <>
          <p className="say" id="script-say">
            {step.say}
          </p>
          {step.ask === null && step.branches.length === 0 ? null : (
            <ul className="script-acts">
              {step.ask === null ? null : <Ask ask={step.ask} onAsk={onAsk} />}
              {step.branches.map((branch) => (
                <BranchRow
                  key={branch.number}
                  branch={branch}
                  onTake={() => take(branch)}
                  onOther={() => setTaking(branch.number)}
                />
              ))}
            </ul>
          )}
        </>
      )}
      {takingBranch === undefined ? null : (
        <TakeBranchDialog itemId={itemId} branch={takingBranch} onClose={() => setTaking(null)} />
      )}
    </section>
  )
}

/** Above items that have their own there is nothing to write. */
function WriteOne({ bodyId, itemKind }: Pick<ScriptAtItem, 'bodyId' | 'itemKind'>) {
  return (
    <Button
      variant="quiet"
      onClick={() => {
        bodies.show(bodyId)
        bodies.turnTo('scripts')
        bodies.writeScript(itemKind)
        goTo({ screen: 'bodies' })
      }}
    >
      Write one
    </Button>
  )
}

function Ask({
  ask,
  onAsk,
}: {
  ask: NonNullable<ScriptAtItem['steps'][number]['ask']>
  onAsk(question: AskedQuestion): void
}) {
  const { key, label, text, problem, put, asksForPreference } = ask
  return (
    <li>
      <Button
        aria-disabled={problem !== null}
        aria-describedby={`script-ask-${key}`}
        onClick={() => {
          if (problem === null) onAsk({ kind: key, asksForPreference })
          else notice.say(problem)
        }}
      >
        Put: {label}
        <span className="mark">{put === null ? '' : '✓'}</span>
      </Button>
      <span className="does soft" id={`script-ask-${key}`}>
        {problem ?? put ?? text}
      </span>
    </li>
  )
}
