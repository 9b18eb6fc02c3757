/**
 * A message back to the wire: what the next request of a conversation carries.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { Extra } from '../../data/Delta.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Choice } from '../../data/Message.ts'
import type { ImagePart, Part, ReasoningPart, TextPart } from '../../data/Part.ts'
import type { ClosedToolCall } from '../../data/parts/ToolCall.ts'
import { isTooDeep } from '../../machine/json/jsonDepth.ts'
import { objectIn } from '../otherFields.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * The assistant message of the next request.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseAssistantMessage {
  readonly role: 'assistant'
  /** The blocks, in order. */
  readonly content: ReadonlyArray<Json>
}

/**
 * The answer to a tool call: one block. Those of all calls of an answer go together into the content of one message of
 * the user, `{ role: 'user', content: [block, …] }`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseToolResult {
  readonly toolResult: {
    readonly toolUseId: string
    readonly content: ReadonlyArray<{ readonly text: string }>
  }
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

// The wire wants an object. What is none is wrapped, so that the model sees what it wrote.
const toInput = (text: string): Json => {
  if (text === '') return {}
  return (isTooDeep(text, defaultLimits.depth) ? undefined : objectIn(text)) ?? { INVALID_JSON: text }
}

interface Call {
  readonly id: string
  readonly name: string
  readonly arguments: string
  readonly extra?: Extra
}

const toCall = ({ id, name, arguments: said, extra }: Call, beside: Json = {}): Json => ({
  toolUse: { ...extra, ...beside, toolUseId: id, name, input: toInput(said) }
})

const toText = ({ key, text }: TextPart, parts: ReadonlyArray<Part>): ReadonlyArray<Json> => {
  if (text === '') return []
  const citations = parts.flatMap((part) => (part._tag === 'Citation' && part.of === key ? [part.raw] : []))
  return [citations.length === 0 ? { text } : { citationsContent: { content: [{ text }], citations } }]
}

const toReasoning = ({ kind, text, signature, data }: ReasoningPart): ReadonlyArray<Json> => {
  if (kind === 'encrypted') return [{ reasoningContent: { redactedContent: data ?? '' } }]
  return signature === '' ? [] : [{ reasoningContent: { reasoningText: { text, signature } } }]
}

const toImage = ({ mediaType, url, data }: ImagePart): Json => ({
  image: {
    format: mediaType.slice(mediaType.indexOf('/') + 1),
    source: url === '' ? { bytes: data } : { s3Location: { uri: url } }
  }
})

// A fragment that no block took is no block.
const isBlock = (raw: unknown): raw is Json => isObject(raw) && field(raw, 'contentBlockDelta') === undefined

const toBlocks = (part: Part, parts: ReadonlyArray<Part>): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return toText(part, parts)
    case 'Reasoning':
      return toReasoning(part)
    case 'Refusal':
      return part.text === '' ? [] : [{ text: part.text }]
    case 'ToolCall':
      return [toCall(part)]
    case 'ServerToolCall':
      return [toCall(part, { type: part.kind })]
    case 'ServerToolResult':
      return [{ toolResult: part.raw }]
    case 'Image':
      return [toImage(part)]
    case 'Unrecognised':
      return isBlock(part.raw) ? [part.raw] : []
    case 'Citation':
    case 'File':
      return []
  }
}

/**
 * Blocks in order, as they came. Citations go back into their text. What the API refuses is left out: empty text, and
 * reasoning without a signature. Raw arguments become `input`: `""` is `{}`, and what is no JSON object is
 * `{ INVALID_JSON: text }`; integers beyond 2^53 lose digits there, as they do in any JavaScript object.
 *
 * @internal
 */
export const converseAssistantMessage = ({ parts }: Choice): ConverseAssistantMessage => ({
  role: 'assistant',
  content: parts.flatMap((part) => toBlocks(part, parts))
})

/** @internal */
export const converseToolResult = ({ id }: ClosedToolCall, result: string): ConverseToolResult => ({
  toolResult: { toolUseId: id, content: [{ text: result }] }
})
