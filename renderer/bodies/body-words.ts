import type { Body } from '../../core/contract/bodies.ts'
import { capacityWords, type DecisionMaker, type MembershipRole } from '../../core/contract/words.ts'
import { dayWords } from '../ui/dates.ts'
import { countWords, joinWords } from '../ui/words.ts'

export type Seat = Body['seats'][number]
export type Constituency = Body['constituencies'][number]
export type Membership = Body['memberships'][number]

/** What each kind of body is called. */
export const bodyKindWords: Record<Body['kind'], string> = {
  panel: 'Panel',
  'change-board': 'Change board',
  'sub-committee': 'Sub-committee',
  workgroup: 'Workgroup',
  committee: 'Committee',
}

/** What the chair has, in a sentence that begins "The chair has". */
export const chairVoteWords: Record<Body['chairVote'], string> = {
  none: 'No vote',
  casting: 'A casting vote only',
  full: 'A vote like a member’s',
}

/** Who may carry another’s vote. */
export const carrierWords: Record<Body['carriers'], string> = {
  anyone: 'Anybody in the room',
  members: 'Members only',
}

/** What a quorum counts. */
export const quorumCountWords: Record<Body['quorumCounts'], string> = { people: 'People', votes: 'Votes' }

/** Whose decision the answer to a question is. */
export const decisionMakerWords: Record<DecisionMaker, string> = {
  body: 'The body decides.',
  authority: 'The body recommends; the Authority decides.',
  view: 'The body gives a view; the Authority decides.',
}

/** What each result of a vote is called. */
export const phraseWords: Record<keyof Body['questionKinds'][number]['phrases'], string> = {
  unanimousFor: 'Unanimous for',
  unanimousAgainst: 'Unanimous against',
  carried: 'Carried',
  notCarried: 'Not carried',
  tied: 'Tied',
  noDecision: 'No vote cast',
}

/** What somebody is in a body. */
export function roleWords(role: MembershipRole): string {
  return role === 'authority' ? 'Authority' : capacityWords[role]
}

/** "6 people", "1 vote", or that none is set. */
export function quorumWords({ quorumTotal, quorumCounts }: Body): string {
  if (quorumTotal === 0) return 'not set'
  return quorumCounts === 'people'
    ? countWords(quorumTotal, 'person', 'people')
    : countWords(quorumTotal, 'vote')
}

/** The first day of what has always been there. */
export const always = '0001-01-01'

/** "from Thu 1 Oct 2015", "until …", both, or nothing where it has always been and goes on. */
export function termWords({
  effectiveFrom,
  effectiveTo,
}: Pick<Seat, 'effectiveFrom' | 'effectiveTo'>): string {
  return joinWords(
    [
      effectiveFrom === always ? '' : `from ${dayWords(effectiveFrom)}`,
      effectiveTo === null ? '' : `until ${dayWords(effectiveTo)}`,
    ],
    ' ',
  )
}

/** Whether a note says that something is still to be compared with the code itself. */
export function isToBeChecked(sourceNote: string): boolean {
  return /check against the code/i.test(sourceNote)
}

/** How a numbering pattern turns out, by an example: "PAN 12/01" for PAN {month:2}/{sequence:2}. */
export function exampleOf(pattern: string, shortName: string): string {
  const values: Record<string, string> = {
    meeting: '199',
    section: '6',
    letter: 'b',
    number: '2',
    short: shortName,
    month: '12',
    year: '2016',
    sequence: '1',
  }
  return pattern.replace(/\{([a-z]+)(?::([1-9]))?\}/g, (whole, name: string, width: string | undefined) =>
    name === 'year' && width === '2' ? '16' : (values[name]?.padStart(Number(width ?? 1), '0') ?? whole),
  )
}
