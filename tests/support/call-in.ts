import type { Page } from 'playwright-core'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { CallAnswer } from '../../core/contract/envelope.ts'

/** Makes a call of the contract as the page itself would, past its screens: for a test to look behind them. */
export async function callIn<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const answer = (await page.evaluate(
    async ([calledName, calledInput]) => {
      const bridge = (window as { panelbook?: { call(request: unknown): Promise<unknown> } }).panelbook
      const request = { name: calledName, input: calledInput, requestId: crypto.randomUUID() }
      if (bridge !== undefined) return bridge.call(request)
      const response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return response.json() as Promise<unknown>
    },
    [name, input] as const,
  )) as CallAnswer<CallOutput<Name>>
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
  return answer.value
}
