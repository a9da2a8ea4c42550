import { useMemo } from 'react'
import type { QuestionView } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { act } from '../state/live.ts'
import { Button } from '../ui/button.tsx'

/** What the chair declares of an open vote on the voices, while positions are still to come: no names are taken. */
export function VoicesDeclaration({ question: { id, round } }: { question: QuestionView }) {
  const isOffered = round.state === 'open' && round.method === 'on-the-voices' && round.result === null
  const commands = useMemo<KeyCommand[]>(
    () =>
      (['carried', 'not-carried'] as const).map((result) => ({
        id: `vote.declare.${result}`,
        title: `Declare it ${words[result]} on the voices`,
        key: result === 'carried' ? 'y' : 'Shift+Y',
        group: 'Vote',
        isEnabled: isOffered,
        run: () => void act('vote.declare', { questionId: id, result }),
      })),
    [id, isOffered],
  )
  useCommands('voices', commands)
  if (!isOffered) return null
  const declare = (result: 'carried' | 'not-carried') => void act('vote.declare', { questionId: id, result })
  return (
    <p className="casting">
      The chair declares:
      <Button shortcut="Y" onClick={() => declare('carried')}>
        Carried
      </Button>
      <Button shortcut="⇧Y" onClick={() => declare('not-carried')}>
        Not carried
      </Button>
      <span className="quiet">on the voices, no names taken</span>
    </p>
  )
}

const words = { carried: 'carried', 'not-carried': 'not carried' } as const
