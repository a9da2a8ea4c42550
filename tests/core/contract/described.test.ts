import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calls } from '../../../core/contract/calls.ts'
import type { CallDefinition } from '../../../core/contract/define.ts'

interface Schema {
  description?: string
  properties?: Record<string, Schema>
  additionalProperties?: unknown
  items?: Schema
  anyOf?: Schema[]
}

/** Paths of the input fields that say nothing about themselves. */
function undescribed(schema: Schema, path: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const here = `${path}.${name}`
    const inner = [field, ...(field.anyOf ?? [])].flatMap((part) => [
      ...undescribed(part, here),
      ...undescribed(part.items ?? {}, here),
    ])
    return field.description === undefined ? [here, ...inner] : inner
  })
}

describe('the contract', () => {
  const entries = Object.entries(calls) as [string, CallDefinition][]

  it.each(entries)('%s is described, strict and named noun.verb', (name, call) => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
    expect(call.description).toMatch(/^[A-Z].*\.$/)
    const schema = z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' }) as Schema
    expect(schema.additionalProperties, 'an extra key must be refused').toBe(false)
    expect(undescribed(schema, name)).toEqual([])
  })

  it('names the topics of every command and query, so that windows know when to read again', () => {
    const without = entries.filter(
      ([, call]) => (call.kind === 'command' || call.kind === 'query') && call.topics.length === 0,
    )
    expect(without.map(([name]) => name)).toEqual([])
  })
})
