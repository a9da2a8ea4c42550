/**
 * Items of the agenda that are selected beside the one that is looked at. Plain arrows and clicks select nothing more:
 * an act is for the item that is looked at then.
 */
export interface Selection {
  ids: ReadonlySet<string>
  /** From where Shift draws a range. */
  anchorId: string | null
  /** The item that was looked at when it was made; once another one is, it does not hold any more. */
  at: string | null
}

export const noSelection: Selection = { ids: new Set(), anchorId: null, at: null }

/** The selection as far as it holds: an item that has gone, or a step to another one, is not in it. */
export function heldSelection(
  selection: Selection,
  order: readonly string[],
  shownId: string | null,
): Selection {
  if (selection.at !== shownId || shownId === null) return noSelection
  const ids = new Set(order.filter((id) => selection.ids.has(id)))
  return ids.size === 0 ? noSelection : { ...selection, ids }
}

/** What an act is for, in the order of the agenda: what is selected, or else the item that is looked at. */
export function targetsOf(selection: Selection, order: readonly string[], shownId: string | null): string[] {
  if (selection.ids.size > 0) return order.filter((id) => selection.ids.has(id))
  return order.filter((id) => id === shownId)
}

/** Shift: everything from the anchor to that item. */
export function rangeTo(
  selection: Selection,
  order: readonly string[],
  shownId: string | null,
  toId: string,
): Selection {
  const anchorId = selection.anchorId ?? shownId ?? toId
  const [from, to] = [order.indexOf(anchorId), order.indexOf(toId)].toSorted((left, right) => left - right)
  return { ids: new Set(order.slice(Math.max(0, from ?? 0), (to ?? 0) + 1)), anchorId, at: toId }
}

/** Ctrl with a click, or the space bar: that item in or out, the others as they are. */
export function toggled(selection: Selection, shownId: string | null, id: string): Selection {
  const ids = new Set(selection.ids)
  // What was looked at was selected without being said so.
  if (ids.size === 0 && shownId !== null && shownId !== id) ids.add(shownId)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchorId: id, at: id }
}

/** Ctrl with an arrow: looks at another item and keeps what is selected. */
export function lookedOn(selection: Selection, shownId: string | null, toId: string): Selection {
  const ids = selection.ids.size > 0 || shownId === null ? selection.ids : new Set([shownId])
  return { ids, anchorId: selection.anchorId ?? shownId, at: toId }
}

/** The whole agenda. */
export function everything(order: readonly string[], shownId: string | null): Selection {
  return { ids: new Set(order), anchorId: order[0] ?? null, at: shownId }
}
