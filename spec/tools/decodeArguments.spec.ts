import { either as E } from 'fp-ts'
import * as t from 'io-ts'

import type { ClosedToolCall } from '../../lib/data/parts/ToolCall.ts'
import { decodeArguments } from '../../lib/tools/decodeArguments.ts'
import type { StandardSchema } from '../../lib/tools/schema.ts'
import { toolSet } from '../../lib/tools/toolSet.ts'

const callOf = (raw: string, name = 'add'): ClosedToolCall => ({
  _tag: 'ToolCall',
  state: 'Closed',
  key: 0,
  id: 'x',
  name,
  arguments: raw
})

const Add = t.type({ a: t.number, b: t.number })

/** What a schema library gives: numbers under `a`, doubled. */
const standard: StandardSchema<{ readonly doubled: number }> = {
  '~standard': {
    version: 1,
    validate: (value) => {
      const a = (value as { readonly a?: unknown }).a
      return typeof a === 'number'
        ? { value: { doubled: 2 * a } }
        : { issues: [{ message: 'a number', path: ['a', { key: 0 }] }, { message: 'something else' }] }
    }
  }
}

describe('decodeArguments', () => {
  it('reads what the codec describes', () => {
    expect(decodeArguments(Add)(callOf('{"a": 2, "b": 3}'))).toEqual(E.right({ a: 2, b: 3 }))
  })

  it.each(['', ' ', '\n'])('reads %j as no arguments', (raw) => {
    expect(decodeArguments(t.type({}))(callOf(raw))).toEqual(E.right({}))
  })

  it.each(['{"a":', '{"a": "App\\Http"}', 'a', '['.repeat(200) + ']'.repeat(200)])('gives Malformed for %j', (raw) => {
    const decoded = decodeArguments(Add)(callOf(raw))
    expect(decoded).toEqual(E.left({ _tag: 'Malformed', message: 'the arguments are not JSON' }))
  })

  it('says what is wrong and where, and nothing of the values', () => {
    const Nested = t.type({ list: t.array(t.type({ n: t.number })) })
    const decoded = decodeArguments(Nested)(callOf('{"list":[{"n":1},{"n":"secret"}]}'))
    expect(decoded).toEqual(
      E.left({
        _tag: 'Invalid',
        message: 'list.1.n: expected number',
        errors: [{ path: 'list.1.n', expected: 'number' }]
      })
    )
    expect(decodeArguments(Add)(callOf('7'))).toMatchObject({
      left: { message: expect.stringContaining('the arguments: ') }
    })
  })

  it('takes any Standard Schema', () => {
    const decode = decodeArguments(standard)
    expect(decode(callOf('{"a":2}'))).toEqual(E.right({ doubled: 4 }))
    expect(decode(callOf('{}'))).toMatchObject({
      left: { _tag: 'Invalid', message: 'a.0: expected a number; the arguments: expected something else' }
    })
  })

  it('refuses a schema that answers later', () => {
    const late: StandardSchema<unknown> = {
      '~standard': { version: 1, validate: () => Promise.resolve({ value: 1 }) }
    }
    expect(decodeArguments(late)(callOf('{}'))).toMatchObject({
      left: { _tag: 'Invalid', errors: [{ path: '', expected: 'a synchronous schema' }] }
    })
  })
})

describe('toolSet', () => {
  const decode = toolSet({ add: Add, double: standard })

  it('gives calls of one union, told apart by name', () => {
    const said = [callOf('{"a":2,"b":3}'), callOf('{"a":4}', 'double')].map((call) => {
      const typed = decode(call)
      if (E.isLeft(typed)) return typed.left._tag
      switch (typed.right.name) {
        case 'add':
          return typed.right.arguments.a + typed.right.arguments.b
        case 'double':
          return typed.right.arguments.doubled
      }
    })
    expect(said).toEqual([5, 8])
  })

  it.each(['format_disk', '__proto__', 'constructor', 'toString', ''])('knows no tool %j', (name) => {
    const call = callOf('{}', name)
    const message = 'there is no such tool; the tools are add, double'
    expect(decode(call)).toEqual(E.left({ _tag: 'UnknownTool', message, call }))
  })

  it('gives the call with what is wrong with its arguments', () => {
    const call = callOf('{"a":2}')
    expect(decode(call)).toMatchObject({ left: { _tag: 'Invalid', message: 'b: expected number', call } })
  })
})
