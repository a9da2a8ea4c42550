import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { CallInput } from '../../core/contract/calls.ts'
import type { Snippet } from '../../core/contract/snippets.ts'
import { focusAgain, moveByKey, OrderedActs } from '../bodies/ordered-acts.tsx'
import { change } from '../state/client.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { SnippetDialog } from './snippet-dialog.tsx'
import './snippets.css'

/** The text modules that a note-taker of the body calls by their keys. */
export function SnippetsTab({ body, isEditable }: { body: Body; isEditable: boolean }) {
  const [shown, setShown] = useState<{ snippet: Snippet | null } | null>(null)
  const { snippets } = body

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'body.add-snippet',
        title: 'Add a snippet',
        key: 'a',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ snippet: null }),
      },
    ],
    [isEditable],
  )
  useCommands('body-snippets', commands)

  const send = async <Name extends 'snippet.move' | 'snippet.remove'>(
    name: Name,
    input: CallInput<Name>,
    said: string,
  ) => {
    const answer = await change(name, input)
    if (answer.ok) notice.say(said)
    else notice.refuse(answer.error)
    return answer.ok
  }
  const move = async ({ id, key }: Snippet, from: number, to: number) => {
    const beforeId = snippets[to > from ? to + 1 : to]?.id ?? null
    const isMoved = await send('snippet.move', { snippetId: id, beforeId }, `${key} is number ${to + 1} now.`)
    if (isMoved) focusAgain(`[data-snippet="${id}"] .menu`)
  }
  return (
    <div className="template snippets-tab">
      <p className="soft">
        {snippets.length === 0
          ? 'The body has no snippets yet: sentences that come back at every meeting, typed by a short key.'
          : 'Sentences that come back at every meeting. In a note, a semicolon and a key bring its words, with what is known of the item filled in.'}
      </p>
      {snippets.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Words</th>
              {isEditable ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {snippets.map((snippet, at) => {
              const { id, key, text } = snippet
              const order = {
                at,
                count: snippets.length,
                onMove: (to: number) => void move(snippet, at, to),
              }
              return (
                <tr
                  key={id}
                  data-snippet={id}
                  onKeyDown={(event) => {
                    if (isEditable) moveByKey(event, order)
                  }}
                >
                  <th scope="row">{key}</th>
                  <td className="snippet-text">{text}</td>
                  {isEditable ? (
                    <td className="act">
                      <OrderedActs
                        name={key}
                        order={order}
                        onChange={() => setShown({ snippet })}
                        onRemove={() =>
                          void send('snippet.remove', { snippetId: id }, `${key} is removed. Notes stay.`)
                        }
                      />
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {isEditable ? (
        <Button
          icon={<Plus size={14} aria-hidden />}
          shortcut="A"
          onClick={() => setShown({ snippet: null })}
        >
          Add a snippet
        </Button>
      ) : null}
      {shown === null ? null : (
        <SnippetDialog bodyId={body.id} snippet={shown.snippet} onClose={() => setShown(null)} />
      )}
    </div>
  )
}
