/** The laws of an operator over a machine: RxJS must not influence its outputs. */
import type { OperatorFunction } from 'rxjs'
import {
  asyncScheduler,
  concat,
  EMPTY,
  from,
  NEVER,
  Observable,
  of,
  scheduled,
  Subject,
  take,
  throwError,
  toArray
} from 'rxjs'
import { TestScheduler } from 'rxjs/testing'

import { failureError } from '../../lib/codec/FailureError.ts'
import { idleTimeout } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import type { Machine } from '../../lib/machine/Machine.ts'
import { runMachine } from '../../lib/machine/Machine.ts'

/** The notifications of an observer. */
interface Seen<O> {
  readonly values: O[]
  completed: boolean
  error: unknown
}

const observe = <O>(source: Observable<O>): Seen<O> => {
  const seen: Seen<O> = { values: [], completed: false, error: undefined }
  source.subscribe({
    next: (value) => seen.values.push(value),
    error: (error: unknown) => {
      seen.error = error
    },
    complete: () => {
      seen.completed = true
    }
  })
  return seen
}

/** `inputs` end before the machine is done, or with the input that makes it done. */
export const operatorLaws = <S, I, O>(
  operator: () => OperatorFunction<I, O>,
  machine: Machine<S, I, O>,
  inputs: ReadonlyArray<I>
): void => {
  const expected = runMachine(machine)(inputs)

  it('law: over a synchronous source = the machine', () => {
    const seen = observe(from(inputs).pipe(operator()))
    expect(seen).toEqual({ values: expected, completed: true, error: undefined })
  })

  it('law: over an asynchronous source = the machine', async () => {
    const values = await new Promise<ReadonlyArray<O>>((resolve) => {
      scheduled(inputs, asyncScheduler).pipe(operator(), toArray()).subscribe(resolve)
    })
    expect(values).toEqual(expected)
  })

  it('law: over an empty source = the end of the machine', () => {
    expect(observe(EMPTY.pipe(operator())).values).toEqual(runMachine(machine)([]))
  })

  it('law: over a source that never emits, nothing', () => {
    const seen = observe(NEVER.pipe(operator()))
    expect(seen).toEqual({ values: [], completed: false, error: undefined })
  })

  it('law: inputs that arrive while an output is delivered are queued', () => {
    const source = new Subject<I>()
    const values: O[] = []
    let given = 0
    const give = (): void => {
      const input = inputs[given]
      given += 1
      if (given <= inputs.length)
        source.next(input as I) // below the length
      else if (given === inputs.length + 1) source.complete()
    }
    source.pipe(operator()).subscribe((value) => {
      values.push(value)
      give()
    })
    while (given <= inputs.length) give()
    expect(values).toEqual(expected)
  })

  it('law: two subscriptions share nothing', () => {
    const source = new Subject<I>()
    const piped = source.pipe(operator())
    const first = observe(piped)
    const half = Math.ceil(inputs.length / 2)
    inputs.slice(0, half).forEach((input) => {
      source.next(input)
    })
    const second = observe(piped)
    inputs.slice(half).forEach((input) => {
      source.next(input)
    })
    source.complete()
    expect(first.values).toEqual(expected)
    expect(second.values).toEqual(runMachine(machine)(inputs.slice(half)))
  })

  it('law: after unsubscription nothing is emitted, and the source is torn down once', () => {
    for (let n = 1; n <= Math.min(expected.length, 5); n++) {
      let teardowns = 0
      const source = new Observable<I>((subscriber) => {
        for (const input of inputs) {
          if (subscriber.closed) break
          subscriber.next(input)
        }
        subscriber.complete()
        return () => {
          teardowns += 1
        }
      })
      const seen = observe(source.pipe(operator(), take(n)))
      expect(seen).toEqual({ values: expected.slice(0, n), completed: true, error: undefined })
      expect(teardowns).toBe(1)
    }
  })

  it('law: a synchronous source without end is stopped', () => {
    let asked = 0
    const endless = new Observable<I>((subscriber) => {
      while (!subscriber.closed) {
        subscriber.next(inputs[asked % inputs.length] as I) // below the length
        asked += 1
      }
    })
    expect(observe(endless.pipe(operator(), take(1))).completed).toBe(true)
    expect(asked).toBeLessThanOrEqual(inputs.length + 1)
  })
}

