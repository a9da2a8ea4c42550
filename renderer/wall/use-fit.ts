import { useLayoutEffect, useRef, type RefObject } from 'react'

/** What is tried, from the usual size down, until all of it can be seen. */
const sizes = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45, 0.38]
const mostLines = 3

/**
 * The largest sizes at which a part of the room's screen shows the whole of what it holds: nothing scrolls there, and a
 * heading is read in three lines or not at all. They are found again after every change, and with the size of the screen.
 */
export function useFit<Part extends HTMLElement>(): RefObject<Part | null> {
  const part = useRef<Part>(null)
  useLayoutEffect(() => {
    const element = part.current
    if (element === null) return undefined
    const fit = () => {
      // The headings by themselves first: a long title takes no size from the result below it.
      element.style.setProperty('--fit', '1')
      const headings = [...element.querySelectorAll<HTMLElement>('h1, h2')]
      for (const heading of headings) largest(heading, '--heading', () => linesOf(heading) <= mostLines)
      largest(element, '--fit', () => showsAll(element))
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    // Measured with other letters it would fit another size.
    void document.fonts.ready.then(fit)
    return () => observer.disconnect()
  })
  return part
}

function largest(element: HTMLElement, name: '--heading' | '--fit', isRight: () => boolean): void {
  for (const size of sizes) {
    element.style.setProperty(name, String(size))
    if (isRight()) return
  }
}

function showsAll(element: HTMLElement): boolean {
  return element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1
}

function linesOf(heading: HTMLElement): number {
  return Math.round(heading.clientHeight / Number.parseFloat(getComputedStyle(heading).lineHeight))
}
