import type { OperatorFunction } from 'rxjs'

import type { Frame } from '../data/Frame.ts'
import type { LimitOptions } from '../data/Limits.ts'
import type { Result } from '../data/Result.ts'
import { parseAwsEventStreamMachine } from '../machine/framing/awsEventStream.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { fromMachine } from './fromMachine.ts'

/**
 * Parses a binary event stream of AWS (`application/vnd.amazon.eventstream`), as Amazon Bedrock sends it, and checks
 * its checksums.
 *
 * - Input → output: pieces of a body, cut anywhere → one Right for each message: the type of the event or of the
 *   exception as `event`, the payload as `data`.
 * - Held in memory: the unfinished message, within `limits.event` bytes.
 * - Fails: emits one Left and completes: `BadChecksum` for a wrong checksum or length, `EventTooLarge` or
 *   `LimitExceeded` at a limit. Errors as the source does.
 * - Completes: with the source; if that is inside a message, after a Left `TruncatedFrame`.
 *
 * Law: the messages depend on the bytes, not on how they were cut.
 *
 * Source: https://smithy.io/2.0/aws/amazon-eventstream.html
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { of, toArray } from 'rxjs'
 * import { parseAwsEventStream } from 'deltafold'
 *
 * const empty = Uint8Array.of(0, 0, 0, 16, 0, 0, 0, 0, 0x05, 0xc2, 0x48, 0xeb, 0x7d, 0x98, 0xc8, 0xff)
 * of(empty.subarray(0, 5), empty.subarray(5), new Uint8Array(12)).pipe(parseAwsEventStream(), toArray()).subscribe((results) => {
 *   assert.deepStrictEqual(results.map(E.match(({ _tag }) => _tag, ({ data }) => data)), ['', 'BadChecksum'])
 * })
 *
 * @category operators
 * @since 0.1.0
 */
export const parseAwsEventStream = (options?: LimitOptions): OperatorFunction<Piece, Result<Frame>> =>
  fromMachine(parseAwsEventStreamMachine(options))
