import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import { isFailed } from '../../lib/codec/isFailed.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { accumulateToolCallsMachine } from '../../lib/reading/accumulateToolCallsMachine.ts'
import type { PartialArgumentsOptions } from '../../lib/reading/partialArgumentsMachine.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import type { StandardSchema } from '../../lib/tools/schema.ts'
import type { TypedArguments } from '../../lib/tools/typedArgumentsMachine.ts'
import { typedArgumentsMachine } from '../../lib/tools/typedArgumentsMachine.ts'
import { call, calls, stream } from '../fixtures/chat.ts'
import { resultsOf } from '../fixtures/results.ts'

/** A schema of any other library: it accepts objects with a city. */
const City: StandardSchema<{ readonly city: string }> = {
  '~standard': {
    version: 1,
    validate: (value) =>
      typeof value === 'object' && value !== null && 'city' in value && typeof value.city === 'string'
        ? { value: { city: value.city } }
        : { issues: [{ message: 'a city', path: ['city'] }] }
  }
}

const schemas = { add: t.type({ a: t.number, b: t.number }), weather: City }

const typedIn = (body: string, options?: PartialArgumentsOptions): ReadonlyArray<TypedArguments<typeof schemas>> =>
  runMachine(typedArgumentsMachine(schemas, options))(resultsOf(body)).flatMap((one) =>
    E.isRight(one) ? [one.right] : []
  )

const whole = (name: string, text: string): string => stream(calls(call(0, 'a', name, text)))

describe('typedArgumentsMachine', () => {
  it('emits unfinished values while a call is open, and the decoded one when it is closed', () => {
    const body = stream(calls(call(0, 'a', 'add', '{"a":2,')), calls(call(0, undefined, undefined, '"b":3}')))
    expect(typedIn(body).map(({ _tag, ...one }) => [_tag, 'value' in one ? one.value : undefined])).toEqual([
      ['UnfinishedArguments', { a: 2 }],
      ['UnfinishedArguments', { a: 2, b: 3 }],
      ['WholeArguments', E.right({ a: 2, b: 3 })]
    ])
  })

  it.each([
    ['add', '{"a":2,"b":3}'],
    ['add', '{"a":2}'],
    ['add', '[]'],
    ['add', ''],
    ['add', '{"a":2,}'],
    ['weather', '{"city":"Rome"}'],
    ['weather', '{"city":1}']
  ] as const)('law: a closed call of %s with %j has the value of decodeArguments', (name, text) => {
    const last = typedIn(whole(name, text)).at(-1)
    const closed = runMachine(accumulateToolCallsMachine())(resultsOf(whole(name, text)))
      .flatMap((one) => (isFailed(one) ? [] : one.right))
      .at(-1)
    expect(closed?.state).toBe('Closed')
    if (closed?.state !== 'Closed') return
    const schema: t.Decoder<unknown, unknown> | StandardSchema<unknown> = schemas[name]
    expect(last).toMatchObject({ _tag: 'WholeArguments', name, complete: true })
    expect(last?._tag === 'WholeArguments' && last.value).toEqual(decodeArguments(schema)(closed))
  })

  it('a call that was cut short is never whole', () => {
    const tags = typedIn(calls(call(0, 'a', 'add', '{"a":2,"b":3}'))).map((one) => [one._tag, one.call.state])
    expect(tags).toEqual([
      ['UnfinishedArguments', 'Open'],
      ['UnfinishedArguments', 'Truncated']
    ])
  })

  it('reports a closed call of another tool, and nothing of it before: its name may still grow', () => {
    expect(typedIn(whole('constructor', '{}'))).toMatchObject([
      {
        _tag: 'UnknownTool',
        message: 'there is no such tool; the tools are add, weather',
        call: { name: 'constructor' }
      }
    ])
  })

  it('decodes raw numbers as their digits', () => {
    const last = typedIn(whole('add', '{"a":2,"b":3}'), { numbers: 'raw' }).at(-1)
    expect(last?._tag === 'WholeArguments' && E.isLeft(last.value) && last.value.left.message).toBe(
      'a: expected number; b: expected number'
    )
  })
})
