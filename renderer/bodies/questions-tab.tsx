import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import type { QuestionKind } from '../../core/contract/question-kinds.ts'
import { change } from '../state/client.ts'
import { useView } from '../state/follow-topics.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { notice } from '../state/notice.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { decisionMakerWords, phraseWords } from './body-words.ts'
import { consequenceWords, whenWords } from './consequence-words.ts'
import { focusAgain, moveByKey, moved, OrderedActs, type Order } from './ordered-acts.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { SourceNote } from './source-note.tsx'

/** The questions that the body usually puts, each with its rule, its words for the result and where they are from. */
export function QuestionsTab({ body, isEditable }: { body: Body; isEditable: boolean }) {
  const [shown, setShown] = useState<{ kind: QuestionKind | null } | null>(null)
  const { questionKinds: kinds } = body
  const code = useView('code.list', {}, ['bodies']).value?.codes.find(({ id }) => id === body.codeId)

  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'body.add-question',
        title: 'Add a question to this body',
        key: 'a',
        group: 'Body',
        isEnabled: isEditable,
        run: () => setShown({ kind: null }),
      },
    ],
    [isEditable],
  )
  useCommands('body-questions', commands)

  const put = async (questionKinds: QuestionKind[], said: string) => {
    const answer = await change('body.set-questions', { bodyId: body.id, questionKinds })
    if (answer.ok) notice.say(said)
    else notice.refuse(answer.error)
    return answer.ok
  }
  const move = async (kind: QuestionKind, from: number, to: number) => {
    const isMoved = await put(moved(kinds, from, to), `${kind.label} is number ${to + 1} now.`)
    if (isMoved) focusAgain(`[data-question="${kind.key}"] .menu`)
  }
  return (
    <div className="questions-tab">
      {kinds.length === 0 ? <p className="soft">The body has no usual questions yet.</p> : null}
      <ul className="question-kinds">
        {kinds.map((kind, at) => {
          const order = { at, count: kinds.length, onMove: (to: number) => void move(kind, at, to) }
          return (
            <li
              key={kind.key}
              data-question={kind.key}
              onKeyDown={(event) => {
                if (isEditable) moveByKey(event, order)
              }}
            >
              <Question
                kind={kind}
                rule={body.questionRules.find(({ key }) => key === kind.key)}
                decides={code?.decisionMaker ?? 'the Authority'}
                stageName={(key) => code?.stages.find((stage) => stage.key === key)?.name ?? key}
                order={isEditable ? order : null}
                onChange={() => setShown({ kind })}
                onRemove={() =>
                  void put(
                    kinds.filter(({ key }) => key !== kind.key),
                    `${kind.label} is removed. Votes taken on it stay.`,
                  )
                }
              />
            </li>
          )
        })}
      </ul>
      {isEditable ? (
        <Button icon={<Plus size={14} aria-hidden />} shortcut="A" onClick={() => setShown({ kind: null })}>
          Add a question
        </Button>
      ) : null}
      {shown === null ? null : (
        <QuestionDialog body={body} kind={shown.kind} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

function Question({
  kind,
  rule,
  decides,
  stageName,
  order,
  onChange,
  onRemove,
}: {
  kind: QuestionKind
  rule: Body['questionRules'][number] | undefined
  decides: string
  stageName(key: string): string
  /** Null where nothing can be changed. */
  order: Order | null
  onChange(): void
  onRemove(): void
}) {
  const { consequences } = kind
  return (
    <article aria-label={kind.label}>
      <div>
        <h3>
          {kind.label}
          {kind.polarity === 'against-expected' ? <Badge>a vote against is usual</Badge> : null}
        </h3>
        <p>{kind.text}</p>
        {consequences.length === 0 ? null : (
          <ul className="follows soft" aria-label="What follows">
            {consequences.map((each, index) => (
              <li key={index}>
                {whenWords(each.when)}: {consequenceWords(each, stageName, consequences)}
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>Words for each result</summary>
          <dl className="phrases">
            {Object.entries(phraseWords).map(([key, name]) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>{kind.phrases[key as keyof QuestionKind['phrases']]}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      <div>
        {order === null ? null : (
          <span className="acts">
            <Button variant="quiet" aria-label={`Change ${kind.label}`} onClick={onChange}>
              Change…
            </Button>
            <OrderedActs name={kind.label} order={order} onChange={onChange} onRemove={onRemove} />
          </span>
        )}
        <p className="rule-name">{rule?.name}</p>
        <p className="soft">{rule?.explanation}</p>
        <p className="soft">{decisionMakerWords[kind.decisionMaker].replace('the Authority', decides)}</p>
        <SourceNote note={kind.sourceNote} />
      </div>
    </article>
  )
}
