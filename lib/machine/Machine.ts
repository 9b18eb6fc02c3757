/**
 * ```ts
 * interface Machine<S, I, O> {
 *   initial: S
 *   step: (state: S, input: I, emit: (output: O) => void) => S
 *   end: (state: S, emit: (output: O) => void) => S
 *   done: (state: S) => boolean
 * }
 * ```
 *
 * A pure Mealy machine with its state in the open. A state is plain JSON, and what `step` was given is never changed:
 * any state may be kept, written down, compared, or continued more than once. Outputs are handed to `emit` in order,
 * before `step` returns; `emit` is the only effect.
 *
 * - Pieces: running `xs` and then `ys` from the state reached = running `xs ++ ys`.
 * - State: as long as the machine is not done, it depends on the inputs so far as one sequence, never on how they were cut.
 * - Plain: `JSON.parse(JSON.stringify(state))` continues as `state` does.
 * - Done: a machine that is done stays so, and its `step` says nothing more.
 * - `andThen` is associative up to outputs; the machine that says each input again is its unit.
 *
 * @since 0.1.0
 */

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export type Emit<O> = (output: O) => void

/**
 * @category model
 * @since 0.1.0
 */
export interface Machine<S, I, O> {
  readonly initial: S
  /** The state after one more input. */
  readonly step: (state: S, input: I, emit: Emit<O>) => S
  /** The last state, and what is still to be said, when no more input comes. */
  readonly end: (state: S, emit: Emit<O>) => S
  /** Whether no further input can matter. */
  readonly done: (state: S) => boolean
}

/**
 * The state of two machines in a row.
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
 * Feeds what one machine says to the next.
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
 * For whom only the state matters.
 *
 * @internal
 */
export const ignoreOutput = (): void => undefined

/**
 * What was said during something, beside what it gave.
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
 * The state after some inputs, and what was said on the way. A machine that is done is given no more.
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
 * Everything a machine says of some inputs, its end included.
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
