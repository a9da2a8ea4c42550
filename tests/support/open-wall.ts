import type { Page } from 'playwright-core'
import type { TestWindow } from './test-window.ts'

/** The room's screen, in a window beside the secretary's. */
export async function openWall({ context, page }: Pick<TestWindow, 'context' | 'page'>): Promise<Page> {
  const address = new URL(page.url())
  address.hash = ''
  address.searchParams.set('view', 'room')
  const wall = await context.newPage()
  await wall.goto(address.href)
  return wall
}
