/**
 * Bytes to the messages of `application/vnd.amazon.eventstream`, the binary framing of Amazon Bedrock. The type of an
 * event or of an exception is the frame's `event`, its payload the `data`; an error without a payload becomes
 * `{"code", "message"}` under `error`. Both checksums are checked; after a wrong
 * checksum the next message cannot be found.
 *
 * The unfinished message is held as text, one character for each byte, as a rope that grows at its end. Its length is
 * in its prelude, so no byte is read twice.
 *
 * Laws: those of `Machine`.
 *
 * Source: https://smithy.io/2.0/aws/amazon-eventstream.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTSelectObjectAppendix.html
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'
import type * as t from 'io-ts'

import * as f from '../../codec/fields.ts'
import type { Failure, Position } from '../../data/Failure.ts'
import { badChecksum, eventTooLarge, truncatedFrame } from '../../data/Failure.ts'
import type { Frame } from '../../data/Frame.ts'
import { tooManyEvents } from '../../data/limitExceeded.ts'
import type { LimitOptions } from '../../data/Limits.ts'
import { limitsIn } from '../../data/Limits.ts'
import type { Result } from '../../data/Result.ts'
import { isLeft, left, right } from '../../data/Result.ts'
import { append } from '../../data/rope.ts'
import type { Emit, Machine } from '../Machine.ts'
import { messageLength, PRELUDE, readMessage } from './awsMessage.ts'
import { checkPiece } from './checkPiece.ts'
import type { Piece } from './utf8.ts'
import { encodePiece, replacement } from './utf8.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

const awsEventStreamState = () => ({
  /** The bytes of the unfinished message, as the characters U+0000 to U+00FF. */
  rest: f.string,
  /** Its length in bytes, from its prelude; 0 = the prelude is incomplete. */
  length: f.natural,
  /** Offset of its first byte. */
  atByte: f.natural,
  /** A high surrogate that ended a string piece; 0 = none. */
  surrogate: f.codeUnit,
  /** The number of frames emitted. */
  events: f.natural,
  /** A limit was exceeded or a checksum was wrong: nothing more is read. */
  over: f.boolean
})

/**
 * The state of `parseAwsEventStreamMachine`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AwsEventStreamState extends f.RecordOf<typeof awsEventStreamState> {}

/** @internal */
export const AwsEventStreamState: t.Type<AwsEventStreamState, unknown> = /* @__PURE__ */ f.record(
  'AwsEventStreamState',
  awsEventStreamState
)

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

const TAB = 9

/**
 * Whether a body that begins with this piece is binary. A binary message begins with its length, and none of 150 MB is sent:
 * its first byte is not one that text begins with.
 *
 * @internal
 */
export const isBinary = (piece: Piece): boolean =>
  (typeof piece === 'string' ? piece.charCodeAt(0) : (piece[0] ?? TAB)) < TAB

// -------------------------------------------------------------------------------------
// bytes as characters
// -------------------------------------------------------------------------------------

const MAX_ARGUMENTS = 4096

const toCharacters = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += MAX_ARGUMENTS) {
    text += String.fromCharCode(...bytes.subarray(i, i + MAX_ARGUMENTS))
  }
  return text
}

/** The bytes of some characters, followed by more bytes. */
const toBytes = (text: string, more: Uint8Array): Uint8Array => {
  if (text === '') return more
  const bytes = new Uint8Array(text.length + more.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  bytes.set(more, text.length)
  return bytes
}

// -------------------------------------------------------------------------------------
// the machine
// -------------------------------------------------------------------------------------

/**
 * Splits a binary body into its messages.
 *
 * - Input → output: pieces of a body → one Right for each message.
 * - Held in memory: the unfinished message, within `limits.event` bytes.
 * - Fails: one Left `BadChecksum`, `EventTooLarge` or `LimitExceeded` (of `limits.events`); a Left `TruncatedFrame` if
 *   the body ends inside a message.
 * - Done: after a limit was exceeded, or a checksum or a length was wrong.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { parseAwsEventStreamMachine, runMachine } from 'deltafold'
 *
 * const empty = Uint8Array.of(0, 0, 0, 16, 0, 0, 0, 0, 0x05, 0xc2, 0x48, 0xeb, 0x7d, 0x98, 0xc8, 0xff)
 * const [frame, cut] = runMachine(parseAwsEventStreamMachine())([empty, empty.subarray(0, 3)])
 * assert.deepStrictEqual(frame !== undefined && E.isRight(frame) && frame.right.data, '')
 * assert.deepStrictEqual(cut !== undefined && E.isLeft(cut) && [cut.left._tag, cut.left.atByte], ['TruncatedFrame', 16])
 *
 * @category machines
 * @since 0.1.0
 */
export const parseAwsEventStreamMachine = (
  options: LimitOptions = {}
): Machine<AwsEventStreamState, Piece, Result<Frame>> => {
  const limits = limitsIn(options)
  type State = AwsEventStreamState

  const lengthOf = (prelude: Uint8Array, at: Position): E.Either<Failure, number> => {
    const length = messageLength(prelude)
    if (length === undefined) return left(badChecksum(at))
    return length > limits.event ? left(eventTooLarge(limits.event, at)) : right(length)
  }

  const frameOf = (message: Uint8Array, atByte: number, atEvent: number): Result<Frame> => {
    const read = readMessage(message)
    if (read === undefined) return left(badChecksum({ atByte, atEvent }))
    if (atEvent >= limits.events) return left(tooManyEvents(limits.events, { atByte, atEvent }))
    return right({ event: read.event, data: read.data, lastEventId: '', atByte, atEvent, unfinished: false })
  }

  const read = (state: State, bytes: Uint8Array, surrogate: number, emit: Emit<Result<Frame>>): State => {
    let { rest, length, atByte, events } = state
    let from = 0

    const fail = (failure: Failure): State => {
      emit(left(failure))
      return { rest: '', length: 0, atByte, surrogate: 0, events, over: true }
    }

    for (;;) {
      const wanted = (length === 0 ? PRELUDE : length) - rest.length
      if (bytes.length - from < wanted) {
        return {
          rest: append(rest, toCharacters(bytes.subarray(from))),
          length,
          atByte,
          surrogate,
          events,
          over: false
        }
      }
      const whole = toBytes(rest, bytes.subarray(from, from + wanted))
      if (length === 0) {
        const found = lengthOf(whole, { atByte, atEvent: events })
        if (isLeft(found)) return fail(found.left)
        length = found.right
      } else {
        const found = frameOf(whole, atByte, events)
        if (isLeft(found)) return fail(found.left)
        emit(found)
        atByte += length
        events += 1
        from += wanted
        rest = ''
        length = 0
      }
    }
  }

  return {
    initial: { rest: '', length: 0, atByte: 0, surrogate: 0, events: 0, over: false },

    step: (state, piece, emit) => {
      checkPiece(piece)
      if (state.over || piece.length === 0) return state
      const { bytes, surrogate } = encodePiece(state.surrogate, piece)
      return read(state, bytes, surrogate, emit)
    },

    end: (state, emit) => {
      if (state.over) return state
      const last = state.surrogate === 0 ? state : read(state, replacement, 0, emit)
      const { rest, atByte, events: atEvent, over } = last
      if (!over && rest !== '') emit(left(truncatedFrame(rest.length, { atByte, atEvent }, 'bytes')))
      return last
    },

    done: ({ over }) => over
  }
}
