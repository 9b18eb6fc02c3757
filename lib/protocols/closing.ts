/**
 * How a tool call ends. Every protocol asks here, whoever ends the call: the next block, the end of its own item, the
 * terminal of the response.
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
  /** Key of the part that the call is. */
  readonly key: number
  /** How far the JSON of its arguments has come; `''` = they are free text. */
  readonly json: JsonPrefix
  /** Whether the provider has ended the call. */
  readonly ended: boolean
  /** Whether an event was lost that may have held a part of it, or the provider contradicted itself. */
  readonly damaged: boolean
}

/**
 * How the choice of a call stands when the call ends.
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

/**
 * A call that came whole.
 *
 * @internal
 */
export const wholeCall = (key: number, text: string): Ending => ({
  ...newEnding(key),
  json: extend(emptyPrefix, text),
  ended: true
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * How far arguments have come after more of them.
 *
 * @internal
 */
export const withMore = (json: Ending['json'], text: string): Ending['json'] =>
  json === '' ? json : extend(json, text)

/**
 * The call after an event was lost. What the provider had ended is whole.
 *
 * @internal
 */
export const withLoss = <E extends Ending>(call: E): E =>
  call.ended || call.damaged ? call : { ...call, damaged: true }

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The state in which a call ends. It is `Truncated` where
 *
 * - something of it was lost, or what was sent of it disagrees,
 * - its arguments stop in the middle of JSON,
 * - the choice was cut short, and the call has no arguments, had the last fragment, or was not ended by the provider.
 *
 * Otherwise it is `Closed`. So is a call whose arguments nothing can make JSON any more: the provider ended it, and
 * `decodeArguments` refuses it.
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
