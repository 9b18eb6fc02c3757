import fc from 'fast-check'

import type { Machine } from '../../lib/machine/Machine.ts'
import { andThen, feedMachine, runMachine } from '../../lib/machine/Machine.ts'

/** Emits each number twice, and the count at the end. */
const echo: Machine<number, number, number> = {
  initial: 0,
  step: (n, input, emit) => {
    emit(input)
    emit(-input)
    return n + 1
  },
  end: (n, emit) => {
    emit(n)
    return n
  },
  done: () => false
}

/** Emits sums of two. */
const pairs: Machine<ReadonlyArray<number>, number, number> = {
  initial: [],
  step: (held, input, emit) => {
    if (held.length === 0) return [input]
    emit((held[0] ?? 0) + input)
    return []
  },
  end: (held, emit) => {
    held.forEach(emit)
    return held
  },
  done: () => false
}

/** Stops after three inputs. */
const three: Machine<number, number, number> = {
  initial: 0,
  step: (n, input, emit) => {
    if (n < 3) emit(input * 10)
    return Math.min(n + 1, 3)
  },
  end: (n) => n,
  done: (n) => n === 3
}

/** Emits each input unchanged. */
const identity: Machine<null, number, number> = {
  initial: null,
  step: (state, input, emit) => {
    emit(input)
    return state
  },
  end: (state) => state,
  done: () => false
}

const inputs = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 })

describe('Machine', () => {
  it('law: andThen is associative up to outputs', () => {
    fc.assert(
      fc.property(inputs, (xs) => {
        const left = andThen(three)(andThen(pairs)(echo))
        const right = andThen(andThen(three)(pairs))(echo)
        expect(runMachine(left)(xs)).toEqual(runMachine(right)(xs))
      })
    )
  })

  it('law: the machine that emits each input unchanged is the unit of andThen', () => {
    fc.assert(
      fc.property(inputs, (xs) => {
        expect(runMachine(andThen(echo)(identity))(xs)).toEqual(runMachine(echo)(xs))
        expect(runMachine(andThen(identity)(echo))(xs)).toEqual(runMachine(echo)(xs))
      })
    )
  })

  it('law: running xs and then ys = running xs ++ ys', () => {
    fc.assert(
      fc.property(inputs, inputs, (xs, ys) => {
        const machine = andThen(pairs)(echo)
        const first = feedMachine(machine)(machine.initial, xs)
        const second = feedMachine(machine)(first.state, ys)
        const both = feedMachine(machine)(machine.initial, [...xs, ...ys])
        expect([...first.outputs, ...second.outputs]).toEqual(both.outputs)
        expect(second.state).toEqual(both.state)
      })
    )
  })

  it('is done when either machine is, and then reads no more input', () => {
    const machine = andThen(three)(echo)
    const { state, outputs } = feedMachine(machine)(machine.initial, [1, 2, 3, 4])
    expect(machine.done(state)).toBe(true)
    expect(outputs).toEqual([10, -10, 20])
  })
})
