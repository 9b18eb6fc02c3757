import fc from 'fast-check'

import type { ResponsesState } from '../../../lib/protocols/openAIResponses/state.ts'
import { ResponsesChunk } from '../../../lib/protocols/openAIResponses/wire/events.ts'
import { ResponsesItem } from '../../../lib/protocols/openAIResponses/wire/item.ts'
import { ResponsesResponse } from '../../../lib/protocols/openAIResponses/wire/snapshot.ts'
import { opened } from '../../../lib/protocols/Provider.ts'
import { openAIResponses, xaiResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { fromCodec } from '../../arbitraries/fromCodec.ts'
import { everyKind } from '../../fixtures/responses.ts'
import { machineLaws } from '../../laws/machine.ts'

const decoded = (json: unknown): ResponsesChunk => {
  const chunk = ResponsesChunk.decode(json)
  return chunk._tag === 'Right' ? chunk.right : {}
}

const eventOf = (json: unknown): string => `data: ${JSON.stringify(json)}\n\n`

describe.each([openAIResponses, xaiResponses])('$name', (provider) => {
  const { machine } = opened(provider)
  const names = ['output_text', 'refusal', 'reasoning_summary_text', 'reasoning_text', 'function_call_arguments']
  const types = [
    ...names.flatMap((name) => [`response.${name}.delta`, `response.${name}.done`]),
    'response.output_item.added',
    'response.output_item.done',
    'response.content_part.done',
    'response.reasoning_summary_part.done',
    'response.output_text.annotation.added',
    'response.in_progress',
    'response.incomplete',
    'response.completed'
  ]
  const kinds = fc.constantFrom(...everyKind.map(({ type }) => type))
  const index = fc.option(fc.nat(2), { nil: undefined })
  const item = fc.oneof(
    fc.constantFrom(...everyKind),
    fc.tuple(fromCodec(ResponsesItem), kinds).map(([one, type]): object => ({ ...one, type }))
  )
  const output = fc.array(item, { maxLength: 3 })
  const events = fc
    .tuple(fromCodec(ResponsesChunk), fc.constantFrom(...types), index, index, fc.string(), item, output)
    .map(([chunk, type, output_index, content_index, delta, one, all]) => {
      const response = { output: all }
      return { ...chunk, type, output_index, content_index, delta, text: delta, arguments: delta, item: one, response }
    })
  const bodiesOf = (maxLength: number): fc.Arbitrary<Uint8Array> =>
    fc.array(events, { maxLength }).map((chunks) => new TextEncoder().encode(chunks.map(eventOf).join('')))

  it('law: whatever order its events come in, they fold without a failure of ours', () => {
    fc.assert(
      fc.property(bodiesOf(8), (body) => {
        const { failures, message } = foldBody(provider, body)
        const theirs = ['ProviderFailure', 'NoEvents', 'EndedEarly']
        expect(failures.filter(({ _tag }) => !theirs.includes(_tag))).toEqual([])
        const keys = message.choices.flatMap(({ parts }) => parts.map(({ key }) => key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 }
    )
  })

  it('law: a response that is over adds nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 6 }), output, (chunks, all) => {
        const before = chunks.filter(({ type }) => type !== 'response.completed' && type !== 'response.incomplete')
        const last = { type: 'response.completed', response: { output: all } }
        const step = (state: ResponsesState, chunk: object): [ResponsesState, number] => {
          let texts = 0
          const next = machine.step(state, decoded(chunk), (delta) => {
            if (delta._tag !== 'FinishDelta') texts += 1
          })
          return [next, texts]
        }
        const soFar = before.reduce((state, chunk) => step(state, chunk)[0], machine.initial)
        const [once] = step(soFar, last)
        expect(step(once, last)[1]).toBe(0)
      }),
      { numRuns: 500 }
    )
  })

  it('law: a JSON body of any items folds', () => {
    fc.assert(
      fc.property(fromCodec(ResponsesResponse), output, (response, all) => {
        const { failures, _tag } = foldBody(provider, JSON.stringify({ ...response, status: 'completed', output: all }))
        expect(failures.every((failure) => failure._tag === 'ProviderFailure')).toBe(true)
        expect(_tag).toBe(failures.length === 0 ? 'Complete' : 'Failed')
      }),
      { numRuns: 500 }
    )
  })

  // What is in items is cut in the spec of the machine; here the order of events is what varies.
  const short = fc
    .array(
      fc.record({
        type: fc.constantFrom(...types.slice(0, 10)),
        output_index: index,
        delta: fc.string({ maxLength: 4 })
      }),
      { maxLength: 3 }
    )
    .map((chunks) => new TextEncoder().encode(chunks.map(eventOf).join('')))
  machineLaws(foldMachine(provider), short, { numRuns: 20, said: (states) => '.'.repeat(states.length) })
})
