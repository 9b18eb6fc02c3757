/**
 * ```ts
 * interface Checkpoint<S> { version: 1; provider: string; state: FoldState<S> }
 * ```
 *
 * The state of a fold, written down: plain JSON with its version and the provider's name, so that another process can go
 * on where this one stopped, also in the middle of a character, a line or an escape.
 *
 * Law: `run(rest) from restore(JSON.parse(JSON.stringify(save(state)))) = run(rest) from state`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { decodeFailureOf } from '../codec/decodeFailure.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import type { AnyProvider, StateOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import type { FoldState } from './foldMachine.ts'
import { AccumulatorStateCodec, bodyStateCodec } from './stateCodec.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export interface Checkpoint<S> {
  readonly version: 1
  readonly provider: string
  readonly state: FoldState<S>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * What to write down of a fold: plain JSON, at any byte.
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
  return (state) => ({ version: 1, provider: name, state })
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The state that was saved; a `DecodeFailure` where the JSON is no checkpoint of this version and provider.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { ChatStateCodec, feedMachine, foldMachine, openRouter, restoreFold, saveFold } from 'deltafold/core'
 *
 * const machine = foldMachine(openRouter)
 * const { state } = feedMachine(machine)(machine.initial, ['data: {"choices":[{"del'])
 * const text = JSON.stringify(saveFold(openRouter)(state))
 * assert.deepStrictEqual(restoreFold(openRouter, ChatStateCodec)(JSON.parse(text)), E.right(state))
 *
 * @category destructors
 * @since 0.1.0
 */
export const restoreFold = <P extends AnyProvider>(
  provider: P,
  codec: t.Type<StateOf<P>, unknown>
): ((json: unknown) => Result<FoldState<StateOf<P>>>) => {
  const { name } = opened(provider)
  const Saved = t.type(
    {
      version: t.literal(1),
      provider: t.literal(name),
      state: t.type({ first: bodyStateCodec(codec), second: AccumulatorStateCodec })
    },
    'Checkpoint'
  )
  return (json) => {
    const decoded = Saved.decode(json)
    return isLeft(decoded)
      ? left(decodeFailureOf(Saved, decoded.left, { atByte: 0, atEvent: 0 }))
      : right(decoded.right.state)
  }
}
