/**
 * A message back to the wire: what the next request of a conversation carries.
 *
 * Source: https://platform.claude.com/docs/en/api/messages,
 * https://platform.claude.com/docs/en/build-with-claude/extended-thinking#preserving-thinking-blocks,
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming#handling-invalid-json-in-tool-responses
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Extra } from '../../data/Delta.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Choice } from '../../data/Message.ts'
import type { Part, ReasoningPart, TextPart } from '../../data/Part.ts'
import type { ClosedToolCall } from '../../data/parts/ToolCall.ts'
import { isTooDeep } from '../../machine/json/jsonDepth.ts'
import { parseJson } from '../../machine/json/parseJson.ts'

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
export interface AnthropicAssistantMessage {
  readonly role: 'assistant'
  /** The blocks, in order. */
  readonly content: ReadonlyArray<Json>
}

/**
 * The answer to a tool call: one block. Those of all calls of an answer go together into the content of one message of
 * the user, `{ role: 'user', content: [block, …] }`, before anything else.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolResult {
  readonly type: 'tool_result'
  readonly tool_use_id: string
  readonly content: string
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const isObject = (u: unknown): u is Json => typeof u === 'object' && u !== null && !Array.isArray(u)

// The wire wants an object. What is none is wrapped as the documentation says, so that the model sees what it wrote.
const toInput = (text: string): Json => {
  if (text === '') return {}
  const json = isTooDeep(text, defaultLimits.depth) ? undefined : parseJson(text)
  return isObject(json) ? json : { INVALID_JSON: text }
}

interface Call {
  readonly id: string
  readonly name: string
  readonly arguments: string
  readonly extra?: Extra
}

const toCall = (type: string, { id, name, arguments: said, extra }: Call): Json => ({
  ...extra,
  type,
  id,
  name,
  input: toInput(said)
})

const toText = ({ key, text, extra }: TextPart, parts: ReadonlyArray<Part>): ReadonlyArray<Json> => {
  if (text === '') return []
  const citations = parts.flatMap((part) => (part._tag === 'Citation' && part.of === key ? [part.raw] : []))
  return [{ ...extra, type: 'text', text, ...(citations.length === 0 ? {} : { citations }) }]
}

const toThinking = ({ kind, text, signature, data }: ReasoningPart): ReadonlyArray<Json> => {
  if (kind === 'encrypted') return [{ type: 'redacted_thinking', data: data ?? '' }]
  return signature === '' ? [] : [{ type: 'thinking', thinking: text, signature }]
}

// A fragment that no block took is no block.
const isBlock = (raw: unknown): raw is Json =>
  typeof field(raw, 'type') === 'string' && field(raw, 'type') !== 'content_block_delta'

const toBlocks = (part: Part, parts: ReadonlyArray<Part>): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return toText(part, parts)
    case 'Reasoning':
      return toThinking(part)
    case 'Refusal':
      return part.text === '' ? [] : [{ type: 'text', text: part.text }]
    case 'ToolCall':
      return [toCall('tool_use', part)]
    case 'ServerToolCall':
      return [toCall(part.kind, part)]
    case 'ServerToolResult':
    case 'Unrecognised':
      return isBlock(part.raw) ? [part.raw] : []
    case 'Citation':
    case 'Image':
    case 'File':
      return []
  }
}

/**
 * Blocks in order, as they came. Citations go back into their text. What the API refuses is left out: empty text, and
 * thinking without a signature. Raw arguments become `input`: `""` is `{}`, and what is no JSON object is
 * `{ INVALID_JSON: text }`; integers beyond 2^53 lose digits there, as they do in any JavaScript object.
 *
 * @internal
 */
export const anthropicAssistantMessage = ({ parts }: Choice): AnthropicAssistantMessage => ({
  role: 'assistant',
  content: parts.flatMap((part) => toBlocks(part, parts))
})

/** @internal */
export const anthropicToolResult = ({ id }: ClosedToolCall, result: string): AnthropicToolResult => ({
  type: 'tool_result',
  tool_use_id: id,
  content: result
})
