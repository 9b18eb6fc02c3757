import { decodedBy } from '../codec/safely.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Position } from '../data/Failure.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, right } from '../data/Result.ts'
import { collectOutputs } from '../machine/Machine.ts'
import type { BesideState } from '../protocols/beside.ts'
import { headDeltas } from '../protocols/beside.ts'
import type { OpenProvider } from '../protocols/Provider.ts'

/**
 * The chunk for the fields of an error body that belong to the message, such as Groq's `failed_generation`. Most errors have
 * no such field, and no chunk.
 *
 * @since 0.1.0
 *
 * @internal
 */
export const errorChunks = <W, R, S>(
  { beside, chunk }: Pick<OpenProvider<W, R, S>, 'beside' | 'chunk'>,
  before: BesideState,
  json: unknown,
  position: Position
): ReadonlyArray<Result<Chunk<W, never>>> => {
  const { outputs } = collectOutputs<Delta, unknown>((emit) => beside?.(before, json, emit))
  const wire = outputs.length === 0 ? undefined : decodedBy(chunk, json)
  if (wire === undefined || isLeft(wire)) return []
  return [right({ _tag: 'StreamChunk', wire: wire.right, deltas: [...headDeltas(before), ...outputs], ...position })]
}
