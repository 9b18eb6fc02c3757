import type { OperatorFunction } from 'rxjs'

import type { Chunk } from '../data/Chunk.ts'
import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import type { OpenFraming } from '../machine/framing/frames.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { utf8Machine } from '../machine/framing/utf8.ts'
import { andThen } from '../machine/Machine.ts'
import type { AnyProvider, WireOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import { decodeChunk } from './decodeChunk.ts'
import { fromMachine } from './fromMachine.ts'

const parse = (framing: OpenFraming, options: LimitOptions): OperatorFunction<Piece, Result<Frame>> =>
  framing['~text'] === undefined
    ? fromMachine(framing['~bytes'](options))
    : fromMachine(andThen(framing['~text'](options))(utf8Machine))

/**
 * The provider's framing followed by `decodeChunk`: `readChunks(p) = parseSSE() | decodeChunk(p)` if `p` sends
 * server-sent events, otherwise with `parseNDJSON()` or `parseAwsEventStream()`. Events are decoded on demand:
 * `take(1)` decodes one. A body that is JSON or a page has no events, which is `NoEvents`: for a whole HTTP response, which may
 * be one, see `fromResponse`.
 *
 * - Input → output: pieces of a body, cut anywhere → chunks.
 * - Held in memory, fails, completes: as its two parts. An error of the source becomes a Left; a piece that is neither
 *   bytes nor a string errors with a `TypeError`.
 *
 * @example
 * import { from } from 'rxjs'
 * import { accumulateToolCalls, groq, readChunks, rights } from 'deltafold'
 *
 * const call = '{"index":0,"id":"a","function":{"name":"add","arguments":"{}"}}'
 * from(`data: {"choices":[{"delta":{"tool_calls":[${call}]}}]}\n\ndata: [DONE]\n\n`)
 *   .pipe(readChunks(groq), accumulateToolCalls(), rights())
 *   .subscribe(([first]) => {
 *     assert.deepStrictEqual(first?.name, 'add')
 *   })
 *
 * @category operators
 * @since 0.1.0
 */
export const readChunks = <P extends AnyProvider>(
  provider: P,
  options: LimitOptions = {}
): OperatorFunction<Piece, Result<Chunk<WireOf<P>, never>>> => {
  const { framing } = opened(provider)
  return (source) => source.pipe(parse(framing, options), decodeChunk(provider, options))
}
