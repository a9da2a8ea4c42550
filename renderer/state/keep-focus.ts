import { focusOn } from '../ui/focus-on.ts'

/**
 * What has the focus may go from the screen: an undo takes a vote back, the next item has another note. Then the focus
 * goes to what has its part now, and where there is nothing of the kind, to the row of the item in the agenda; without
 * this it would be nowhere, and a screen reader with it. One watcher for the whole window.
 */
export function startKeepingFocus(): void {
  let last: { element: Element; part: string } | null = null
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    const part = target.closest('[data-takes-focus]')?.getAttribute('data-takes-focus') ?? 'agenda'
    last = { element: target, part }
  })
  new MutationObserver(() => {
    if (last === null || last.element.isConnected) return
    const { part } = last
    last = null
    // Whoever took it away may put the focus somewhere themselves: that goes first.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) void (focusOn(part) || focusOn('agenda'))
    })
  }).observe(document.body, { childList: true, subtree: true })
}
