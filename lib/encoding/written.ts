/**
 * Values that several targets write.
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../data/FinishReason.ts'
import type { Choice, Message } from '../data/Message.ts'
import { partPlaceOf, placeOf } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import type { ClosedToolCall, ToolCall, TruncatedToolCall } from '../data/parts/ToolCall.ts'
import type { Usage } from '../data/Usage.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'

/** @internal */
export type Json = Readonly<Record<string, unknown>>

/**
 * The field with this name; none if the value is missing.
 *
 * @internal
 */
export const given = (name: string, value: unknown): Json => (value === undefined ? {} : { [name]: value })

/**
 * The choice with index 0.
 *
 * @internal
 */
export const onlyChoice = ({ choices }: Message): Choice => choices[placeOf(choices, 0)] ?? { index: 0, parts: [] }

/**
 * The part that an event is about, as far as it is known.
 *
 * @internal
 */
export const partOf = <Tag extends Part['_tag']>(
  { choices }: Message,
  tag: Tag,
  choice: number,
  key: number
): Extract<Part, { readonly _tag: Tag }> | undefined => {
  const parts = choices[placeOf(choices, choice)]?.parts ?? []
  // `partPlaceOf` compares only the tag and the key.
  return parts[partPlaceOf(parts, { _tag: tag, key } as Part)] as Extract<Part, { readonly _tag: Tag }> | undefined
}

/** @internal */
export const isClosed = (part: Part): part is ClosedToolCall => part._tag === 'ToolCall' && part.state === 'Closed'

/**
 * The reason why a complete choice ended. A choice that ended with calls to run ended to call them, also if its provider
 * reported `stop`.
 *
 * @internal
 */
export const finishOf = ({ finishReason = 'stop', parts }: Choice): FinishReason =>
  finishReason === 'stop' && parts.some(isClosed) ? 'tool_call' : finishReason

/**
 * Whether the arguments of a call are a JSON object; no arguments are an empty one.
 *
 * @internal
 */
export const hasObject = ({ arguments: text }: ToolCall | TruncatedToolCall): boolean => {
  if (text === '') return true
  const json = parseJson(text)
  return !isMalformed(json) && typeof json === 'object' && json !== null && !Array.isArray(json)
}

/**
 * The arguments of a call as the text of a JSON object on one line: unchanged but for line ends, so that no digit is lost.
 * Other text is the one field of an object.
 *
 * @internal
 */
export const objectText = (call: ToolCall): string => {
  if (!hasObject(call)) return JSON.stringify({ input: call.arguments })
  return call.arguments === '' ? '{}' : call.arguments.replaceAll('\r', ' ').replaceAll('\n', ' ')
}

/**
 * The tokens of the input that no cache had, or 0: some wires count those of the cache beside them.
 *
 * @internal
 */
export const uncachedInput = ({
  inputTokens = 0,
  cacheReadInputTokens = 0,
  cacheCreationInputTokens = 0
}: Usage): number => Math.max(inputTokens - cacheReadInputTokens - cacheCreationInputTokens, 0)
