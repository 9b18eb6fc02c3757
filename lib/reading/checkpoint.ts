/**
 * The state of a fold as plain JSON, so that another process can continue where this one stopped, even inside a character,
 * a line or an escape.
 *
 * Law: `run(rest) from restore(JSON.parse(JSON.stringify(save(state)))) = run(rest) from state`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { decodeFailureOf } from '../codec/decodeFailure.ts'
import { decodeFailure } from '../data/Failure.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import type { AnyProvider, StateOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { stateCodecOf } from '../protocols/stateCodecs.ts'
import type { FoldState } from './foldMachine.ts'
import { foldState } from './foldMachine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A saved fold. Its `state` is private: only `restoreFold` reads it.
 *
 * @category model
 * @since 0.1.0
 */
export interface Checkpoint<S> {
  /** The version of the layout of `state`, which changes with that of the provider's protocol, such as `1.1`. */
  readonly version: string
  /** The name of the provider. */
  readonly provider: string
  readonly state: FoldState<S>
}

// -------------------------------------------------------------------------------------
// the layout of a state
// -------------------------------------------------------------------------------------

const start = { atByte: 0, atEvent: 0 }

// Raised when a state that is the same for all protocols changes.
const SHARED = 2

const versionOf = ({ protocol }: AnyProvider): string => `${SHARED}.${protocol.version}`

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The checkpoint of a fold. It shares the state, which never changes: write it with `JSON.stringify`.
 *
 * @example
 * import { feedMachine, foldMachine, groq, saveFold } from 'deltafold'
 *
 * const machine = foldMachine(groq)
 * const { state } = feedMachine(machine)(machine.initial, ['data: {"choi'])
 * assert.deepStrictEqual(saveFold(groq)(state).provider, 'groq')
 * assert.deepStrictEqual(JSON.parse(JSON.stringify(saveFold(groq)(state))), saveFold(groq)(state))
 *
 * @category constructors
 * @since 0.1.0
 */
export const saveFold = <P extends AnyProvider>(
  provider: P
): ((state: FoldState<StateOf<P>>) => Checkpoint<StateOf<P>>) => {
  const { name } = opened(provider)
  const version = versionOf(provider)
  return (state) => ({ version, provider: name, state })
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The state of a checkpoint that was read as JSON.
 *
 * - Fails: a Left `DecodeFailure` that names the path of each fault: the checkpoint is of another version, of another
 *   provider or of another framing, a field is missing or of another type, or a number is out of its range.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { feedMachine, foldMachine, openRouter, restoreFold, saveFold } from 'deltafold/core'
 *
 * const machine = foldMachine(openRouter)
 * const { state } = feedMachine(machine)(machine.initial, ['data: {"choices":[{"del'])
 * const text = JSON.stringify(saveFold(openRouter)(state))
 * assert.deepStrictEqual(restoreFold(openRouter)(JSON.parse(text)), E.right(state))
 *
 * @category destructors
 * @since 0.1.0
 */
export const restoreFold = <P extends AnyProvider>(provider: P): ((json: unknown) => Result<FoldState<StateOf<P>>>) => {
  const { name, framing, arrays } = opened(provider)
  const Saved = t.type(
    {
      version: t.literal(versionOf(provider)),
      provider: t.literal(name),
      state: foldState(stateCodecOf(provider))
    },
    'Checkpoint'
  )
  const fits = (frames: string): boolean => frames === framing.name || (frames === 'jsonArray' && arrays !== undefined)
  return (json) => {
    const decoded = Saved.decode(json)
    if (isLeft(decoded)) return left(decodeFailureOf(Saved, decoded.left, start))
    const { state } = decoded.right
    // Another framing would begin anew inside an event.
    if (Object.keys(state.first.frames).every(fits)) return right(state)
    return left(decodeFailure(Saved.name, [{ path: 'state.first.frames', expected: framing.name }], start))
  }
}
