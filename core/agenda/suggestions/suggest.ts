import type { Reader } from '../../../db/store-types.ts'
import type { Suggestion, Suggestions } from '../../contract/agenda-building.ts'
import type { ItemKind, Purpose } from '../../contract/words.ts'
import type { MeetingRow } from '../../meetings/meeting-row.ts'
import { fold } from '../../search/fold.ts'
import { numberedItems, type NumberedItem } from '../agenda-view.ts'
import { readFilling, type Waiting } from './filling.ts'
import { considers, sectionFor } from './places.ts'
import { sources } from './sources.ts'

interface TemplateItem {
  bodyId: string
  kind: ItemKind
  purpose: Purpose
  minutes: number
  presenter: string
}

/** What the register has for a meeting that is not on its agenda yet. Nothing for a meeting that is over. */
export function suggest(db: Reader, meeting: MeetingRow): Suggestions {
  if (meeting.form === 'written-resolution')
    return { suggestions: [], sentence: 'A written resolution has no agenda to fill.' }
  if (meeting.state === 'closed')
    return { suggestions: [], sentence: 'The meeting is closed and its agenda is final.' }
  const items = numberedItems(db, meeting)
  const templates = readTemplates(db, meeting.body_id)
  const own = templates.filter(({ bodyId }) => bodyId === meeting.body_id)
  const waiting = whatWaits(db, meeting, templates)
    .filter((each) => !isOnAgenda(each, items))
    .map((each) => placed(each, items))
  const suggestions = waiting.map(({ section, ...each }): Suggestion => {
    const usual = own.find(({ kind }) => kind === each.kind)
    const proposal = each.proposalId === undefined ? null : readProposal(db, each.proposalId)
    return {
      key: each.key,
      kind: each.kind,
      title: each.title,
      purpose: each.purpose ?? section?.item.purpose ?? usual?.purpose ?? 'decision',
      plannedMinutes:
        each.plannedMinutes ??
        (section === undefined ? (usual?.minutes ?? 0) : shareOf(section, items, waiting)),
      presenter: each.presenter || section?.item.presenter || usual?.presenter || '',
      proposal,
      section:
        section === undefined
          ? null
          : { itemId: section.item.id, label: section.label, title: section.item.title },
      reason: each.reason,
    }
  })
  return { suggestions: inAgendaOrder(suggestions, items), sentence: sentenceFor(suggestions.length) }
}

/** What the sources find for this body, each once, with all the reasons for it. */
function whatWaits(db: Reader, meeting: MeetingRow, templates: readonly TemplateItem[]): Waiting[] {
  const filling = readFilling(db, meeting)
  const found = sources.flatMap(({ isOfTheCode, find }) =>
    find(filling).filter(({ kind }) => !isOfTheCode || considers(meeting.body_id, kind, templates)),
  )
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(alsoBecause, first)],
  )
}

/** The first says what it becomes; the others add why, and what the first does not know. */
function alsoBecause(first: Waiting, other: Waiting): Waiting {
  return {
    ...other,
    ...first,
    presenter: first.presenter || other.presenter || '',
    reason: `${first.reason}; ${other.reason}`,
  }
}

/** By its proposal, or by its title. */
function isOnAgenda({ proposalId, title }: Waiting, items: readonly NumberedItem[]): boolean {
  const wanted = fold(title).trim()
  return items.some(({ item }) =>
    proposalId === undefined ? fold(item.title).trim() === wanted : item.proposal_id === proposalId,
  )
}

type Placed = Waiting & { section: NumberedItem | undefined }

/** With its section; where the agenda has none for its kind, it can be of another. */
function placed(waiting: Waiting, items: readonly NumberedItem[]): Placed {
  const section = sectionFor(waiting.under ?? waiting.kind, items)
  if (section !== undefined || waiting.otherwise === undefined) return { ...waiting, section }
  return { ...waiting, kind: waiting.otherwise, section: sectionFor(waiting.otherwise, items) }
}

/** A section's minutes are a budget for what stands in it: an equal share for each, in whole minutes. */
function shareOf(section: NumberedItem, items: readonly NumberedItem[], waiting: readonly Placed[]): number {
  const there = items.filter(({ item }) => item.parent_id === section.item.id).length
  const coming = waiting.filter((each) => each.section === section).length
  return Math.ceil(section.item.planned_minutes / Math.max(1, there + coming))
}

/** Section by section; what gets a place of its own comes last. */
function inAgendaOrder(suggestions: readonly Suggestion[], items: readonly NumberedItem[]): Suggestion[] {
  const order = new Map(items.map(({ item }, index) => [item.id, index]))
  const place = ({ section }: Suggestion) =>
    section === null ? items.length : (order.get(section.itemId) ?? items.length)
  return suggestions.toSorted((left, right) => place(left) - place(right))
}

function sentenceFor(count: number): string {
  if (count === 0) return 'Nothing in the register waits for this meeting that is not on its agenda.'
  return count === 1
    ? 'One matter waits for this meeting and is not on its agenda.'
    : `${count} matters wait for this meeting and are not on its agenda.`
}

/** The agenda templates of every body of the same code, this one's own included. */
function readTemplates(db: Reader, bodyId: string): TemplateItem[] {
  return db.all<TemplateItem>(
    `SELECT template.body_id AS bodyId, template.kind, template.purpose, template.planned_minutes AS minutes,
       template.presenter
     FROM body AS this
     JOIN body AS any_body ON any_body.id = this.id OR any_body.code_id = this.code_id
     JOIN agenda_template_item AS template ON template.body_id = any_body.id
     WHERE this.id = ? ORDER BY template.position, template.id`,
    bodyId,
  )
}

function readProposal(db: Reader, proposalId: string): Suggestion['proposal'] {
  return (
    db.get<NonNullable<Suggestion['proposal']>>(
      'SELECT id, reference, title FROM proposal WHERE id = ?',
      proposalId,
    ) ?? null
  )
}
