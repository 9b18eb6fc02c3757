import fc from 'fast-check'

import { combineParts, isToolCall } from '../../../lib/data/Part.ts'
import type { ToolCall } from '../../../lib/data/parts/ToolCall.ts'
import { ToolCallEq } from '../../../lib/data/parts/ToolCall.ts'
import { loosePart, part } from '../../arbitraries/part.ts'
import { eqLaws } from '../../laws/eq.ts'

const calls = part.filter(isToolCall)

const together = (first: ToolCall, second: ToolCall): ToolCall =>
  combineParts(first, { ...second, key: first.key }) as ToolCall // of one kind

describe('ToolCall', () => {
  it('law: the state is a join, Open < Truncated < Closed', () => {
    const states = ['Open', 'Truncated', 'Closed'] as const
    fc.assert(
      fc.property(calls, calls, (first, second) => {
        const most = Math.max(states.indexOf(first.state), states.indexOf(second.state))
        expect(together(first, second).state).toBe(states[most])
      })
    )
  })

  it('law: an id is synthetic if and only if its fragment marks it so', () => {
    fc.assert(
      fc.property(calls, calls, (first, second) => {
        const { id, syntheticId } = second.id === '' ? first : second
        expect([together(first, second).id, together(first, second).syntheticId]).toEqual([id, syntheticId])
      })
    )
  })
})

describe('ToolCallEq', () => {
  eqLaws(ToolCallEq, calls)

  describe('with fields that are undefined', () => {
    eqLaws(ToolCallEq, loosePart.filter(isToolCall))
  })
})
