/** Deltas of any kind, in few choices and parts, so that they meet. */
import fc from 'fast-check'

import type { Delta } from '../../lib/data/Delta.ts'
import type { FinishReason } from '../../lib/data/FinishReason.ts'
import type { Part } from '../../lib/data/Part.ts'
import { part } from './part.ts'
import { extra, text } from './raw.ts'
import { usage } from './usage.ts'

export const finishReason: fc.Arbitrary<FinishReason> = fc.constantFrom('stop', 'length', 'tool_call', 'other')

const choice = fc.nat(2)
const key = fc.nat(3)

type Tag = Part['_tag']

type FieldsOf<Any> = Omit<Any, '_tag' | 'choice' | 'state'>

type Related<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

// A delta has the fields of its part; the state of a call comes with the end of it.
type Same = {
  readonly [T in Tag]: Related<
    FieldsOf<Extract<Part, { readonly _tag: T }>>,
    FieldsOf<Extract<Delta, { readonly _tag: `${T}Delta` }>>
  >
}[Tag]

const fragment = fc.tuple(choice, part).map(([at, { _tag, ...fields }]): Delta => {
  const { state, ...others } = { state: undefined, ...fields }
  return { _tag: `${_tag}Delta`, choice: at, ...others } as Same extends true ? Delta : never
})

type Other = Exclude<Delta['_tag'], `${Tag}Delta`>

const others: { readonly [T in Other]: fc.Arbitrary<Omit<Extract<Delta, { readonly _tag: T }>, '_tag'>> } = {
  ToolCallEnd: fc.record({ choice, key, state: fc.constantFrom('Closed', 'Truncated') }),
  FinishDelta: fc.record({ choice, finishReason, rawFinishReason: text }),
  UsageDelta: fc.record({ usage }),
  ResponseMetadata: fc.record({ id: text, model: text }),
  ExtraDelta: fc.record({ choice, extra }, { requiredKeys: ['extra'], noNullPrototype: true }),
  RepairDelta: fc.record({ repair: fc.record({ _tag: fc.constant('NameRepeated'), choice, key }) })
}

export const delta: fc.Arbitrary<Delta> = fc.oneof(
  { arbitrary: fragment, weight: 3 },
  ...Object.entries(others).map(([_tag, other]) => ({
    arbitrary: (other as fc.Arbitrary<object>).map((fields) => ({ _tag, ...fields }) as Delta), // as the table says
    weight: 1
  }))
)

export const deltas = fc.array(delta, { maxLength: 10 })
