import type { Row } from '../../db/store-types.ts'
import type { Body, TemplateItem } from '../contract/bodies.ts'
import type { QuestionKind } from '../contract/question-kinds.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { writeScript } from '../scripts/write-script.ts'
import { readCode } from './body-view.ts'
import { codeIdByShortName, createCode } from './create-code.ts'
import type { Profile } from './profile.ts'
import { shippedProfile } from './shipped-profiles.ts'

/** Every setting of a body, with the column in which it is kept. */
const settingColumns = {
  kind: 'kind',
  name: 'name',
  shortName: 'short_name',
  quorumTotal: 'quorum_total',
  quorumCounts: 'quorum_counts',
  recusedCountsForQuorum: 'recused_counts_for_quorum',
  chairVote: 'chair_vote',
  votesPerPersonCap: 'votes_per_person_cap',
  carriers: 'carriers',
  itemNumbering: 'item_numbering',
  subItemNumbering: 'sub_item_numbering',
  actionReference: 'action_reference',
  paragraphsRunOn: 'paragraphs_run_on',
  paperDeadlineDays: 'paper_deadline_days',
  usualStart: 'usual_start',
  usualEnd: 'usual_end',
  usualPlace: 'usual_place',
  sourceNote: 'source_note',
} as const satisfies Partial<Record<keyof Body, string>>

type SettingName = keyof typeof settingColumns
export type Settings = Pick<Body, SettingName>
/** Settings of which any may be left out. */
export type SomeSettings = { [Name in SettingName]?: Settings[Name] | undefined }

/** The columns of the settings that are given; those left out are not touched. */
export function settingsRow(settings: SomeSettings): Row {
  const row: Row = {}
  for (const name of Object.keys(settingColumns) as SettingName[]) {
    const value = settings[name]
    if (value === undefined) continue
    row[settingColumns[name]] = typeof value === 'boolean' ? Number(value) : value
  }
  return row
}

/**
 * Writes a body from a shipped profile, or bare, and returns its id. The profile’s code is made where the book has
 * none of that short name.
 * @throws PanelbookError `already-exists` naming the body, `not-found` for an unknown code, `bad-input` for an
 *   unknown profile, or a name missing where there is no profile.
 */
export function createBody(context: CommandContext, input: CheckedInput<'body.create'>): string {
  const { db, nextId } = context
  const profile = input.profile === undefined ? undefined : shippedProfile(input.profile)
  const name = input.name ?? profile?.body.name
  const shortName = input.shortName ?? profile?.body.shortName
  if (name === undefined) throw badInput('name', 'a body without a profile needs a name')
  if (shortName === undefined) throw badInput('shortName', 'a body without a profile needs a short name')
  refuseBodyName(context, name)
  const codeId = input.codeId === undefined ? codeOfProfile(context, profile) : readCode(db, input.codeId).id
  const bodyId = nextId()
  db.insert('body', {
    ...settingsRow({
      ...profile?.body,
      name,
      shortName,
      kind: input.kind ?? profile?.body.kind ?? 'committee',
    }),
    id: bodyId,
    code_id: codeId,
    profile: profile?.key ?? '',
  })
  if (profile !== undefined) layIn(context, bodyId, profile)
  return bodyId
}

/** @throws PanelbookError `already-exists` when another body has the name, whatever its capitals. */
export function refuseBodyName({ db }: Pick<CommandContext, 'db'>, name: string, exceptId = ''): void {
  const other = db.get<{ name: string }>(
    'SELECT name FROM body WHERE name = ? COLLATE NOCASE AND id <> ?',
    name,
    exceptId,
  )
  if (other === undefined) return
  throw new PanelbookError('already-exists', `There is a body called ${other.name} already.`, {
    remedy: 'Give this one another name.',
  })
}

function codeOfProfile(context: CommandContext, profile: Profile | undefined): string | null {
  if (profile === undefined || profile.code === null) return null
  return codeIdByShortName(context, profile.code.shortName) ?? createCode(context, profile.code)
}

function layIn(context: CommandContext, bodyId: string, profile: Profile): void {
  const { db, nextId } = context
  const constituencyIds = new Map<string, string>()
  profile.constituencies.forEach((constituency, position) => {
    const id = nextId()
    constituencyIds.set(constituency.shortName, id)
    db.insert('constituency', {
      id,
      body_id: bodyId,
      name: constituency.name,
      short_name: constituency.shortName,
      position,
      quorum_minimum: constituency.quorumMinimum,
    })
  })
  profile.seats.forEach((seat, position) => {
    db.insert('seat', {
      id: nextId(),
      body_id: bodyId,
      constituency_id: seat.constituency === null ? null : (constituencyIds.get(seat.constituency) ?? null),
      name: seat.name,
      votes: seat.votes,
      position,
      effective_to: seat.effectiveTo ?? null,
      ...(seat.effectiveFrom === undefined ? {} : { effective_from: seat.effectiveFrom }),
    })
  })
  writeQuestionKinds(context, bodyId, profile.questionKinds)
  writeAgendaTemplate(context, bodyId, profile.agendaTemplate)
  profile.snippets.forEach(({ key, text }, position) => {
    db.insert('snippet', { id: nextId(), body_id: bodyId, key, text, position })
  })
  for (const script of profile.scripts) writeScript(context, bodyId, script)
}

/** Replaces the kinds of question; one that keeps its key keeps its row. */
export function writeQuestionKinds(
  { db, nextId }: CommandContext,
  bodyId: string,
  kinds: readonly QuestionKind[],
): void {
  const kept = new Map(
    db
      .all<{ id: string; key: string }>('SELECT id, key FROM question_kind WHERE body_id = ?', bodyId)
      .map((row) => [row.key, row.id]),
  )
  kinds.forEach((kind, position) => {
    const row = {
      label: kind.label,
      text: kind.text,
      rule: JSON.stringify(kind.rule),
      polarity: kind.polarity,
      phrases: JSON.stringify(kind.phrases),
      determination_kind: kind.determinationKind,
      decision_maker: kind.decisionMaker,
      position,
      source_note: kind.sourceNote,
      consequences: JSON.stringify(kind.consequences),
      objectives: JSON.stringify(kind.objectives),
    }
    const id = kept.get(kind.key)
    if (id === undefined) db.insert('question_kind', { id: nextId(), body_id: bodyId, key: kind.key, ...row })
    else db.update('question_kind', id, row)
    kept.delete(kind.key)
  })
  for (const id of kept.values()) db.remove('question_kind', id)
}

/** Replaces the agenda template. */
export function writeAgendaTemplate(
  { db, nextId }: CommandContext,
  bodyId: string,
  items: readonly TemplateItem[],
): void {
  const old = db.all<{ id: string }>('SELECT id FROM agenda_template_item WHERE body_id = ?', bodyId)
  for (const { id } of old) db.remove('agenda_template_item', id)
  items.forEach((item, position) => {
    db.insert('agenda_template_item', {
      id: nextId(),
      body_id: bodyId,
      position,
      kind: item.kind,
      title: item.title,
      purpose: item.purpose,
      planned_minutes: item.plannedMinutes,
      presenter: item.presenter,
    })
  })
}
