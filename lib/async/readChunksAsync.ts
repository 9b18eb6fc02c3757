import { failureOf } from '../codec/FailureError.ts'
import { isMisuse } from '../codec/misuse.ts'
import { raise } from '../codec/raise.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Result } from '../data/Result.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import type { AnyProvider, ResponseOf, WireOf } from '../protocols/Provider.ts'
import type { BodyOptions } from '../reading/readChunksMachine.ts'
import { readChunksMachine } from '../reading/readChunksMachine.ts'
import { openSource } from './openSource.ts'

/**
 * The chunks of a body, for `for await`: the source of `throughMachine`. To stop a source that is waiting, abort it yourself;
 * `readAsync` also stops a source that does not answer.
 *
 * - Input → output: pieces of a body → results of chunks.
 * - Held in memory: as `readChunksMachine`, and the chunks of one piece that were not yet requested.
 * - Fails: an error of the source is a Left `TransportFailure`. A piece that is neither bytes nor a string rejects with a
 *   `TypeError`.
 * - Completes: at the provider's terminal, or with the source.
 *
 * @example
 * import { openRouter, readChunksAsync } from 'deltafold/core'
 *
 * async function* body() {
 *   yield await Promise.resolve('data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n')
 * }
 * const seen: Array<string> = []
 * for await (const { _tag } of readChunksAsync(openRouter)(body())) seen.push(_tag)
 * assert.deepStrictEqual(seen, ['Right', 'Left'])
 *
 * @category folds
 * @since 0.1.0
 */
export const readChunksAsync = <P extends AnyProvider>(
  provider: P,
  options: BodyOptions = {}
): ((source: AsyncIterable<Piece>) => AsyncGenerator<Result<Chunk<WireOf<P>, ResponseOf<P>>>, void>) =>
  async function* (source) {
    const machine = readChunksMachine(provider, options)
    let state = machine.initial
    let ready: Result<Chunk<WireOf<P>, ResponseOf<P>>>[] = []
    const emit = (result: (typeof ready)[number]): void => {
      ready.push(result)
    }
    const taken = (): typeof ready => {
      const results = ready
      ready = []
      return results
    }
    const pieces = openSource(source)
    let isOpen = true
    try {
      while (isOpen && !machine.done(state)) {
        try {
          const next = await pieces.next()
          if (next.done === true) {
            isOpen = false
            state = machine.end(state, emit)
          } else state = machine.step(state, next.value, emit)
        } catch (error) {
          if (isMisuse(error)) raise(error as Error) // as `misuse` made it
          isOpen = false
          machine.interrupted(state, (at) => failureOf(error, at), emit)
        }
        yield* taken()
      }
      if (isOpen) machine.end(state, emit)
      yield* taken()
    } finally {
      await pieces.close()
    }
  }
