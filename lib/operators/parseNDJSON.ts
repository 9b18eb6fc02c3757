import type { OperatorFunction } from 'rxjs'

import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { parseNDJSONMachine } from '../machine/framing/ndjson.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { utf8Machine } from '../machine/framing/utf8.ts'
import { andThen } from '../machine/Machine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Splits a body into JSON lines. The lines are not parsed: `decodeChunk` does that.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right for each line that is not blank. A last line without
 *   a line end is marked `unfinished`.
 * - Held in memory: the unfinished line, within `limits.line` bytes.
 * - Fails: at a limit, emits one Left (`LineTooLong`, `EventTooLarge` or `LimitExceeded`) and completes. Errors as the
 *   source does.
 * - Completes: with the source.
 *
 * Law: the lines depend on the bytes, not on how they were cut.
 *
 * Source: https://github.com/ndjson/ndjson-spec
 *
 * @example
 * import { of, toArray } from 'rxjs'
 * import { parseNDJSON, rights } from 'deltafold'
 *
 * of('{"message":"Hel', 'lo"}\n{"done":true}\n').pipe(parseNDJSON(), rights(), toArray()).subscribe((lines) => {
 *   assert.deepStrictEqual(lines.map(({ data }) => data), ['{"message":"Hello"}', '{"done":true}'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const parseNDJSON = (options?: LimitOptions): OperatorFunction<Piece, Result<Frame>> =>
  fromMachine(andThen(parseNDJSONMachine(options))(utf8Machine))
