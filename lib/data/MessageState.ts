/**
 * ```ts
 * type MessageState = Streaming | Outcome
 * type Outcome = Complete | Truncated | Failed
 * ```
 *
 * A message with its progress, its failures and its repairs.
 *
 * - `Complete`: the provider's terminal came. Single bad chunks stand in `failures`.
 * - `Truncated`: it did not (cut transport, early end, a corrupt binary event, behind which nothing can be read).
 * - `Failed`: the provider reported an error, the body is not a stream of the provider, or a limit was passed.
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
 * More may come.
 *
 * @category model
 * @since 0.1.0
 */
export interface Streaming extends State<'Streaming'> {}

/**
 * The provider's terminal came; failures of single events are in `failures`.
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
 * The provider reported an error, the body is not a stream of the provider, or a limit was passed.
 *
 * @category model
 * @since 0.1.0
 */
export interface Failed extends State<'Failed'> {}

/**
 * The last state of a response. No tool call of it is `Open`.
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

/**
 * Whether a failure ends the response, whatever else arrived.
 *
 * @internal
 */
export const isFatal = ({ _tag }: Failure): boolean => {
  switch (_tag) {
    case 'ProviderFailure':
    case 'HttpFailure':
    case 'NotAStream':
    case 'NoEvents':
    case 'LineTooLong':
    case 'EventTooLarge':
    case 'DepthExceeded':
    case 'LimitExceeded':
      return true
    default:
      return false
  }
}

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
