/**
 * Bytes or strings to JSON lines.
 *
 * Law: the lines depend on the bytes, not on how they were cut.
 *
 * @since 0.1.0
 */
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
 * Reads a body as JSON lines. The lines are not parsed: `decodeChunk` does that.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right for each line that is not blank.
 * - Held in memory: the unfinished line, within `limits.line` bytes.
 * - Fails: a limit gives one Left (`LineTooLong`, `EventTooLarge`, `LimitExceeded`), and then it completes. An error of
 *   the source passes.
 * - Completes: with the source. A last line without its end comes marked `unfinished`.
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
