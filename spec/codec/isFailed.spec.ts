import type { OperatorFunction } from 'rxjs'
import { from, lastValueFrom, toArray } from 'rxjs'

import { isFailed } from '../../lib/codec/isFailed.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import { left, right } from '../../lib/data/Result.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { accumulateToolCalls } from '../../lib/operators/accumulateToolCalls.ts'
import { closedToolCalls } from '../../lib/operators/closedToolCalls.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { collectUsage } from '../../lib/operators/collectUsage.ts'
import { contentTimeout } from '../../lib/operators/contentTimeout.ts'
import { decodeChunk } from '../../lib/operators/decodeChunk.ts'
import { extractReasoning } from '../../lib/operators/extractReasoning.ts'
import { logprobs } from '../../lib/operators/logprobs.ts'
import { orThrow } from '../../lib/operators/orThrow.ts'
import { rights } from '../../lib/operators/rights.ts'
import { tapLefts } from '../../lib/operators/tapLefts.ts'
import { textFragments } from '../../lib/operators/textFragments.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'

const operators: Readonly<Record<string, OperatorFunction<never, unknown>>> = {
  accumulateMessage: accumulateMessage(),
  accumulateToolCalls: accumulateToolCalls(),
  closedToolCalls: closedToolCalls(),
  collectMessage: collectMessage(),
  collectUsage: collectUsage(),
  contentTimeout: contentTimeout(1000),
  decodeChunk: decodeChunk(openRouter),
  extractReasoning: extractReasoning(),
  logprobs: logprobs(),
  orThrow: orThrow(),
  rights: rights(),
  tapLefts: tapLefts(() => undefined),
  textFragments: textFragments()
}

describe('isFailed', () => {
  it('is whether a result is a Left', () => {
    expect([isFailed(left(noEvents({ atByte: 0, atEvent: 0 }))), isFailed(right(1))]).toEqual([true, false])
  })

  it.each([
    ['Undefined', undefined],
    ['Null', null],
    ['String', 'data'],
    ['Object', { data: '{}', event: '' }],
    ['Response', new Response('')]
  ])('is a TypeError of every operator over results for %s, and no failure of the answer', async (name, given) => {
    const mistake = new TypeError(`a result must be a Left or a Right, not ${name}`)
    for (const operator of Object.values(operators)) {
      await expect(
        lastValueFrom(from<ReadonlyArray<never>>([given as never]).pipe(operator, toArray()))
      ).rejects.toEqual(mistake)
    }
    const all = from<ReadonlyArray<never>>([given as never]).pipe(decodeChunk(openRouter), collectMessage())
    await expect(lastValueFrom(all)).rejects.toEqual(mistake)
  })

  it.each([
    ['Undefined', {}],
    ['Object', { data: {} }]
  ])('an event whose data is %s is a TypeError', async (name, frame) => {
    const all = from<ReadonlyArray<never>>([right(frame) as never]).pipe(decodeChunk(openRouter), collectMessage())
    await expect(lastValueFrom(all)).rejects.toEqual(
      new TypeError(`the data of an event must be a string, not ${name}`)
    )
  })
})
