import type { Observable } from 'rxjs'
import { concat, from, throwError, toArray } from 'rxjs'

import { failureError } from '../../lib/codec/FailureError.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import { messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { cutResults, results } from '../fixtures/results.ts'
import { operatorLaws } from '../laws/operator.ts'

const statesOf = (source: Observable<(typeof results)[number]>): ReadonlyArray<MessageState> => {
  let all: ReadonlyArray<MessageState> = []
  source.pipe(accumulateMessage(), toArray()).subscribe((values) => {
    all = values
  })
  return all
}

describe('accumulateMessage', () => {
  operatorLaws(() => accumulateMessage(), accumulateMessageMachine, results)
  operatorLaws(() => accumulateMessage(), accumulateMessageMachine, cutResults)

  it('gives a state for each result, then the outcome', () => {
    const states = statesOf(from(results))
    expect(states.map(({ _tag }) => _tag)).toEqual([...results.map(() => 'Streaming'), 'Complete'])
    expect(states.map(({ message }) => messageText(message))).toEqual(['Hel', 'Hel', ...Array<string>(8).fill('Hello')])
    expect(states.at(-1)?.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson'])
    expect(messageToolCalls(states.at(-1)?.message ?? { choices: [] }).map(({ state }) => state)).toEqual([
      'Closed',
      'Closed'
    ])
  })

  it('gives Truncated where no terminal came, with no call open', () => {
    const last = statesOf(from(cutResults)).at(-1)
    expect(last?._tag).toBe('Truncated')
    expect(messageToolCalls(last?.message ?? { choices: [] }).map(({ state }) => state)).toEqual([
      'Truncated',
      'Truncated'
    ])
  })

  it('takes an error of the source for a failure, and keeps what was received', () => {
    const reset = Object.assign(new TypeError('terminated https://secret'), { cause: { code: 'ECONNRESET' } })
    const last = statesOf(
      concat(
        from(cutResults.slice(0, 3)),
        throwError(() => reset)
      )
    ).at(-1)
    expect(last).toMatchObject({
      _tag: 'Truncated',
      failures: [
        { _tag: 'TransportFailure', message: 'the transport failed (ECONNRESET)', code: 'ECONNRESET', atEvent: 2 }
      ]
    })
    expect(last && messageText(last.message)).toBe('Hello')
    expect(JSON.stringify(last)).not.toContain('secret')
  })

  it('takes a failure that was thrown for itself', () => {
    const failure = noEvents({ atByte: 0, atEvent: 0 })
    expect(statesOf(throwError(() => failureError(failure)))).toEqual([
      { _tag: 'Streaming', message: { choices: [] }, failures: [failure], repairs: [] },
      { _tag: 'Failed', message: { choices: [] }, failures: [failure], repairs: [] }
    ])
  })

  it.each([[undefined], ['reset'], [{ code: 7 }], [Object.assign(new Error(), { name: 'a b' })], [null]])(
    'keeps nothing of an error without a code: %j',
    (error) => {
      const [, last] = statesOf(throwError(() => error))
      expect(last?.failures).toEqual([
        { _tag: 'TransportFailure', message: 'the transport failed', atByte: 0, atEvent: 0 }
      ])
    }
  )

  it('keeps the identity of the parts that a chunk does not touch', () => {
    const states = statesOf(from(results))
    const partsOf = (i: number): ReadonlyArray<object> => states[i]?.message.choices[0]?.parts ?? []
    expect(partsOf(4)[0]).toBe(partsOf(5)[0])
    expect(partsOf(1)[0]).toBe(partsOf(2)[0])
    expect(states[3]?.message).toBe(states[2]?.message)
  })
})
