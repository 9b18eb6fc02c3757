import { concat, config, map, of, Subject, throwError, toArray } from 'rxjs'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import type { Machine } from '../../lib/machine/Machine.ts'
import { fromMachine } from '../../lib/operators/fromMachine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { call, calls, delta, DONE, finish } from '../fixtures/chat.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const body = new TextEncoder().encode(
  [': é\n\n', delta({ content: 'Hi' }), calls(call(0, 'a', 'w', '{}')), finish('tool_calls'), DONE].join('')
)

/** Doubles numbers, emits their count at the end, and is done at 0. */
const doubling: Machine<number, number, number> = {
  initial: 1,
  step: (count, input, emit) => {
    emit(input * 2)
    return input === 0 ? -count : count + 1
  },
  end: (count, emit) => {
    if (count > 0) emit(count - 1)
    return count
  },
  done: (count) => count < 0
}

describe('fromMachine', () => {
  describe('over numbers', () => {
    operatorLaws(() => fromMachine(doubling), doubling, [1, 2, 3])
    passesErrors(() => fromMachine(doubling), 1)
    keepsTime(() => fromMachine({ ...doubling, end: (count) => count }), 1, 2)
  })

  describe('over a machine that is done', () => {
    operatorLaws(() => fromMachine(doubling), doubling, [1, 0, 3])
  })

  describe('over pieces of a body', () => {
    operatorLaws(() => fromMachine(utf8Machine), utf8Machine, cutInto(body, { bytes: 40 }))
    operatorLaws(() => fromMachine(parseSSEMachine()), parseSSEMachine(), cutInto(body, { seed: 3 }))
    operatorLaws(() => fromMachine(parseSSEMachine()), parseSSEMachine(), [body])
    operatorLaws(() => fromMachine(foldMachine(openRouter)), foldMachine(openRouter), cutInto(body, { seed: 4 }))
  })

  it('calls onError when the source errors, and completes or errors as it returns', () => {
    let seen: ReadonlyArray<number> = []
    concat(
      of(1, 2),
      throwError(() => new Error('transport'))
    )
      .pipe(
        fromMachine(doubling, (count, _error, emit) => {
          emit(count * 10)
          return 'complete'
        }),
        toArray()
      )
      .subscribe((values) => {
        seen = values
      })
    expect(seen).toEqual([2, 4, 30])
  })

  it('delivers an outcome once, whatever its observer does to the source', () => {
    for (const react of ['complete', 'error', 'next'] as const) {
      const source = new Subject<number>()
      const seen: unknown[] = []
      source.pipe(fromMachine(doubling)).subscribe({
        next: (value) => {
          seen.push(value)
          if (react === 'next') source.next(5)
          else if (react === 'error') source.error(new Error('again'))
          else source.complete()
        },
        error: () => seen.push('error'),
        complete: () => seen.push('complete')
      })
      source.complete()
      expect(seen).toEqual([0, 'complete'])
    }
  })

  it('errors with the error that the end of a machine throws', () => {
    const error = new Error('mine')
    const throwing = {
      ...doubling,
      end: () => {
        throw error
      }
    }
    const broken = (): never => {
      throw error
    }
    const failing = throwError(() => new Error('transport'))
    for (const source of [of(1).pipe(fromMachine(throwing)), failing.pipe(fromMachine(doubling, broken))]) {
      const seen: unknown[] = []
      source.subscribe({ error: (thrown: unknown) => seen.push(thrown) })
      expect(seen).toEqual([error])
    }
  })

  it('ends once if an operator downstream throws, and unsubscribes from the source', () => {
    const source = new Subject<number>()
    const seen: unknown[] = []
    const error = new Error('mine')
    source
      .pipe(
        fromMachine(doubling),
        map((n) => {
          if (n === 4) throw error
          return n
        })
      )
      .subscribe({ next: (n) => seen.push(n), error: (thrown: unknown) => seen.push(thrown) })
    for (const n of [1, 2, 3]) source.next(n)
    expect(seen).toEqual([2, error])
    expect(source.observed).toBe(false)
  })

  it('leaves an error that its observer throws to RxJS, which reports it, and goes on', () => {
    jest.useFakeTimers()
    const reported: unknown[] = []
    const before = config.onUnhandledError
    config.onUnhandledError = (thrown: unknown) => reported.push(thrown)
    try {
      const error = new Error('mine')
      const seen: number[] = []
      of(1, 2, 3)
        .pipe(fromMachine(doubling))
        .subscribe((n) => {
          seen.push(n)
          if (n === 4) throw error
        })
      jest.runAllTimers()
      expect([seen, reported]).toEqual([[2, 4, 6, 3], [error]])
    } finally {
      config.onUnhandledError = before
      jest.useRealTimers()
    }
  })

  it('errors with the error that a machine throws', () => {
    const error = new Error('mine')
    const throwing: Machine<null, number, number> = {
      initial: null,
      step: () => {
        throw error
      },
      end: (state) => state,
      done: () => false
    }
    const seen: unknown[] = []
    of(1, 2)
      .pipe(fromMachine(throwing))
      .subscribe({ error: (thrown: unknown) => seen.push(thrown) })
    expect(seen).toEqual([error])
  })
})
