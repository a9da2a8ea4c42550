/**
 * All of a list in a new order, after one of those that are shown of it was moved among them: what is not shown,
 * such as past seats, keeps its place beside the rest.
 * @param all the ids of the whole list, in order
 * @param shown the ids among which it is moved, in order
 * @param from its place among those shown
 * @param to its new place among them
 */
export function reordered(
  all: readonly string[],
  shown: readonly string[],
  from: number,
  to: number,
): string[] {
  const [id, neighbour] = [shown[from], shown[to]]
  if (id === undefined || neighbour === undefined || from === to) return [...all]
  const rest = all.filter((other) => other !== id)
  return rest.toSpliced(rest.indexOf(neighbour) + (to > from ? 1 : 0), 0, id)
}
