import fc from 'fast-check'

import type { Usage } from '../../../lib/data/Usage.ts'
import { merged } from '../../../lib/protocols/anthropicMessages/usage.ts'
import { anthropic } from '../../../lib/providers/anthropicMessages.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { messageDelta, messageStart, messageStop } from '../../fixtures/anthropic.ts'

const usageOf = (first: object | null, ...later: ReadonlyArray<object | null>): Usage | undefined =>
  foldBody(
    anthropic,
    [messageStart({ usage: first }), ...later.map((usage) => messageDelta('end_turn', usage)), messageStop()].join('')
  ).message.usage

const whole = { input_tokens: 10, cache_creation_input_tokens: 3, cache_read_input_tokens: 4, output_tokens: 1 }

describe('a side of the usage', () => {
  it.each([
    ['input', { input_tokens: 0, cache_read_input_tokens: 0 }, { inputTokens: 17, cacheReadInputTokens: 4 }],
    ['output', { output_tokens: 0 }, { outputTokens: 1 }]
  ])('says nothing where all its counts are 0: %s', (_side, later, expected) => {
    expect(usageOf(whole, later)).toMatchObject(expected)
  })

  it('replaces its counts where one of them is not 0, also by less', () => {
    const later = { input_tokens: 3, cache_read_input_tokens: 0, cache_creation_input_tokens: 0 }
    expect(usageOf(whole, later)).toMatchObject({ inputTokens: 3, cacheReadInputTokens: 0, outputTokens: 1 })
  })

  it('may be 0 from the beginning', () => {
    expect(usageOf({ input_tokens: 0, output_tokens: 0 })).toMatchObject({ inputTokens: 0, outputTokens: 0 })
  })

  it('counts thinking', () => {
    expect(usageOf(whole, { output_tokens: 50, output_tokens_details: { thinking_tokens: 40 } })).toMatchObject({
      outputTokens: 50,
      reasoningOutputTokens: 40
    })
  })

  it('adds up a compaction and the message, and nothing of another model', () => {
    const iterations = [
      { type: 'compaction', input_tokens: 1000, output_tokens: 80 },
      { type: 'message', input_tokens: 10, output_tokens: 5 },
      { type: 'advisor_message', input_tokens: 7, output_tokens: 7 }
    ]
    expect(usageOf({ input_tokens: 10, output_tokens: 5, iterations })).toMatchObject({
      inputTokens: 1010,
      outputTokens: 85
    })
    expect(usageOf({ input_tokens: 10, output_tokens: 5, iterations: iterations.slice(1) })).toMatchObject({
      inputTokens: 10
    })
  })
})

describe('usage', () => {
  it('counts the cache in, and makes the total that the wire has not', () => {
    expect(usageOf(whole, { output_tokens: 5 })).toEqual({
      inputTokens: 17,
      outputTokens: 5,
      totalTokens: 22,
      cacheReadInputTokens: 4,
      cacheCreationInputTokens: 3,
      raw: { ...whole, output_tokens: 5 }
    })
  })

  it('is a running total: the later value of a field counts, and none is added up', () => {
    const grown = { input_tokens: 13520, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 }
    const searches = { server_tool_use: { web_search_requests: 1 } }
    expect(usageOf({ ...whole, input_tokens: 2049 }, { ...grown, output_tokens: 415, ...searches })).toEqual({
      inputTokens: 13520,
      outputTokens: 415,
      totalTokens: 13935,
      cacheReadInputTokens: 0,
      cacheCreationInputTokens: 0,
      raw: { ...grown, output_tokens: 415, ...searches }
    })
    expect(usageOf(whole, { output_tokens: 5 }, { output_tokens: 5 })).toEqual(usageOf(whole, { output_tokens: 5 }))
  })

  it('null and absent fields erase nothing', () => {
    const nulls = { input_tokens: null, cache_read_input_tokens: null, output_tokens: 5, service_tier: null }
    expect(usageOf({ ...whole, service_tier: 'standard' }, nulls, {}, null)).toEqual({
      ...usageOf(whole, { output_tokens: 5 }),
      raw: { ...whole, output_tokens: 5, service_tier: 'standard' }
    })
  })

  it('may come at the end only, and without the cache', () => {
    expect(usageOf(null, { input_tokens: 2, output_tokens: 3 })).toMatchObject({ inputTokens: 2, totalTokens: 5 })
    expect(usageOf(null, { output_tokens: 3 })).toEqual({ outputTokens: 3, raw: { output_tokens: 3 } })
  })

  it('is absent where none was reported, and what is no count is not counted', () => {
    expect(usageOf(null, null, {})).toBeUndefined()
    expect(usageOf({ input_tokens: '10', output_tokens: -1, cache_read_input_tokens: 1.5 })).toEqual({
      raw: { input_tokens: '10', output_tokens: -1, cache_read_input_tokens: 1.5 }
    })
    const huge = Number.MAX_SAFE_INTEGER
    expect(usageOf({ input_tokens: huge, cache_read_input_tokens: huge })).not.toHaveProperty('inputTokens')
  })

  it("of Bedrock's own counting is taken only where there is no other", () => {
    const metrics = { inputTokenCount: 16, outputTokenCount: 18, cacheReadInputTokenCount: 2, invocationLatency: 1 }
    const end = messageStop({ 'amazon-bedrock-invocationMetrics': metrics })
    const start = (usage: object | null): string => messageStart({ usage })
    expect(foldBody(anthropic, start(null) + end).message.usage).toEqual({
      inputTokens: 18,
      outputTokens: 18,
      totalTokens: 36,
      cacheReadInputTokens: 2,
      raw: metrics
    })
    expect(foldBody(anthropic, start(whole) + end).message.usage?.raw).toEqual(whole)
    const none = messageStop({ 'amazon-bedrock-invocationMetrics': null })
    expect(foldBody(anthropic, start(null) + none).message.usage).toBeUndefined()
  })

  it('law: what is said again changes nothing, and no key of it is anything but a key', () => {
    const said = fc.dictionary(
      fc.constantFrom('input_tokens', 'output_tokens', '__proto__', 'x'),
      fc.oneof(fc.nat(9), fc.constant(null)),
      { noNullPrototype: true }
    )
    fc.assert(
      fc.property(fc.option(said), said, (known, more) => {
        const once = merged(known, more)
        expect(merged(once, more)).toEqual(once)
        expect(Object.getPrototypeOf(once)).toBe(Object.prototype)
        for (const [key, value] of Object.entries(known ?? {})) {
          const later = Object.getOwnPropertyDescriptor(more, key)?.value as unknown
          const isSilent = later === 0 && key.endsWith('_tokens') && value !== null
          expect(Object.getOwnPropertyDescriptor(once, key)?.value).toBe(isSilent ? value : (later ?? value))
        }
      })
    )
  })
})
