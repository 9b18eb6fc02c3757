import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { chunk, DONE, finish } from '../../fixtures/chat.ts'

describe('usage', () => {
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
  const usageOf = (...events: ReadonlyArray<string>): object | undefined =>
    foldBody(openAICompatible, [...events, finish('stop'), DONE].join('')).message.usage

  it('comes on any chunk, last one wins, and never twice', () => {
    const expected = { inputTokens: 10, outputTokens: 5, totalTokens: 15, raw: usage }
    expect(usageOf(chunk({ choices: [], usage }))).toEqual(expected)
    expect(usageOf(chunk({ usage, choices: [{ delta: {} }] }), chunk({ choices: [], usage }))).toEqual(expected)
    expect(usageOf(chunk({ choices: [], usage }), chunk({ usage: null }))).toEqual(expected)
    expect(usageOf(chunk({ x_groq: { usage } }))).toEqual(expected)
    expect(usageOf(chunk({ choices: [{ delta: {}, usage }] }))).toEqual(expected)
    expect(usageOf(chunk({ id: '', choices: null, usage }))).toEqual(expected)
    expect(usageOf(chunk({ usage: { prompt_tokens: 10, completion_tokens: 1 } }), chunk({ usage }))).toEqual(expected)
  })

  it('is absent where it was not reported', () => {
    expect(usageOf(chunk({ usage: null }), chunk({ usage: {} }))).toBeUndefined()
  })

  it('includes reasoning in the output, where the total shows that it was counted apart', () => {
    const apart = { ...usage, total_tokens: 22, completion_tokens_details: { reasoning_tokens: 7 } }
    expect(usageOf(chunk({ usage: apart }))).toMatchObject({
      outputTokens: 12,
      totalTokens: 22,
      reasoningOutputTokens: 7
    })
    const within = { ...usage, completion_tokens_details: { reasoning_tokens: 3 } }
    expect(usageOf(chunk({ usage: within }))).toMatchObject({
      outputTokens: 5,
      totalTokens: 15,
      reasoningOutputTokens: 3
    })
  })

  it('takes details under the names of the Responses, an estimated cost, and no total of 0 beside counts', () => {
    const other = {
      prompt_tokens: 0,
      completion_tokens: 0,
      total_tokens: 0,
      input_tokens: 10,
      output_tokens: 5,
      input_tokens_details: { cached_tokens: 4 },
      output_tokens_details: { reasoning_tokens: 2 },
      estimated_cost: 0.5
    }
    expect(usageOf(chunk({ usage: other }))).toMatchObject({
      inputTokens: 10,
      cacheReadInputTokens: 4,
      outputTokens: 5,
      reasoningOutputTokens: 2,
      totalTokens: 15,
      cost: 0.5
    })
  })

  it('takes cache and cost under their several names', () => {
    expect(
      usageOf(
        chunk({ usage: { ...usage, cost: 0.5, prompt_tokens_details: { cached_tokens: 4, cache_write_tokens: 2 } } })
      )
    ).toMatchObject({ cacheReadInputTokens: 4, cacheCreationInputTokens: 2, cost: 0.5 })
    expect(usageOf(chunk({ usage: { prompt_cache_hit_tokens: 4, cache_creation_input_tokens: 2 } }))).toMatchObject({
      cacheReadInputTokens: 4,
      cacheCreationInputTokens: 2
    })
    expect(
      usageOf(chunk({ usage: { cached_tokens: 4, reasoning_tokens: 2, prompt_tokens_details: null } }))
    ).toMatchObject({
      cacheReadInputTokens: 4,
      reasoningOutputTokens: 2
    })
    expect(usageOf(chunk({ usage: { cost: { request_cost: 0.4, total_cost: 0.5 } } }))).toMatchObject({ cost: 0.5 })
  })

  it.each([
    [
      { input_tokens: 10, output_tokens: 5 },
      { inputTokens: 10, outputTokens: 5, totalTokens: 15 }
    ],
    [
      { prompt_tokens: 0, completion_tokens: 0, input_tokens: 10, output_tokens: 5 },
      { inputTokens: 10, outputTokens: 5 }
    ],
    [
      { ...usage, cache_read_input_tokens: 4, prompt_tokens_details: { cached_tokens: 0 } },
      { cacheReadInputTokens: 4 }
    ],
    [{ ...usage, prompt_tokens_details: { cache_creation_input_tokens: 4 } }, { cacheCreationInputTokens: 4 }],
    [{ ...usage, cost_in_usd_ticks: 12345000 }, { cost: 0.0012345 }],
    [
      { ...usage, total_tokens: 90, prompt_tokens_details: { audio_tokens: 75 } },
      { inputTokens: 85, outputTokens: 5 }
    ],
    [
      { ...usage, total_tokens: 90, cache_read_input_tokens: 75 },
      { inputTokens: 85, outputTokens: 5 }
    ],
    [
      { ...usage, total_tokens: 90 },
      { inputTokens: 10, outputTokens: 80 }
    ],
    [
      { ...usage, total_tokens: 12 },
      { inputTokens: 10, outputTokens: 5, totalTokens: 12 }
    ]
  ])('%j is read', (said, expected) => {
    expect(usageOf(chunk({ usage: said }))).toMatchObject(expected)
  })

  it('a side of which all counts are 0 or null takes nothing back', () => {
    const later = {
      prompt_tokens: 0,
      completion_tokens: 7,
      prompt_tokens_details: { cached_tokens: 0 },
      total_tokens: null
    }
    expect(usageOf(chunk({ usage }), chunk({ usage: later }))).toMatchObject({
      inputTokens: 10,
      outputTokens: 7,
      totalTokens: 17
    })
    const none = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }
    expect(usageOf(chunk({ usage }), chunk({ usage: none }))).toMatchObject({ inputTokens: 10, outputTokens: 5 })
    expect(usageOf(chunk({ usage: none }))).toEqual({ inputTokens: 0, outputTokens: 0, totalTokens: 0, raw: none })
    expect(usageOf(chunk({ usage: none }), chunk({ usage }))).toMatchObject({ inputTokens: 10, outputTokens: 5 })
  })

  it('counts that are no counts were not reported, and spoil nothing', () => {
    const odd = { prompt_tokens: -1, completion_tokens: '12', total_tokens: 1e308, cost: 'free' }
    expect(usageOf(chunk({ choices: [{ delta: { content: 'hi' } }], usage: odd }))).toEqual({ raw: odd })
    for (const cost of [null, [], {}, { total_cost: '0.5' }, { total_cost: -1 }])
      expect(usageOf(chunk({ usage: { cost } }))).toEqual({ raw: { cost } })
  })
})