/** An operator that forwards errors of the source. */
export const passesErrors = <I, O>(operator: () => OperatorFunction<I, O>, input: I): void => {
  it('law: an error of the source is forwarded, at once and after inputs', () => {
    const error = new Error('transport')
    expect(observe(throwError(() => error).pipe(operator()))).toEqual({ values: [], completed: false, error })
    const seen = observe(
      concat(
        of(input),
        throwError(() => error)
      ).pipe(operator())
    )
    expect([seen.error, seen.completed]).toEqual([error, false])
  })
}

/** An operator that turns an error of the source into a Left, and completes. */
export const makesLefts = <I, A>(operator: () => OperatorFunction<I, Result<A>>, input: I): void => {
  const lastOf =
    (...after: ReadonlyArray<I>) =>
    (error: unknown) => {
      const { values, ...end } = observe(
        concat(
          from(after),
          throwError(() => error)
        ).pipe(operator())
      )
      return { ...end, last: values.at(-1), lefts: values.filter((result) => result._tag === 'Left').length }
    }

  it.each([
    ['an Error', new Error('transport'), { _tag: 'TransportFailure' }],
    ['an error with a code', Object.assign(new Error('x'), { code: 'ECONNRESET' }), { code: 'ECONNRESET' }],
    ['a TypeError of fetch', new TypeError('fetch failed'), { _tag: 'TransportFailure', code: 'TypeError' }],
    ['an AbortError', new DOMException('', 'AbortError'), { _tag: 'Aborted' }],
    ['a TimeoutError', new DOMException('', 'TimeoutError'), { _tag: 'TransportFailure', code: 'TimeoutError' }],
    ['a FailureError', failureError(idleTimeout(1, { atByte: 0, atEvent: 0 })), { _tag: 'IdleTimeout' }],
    ['nothing', undefined, { _tag: 'TransportFailure' }]
  ])('law: %s of the source is one Left, at once and after inputs, and completes', (_, error, left) => {
    for (const lastAfter of [lastOf(), lastOf(input)]) {
      expect(lastAfter(error)).toMatchObject({ last: { left }, lefts: 1, completed: true, error: undefined })
    }
  })

  it('law: the TypeError of a misuse stays an error', () => {
    const mistake = Object.assign(new TypeError('mine'), { deltafold: 'misuse' })
    expect(lastOf(input)(mistake)).toMatchObject({ lefts: 0, completed: false, error: mistake })
  })
}

/** Marbles: time and subscription are unchanged; `last` is the output at the end, if any. */
export const keepsTime = <I, O>(operator: () => OperatorFunction<I, O>, input: I, output: O, last?: O): void => {
  it('law: emits without delay, and is subscribed as long as the source', () => {
    new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    }).run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a--a-|', { a: input })
      const subscription = '^-----!'
      const result = last === undefined ? '-x--x-|' : '-x--x-(l|)'
      expectObservable(source.pipe(operator())).toBe(result, { x: output, l: last })
      expectSubscriptions(source.subscriptions).toBe(subscription)
    })
  })

  it('law: unsubscribes from the source when it is unsubscribed', () => {
    new TestScheduler((actual, expected) => {
      expect(actual).toEqual(expected)
    }).run(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a--a--a-', { a: input })
      const unsubscribe = ' ------!'
      const subscription = '^-----!'
      const result = '      -x--x--'
      expectObservable(source.pipe(operator()), unsubscribe).toBe(result, { x: output })
      expectSubscriptions(source.subscriptions).toBe(subscription)
    })
  })
}
