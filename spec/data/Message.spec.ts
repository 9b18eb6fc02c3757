import fc from 'fast-check'

import type { Delta } from '../../lib/data/Delta.ts'
import type { Choice, Message } from '../../lib/data/Message.ts'
import {
  appendDelta,
  emptyMessage,
  firstChoice,
  fromDelta,
  MessageEq,
  messageReasoning,
  messageText,
  messageToolCalls
} from '../../lib/data/Message.ts'
import { MessageMonoid } from '../../lib/data/MessageMonoid.ts'
import type { Part } from '../../lib/data/Part.ts'
import { delta, deltas } from '../arbitraries/delta.ts'
import { looseMessage, message as anyMessage } from '../arbitraries/message.ts'
import { eqLaws } from '../laws/eq.ts'
import { monoidLaws } from '../laws/monoid.ts'

const fold = (all: ReadonlyArray<Delta>): Message => all.reduce(appendDelta, emptyMessage)

const textDelta = (choice: number, key: number, fragment: string): Delta => ({
  _tag: 'TextDelta',
  choice,
  key,
  text: fragment
})

const textPart = (key: number, text: string): Part => ({ _tag: 'Text', key, text })

const textChoice = (text: string): Choice => ({ index: 0, parts: [textPart(0, text)] })

describe('Message', () => {
  monoidLaws(MessageMonoid, deltas.map(fold))

  describe('of any form, such as two parts with one key', () => {
    monoidLaws(MessageMonoid, anyMessage)
  })

  describe('with fields that are undefined', () => {
    monoidLaws(MessageMonoid, looseMessage, MessageEq)
  })

  it('law: fold(xs ++ ys) = concat(fold(xs), fold(ys))', () => {
    fc.assert(
      fc.property(deltas, deltas, (xs, ys) => {
        expect(fold([...xs, ...ys])).toStrictEqual(MessageMonoid.concat(fold(xs), fold(ys)))
      }),
      { numRuns: 1000 }
    )
  })

  it('law: appendDelta(m, d) = concat(m, fromDelta(d))', () => {
    fc.assert(
      fc.property(fc.oneof(deltas.map(fold), anyMessage), delta, (m, d) => {
        expect(appendDelta(m, d)).toStrictEqual(MessageMonoid.concat(m, fromDelta(d)))
      }),
      { numRuns: 1000 }
    )
  })

  it('law: a message is plain JSON', () => {
    fc.assert(
      fc.property(deltas.map(fold), (m) => {
        expect(JSON.parse(JSON.stringify(m))).toStrictEqual(m)
      })
    )
  })

  it('law: text only grows, and parts never change their order', () => {
    fc.assert(
      fc.property(deltas, (all) => {
        let before = emptyMessage
        for (const one of all) {
          const after = appendDelta(before, one)
          before.choices.forEach((choice, c) => {
            expect(after.choices[c]?.index).toBe(choice.index)
            choice.parts.forEach((part, p) => {
              const now = after.choices[c]?.parts[p]
              expect(now?.key).toBe(part.key)
              if (part._tag === 'Text') expect(now?._tag === 'Text' && now.text.startsWith(part.text)).toBe(true)
            })
          })
          before = after
        }
      })
    )
  })

  it('law: parts that a delta does not change keep their identity', () => {
    fc.assert(
      fc.property(deltas.map(fold), delta, (before, one) => {
        const after = appendDelta(before, one)
        before.choices.forEach((choice, c) => {
          if (!('choice' in one) || one.choice !== choice.index) expect(after.choices[c]).toBe(choice)
          else {
            choice.parts.forEach((part, p) => {
              if (!('key' in one) || one.key !== part.key) expect(after.choices[c]?.parts[p]).toBe(part)
            })
          }
        })
      })
    )
  })

  it.each([
    ['an id that is empty', { id: '', choices: [] }, { id: 'a', choices: [] }, { id: 'a', choices: [] }],
    ['an id that is undefined', { id: 'a', choices: [] }, { id: undefined, choices: [] }, { id: 'a', choices: [] }],
    [
      'a finish reason that is undefined',
      { choices: [{ index: 0, parts: [], finishReason: 'stop' }] },
      { choices: [{ index: 0, parts: [], finishReason: undefined }] },
      { choices: [{ index: 0, parts: [], finishReason: 'stop' }] }
    ],
    [
      'two parts of one key',
      { choices: [] },
      { choices: [{ index: 0, parts: [textPart(0, 'a'), textPart(0, 'b')] }] },
      { choices: [{ index: 0, parts: [textPart(0, 'a'), textPart(0, 'b')] }] }
    ],
    [
      'two choices of one index',
      { choices: [{ index: 0, parts: [textPart(0, 'a')] }] },
      { choices: [textChoice('b'), textChoice('c')] },
      { choices: [{ index: 0, parts: [textPart(0, 'abc')] }] }
    ]
  ])('merges %s', (_title, first, second, both) => {
    expect(MessageMonoid.concat(first as Message, second as Message)).toStrictEqual(both) // as without exact types
  })

  it('is not commutative, because text has an order', () => {
    const a = fromDelta(textDelta(0, 0, 'a'))
    const b = fromDelta(textDelta(0, 0, 'b'))
    expect(MessageMonoid.concat(a, b)).not.toEqual(MessageMonoid.concat(b, a))
  })

  it('keeps the first id and the last model that are not empty', () => {
    const said = (id: string, model: string): Delta => ({ _tag: 'ResponseMetadata', id, model })
    const message = fold([said('', ''), said('a', ''), said('b', 'm'), said('', 'n'), said('', '')])
    expect(message).toEqual({ id: 'a', model: 'n', choices: [] })
  })

  it('reads the choice with index 0, otherwise the first', () => {
    const both = fold([textDelta(1, 0, 'one'), textDelta(0, 0, 'zero'), textDelta(0, 2, '!')])
    expect(messageText(both)).toBe('zero!')
    expect(messageText(fold([textDelta(3, 0, 'three')]))).toBe('three')
    expect(firstChoice(emptyMessage)).toBeUndefined()
    expect([messageText(emptyMessage), messageReasoning(emptyMessage), messageToolCalls(emptyMessage)]).toEqual([
      '',
      '',
      []
    ])
  })

  it('joins reasoning without encrypted data, and lists calls in order of appearance', () => {
    const call = (key: number, name: string): Delta => ({
      _tag: 'ToolCallDelta',
      choice: 0,
      key,
      id: '',
      name,
      arguments: ''
    })
    const thought = (key: number, fragment: string): Delta => ({
      _tag: 'ReasoningDelta',
      choice: 0,
      key,
      kind: 'text',
      text: fragment,
      signature: ''
    })
    const message = fold([
      thought(0, 'a'),
      call(5, 'x'),
      call(2, 'y'),
      { ...thought(3, ''), _tag: 'ReasoningDelta', kind: 'encrypted', data: 'secret' } as Delta,
      thought(0, 'b')
    ])
    expect(messageReasoning(message)).toBe('ab')
    expect(messageToolCalls(message).map(({ name }) => name)).toEqual(['x', 'y'])
  })

  it('keeps __proto__ among the extras of a call as a key like any other', () => {
    const extra = JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>
    const message = fold([
      { _tag: 'ToolCallDelta', choice: 0, key: 0, id: 'a', name: 'x', arguments: '', extra: { a: 1 } },
      { _tag: 'ToolCallDelta', choice: 0, key: 0, id: '', name: '', arguments: '', extra }
    ])
    expect(JSON.stringify(messageToolCalls(message)[0]?.extra)).toBe('{"a":1,"__proto__":{"polluted":true}}')
    expect('polluted' in {}).toBe(false)
  })
})

describe('MessageEq', () => {
  eqLaws(MessageEq, anyMessage)

  describe('with fields that are undefined', () => {
    eqLaws(MessageEq, looseMessage)
  })
})
