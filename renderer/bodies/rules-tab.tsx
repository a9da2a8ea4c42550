import type { ReactNode } from 'react'
import type { Body } from '../../core/contract/bodies.ts'
import { countWords } from '../ui/words.ts'
import { carrierWords, chairVoteWords, exampleOf, quorumWords } from './body-words.ts'
import { SourceNote } from './source-note.tsx'

/** How the body counts, numbers and usually meets. */
export function RulesTab({ body }: { body: Body }) {
  const minima = body.constituencies.filter(({ quorumMinimum }) => quorumMinimum > 0)
  return (
    <div className="rules">
      <SourceNote note={body.sourceNote} />
      <div className="rule-groups">
        <RuleGroup title="Quorum">
          <Rule name="Needed">
            {quorumWords(body)}
            {minima.map((constituency) => (
              <span key={constituency.id} className="soft">
                at least {constituency.quorumMinimum} of {constituency.name}
              </span>
            ))}
          </Rule>
          <Rule name="Who is recused">
            {body.recusedCountsForQuorum ? 'Still counts for it' : 'Does not count for it'}
          </Rule>
        </RuleGroup>
        <RuleGroup title="Votes">
          <Rule name="The chair has">{chairVoteWords[body.chairVote]}</Rule>
          <Rule name="Another’s vote is carried by">{carrierWords[body.carriers]}</Rule>
          <Rule name="Votes of one person">
            {body.votesPerPersonCap === null
              ? 'No cap'
              : `At most ${body.votesPerPersonCap}, their own included`}
          </Rule>
        </RuleGroup>
        <RuleGroup title="Usual meeting">
          <Rule name="Times">
            {body.usualStart}–{body.usualEnd}
          </Rule>
          <Rule name="Place">{body.usualPlace === '' ? 'None set' : body.usualPlace}</Rule>
          <Rule name="Papers are due">{countWords(body.paperDeadlineDays, 'working day')} before</Rule>
        </RuleGroup>
        <RuleGroup title="Numbers">
          <Pattern name="Items" pattern={body.itemNumbering} shortName={body.shortName} />
          <Pattern name="Items of a section" pattern={body.subItemNumbering} shortName={body.shortName} />
          <Pattern name="Actions" pattern={body.actionReference} shortName={body.shortName} />
          <Rule name="Paragraphs of the minutes">
            {body.paragraphsRunOn ? 'Run on from meeting to meeting' : 'Begin at 1 at each meeting'}
          </Rule>
        </RuleGroup>
      </div>
    </div>
  )
}

function RuleGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rule-group">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Pattern({ name, pattern, shortName }: { name: string; pattern: string; shortName: string }) {
  return (
    <Rule name={name}>
      {exampleOf(pattern, shortName)}
      <span className="soft">by the pattern {pattern}</span>
    </Rule>
  )
}
