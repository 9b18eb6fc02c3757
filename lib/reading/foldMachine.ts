/**
 * A whole body to its outcome, as one machine: the body machine composed with the message machine.
 *
 * Laws: those of `Machine`; `outcome(cut(body)) = outcome([body])` for every cut.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import type { MessageState } from '../data/MessageState.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { Both, Machine } from '../machine/Machine.ts'
import { andThen } from '../machine/Machine.ts'
import type { AnyProvider, StateOf } from '../protocols/Provider.ts'
import { accumulateMessageMachine, AccumulatorState } from './accumulateMessageMachine.ts'
import type { BodyOptions, BodyState } from './readChunksMachine.ts'
import { bodyState, readChunksMachine } from './readChunksMachine.ts'

/**
 * The state of `foldMachine`: that of reading the body, and the message so far.
 *
 * @category model
 * @since 0.1.0
 */
export interface FoldState<S> extends Both<BodyState<S>, AccumulatorState> {}

/**
 * The codec of `FoldState`, given that of the provider's state.
 *
 * @internal
 */
export const foldState = <S>(provider: t.Type<S, unknown>): t.Type<FoldState<S>, unknown> =>
  f.record('FoldState', () => ({ first: bodyState(provider), second: AccumulatorState }))

/**
 * The message of a whole body: `foldMachine(p) = andThen(accumulateMessageMachine)(readChunksMachine(p))`.
 *
 * - Input → output: pieces of a body → a state for each chunk, then the outcome.
 * - Held in memory: the message, and the memory of `readChunksMachine`.
 * - Fails: never; failures are in the states.
 * - Done: when `readChunksMachine` is.
 *
 * @example
 * import { foldMachine, openRouter, runMachine, messageText } from 'deltafold'
 *
 * const body = 'data: {"choices":[{"delta":{"content":"Hé"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
 * const bytes = Array.from(new TextEncoder().encode(body), (byte) => Uint8Array.of(byte))
 * const last = runMachine(foldMachine(openRouter))(bytes).at(-1)
 * assert.deepStrictEqual([last?._tag, last && messageText(last.message)], ['Complete', 'Hé'])
 *
 * @category machines
 * @since 0.1.0
 */
export const foldMachine = <P extends AnyProvider>(
  provider: P,
  options?: BodyOptions
): Machine<FoldState<StateOf<P>>, Piece, MessageState> =>
  andThen(accumulateMessageMachine)(readChunksMachine(provider, options))
