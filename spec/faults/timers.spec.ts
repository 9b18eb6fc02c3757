/** The source falls silent after the k-th piece, for every k: one outcome, all that came before, and no timer is left. */
import { lastValueFrom, NEVER, Observable, toArray } from 'rxjs'

import { messageText } from '../../lib/data/Message.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { contentTimeout } from '../../lib/operators/contentTimeout.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { idleTimeout } from '../../lib/operators/idleTimeout.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { pieces } from './faulty.ts'

const SILENCE = 1000

const partial = (k: number) => runMachine(foldMachine(openRouter))(pieces.slice(0, k)).filter(isOutcome)[0]

beforeEach(() => {
  jest.useFakeTimers()
})

afterEach(() => {
  jest.useRealTimers()
})

/** A source that gives k pieces, and then nothing; how often it was left. */
const silentAfter = (k: number) => {
  const seen = { left: 0 }
  const source = new Observable<Uint8Array>((subscriber) => {
    pieces.slice(0, k).forEach((piece) => subscriber.next(piece))
    return () => {
      seen.left += 1
    }
  })
  return { source, seen }
}

const ways: Readonly<Record<string, (source: Observable<Uint8Array>) => Observable<MessageState>>> = {
  idleTimeout: (source) => source.pipe(idleTimeout(SILENCE), readChunks(openRouter), accumulateMessage()),
  contentTimeout: (source) => source.pipe(readChunks(openRouter), contentTimeout(SILENCE), accumulateMessage())
}

describe.each(Object.entries(ways))('%s', (_, way) => {
  it('ends a source that falls silent after k pieces, for every k until none does', () => {
    let k = 0
    for (; ; k++) {
      const { source, seen } = silentAfter(k)
      const states: MessageState[] = []
      let completed = 0
      way(source).subscribe({
        next: (state) => states.push(state),
        complete: () => {
          completed += 1
        }
      })
      if (completed === 1) break
      jest.advanceTimersByTime(SILENCE - 1)
      expect(states.filter(isOutcome)).toEqual([])
      jest.advanceTimersByTime(1)
      const outcomes = states.filter(isOutcome)
      expect(outcomes).toMatchObject([
        { _tag: 'Truncated', failures: [{ _tag: 'IdleTimeout', milliseconds: SILENCE }] }
      ])
      expect(outcomes[0]?.message).toEqual(partial(k)?.message)
      expect([completed, seen.left, jest.getTimerCount()]).toEqual([1, 1, 0])
    }
    expect([k, jest.getTimerCount()]).toEqual([pieces.length, 0])
  })

  it('leaves no timer when it is unsubscribed after k pieces', () => {
    for (let k = 0; k <= pieces.length; k++) {
      const { source, seen } = silentAfter(k)
      way(source).subscribe().unsubscribe()
      expect([seen.left, jest.getTimerCount()]).toEqual([1, 0])
    }
  })

  it('shares no timer: one subscription falls silent, the other does not', () => {
    const { source } = silentAfter(2)
    const first: MessageState[] = []
    const second: MessageState[] = []
    const states = way(source)
    states.subscribe((state) => first.push(state))
    jest.advanceTimersByTime(SILENCE / 2)
    states.subscribe((state) => second.push(state))
    jest.advanceTimersByTime(SILENCE / 2)
    expect([first, second].map((seen) => seen.filter(isOutcome).length)).toEqual([1, 0])
    jest.advanceTimersByTime(SILENCE / 2)
    expect(second).toEqual(first)
  })

  it('leaves no timer where no timer can be had', () => {
    const real = globalThis.setInterval
    globalThis.setInterval = () => {
      throw new Error('no timers')
    }
    const states: MessageState[] = []
    try {
      way(NEVER).subscribe((state) => states.push(state))
    } finally {
      globalThis.setInterval = real
    }
    expect(states).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] }])
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('fromResponse', () => {
  it('cancels the body of a response that falls silent after k pieces, once', async () => {
    jest.useRealTimers()
    for (let k = 0; k < pieces.length; k += 5) {
      let canceled = 0
      const left = pieces.slice(0, k)
      const body = new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            const piece = left.shift()
            if (piece === undefined) return new Promise<void>(() => undefined)
            controller.enqueue(piece)
            return undefined
          },
          cancel: () => {
            canceled += 1
          }
        },
        { highWaterMark: 0 }
      )
      const states = await lastValueFrom(
        fromResponse(openRouter, { idleTimeout: 5 })(new Response(body)).pipe(accumulateMessage(), toArray())
      )
      const outcome = states.filter(isOutcome)[0]
      expect(outcome?.failures).toMatchObject([{ _tag: 'IdleTimeout' }])
      expect(outcome && messageText(outcome.message)).toBe(messageText(partial(k)?.message ?? { choices: [] }))
      expect([canceled, body.locked]).toEqual([1, false])
    }
  })
})
