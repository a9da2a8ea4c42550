import type { Body } from '../../core/contract/bodies.ts'
import { Badge } from '../ui/badge.tsx'
import { decisionMakerWords, phraseWords } from './body-words.ts'
import { SourceNote } from './source-note.tsx'

type QuestionKind = Body['questionKinds'][number]

/** The questions that the body usually puts, each with its rule, its words for the result and where they are from. */
export function QuestionsTab({ body }: { body: Body }) {
  if (body.questionKinds.length === 0) {
    return <p className="soft">The body has no usual questions yet.</p>
  }
  return (
    <ul className="question-kinds">
      {body.questionKinds.map((kind) => (
        <li key={kind.key}>
          <Question kind={kind} rule={body.questionRules.find(({ key }) => key === kind.key)} />
        </li>
      ))}
    </ul>
  )
}

function Question({ kind, rule }: { kind: QuestionKind; rule: Body['questionRules'][number] | undefined }) {
  return (
    <article>
      <div>
        <h3>
          {kind.label}
          {kind.polarity === 'against-expected' ? <Badge>a vote against is usual</Badge> : null}
        </h3>
        <p>{kind.text}</p>
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
        <p className="rule-name">{rule?.name}</p>
        <p className="soft">{rule?.explanation}</p>
        <p className="soft">{decisionMakerWords[kind.decisionMaker]}</p>
        <SourceNote note={kind.sourceNote} />
      </div>
    </article>
  )
}
