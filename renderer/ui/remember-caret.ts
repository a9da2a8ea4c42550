/**
 * Remembers where one writes, and returns what puts the caret there again. A dialog that closes gives the focus back,
 * but Chromium leaves the caret behind: the field looks focused and takes no letter.
 */
export function rememberCaret(): () => void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => undefined
  const { selectionStart, selectionEnd, selectionDirection } = field
  return () => {
    if (!field.isConnected) return
    field.focus({ preventScroll: true })
    // Null in a field that has no caret, such as a date.
    if (selectionStart !== null)
      field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined)
  }
}
