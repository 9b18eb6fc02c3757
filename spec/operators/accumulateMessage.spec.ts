import type { Observable } from 'rxjs'
import { concat, EMPTY, from, of, throwError, toArray } from 'rxjs'

import { failureError } from '../../lib/codec/FailureError.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import { messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { isAborted } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { delta, DONE } from '../fixtures/chat.ts'
import { cutResults, events, results, resultsOf } from '../fixtures/results.ts'
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

  it('emits a state for each result except the terminal, then the outcome', () => {
    const states = statesOf(from(results))
    expect(states.map(({ _tag }) => _tag)).toEqual([...results.slice(1).map(() => 'Streaming'), 'Complete'])
    expect(states.map(({ message }) => messageText(message))).toEqual(['Hel', 'Hel', ...Array<string>(7).fill('Hello')])
    expect(states.at(-1)?.failures.map(({ _tag }) => _tag)).toEqual(['MalformedJson'])
    expect(messageToolCalls(states.at(-1)?.message ?? { choices: [] }).map(({ state }) => state)).toEqual([
      'Closed',
      'Closed'
    ])
  })

  it('emits Truncated if there was no terminal, with no call open', () => {
    const last = statesOf(from(cutResults)).at(-1)
    expect(last?._tag).toBe('Truncated')
    expect(messageToolCalls(last?.message ?? { choices: [] }).map(({ state }) => state)).toEqual([
      'Truncated',
      'Truncated'
    ])
  })

  it('turns an error of the source into a failure, and keeps the message received', () => {
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

  it('keeps a failure that was thrown as a FailureError', () => {
    const failure = noEvents({ atByte: 0, atEvent: 0 })
    expect(statesOf(throwError(() => failureError(failure)))).toEqual([
      { _tag: 'Failed', message: { choices: [] }, failures: [failure], repairs: [] }
    ])
  })

  it.each([[undefined], ['reset'], [{ code: 7 }], [Object.assign(new Error(), { name: 'a b' })], [null]])(
    'keeps nothing of an error without a code: %j',
    (error) => {
      const [outcome] = statesOf(throwError(() => error))
      expect(outcome?.failures).toEqual([
        { _tag: 'TransportFailure', message: 'the transport failed', atByte: 0, atEvent: 0 }
      ])
    }
  )

  it('emits no state for a chunk that changes nothing', () => {
    const role = delta({ role: 'assistant', content: '' })
    const hi = delta({ content: 'Hi' }, { finish_reason: 'stop' })
    const states = statesOf(from(resultsOf(role, role, hi, role, delta({}), DONE)))
    expect(states.map(({ _tag, message }) => [_tag, messageText(message)])).toEqual([
      // The first chunk has the id and the model.
      ['Streaming', ''],
      ['Streaming', 'Hi'],
      ['Complete', 'Hi']
    ])
  })

  it('law: no two consecutive states are equal', () => {
    for (const body of [
      events,
      [delta({ role: 'assistant' }), delta({ role: 'assistant' })],
      ['data: {bad\n\n', DONE]
    ]) {
      const states = statesOf(from(resultsOf(...body))).slice(0, -1)
      states.slice(1).forEach((state, i) => {
        const before = states[i]
        const isSame =
          state.message === before?.message &&
          state.repairs === before.repairs &&
          state.failures.length === before.failures.length
        expect(isSame).toBe(false)
      })
    }
  })

  it.each([
    ['refused', '{"error":{"message":"slow down"}}', { status: 429 }],
    ['refused with a page', '<html>', { status: 502 }],
    ['answered with a page', '<html>', {}],
    ['answered with nothing', '', {}],
    ['answered with an error in a stream', 'data: {"error":{"message":"m"}}\n\n', {}],
    ['answered with an error as JSON', '{"error":{"message":"m"}}', {}]
  ])('emits only the outcome of a request that is %s', (_title, body, head) => {
    const states = statesOf(from(runMachine(readChunksMachine(openRouter, head))([body])))
    expect(states.map(({ _tag }) => _tag)).toEqual(['Failed'])
  })

  it('reports the reason why an answer ends only in the outcome', () => {
    const cut = statesOf(from(resultsOf(delta({ content: 'Hi' }))))
    expect(cut.map(({ _tag, failures }) => [_tag, failures.length])).toEqual([
      ['Streaming', 0],
      ['Truncated', 1]
    ])
  })

  it('reports a failure of a single event at once', () => {
    const states = statesOf(from(resultsOf('data: {bad\n\n', DONE)))
    expect(states[0]).toMatchObject({ _tag: 'Streaming', failures: [{ _tag: 'MalformedJson' }] })
  })

  it('reports a reason if results end without one', () => {
    expect(statesOf(from(cutResults)).at(-1)).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'MalformedJson' }, { _tag: 'EndedEarly', atEvent: 7 }]
    })
    expect(statesOf(EMPTY)).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] }])
  })

  it('turns an AbortError into Aborted', () => {
    const [outcome] = statesOf(throwError(() => new DOMException('', 'AbortError')))
    expect(outcome).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] })
    expect(outcome && isAborted(outcome)).toBe(true)
  })

  it('forwards the error of a misuse', () => {
    const seen: unknown[] = []
    of(new ArrayBuffer(1) as unknown as Uint8Array)
      .pipe(readChunks(openRouter), accumulateMessage())
      .subscribe({ next: (state) => seen.push(state), error: (error: unknown) => seen.push(error) })
    expect(seen).toEqual([new TypeError('a piece of a body must be a string or a Uint8Array, not ArrayBuffer')])
  })

  it('keeps the identity of the parts that a chunk does not touch', () => {
    const states = statesOf(from(results))
    const partsOf = (i: number): ReadonlyArray<object> => states[i]?.message.choices[0]?.parts ?? []
    expect(partsOf(4)[0]).toBe(partsOf(5)[0])
    expect(partsOf(1)[0]).toBe(partsOf(2)[0])
    expect(states[3]?.message).toBe(states[2]?.message)
  })
})
