import type { Chunk } from '../data/Chunk.ts'
import { frameOf } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import { limitsIn } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import { toJsonValue } from '../machine/json/jsonValue.ts'
import type { Machine } from '../machine/Machine.ts'
import type { AnyProvider, StateOf, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { decodeWith } from './decodeChunkMachine.ts'
import type { DecodeState } from './DecodeState.ts'

/**
 * The chunks of parsed events, for SDKs that return JSON values instead of bytes. An SDK hides the provider's `[DONE]`, so a finish reason for each choice and a clean end
 * replace it. Bytes, dates and `bigint` are read as their JSON; integers that JavaScript cannot hold have lost digits, which
 * is reported as a repair.
 *
 * - Input → output: the JSON value of each event → results of chunks, then the terminal.
 * - Held in memory: the provider's state, and sizes.
 * - Fails, done: as `decodeChunkMachine`.
 *
 * Laws: those of `Machine`; `run(chunks(p))(jsons) = run(decode(p))(frames)` for the frames of the same JSON texts, up to
 * positions and the terminal.
 *
 * @example
 * import { accumulateMessageMachine, andThen, parsedChunksMachine, openRouter, runMachine, messageText } from 'deltafold/core'
 *
 * const parsed = [{ choices: [{ delta: { content: 'Hi' } }] }, { choices: [{ delta: {}, finish_reason: 'stop' }] }]
 * const last = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(openRouter)))(parsed).at(-1)
 * assert.deepStrictEqual(last && [last._tag, messageText(last.message)], ['Complete', 'Hi'])
 *
 * @category machines
 * @since 0.1.0
 */
export const parsedChunksMachine = <P extends AnyProvider>(
  provider: P,
  options: LimitOptions = {}
): Machine<DecodeState<StateOf<P>>, unknown, Result<Chunk<WireOf<P>, never>>> => {
  const open = opened(provider)
  const limits = limitsIn(options)
  const machine = decodeWith(open.terminal === 'sentinel' ? { ...open, terminal: 'finish' } : open, { limits })
  return {
    ...machine,
    step: (state, json, emit) =>
      machine.step(state, right({ ...frameOf('', state.atEvent + 1), json: toJsonValue(json, limits.depth) }), emit)
  }
}
