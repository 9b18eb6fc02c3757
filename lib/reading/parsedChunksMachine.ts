/**
 * Events that somebody else has parsed, to chunks: for SDKs that give JSON values instead of bytes.
 *
 * Laws: those of `Machine`; `run(chunks(p))(jsons) = run(decode(p))(frames)` for the frames of the same JSON texts, up to
 * positions and the terminal.
 *
 * @since 0.1.0
 */
import type { Chunk } from '../data/Chunk.ts'
import { frameOf } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { right } from '../data/Result.ts'
import type { Machine } from '../machine/Machine.ts'
import type { Provider } from '../protocols/Provider.ts'
import { decodeChunkMachine } from './decodeChunkMachine.ts'
import type { DecodeState } from './DecodeState.ts'

/**
 * The chunks of parsed events. An SDK hides the provider's `[DONE]`, so a finish reason for each choice and a clean end
 * stand for it.
 *
 * - Input → output: the JSON value of each event → results of chunks, then the terminal.
 * - Held in memory: the provider's state, and sizes.
 * - Fails, done: as `decode`.
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
export const parsedChunksMachine = <W, R, S>(
  provider: Provider<W, R, S>,
  options?: LimitOptions
): Machine<DecodeState<S>, unknown, Result<Chunk<W, never>>> => {
  const machine = decodeChunkMachine(
    provider.terminal === 'sentinel' ? { ...provider, terminal: 'finish' } : provider,
    options
  )
  return {
    ...machine,
    step: (state, json, emit) =>
      machine.step(state, right({ ...frameOf('', state.atEvent + 1), json: json ?? null }), emit)
  }
}
