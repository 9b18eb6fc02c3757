// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The function that receives the outputs of a machine, one by one.
 *
 * @category model
 * @since 0.1.0
 */
export type Emit<O> = (output: O) => void

/**
 * A pure Mealy machine from inputs `I` to outputs `O`, whose state `S` is explicit. A state is plain JSON and is never
 * mutated: it may be kept, saved, compared, or continued more than once. Outputs are passed to `emit` in order, before
 * `step` returns; there are no other side effects. A machine may cache the form of a stream's texts to parse the next
 * one faster; the cache never changes an output or a state, and `end` drops it.
 *
 * Laws:
 *
 * - Pieces: running `xs` and then `ys` from the state reached = running `xs ++ ys`.
 * - State: until the machine is done, it depends on the inputs so far as one sequence, never on how they were cut.
 * - Plain: `JSON.parse(JSON.stringify(state))` continues as `state` does.
 * - Done: a machine that is done stays done, and its `step` emits nothing more.
 * - `andThen` is associative up to outputs; the machine that emits each input unchanged is its unit.
 *
 * @category model
 * @since 0.1.0
 */
export interface Machine<S, I, O> {
  readonly initial: S
  /** The state after one more input. */
  readonly step: (state: S, input: I, emit: Emit<O>) => S
  /** Emits the remaining outputs at the end of the input, and returns the last state. */
  readonly end: (state: S, emit: Emit<O>) => S
  /** Whether all further input is ignored. */
  readonly done: (state: S) => boolean
}

/**
 * The state of two composed machines.
 *
 * @category model
 * @since 0.1.0
 */
export interface Both<S, T> {
  readonly first: S
  readonly second: T
}

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * Composes two machines: the outputs of the first are the inputs of the second.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { andThen, linesMachine, runMachine, utf8Machine } from 'deltafold'
 *
 * const [line] = runMachine(andThen(linesMachine())(utf8Machine))([Uint8Array.of(0xe2), Uint8Array.of(0x82, 0xac, 0x0a)])
 * assert.deepStrictEqual(line !== undefined && E.isRight(line) && line.right.text, '€')
 *
 * @category combinators
 * @since 0.1.0
 */
export const andThen =
  <T, B, C>(next: Machine<T, B, C>) =>
  <S, A>(machine: Machine<S, A, B>): Machine<Both<S, T>, A, C> => ({
    initial: { first: machine.initial, second: next.initial },
    step: (state, input, emit) => {
      let second = state.second
      const first = machine.step(state.first, input, (b) => {
        second = next.step(second, b, emit)
      })
      return { first, second }
    },
    end: (state, emit) => {
      let second = state.second
      const first = machine.end(state.first, (b) => {
        second = next.step(second, b, emit)
      })
      return { first, second: next.end(second, emit) }
    },
    done: (state) => machine.done(state.first) || next.done(state.second)
  })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * An `emit` that ignores outputs, for callers that need only the state.
 *
 * @internal
 */
export const ignoreOutput = (): void => undefined

/**
 * Runs a function with an `emit`, and returns its result together with everything that it emitted.
 *
 * @internal
 */
export const collectOutputs = <O, A>(
  during: (emit: Emit<O>) => A
): { readonly value: A; readonly outputs: ReadonlyArray<O> } => {
  const outputs: O[] = []
  const value = during((output) => {
    outputs.push(output)
  })
  return { value, outputs }
}

/**
 * Feeds inputs to a machine from a given state, and returns the state after them and their outputs. Stops as soon as
 * the machine is done, and does not call `end`.
 *
 * @example
 * import { feedMachine, utf8Machine } from 'deltafold'
 *
 * const { state, outputs } = feedMachine(utf8Machine)(utf8Machine.initial, [Uint8Array.of(0x61, 0xe2, 0x82)])
 * assert.deepStrictEqual(outputs.map(({ text }) => text), ['a'])
 * assert.deepStrictEqual(state.pending, [0xe2, 0x82])
 *
 * @category destructors
 * @since 0.1.0
 */
export const feedMachine =
  <S, I, O>(machine: Machine<S, I, O>) =>
  (state: S, inputs: Iterable<I>): { readonly state: S; readonly outputs: ReadonlyArray<O> } => {
    const { value, outputs } = collectOutputs<O, S>((emit) => {
      let after = state
      for (const input of inputs) {
        if (machine.done(after)) break
        after = machine.step(after, input, emit)
      }
      return after
    })
    return { state: value, outputs }
  }

/**
 * Runs a machine from its initial state to its end, and returns all outputs for these inputs.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { runMachine, parseSSEMachine } from 'deltafold'
 *
 * const events = runMachine(parseSSEMachine())(['data: a\n\nda', 'ta: b\n\n'])
 * assert.deepStrictEqual(events.map(E.map((item) => (item._tag === 'Event' ? item.data : ''))), [E.right('a'), E.right('b')])
 *
 * @category destructors
 * @since 0.1.0
 */
export const runMachine =
  <S, I, O>(machine: Machine<S, I, O>) =>
  (inputs: Iterable<I>): ReadonlyArray<O> => {
    const { state, outputs } = feedMachine(machine)(machine.initial, inputs)
    return [...outputs, ...collectOutputs<O, S>((emit) => machine.end(state, emit)).outputs]
  }
