import { Plus } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { Script, ScriptBranch } from '../../core/contract/script-words.ts'
import { itemKindWords, outcomeWords, type ItemKind } from '../../core/contract/words.ts'
import { SourceNote } from '../bodies/source-note.tsx'
import { change } from '../state/client.ts'
import { bodies, useBodies } from '../state/bodies.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { countWords } from '../ui/words.ts'
import { ScriptDialog } from './script-dialog.tsx'
import './scripts-tab.css'

/** What the chair says and asks on each kind of item, and where the answers lead. */
export function ScriptsTab({ body, isEditable }: { body: Body; isEditable: boolean }) {
  const [shown, setShown] = useState<{ itemKind: ItemKind | null } | null>(null)
  const wanted = useBodies((store) => store.scriptKind)
  useEffect(() => {
    if (wanted === null) return
    bodies.writeScript(null)
    if (isEditable) setShown({ itemKind: wanted })
  }, [wanted, isEditable])
  const { scripts } = body

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'body.add-script',
        title: 'Write a script for a kind of item',
        key: 'a',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ itemKind: null }),
      },
    ],
    [isEditable],
  )
  useCommands('body-scripts', commands)

  const remove = async ({ itemKind }: Script) => {
    const answer = await change('script.change', { bodyId: body.id, itemKind, steps: [] })
    if (answer.ok) notice.say(`The script for ${itemKindWords[itemKind].toLowerCase()} is removed.`)
    else notice.refuse(answer.error)
  }
  return (
    <div className="questions-tab">
      <p className="soft">
        {scripts.length === 0
          ? 'The body has no script yet: the words that the chair says on a kind of item, the questions, and where the answers lead.'
          : 'What the chair says on each kind of item, the questions that are put, and where the answers lead. It is read beside the item.'}
      </p>
      <ul className="question-kinds scripts">
        {scripts.map((script) => (
          <li key={script.itemKind}>
            <ScriptInBrief
              body={body}
              script={script}
              isEditable={isEditable}
              onChange={() => setShown({ itemKind: script.itemKind })}
              onRemove={() => void remove(script)}
            />
          </li>
        ))}
      </ul>
      {isEditable ? (
        <Button
          icon={<Plus size={14} aria-hidden />}
          shortcut="A"
          onClick={() => setShown({ itemKind: null })}
        >
          Write a script
        </Button>
      ) : null}
      {shown === null ? null : (
        <ScriptDialog body={body} itemKind={shown.itemKind} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

function ScriptInBrief({
  body,
  script,
  isEditable,
  onChange,
  onRemove,
}: {
  body: Body
  script: Script
  isEditable: boolean
  onChange(): void
  onRemove(): void
}) {
  const name = itemKindWords[script.itemKind]
  const branches = script.steps.reduce((sum, step) => sum + step.branches.length, 0)
  const questionName = (key: string) => body.questionKinds.find((kind) => kind.key === key)?.label ?? key
  return (
    <article aria-label={name}>
      <div>
        <h3>{name}</h3>
        <details>
          <summary>
            {countWords(script.steps.length, 'step')}, {countWords(branches, 'branch', 'branches')}
          </summary>
          <ol className="script-steps-list">
            {script.steps.map((step, index) => (
              <li key={index}>
                <p>{step.say}</p>
                {step.ask === null ? null : <p className="soft">Puts: {questionName(step.ask)}</p>}
                {step.branches.length === 0 ? null : (
                  <ul className="soft">
                    {step.branches.map((branch, at) => (
                      <li key={at}>
                        {branch.label}: {branchWords(branch)}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </details>
      </div>
      <div>
        {isEditable ? (
          <span className="acts">
            <Button variant="quiet" aria-label={`Change the script for ${name}`} onClick={onChange}>
              Change…
            </Button>
            <Button variant="quiet" aria-label={`Remove the script for ${name}`} onClick={onRemove}>
              Remove
            </Button>
          </span>
        ) : null}
        <SourceNote note={script.sourceNote} />
      </div>
    </article>
  )
}

/** What a branch sets, in brief. */
function branchWords({ outcome, determination, action, consequences }: ScriptBranch): string {
  return [
    ...(outcome === null ? [] : [outcomeWords[outcome].toLowerCase()]),
    ...(determination === null ? [] : [`“${determination.text}”`]),
    ...(consequences.length === 0 ? [] : ['moves the register']),
    ...(action === '' ? [] : [`action: ${action}`]),
  ].join(', ')
}
