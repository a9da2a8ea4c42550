/** The words of a kind of question as they are put on an item: `{proposal}` stands for the item's name. */
export function questionText(kind: { text: string }, itemName: string): string {
  return kind.text.replaceAll('{proposal}', () => itemName)
}
