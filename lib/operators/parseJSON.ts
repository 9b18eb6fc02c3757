/**
 * Bytes or strings to the one JSON text that they are.
 *
 * Law: the text depends on the bytes, not on how they were cut.
 *
 * @since 0.1.0
 */
import type { OperatorFunction } from 'rxjs'

import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { parseJSONMachine } from '../machine/framing/jsonBody.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { utf8Machine } from '../machine/framing/utf8.ts'
import { andThen } from '../machine/Machine.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Reads a body as one JSON text, white space before it left out. It is not parsed. An answer of a provider that came as
 * one JSON body is best read by `fromResponse`, which also knows what it means.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right at the end; none where the body is blank.
 * - Held in memory: the body, within `limits.message` UTF-16 code units.
 * - Fails: the limit gives one Left (`LimitExceeded`), and then it completes. An error of the source passes.
 * - Completes: with the source. A text that is not all there comes marked `unfinished`.
 *
 * @example
 * import { of } from 'rxjs'
 * import { parseJSON, rights } from 'deltafold'
 *
 * of('\n  {"choices":', '[]}').pipe(parseJSON(), rights()).subscribe(({ data, unfinished }) => {
 *   assert.deepStrictEqual([data, unfinished], ['{"choices":[]}', false])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const parseJSON = (options?: LimitOptions): OperatorFunction<Piece, Result<Frame>> =>
  fromMachine(andThen(parseJSONMachine(options))(utf8Machine))
