import { PanelbookError, type FieldProblem } from '../contract/errors.ts'

/**
 * Names the input's field at fault in a refusal that does not name one itself; one that it does name is named where it
 * stands in the input.
 * @param where where the field stands: "cells.2.", or nothing
 */
export function namingField<T>(where: string, field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof PanelbookError)) throw error
    const { code, message, safe, remedy } = error
    const fields = error.fields ?? [{ field, problem: message }]
    throw new PanelbookError(code, message, {
      ...(safe === undefined ? {} : { safe }),
      ...(remedy === undefined ? {} : { remedy }),
      fields: fields.map((each) => standing(where, each)),
      cause: error,
    })
  }
}

function standing(where: string, { field, problem }: FieldProblem): FieldProblem {
  return { field: field.startsWith(where) ? field : `${where}${field}`, problem }
}
