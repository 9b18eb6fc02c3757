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
 * Collects a body that is one JSON text, without leading white space. The text is not parsed. To read the answer of a
 * provider that came as one JSON body, use `fromResponse`.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right at the end; none if the body is blank. A text that is
 *   cut is marked `unfinished`.
 * - Held in memory: the body, within `limits.message` UTF-16 code units.
 * - Fails: at the limit, emits one Left `LimitExceeded` and completes. Errors as the source does.
 * - Completes: with the source.
 *
 * Law: the text depends on the bytes, not on how they were cut.
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
