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

import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import { AccumulatorStateCodec } from '../machine/stateCodec.ts'
import { decodeFailureOf } from '../providers/protocols/decodeFailure.ts'
import { bodyStateCodec } from '../providers/protocols/stateCodec.ts'
import type { Provider } from '../providers/Provider.ts'
import type { FoldState } from './fold.ts'

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
 * import { feed, fold, groq, save } from 'deltafold'
 *
 * const machine = fold(groq)
 * const { state } = feed(machine)(machine.initial, ['data: {"choi'])
 * assert.deepStrictEqual(save(groq)(state).provider, 'groq')
 * assert.deepStrictEqual(JSON.parse(JSON.stringify(save(groq)(state))), save(groq)(state))
 *
 * @category constructors
 * @since 0.1.0
 */
export const save =
  <W, R, S>({ name }: Provider<W, R, S>) =>
  (state: FoldState<S>): Checkpoint<S> => ({ version: 1, provider: name, state })

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The state that was saved; a `DecodeFailure` where the JSON is no checkpoint of this version and provider.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { ChatStateCodec, feed, fold, openRouter, restore, save } from 'deltafold/core'
 *
 * const machine = fold(openRouter)
 * const { state } = feed(machine)(machine.initial, ['data: {"choices":[{"del'])
 * const text = JSON.stringify(save(openRouter)(state))
 * assert.deepStrictEqual(restore(openRouter, ChatStateCodec)(JSON.parse(text)), E.right(state))
 *
 * @category destructors
 * @since 0.1.0
 */
export const restore = <W, R, S>(
  { name }: Provider<W, R, S>,
  codec: t.Type<S, unknown>
): ((json: unknown) => Result<FoldState<S>>) => {
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
