import { useMemo } from 'react'
import type { Item, QuestionView } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'

/**
 * The words of a determination no longer match the vote: both texts, and one key for either. Whichever it is, it is
 * written again, so that it is on record that somebody looked.
 */
export function StaleWords({
  item,
  question,
  isEditable,
}: {
  item: Item
  question: QuestionView
  isEditable: boolean
}) {
  const { determination } = question
  const now = determination?.composedNow ?? ''
  const canChoose = isEditable && determination !== null && now !== ''
  const commands = useMemo<KeyCommand[]>(() => {
    const write = async (text: string, said: string) => {
      if (determination === null) return
      const answer = await act('determination.write', {
        itemId: item.line.id,
        questionId: question.id,
        text,
        parameters: determination.parameters,
      })
      if (answer.ok) notice.announce(said)
    }
    return [
      {
        id: 'determination.take-new',
        title: 'Take the new words of the determination',
        key: 't',
        group: 'Item',
        isEnabled: canChoose,
        run: () => void write('', 'The new words are taken.'),
      },
      {
        id: 'determination.keep',
        title: 'Keep the words of the determination',
        key: 'k',
        group: 'Item',
        isEnabled: canChoose,
        run: () => void write(determination?.text ?? '', 'The words are kept.'),
      },
    ]
  }, [item.line.id, question.id, determination, canChoose])
  useCommands('stale-words', commands)

  if (determination === null) return null
  const moved = determination.consequences.working ?? []
  return (
    <div className="stale">
      <p>
        <Badge tone="warn">wording no longer matches the vote</Badge>{' '}
        {now === '' ? 'The vote is being taken again: the words wait for it.' : `Now: ${now}`}
      </p>
      {moved.length === 0 ? null : (
        <p className="quiet">What it changed for the proposal stays as it is: look whether it still holds.</p>
      )}
      {canChoose ? (
        <p className="acts">
          {commands.map(({ id, run }) => (
            <Button key={id} shortcut={id === 'determination.keep' ? 'K' : 'T'} onClick={run}>
              {id === 'determination.keep' ? 'Keep the words' : 'Take the new words'}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  )
}
