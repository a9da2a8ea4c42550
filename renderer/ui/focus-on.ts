/** Moves the focus to the part of the screen that says it takes it; tells whether there is one. */
export function focusOn(part: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-takes-focus="${part}"]`)
  element?.focus()
  return element !== null
}

/** To the first of these parts that is there, once what has just changed is drawn. */
export function focusOnceDrawn(...parts: string[]): void {
  requestAnimationFrame(() => requestAnimationFrame(() => parts.some((part) => focusOn(part))))
}
