/**
 * ```ts
 * type MessageState = Streaming | Outcome
 * type Outcome = Complete | Truncated | Failed
 * ```
 *
 * A message with its progress, its failures and its repairs.
 *
 * - `Complete`: the provider's terminal arrived. Failures of single events are in `failures`.
 * - `Truncated`: it did not (cut transport, early end, a corrupt binary event, after which nothing can be read). Exactly
 *   one of its failures is the reason.
 * - `Failed`: the provider reported an error, the body is not a stream of the provider, or a limit was exceeded.
 *
 * In an outcome no tool call is `Open`.
 *
 * @since 0.1.0
 */
import type { Failure } from './Failure.ts'
import type { Choice, Message } from './Message.ts'
import type { Part } from './Part.ts'
import type { OpenToolCall } from './parts/ToolCall.ts'
import type { Repair } from './Repair.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

interface State<Tag extends string> {
  readonly _tag: Tag
  readonly message: Message
  readonly failures: ReadonlyArray<Failure>
  readonly repairs: ReadonlyArray<Repair>
}

/**
 * A response that has not ended: more may arrive.
 *
 * @category model
 * @since 0.1.0
 */
export interface Streaming extends State<'Streaming'> {}

/**
 * The provider's terminal arrived; failures of single events are in `failures`.
 *
 * @category model
 * @since 0.1.0
 */
export interface Complete extends State<'Complete'> {}

/**
 * The response ended before its terminal.
 *
 * @category model
 * @since 0.1.0
 */
export interface Truncated extends State<'Truncated'> {}

/**
 * The provider reported an error, the body is not a stream of the provider, or a limit was exceeded.
 *
 * @category model
 * @since 0.1.0
 */
export interface Failed extends State<'Failed'> {}

/**
 * The last state of a response, in which no tool call is `Open`.
 *
 * @category model
 * @since 0.1.0
 */
export type Outcome = Complete | Truncated | Failed

/**
 * A message with its progress, its failures and its repairs.
 *
 * @category model
 * @since 0.1.0
 */
export type MessageState = Streaming | Outcome

// -------------------------------------------------------------------------------------
// refinements
// -------------------------------------------------------------------------------------

/**
 * Whether a state is the last one.
 *
 * @example
 * import { foldBody, isOutcome, openRouter } from 'deltafold'
 *
 * const outcome = foldBody(openRouter, '')
 * assert.deepStrictEqual(isOutcome(outcome), true)
 * assert.deepStrictEqual(isOutcome({ ...outcome, _tag: 'Streaming' }), false)
 *
 * @category refinements
 * @since 0.1.0
 */
export const isOutcome = (state: MessageState): state is Outcome => state._tag !== 'Streaming'

// `fails` makes the outcome `Failed` whatever else arrived; `cuts` makes it `Truncated`; `passes` concerns a single event.
const effects: Readonly<Record<Failure['_tag'], 'fails' | 'cuts' | 'passes'>> = {
  LineTooLong: 'fails',
  EventTooLarge: 'fails',
  TruncatedFrame: 'cuts',
  BadChecksum: 'cuts',
  MalformedJson: 'passes',
  DepthExceeded: 'fails',
  DecodeFailure: 'passes',
  ProviderFailure: 'fails',
  HttpFailure: 'fails',
  NotAStream: 'fails',
  NoEvents: 'fails',
  LimitExceeded: 'fails',
  IdleTimeout: 'cuts',
  TransportFailure: 'cuts',
  EndedEarly: 'cuts',
  Aborted: 'cuts'
}

/**
 * Whether a failure ends the response, whatever else arrived.
 *
 * @internal
 */
export const isFatal = ({ _tag }: Failure): boolean => effects[_tag] === 'fails'

/**
 * Whether a failure is a reason why an answer is not complete. The others concern single events, after which the answer
 * continues.
 *
 * @internal
 */
export const isReason = ({ _tag }: Failure): boolean => effects[_tag] !== 'passes'

/**
 * Whether the user ended the answer, by the `signal` or by closing an iterator. A program need not show an error then.
 *
 * @example
 * import { isAborted, openRouter, readAsync } from 'deltafold/core'
 *
 * const body = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }
 * const states = readAsync(openRouter, { signal: AbortSignal.abort() })(body)
 * for await (const state of states) assert.deepStrictEqual([state._tag, isAborted(state)], ['Truncated', true])
 *
 * @category refinements
 * @since 0.1.0
 */
export const isAborted = ({ failures }: MessageState): boolean => failures.some(({ _tag }) => _tag === 'Aborted')

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The reason why an outcome is not complete: the first failure that ended a `Failed` one, the only reason of a `Truncated`
 * one; `undefined` for a `Complete` one. Failures of single events are not reasons.
 *
 * @example
 * import { foldBody, openRouter, outcomeReason } from 'deltafold'
 *
 * const cut = foldBody(openRouter, 'data: {bad\n\ndata: {"choices":[{"delta":{"content":"Hel"}}]}\n\n')
 * assert.deepStrictEqual(cut.failures.map(({ _tag }) => _tag), ['MalformedJson', 'EndedEarly'])
 * assert.deepStrictEqual(outcomeReason(cut)?._tag, 'EndedEarly')
 *
 * @category destructors
 * @since 0.1.0
 */
export const outcomeReason = ({ _tag, failures }: Outcome): Failure | undefined =>
  _tag === 'Complete' ? undefined : (failures.find(isFatal) ?? failures.find(isReason))

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isOpen = (part: Part): part is OpenToolCall => part._tag === 'ToolCall' && part.state === 'Open'

const settlePart = (part: Part): Part => (isOpen(part) ? { ...part, state: 'Truncated' } : part)

const settleChoice = (choice: Choice): Choice =>
  choice.parts.some(isOpen) ? { ...choice, parts: choice.parts.map(settlePart) } : choice

/**
 * The message in which every call that is still open is truncated.
 *
 * @internal
 */
export const settle = (message: Message): Message => {
  const choices = message.choices.map(settleChoice)
  return choices.every((choice, i) => choice === message.choices[i]) ? message : { ...message, choices }
}
