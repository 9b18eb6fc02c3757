/** Sources that fail at their k-th operation, and whoever reads them; both count what happens to them. */
import type { Observable } from 'rxjs'
import { defer, finalize, from, lastValueFrom, Observable as Source, tap, toArray } from 'rxjs'

import { iterateReadableStream as iterated } from '../../lib/async/readableStream.ts'
import { readAsync } from '../../lib/async/readAsync.ts'
import { cutInto } from '../../lib/cli/cutInto.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { fromReadableStream } from '../../lib/operators/fromReadableStream.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { events } from '../fixtures/results.ts'

export const body = new TextEncoder().encode(events.filter((event) => !event.includes('{bad')).join(''))

export const pieces: ReadonlyArray<Uint8Array> = cutInto(body, { bytes: 40 })

export const reset = Object.assign(new Error('https://host/?key=secret'), { code: 'ECONNRESET' })

/** What happened to a source. */
export interface Seen {
  /** How often it was asked. */
  asked: number
  /** How often it was told that no more is wanted. */
  left: number
}

export interface Faulty<A> {
  readonly source: A
  readonly seen: Seen
}

/** What a source says where it fails. */
export const FAIL = Symbol('fail')

/** What a source does when it is asked for the k-th time, from 0; it gives pieces otherwise, and then it ends. */
export type Fault = (k: number) => typeof FAIL | Uint8Array | string | undefined

export const streamOf = (fault: Fault): Faulty<ReadableStream<Uint8Array>> => {
  const seen: Seen = { asked: 0, left: 0 }
  const source = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const said = fault(seen.asked)
        seen.asked += 1
        if (said === FAIL) controller.error(reset)
        else if (said === undefined) controller.close()
        else controller.enqueue(said as Uint8Array) // a string is what should not come
      },
      cancel: () => {
        seen.left += 1
      }
    },
    { highWaterMark: 0 }
  )
  return { source, seen }
}

export const iterableOf = (fault: Fault): Faulty<AsyncIterable<Uint8Array | string>> => {
  const seen: Seen = { asked: 0, left: 0 }
  const source: AsyncIterable<Uint8Array | string> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const said = fault(seen.asked)
        seen.asked += 1
        if (said === FAIL) return Promise.reject(reset)
        return Promise.resolve(said === undefined ? { done: true, value: undefined } : { done: false, value: said })
      },
      return: () => {
        seen.left += 1
        return Promise.resolve({ done: true, value: undefined })
      }
    })
  }
  return { source, seen }
}

export const observableOf = (fault: Fault): Faulty<Observable<Uint8Array | string>> => {
  const seen: Seen = { asked: 0, left: 0 }
  const source = new Source<Uint8Array | string>((subscriber) => {
    let k = 0
    while (!subscriber.closed) {
      const said = fault(k)
      k += 1
      seen.asked += 1
      if (said === FAIL) subscriber.error(reset)
      else if (said === undefined) subscriber.complete()
      else subscriber.next(said)
    }
    return () => {
      seen.left += 1
    }
  })
  return { source, seen }
}

/** What came out of a run. */
export interface Ended {
  readonly states: ReadonlyArray<MessageState>
  readonly outcome: Outcome
  readonly outcomes: number
  /** How often the pipeline was torn down. */
  readonly finalized: number
  readonly seen: Seen
  /** Whether a stream can be read by others again. */
  readonly isLocked: boolean
}

const ended = (states: ReadonlyArray<MessageState>, rest: Omit<Ended, 'states' | 'outcome' | 'outcomes'>): Ended => {
  const outcomes = states.filter(isOutcome)
  const outcome = outcomes.at(-1) ?? { _tag: 'Failed', message: { choices: [] }, failures: [], repairs: [] }
  return { states, outcome, outcomes: outcomes.length, ...rest }
}

const observed = async (
  states: Observable<MessageState>,
  seen: Seen,
  isLocked: () => boolean = () => false
): Promise<Ended> => {
  let finalized = 0
  const count = finalize<MessageState>(() => {
    finalized += 1
  })
  const all = await lastValueFrom(states.pipe(count, toArray()))
  return ended(all, { finalized, seen, isLocked: isLocked() })
}

const iteratedOver = async (
  source: AsyncIterable<Uint8Array | string>,
  seen: Seen,
  isLocked = () => false
): Promise<Ended> => {
  const states: MessageState[] = []
  for await (const state of readAsync(openRouter)(source)) states.push(state)
  return ended(states, { finalized: 1, seen, isLocked: isLocked() })
}

/** Every way from a source to the outcome. */
export const ways: Readonly<Record<string, (fault: Fault) => Promise<Ended>>> = {
  'fromResponse | accumulateMessage': (fault) => {
    const { source, seen } = streamOf(fault)
    const response = { status: 200, headers: new Headers(), body: source, text: () => Promise.resolve('') }
    const states = fromResponse(openRouter, { idleTimeout: 10_000 })(response).pipe(accumulateMessage())
    return observed(states, seen, () => source.locked)
  },
  'fromReadableStream | readChunks | accumulateMessage': (fault) => {
    const { source, seen } = streamOf(fault)
    const states = fromReadableStream<Uint8Array>(source).pipe(readChunks(openRouter), accumulateMessage())
    return observed(states, seen, () => source.locked)
  },
  'an Observable | readChunks | accumulateMessage': (fault) => {
    const { source, seen } = observableOf(fault)
    return observed(source.pipe(readChunks(openRouter), accumulateMessage()), seen)
  },
  'an iterable as an Observable': (fault) => {
    const { source, seen } = iterableOf(fault)
    return observed(defer(() => from(source)).pipe(readChunks(openRouter), accumulateMessage(), tap()), seen)
  },
  'readAsync of an iterable': (fault) => {
    const { source, seen } = iterableOf(fault)
    return iteratedOver(source, seen)
  },
  'readAsync of a stream': (fault) => {
    const { source, seen } = streamOf(fault)
    return iteratedOver(iterated(source), seen, () => source.locked)
  }
}

/** Time for whatever would come late: a rejection that nobody takes care of fails the test that it comes in. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
