import { vertex } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { chunk, stream } from '../../fixtures/google.ts'

describe('usage', () => {
  const usageOf = (...said: ReadonlyArray<object | null>): object | undefined =>
    foldBody(vertex, stream(...said.map((usageMetadata) => chunk({ usageMetadata })))).message.usage

  const usage = { promptTokenCount: 10, candidatesTokenCount: 5, thoughtsTokenCount: 7, totalTokenCount: 22 }

  it('is a running total on every chunk, in which output includes thoughts', () => {
    const expected = { inputTokens: 10, outputTokens: 12, totalTokens: 22, reasoningOutputTokens: 7, raw: usage }
    expect(usageOf({ ...usage, candidatesTokenCount: 1, totalTokenCount: 18 }, usage)).toEqual(expected)
    expect(usageOf(usage, usage)).toEqual(expected)
  })

  it('is merged count by count, also where the last chunk says almost nothing', () => {
    const trafficType = 'ON_DEMAND'
    expect(usageOf({ trafficType }, usage, null, { trafficType, promptTokenCount: null })).toEqual({
      inputTokens: 10,
      outputTokens: 12,
      totalTokens: 22,
      reasoningOutputTokens: 7,
      raw: { ...usage, trafficType }
    })
    const { candidatesTokenCount, ...thinking } = usage
    expect(usageOf(thinking, { candidatesTokenCount, totalTokenCount: 22 })).toMatchObject({
      outputTokens: 12,
      totalTokens: 22
    })
  })

  it('leaves nothing over of an earlier chunk where the counts of a later one make up its total', () => {
    const later = { promptTokenCount: 87, thoughtsTokenCount: 78, totalTokenCount: 165 }
    expect(usageOf(usage, later)).toMatchObject({ inputTokens: 87, outputTokens: 78, reasoningOutputTokens: 78 })
  })

  it.each([
    ['zeros last', [usage, { promptTokenCount: 0, candidatesTokenCount: 0, totalTokenCount: 0 }], 10, 12, 22],
    ['zeros first', [{ promptTokenCount: 0, candidatesTokenCount: 0, totalTokenCount: 0 }, usage], 10, 12, 22],
    ['a 0 for the input', [usage, { promptTokenCount: 0, candidatesTokenCount: 9, totalTokenCount: 9 }], 10, 9, 19],
    ['output alone, without a total', [usage, { candidatesTokenCount: 9 }], 10, 16, 26],
    ['a lower output', [usage, { ...usage, candidatesTokenCount: 3, totalTokenCount: 20 }], 10, 10, 20]
  ])('is not erased by a side that says nothing: %s', (_name, said, inputTokens, outputTokens, totalTokens) => {
    expect(usageOf(...said)).toMatchObject({ inputTokens, outputTokens, totalTokens })
  })

  it('is output where the total has more than all counts', () => {
    expect(usageOf({ promptTokenCount: 41, candidatesTokenCount: 5, totalTokenCount: 389 })).toMatchObject({
      inputTokens: 41,
      outputTokens: 348,
      totalTokens: 389
    })
    const reported = usageOf({ promptTokenCount: 9, totalTokenCount: 9 })
    expect(reported).toMatchObject({ inputTokens: 9, totalTokens: 9 })
    expect(reported).not.toHaveProperty('outputTokens')
  })

  it('follows the total where that says that the results of tools are within the prompt', () => {
    const within = { promptTokenCount: 10, toolUsePromptTokenCount: 4, candidatesTokenCount: 5, totalTokenCount: 15 }
    expect(usageOf(within)).toMatchObject({ inputTokens: 10, outputTokens: 5 })
  })

  it('is absent where nothing was counted', () => {
    expect(usageOf({ trafficType: 'ON_DEMAND' }, {}, null)).toBeUndefined()
  })

  it('counts what tools brought as input, and the cache as part of it', () => {
    expect(
      usageOf({ promptTokenCount: 10, toolUsePromptTokenCount: 4, cachedContentTokenCount: 6, candidatesTokenCount: 1 })
    ).toMatchObject({ inputTokens: 14, outputTokens: 1, totalTokens: 15, cacheReadInputTokens: 6 })
  })

  it('follows the total where that says that thoughts are within', () => {
    expect(usageOf({ ...usage, totalTokenCount: 15 })).toMatchObject({ outputTokens: 5, totalTokens: 15 })
  })

  it('counts that are no counts were not reported, and spoil nothing', () => {
    expect(usageOf(usage, { promptTokenCount: -1, totalTokenCount: '22', candidatesTokenCount: 1e308 })).toMatchObject({
      inputTokens: 10,
      outputTokens: 12,
      totalTokens: 22
    })
  })
})
