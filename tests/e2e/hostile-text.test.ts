import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'

const payloads = [
  '<script>window.hit = true</script>',
  '<img src=x onerror="window.hit = true">',
  '<svg/onload=window.hit=true>',
  '"><iframe srcdoc="<script>parent.hit = true</script>"></iframe>',
  'javascript:window.hit=true',
  '{{constructor.constructor("window.hit = true")()}}',
  '\u202Egnp.exe \u0645\u0631\u062D\u0628\u0627 \u{1F5F3}\uFE0F',
]

/** Text is data: whatever stands in the book is shown as it was typed, and nothing of it runs. */
describe('text that would like to be more than text', () => {
  let window: TestWindow
  let page: Page
  let meetingId = ''
  let itemId = ''
  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  })
  afterAll(() => window.close())

  it('goes into every place that takes text', async () => {
    const all = payloads.join(' ')
    const { meetings } = await callIn(page, 'meeting.list', {})
    meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
    const bodyId = meetings.find(({ number }) => number === '199')?.body.id ?? ''
    const { codes } = await callIn(page, 'code.list', {})
    const added = await callIn(page, 'proposal.add', {
      codeId: codes.find(({ shortName }) => shortName === 'UNC')?.id ?? '',
      reference: '0699',
      title: payloads.slice(0, 4).join(' '),
      shortTitle: payloads[1] ?? '',
      summary: all,
      proposer: payloads[2] ?? '',
      link: payloads[4] ?? '',
      aliases: { references: [], titles: payloads },
    })
    const person = await callIn(page, 'person.add', {
      name: payloads[1] ?? '',
      initials: 'XSS',
      organisation: payloads[0] ?? '',
    })
    ;({ itemId } = await callIn(page, 'agenda.add', {
      meetingId,
      title: payloads[0] ?? '',
      presenter: payloads[1] ?? '',
      proposalId: added.id,
      isLate: true,
      lateAcceptance: payloads[2] ?? '',
    }))
    await callIn(page, 'attendance.record', {
      meetingId,
      personId: person.id,
      presence: 'expected',
      capacity: 'invitee',
    })
    await callIn(page, 'agenda.add-paper', { itemId, title: payloads[3] ?? '' })
    await callIn(page, 'note.write', { itemId, text: payloads.join('\n\n') })
    await callIn(page, 'action.add', {
      bodyId,
      itemId,
      text: payloads.slice(0, 6).join(' '),
      owners: [payloads[1] ?? ''],
    })
    expect(added.title).toContain('<script>')
  })

  it.each(['meeting', 'register', 'proposal', 'actions', 'bodies', 'history'])(
    'is shown as typed on the screen %s, and runs nowhere',
    async (screen) => {
      const { proposals } = await callIn(page, 'proposal.resolve', { reference: '0699' })
      const address: Record<string, string> = {
        meeting: `#/meetings/${meetingId}/${itemId}`,
        proposal: `#/register/${proposals[0]?.id ?? ''}`,
      }
      await page.evaluate((to) => (location.hash = to), address[screen] ?? `#/${screen}`)
      if (screen === 'bodies') {
        await page.getByText('everybody in the book').click()
        await page.getByText('XSS').first().waitFor()
      } else if (screen === 'history') await page.getByText('0699').first().waitFor()
      else if (screen !== 'register')
        await page
          .getByText(payloads[0] ?? '')
          .first()
          .waitFor()
      else
        await page
          .getByText(payloads[1] ?? '')
          .first()
          .waitFor()
      const found = await page.evaluate(() => ({
        hit: Object.hasOwn(window, 'hit'),
        scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin)).length,
        frames: document.querySelectorAll('iframe, object, embed').length,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
        links: [...document.links].filter(({ protocol }) => protocol === 'javascript:').length,
      }))
      expect(found).toEqual({ hit: false, scripts: 0, frames: 0, handlers: 0, links: 0 })
      expect(window.faults).toEqual([])
    },
  )
})
