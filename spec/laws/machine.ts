/**
 * The laws of a machine over pieces of a body. They compare states instead of folding every rest again: if each byte
 * leads from the state after k bytes to the state after k + 1, also through JSON text, then resuming works everywhere;
 * and if a piece of any length leads to the same state as its single bytes, then every cut works. Long bodies are
 * checked in windows: a piece begins at a state that was reached before, and must end at a known one. Some cuts are
 * also made in two pieces.
 */
import fc from 'fast-check'

import type { Machine } from '../../lib/machine/Machine.ts'
import { feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { joined, randomCuts } from '../arbitraries/pieces.ts'

/** The bytes of a window, and the interval of the cuts of longer bodies that are also made in two pieces. */
const WINDOW = 1024
const IN_TWO = 61

const isInTwo = (k: number, body: Uint8Array): boolean => body.length <= WINDOW || k % IN_TWO === 0

interface Step {
  /** The state, as JSON text. */
  readonly state: string
  /** The outputs up to there, as JSON text. */
  readonly said: string
}

const DONE = 'done'

/** A machine that is done reads nothing more, so its state does not matter any more. */
const stateText = <S, O>(machine: Machine<S, Uint8Array, O>, state: S): string =>
  machine.done(state) ? DONE : JSON.stringify(state)

/** Outputs as text, such that the text of two runs is the concatenation of their texts. */
export type AsText<O> = (outputs: ReadonlyArray<O>) => string

const asText: AsText<unknown> = (outputs) => outputs.map((output) => `${JSON.stringify(output)}\n`).join('')

/** The state after each byte, each one saved and read back. */
const byteByByte = <S, O>(
  machine: Machine<S, Uint8Array, O>,
  body: Uint8Array,
  said: AsText<O>
): ReadonlyArray<Step> => {
  const steps: Step[] = [{ state: stateText(machine, machine.initial), said: '' }]
  let soFar = ''
  let state = machine.initial
  for (let i = 0; i < body.length; i++) {
    const { state: next, outputs } = feedMachine(machine)(state, [body.subarray(i, i + 1)])
    soFar += said(outputs)
    steps.push({ state: stateText(machine, next), said: soFar })
    state = JSON.parse(JSON.stringify(next)) as S // the same state, saved and read back
  }
  return steps
}

/**
 * Every single cut of a body, the body byte by byte, and resuming at each byte. `said` is the text by which the outputs
 * of two runs are compared; if the state holds all outputs, their number is enough.
 */
export const cutLaws = <S, O>(machine: Machine<S, Uint8Array, O>, body: Uint8Array, said: AsText<O> = asText): void => {
  const whole = asText(runMachine(machine)([body]).slice(-1))
  let steps: ReadonlyArray<Step> = []

  beforeAll(() => {
    steps = byteByByte(machine, body, said)
  })

  const expectStep = (k: number, at: number, state: S, outputs: string): void => {
    const step = { state: stateText(machine, state), said: outputs }
    const expected = steps[at]
    // `expect` is slow: it is called only to report.
    if (step.state !== expected?.state || step.said !== expected.said)
      expect({ k, ...step }).toEqual({ k, ...expected })
  }

  it('law: byte by byte = at once', () => {
    expect(asText(runMachine(machine)(Array.from(body.keys(), (i) => body.subarray(i, i + 1))).slice(-1))).toBe(whole)
  })

  it('law: at every single cut, the state depends on the bytes and not on the cut', () => {
    for (let k = 0; k <= body.length; k++) {
      const begin = isInTwo(k, body) ? 0 : Math.floor(k / WINDOW) * WINDOW
      const from = steps[begin]
      if (from === undefined || from.state === DONE) continue
      const { state, outputs } = feedMachine(machine)(JSON.parse(from.state) as S, [body.subarray(begin, k)]) // a state of this machine
      expectStep(k, k, state, from.said + said(outputs))
    }
  })

  it('law: resuming from a state saved as JSON at any byte changes nothing', () => {
    for (let k = 0; k <= body.length; k++) {
      const from = steps[k]
      if (from === undefined || from.state === DONE) continue
      const end = isInTwo(k, body) ? body.length : Math.min(k + WINDOW, body.length)
      const { state, outputs } = feedMachine(machine)(JSON.parse(from.state) as S, [body.subarray(k, end)]) // a state of this machine
      expectStep(k, end, state, from.said + said(outputs))
    }
  })

  it('law: random cuts with empty pieces change no output', () => {
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(asText(runMachine(machine)(pieces).slice(-1))).toBe(whole)
      }),
      { numRuns: 50 }
    )
  })
}

/** The same laws, for the bodies of an arbitrary. */
export const machineLaws = <S, O>(
  machine: Machine<S, Uint8Array, O>,
  bodies: fc.Arbitrary<Uint8Array>,
  { numRuns = 300, said = asText }: { readonly numRuns?: number; readonly said?: AsText<O> } = {}
): void => {
  it('law: running xs and then ys = running xs ++ ys, at every cut', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const steps = byteByByte(machine, body, said)
        for (let k = 0; k <= body.length; k++) {
          const { state, outputs } = feedMachine(machine)(machine.initial, [body.subarray(0, k)])
          expect({ state: stateText(machine, state), said: said(outputs) }).toEqual(steps[k])
        }
      }),
      { numRuns }
    )
  })

  it('law: random cuts with empty pieces change nothing', () => {
    fc.assert(
      fc.property(
        bodies.chain((body) => randomCuts(body)),
        (pieces) => {
          expect(said(runMachine(machine)(pieces))).toBe(said(runMachine(machine)([joined(pieces)])))
        }
      ),
      { numRuns }
    )
  })

  it('law: a state is plain JSON, and no step mutates its argument', () => {
    fc.assert(
      fc.property(bodies, bodies, (first, second) => {
        const { state } = feedMachine(machine)(machine.initial, [first])
        const before = JSON.stringify(state)
        expect(JSON.parse(before)).toStrictEqual(state)
        const once = feedMachine(machine)(state, [second])
        const twice = feedMachine(machine)(state, [second])
        expect(JSON.stringify(state)).toBe(before)
        expect(twice).toEqual(once)
      }),
      { numRuns }
    )
  })

  it('law: a machine that is done emits nothing more', () => {
    fc.assert(
      fc.property(bodies, bodies, (first, second) => {
        const { state } = feedMachine(machine)(machine.initial, [first])
        if (!machine.done(state)) return
        const more: O[] = []
        const after = machine.step(state, second, (output) => more.push(output))
        expect(more).toEqual([])
        expect(machine.done(after)).toBe(true)
      }),
      { numRuns }
    )
  })
}

const unmarked = (output: unknown): unknown =>
  JSON.parse(JSON.stringify(output, (key, value: unknown) => (key === 'unfinished' ? false : value)))

/**
 * Input that the end of a body cuts off is read as if `end` followed, limits included, except for its mark: for bodies
 * that `end` can complete.
 */
export const endLaw = <S, O>(
  machine: Machine<S, Uint8Array, O>,
  bodies: ReadonlyArray<Uint8Array>,
  end: string
): void => {
  for (const body of bodies) {
    const cut = runMachine(machine)([body]).map(unmarked)
    expect([body, cut]).toEqual([
      body,
      runMachine(machine)([joined([body, new TextEncoder().encode(end)])]).map(unmarked)
    ])
  }
}
