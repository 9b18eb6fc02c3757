import type { Limits } from '../../lib/data/Limits.ts'
import { defaultLimits, limitsOf } from '../../lib/data/Limits.ts'
import { messageText } from '../../lib/data/Message.ts'
import { withTerminal } from '../../lib/protocols/Provider.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { call, calls, chunk, delta, DONE } from '../fixtures/chat.ts'
import { cutLaws } from '../laws/machine.ts'

/** What counts here is what comes, not how it ends. */
const provider = withTerminal('done')(openRouter)

const choices = (...indexes: ReadonlyArray<number>): string =>
  chunk({ choices: indexes.map((index) => ({ index, delta: { content: 'x' } })) })

const cases: ReadonlyArray<readonly [string, Partial<Limits>, ReadonlyArray<string>, object]> = [
  [
    'message',
    { message: 5 },
    [delta({ content: 'abc' }), delta({ content: 'de' }), delta({ content: 'f' })],
    { limit: 5 }
  ],
  [
    'message',
    { message: 5 },
    [delta({ reasoning: 'abc' }), delta({ refusal: 'de' }), delta({ content: 'f' })],
    { limit: 5 }
  ],
  ['message', { message: 9 }, [delta({ content: 'abc' }), delta({ content: '' }), delta({ content: [{ a: 1 }] })], {}],
  [
    'arguments',
    { arguments: 3 },
    [calls(call(0, 'a', 'w', '12')), calls(call(1, 'b', 'w', '123')), calls(call(0, 'a', '', '34'))],
    {}
  ],
  ['parts', { parts: 2 }, [delta({ content: 'a' }), delta({ reasoning: 'b' }), delta({ content: 'c' })], { limit: 2 }],
  [
    'calls',
    { calls: 2 },
    [calls(call(0, 'a', 'w', ''), call(1, 'b', 'w', '')), delta({}), calls(call(2, 'c', 'w', ''))],
    {}
  ],
  ['choices', { choices: 2 }, [choices(0, 1), choices(1), choices(1, 2)], { limit: 2 }],
  [
    'message',
    { message: 12 },
    [
      delta({ reasoning_details: [{ type: 'reasoning.text', text: 'ab', signature: 'cdef', index: 0 }] }),
      delta({ reasoning_details: [{ type: 'reasoning.encrypted', data: 'ghijkl' }] }),
      delta({ content: 'm' })
    ],
    {}
  ],
  [
    'message',
    { message: 17 },
    [calls(call(0, 'a', 'w', '{}', { e: 'x' })), delta({ content: 'abcd' }), delta({ content: 'e' })],
    {}
  ],
  // What waits for a name counts, too.
  ['calls', { calls: 1 }, [delta({}), calls(call(0, 'a', '', '1')), calls(call(1, 'b', '', '1'))], { limit: 1 }],
  ['message', { message: 80 }, [delta({}), calls(call(0, 'a', '', '1')), calls(call(0, 'a', '', '1'.repeat(80)))], {}],
  ['failures', { failures: 1 }, [delta({}), 'data: {1\n\n', 'data: {2\n\n'], { limit: 1 }],
  ['events', { events: 2 }, [delta({}), delta({}), delta({})], { limit: 2 }]
]

describe('limits', () => {
  it.each(cases)('of %s: %j', (of, some, events, expected) => {
    const whole = events.join('')
    const outcome = foldBody(provider, whole + delta({ content: 'never read' }) + DONE, { limits: limitsOf(some) })
    expect(outcome._tag).toBe('Failed')
    expect(outcome.failures.at(-1)).toEqual(
      expect.objectContaining({ _tag: 'LimitExceeded', of, atEvent: 2, ...expected })
    )
    expect(outcome.failures).toHaveLength(of === 'failures' ? 2 : 1)
    const atByte = new TextEncoder().encode(events.slice(0, 2).join('')).length
    expect(outcome.failures.at(-1)?.atByte).toBe(atByte)
    expect(messageText(outcome.message)).not.toContain('never')
  })

  it.each(cases)('of %s are no failure at the limit itself', (of, some, events) => {
    // The sentinel is an event, too.
    const within = events.slice(0, of === 'events' ? 1 : 2).join('')
    const outcome = foldBody(provider, within + DONE, { limits: limitsOf(some) })
    expect(outcome.failures.filter(({ _tag }) => _tag === 'LimitExceeded')).toEqual([])
    expect(outcome._tag).toBe('Complete')
  })

  it('hold for a JSON body, too', () => {
    const json = JSON.stringify({ choices: [{ message: { content: 'abcdef' } }] })
    const outcome = foldBody(provider, json, { limits: limitsOf({ parts: 0 }) })
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded', of: 'parts' }] })
    expect(foldBody(provider, json, { limits: limitsOf({ message: 10 }) })).toMatchObject({
      failures: [{ of: 'message', limit: 10 }]
    })
  })

  it('are on by default, and lifted by Infinity only', () => {
    expect(Object.values(defaultLimits).every(Number.isFinite)).toBe(true)
    const long = delta({ content: 'x'.repeat(100) }) + DONE
    expect(foldBody(provider, long, { limits: limitsOf({ message: 10 }) })._tag).toBe('Failed')
    expect(foldBody(provider, long, { limits: limitsOf({ message: Infinity }) })._tag).toBe('Complete')
  })

  describe.each(cases)('of %s: %j', (_of, some, events) => {
    cutLaws(foldMachine(provider, { limits: limitsOf(some) }), new TextEncoder().encode(events.join('') + DONE))
  })
})
