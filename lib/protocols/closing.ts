/**
 * The rule for the end of a tool call. Every protocol uses it, and for every end: the next block, the end of the call's own
 * item, the terminal of the response.
 *
 * @since 0.1.0
 */
import type { Delta } from '../data/Delta.ts'
import type { JsonPrefix } from '../machine/json/jsonPrefix.ts'
import { emptyPrefix, extend, isCut, isEmpty } from '../machine/json/jsonPrefix.ts'
import type { Emit } from '../machine/Machine.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The part of a call's state that decides how the call ends.
 *
 * @category model
 * @since 0.1.0
 */
export interface Ending {
  /** Key of the call's part. */
  readonly key: number
  /** The progress of the JSON of its arguments; `''` = they are free text. */
  readonly json: JsonPrefix
  /** Whether the provider has ended the call. */
  readonly ended: boolean
  /** Whether an event was lost that may have held a part of it, or the provider contradicted itself. */
  readonly damaged: boolean
}

/**
 * The state of a call's choice at the end of the call.
 *
 * @internal
 */
export interface Circumstances {
  /** Whether the choice was cut before the model had ended it. */
  readonly cutShort: boolean
  /** Key of the part that had the last fragment. */
  readonly last: number
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const newEnding = (key: number): Ending => ({ key, json: emptyPrefix, ended: false, damaged: false })

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The progress of the arguments after more of them.
 *
 * @internal
 */
export const withMore = (json: Ending['json'], text: string): Ending['json'] =>
  json === '' ? json : extend(json, text)

/**
 * The call after an event was lost. A call that the provider had ended is complete.
 *
 * @internal
 */
export const withLoss = <E extends Ending>(call: E): E =>
  call.ended || call.damaged ? call : { ...call, damaged: true }

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The state in which a call ends. It is `Truncated` if
 *
 * - a fragment of it was lost, or its fragments contradict each other,
 * - its arguments stop in the middle of JSON,
 * - the choice was cut short, and the call has no arguments, had the last fragment, or was not ended by the provider.
 *
 * Otherwise it is `Closed`. So is a call with arguments that no continuation can make valid JSON: `decodeArguments` rejects
 * them.
 *
 * @internal
 */
export const stateAtEnd = (
  { key, json, ended, damaged }: Ending,
  { cutShort, last }: Circumstances
): 'Closed' | 'Truncated' => {
  if (damaged || (json !== '' && isCut(json))) return 'Truncated'
  return cutShort && (!ended || key === last || (json !== '' && isEmpty(json))) ? 'Truncated' : 'Closed'
}

/**
 * Emits the end of a call.
 *
 * @internal
 */
export const emitEnd = (choice: number, call: Ending, circumstances: Circumstances, emit: Emit<Delta>): void => {
  emit({ _tag: 'ToolCallEnd', choice, key: call.key, state: stateAtEnd(call, circumstances) })
}
