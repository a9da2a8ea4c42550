import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Body, TemplateItem } from '../../core/contract/bodies.ts'
import { purposeWords } from '../../core/contract/words.ts'
import { change } from '../state/client.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { notice } from '../state/notice.ts'
import { Button } from '../ui/button.tsx'
import { countWords } from '../ui/words.ts'
import { focusAgain, moveByKey, moved, OrderedActs } from './ordered-acts.tsx'
import { TemplateItemDialog } from './template-item-dialog.tsx'

/** The items with which a new meeting of the body begins. */
export function AgendaTab({ body, isEditable }: { body: Body; isEditable: boolean }) {
  const [shown, setShown] = useState<{ at: number | null } | null>(null)
  const { agendaTemplate: items } = body
  const minutes = items.reduce((sum, item) => sum + item.plannedMinutes, 0)

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'body.add-template-item',
        title: 'Add an item to the agenda template',
        key: 'a',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ at: null }),
      },
    ],
    [isEditable],
  )
  useCommands('body-template', commands)

  const put = async (changed: TemplateItem[], said: string) => {
    const answer = await change('body.set-agenda-template', { bodyId: body.id, items: changed })
    if (answer.ok) notice.say(said)
    else notice.refuse(answer.error)
    return answer.ok
  }
  const move = async (from: number, to: number) => {
    const title = items[from]?.title ?? ''
    if (await put(moved(items, from, to), `${title} is number ${to + 1} now.`)) {
      focusAgain(`[data-template-item="${to}"] .menu`)
    }
  }
  return (
    <div className="template">
      <p className="soft">
        {items.length === 0
          ? 'The body has no agenda template yet: its meetings begin with an empty agenda.'
          : `A new meeting begins with ${items.length === 1 ? 'this item' : `these ${countWords(items.length, 'item')}`}, planned for ${countWords(minutes, 'minute')}.`}
      </p>
      {items.length === 0 ? null : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Title</th>
              <th scope="col">Purpose</th>
              <th scope="col">Presented by</th>
              <th scope="col" className="number">
                Minutes
              </th>
              {isEditable ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {items.map((item, at) => {
              const order = { at, count: items.length, onMove: (to: number) => void move(at, to) }
              return (
                // The template has no ids: an item is its place.
                <tr
                  key={`${String(at)} ${item.title}`}
                  data-template-item={at}
                  onKeyDown={(event) => {
                    if (isEditable) moveByKey(event, order)
                  }}
                >
                  <td>{at + 1}</td>
                  <th scope="row">{item.title}</th>
                  <td>{purposeWords[item.purpose]}</td>
                  <td>{item.presenter}</td>
                  <td className="number">{item.plannedMinutes === 0 ? '' : item.plannedMinutes}</td>
                  {isEditable ? (
                    <td className="act">
                      <OrderedActs
                        name={item.title}
                        order={order}
                        onChange={() => setShown({ at })}
                        onRemove={() => void put(items.toSpliced(at, 1), `${item.title} is removed.`)}
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
        <Button icon={<Plus size={14} aria-hidden />} shortcut="A" onClick={() => setShown({ at: null })}>
          Add an item
        </Button>
      ) : null}
      {shown === null ? null : (
        <TemplateItemDialog body={body} at={shown.at} onClose={() => setShown(null)} />
      )}
    </div>
  )
}
