import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { refuseRepeats } from './profile.ts'

/**
 * Writes a code with its stages and returns its id.
 * @throws PanelbookError `already-exists` naming the short name, `bad-input` when a stage’s key is used twice.
 */
export function createCode({ db, nextId }: CommandContext, input: CheckedInput<'code.create'>): string {
  if (codeIdByShortName({ db }, input.shortName) !== undefined) {
    throw new PanelbookError('already-exists', `There is a code ${input.shortName} already.`)
  }
  refuseRepeats(input.stages, 'key', (index) => {
    throw badInput(`stages.${index}.key`, 'is used twice')
  })
  const codeId = nextId()
  db.insert('code', {
    id: codeId,
    short_name: input.shortName,
    name: input.name,
    administrator: input.administrator,
    decision_maker: input.decisionMaker,
    reference_prefix: input.referencePrefix,
    reference_digits: input.referenceDigits,
    source_note: input.sourceNote,
  })
  input.stages.forEach((stage, position) => {
    db.insert('stage', {
      id: nextId(),
      code_id: codeId,
      key: stage.key,
      name: stage.name,
      position,
      is_open: stage.isOpen ? 1 : 0,
    })
  })
  return codeId
}

/** The code of that short name, whatever its capitals. */
export function codeIdByShortName({ db }: Pick<CommandContext, 'db'>, shortName: string): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM code WHERE short_name = ? COLLATE NOCASE', shortName)?.id
}
