/**
 * An answer and the results of its calls in the next request of a conversation.
 *
 * Source: https://platform.claude.com/docs/en/api/messages,
 * https://platform.claude.com/docs/en/build-with-claude/extended-thinking#preserving-thinking-blocks,
 * https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback,
 * https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming#handling-invalid-json-in-tool-responses
 *
 * @since 0.1.0
 */
import { field } from '../../codec/field.ts'
import type { Extra } from '../../data/Delta.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Choice } from '../../data/Message.ts'
import type { Part, ReasoningPart, ServerToolCall } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputMedia } from '../../data/ToolOutput.ts'
import { isTooDeep } from '../../machine/json/jsonDepth.ts'
import { objectIn } from '../otherFields.ts'
import { isMedia, outputBlocks, outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { inOneMessage } from '../RequestWriter.ts'
import { citationsOf, mayWait, resultIds, sentWithCitations } from '../sentParts.ts'

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
 * The answer to a tool call: one block. The answers to all calls of an answer are sent in one user message.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolResult {
  readonly type: 'tool_result'
  readonly tool_use_id: string
  /** Blocks if there are media. */
  readonly content: string | ReadonlyArray<Json>
  readonly is_error?: true
}

/**
 * The user message with the results of all calls of an answer. The next input of the user may be appended to its content.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicToolResults {
  readonly role: 'user'
  readonly content: ReadonlyArray<AnthropicToolResult>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

// The wire requires an object. Any other value is wrapped as documented, so that the model sees its own output.
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

const toCall = (type: string, { id, name, arguments: said, extra }: Call): Json => ({
  ...extra,
  type,
  id,
  name,
  input: toInput(said)
})

const toThinking = ({ kind, text, signature, data }: ReasoningPart): Json =>
  kind === 'encrypted'
    ? { type: 'redacted_thinking', data: data ?? '' }
    : { type: 'thinking', thinking: text, signature }

// Fragments that were never attached to a block are dropped.
const isBlock = (raw: unknown): raw is Json =>
  typeof field(raw, 'type') === 'string' && field(raw, 'type') !== 'content_block_delta'

const toBlocks = (part: Part, citations: ReadonlyArray<unknown> | undefined): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return [{ ...part.extra, type: 'text', text: part.text, ...(citations === undefined ? {} : { citations }) }]
    case 'Reasoning':
      return [toThinking(part)]
    case 'Refusal':
      return [{ type: 'text', text: part.text }]
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

// The block that marks the point from which another model continued.
const isFallback = (part: Part): boolean => part._tag === 'Unrecognised' && field(part.raw, 'type') === 'fallback'

const isWhole = ({ arguments: said }: ServerToolCall): boolean => said === '' || objectIn(said) !== undefined

/**
 * Leaves out parts that the API rejects: blank text, thinking without a signature, a call of the provider that was cut or has
 * no result; and the thinking and the calls of a model that another model replaced within the answer.
 */
const sent = (choice: Choice, isKept: (part: Part) => boolean): ReadonlyArray<Part> => {
  const results = resultIds(choice.parts)
  const isWaiting = mayWait(choice)
  const begin = choice.parts.findLastIndex(isFallback)
  return sentWithCitations(choice.parts, (part, at) => {
    if (!isKept(part)) return false
    switch (part._tag) {
      case 'Text':
      case 'Refusal':
        return part.text.trim() !== ''
      case 'Reasoning':
        return at > begin && (part.kind === 'encrypted' || part.signature !== '')
      case 'ToolCall':
        return at > begin
      case 'ServerToolCall':
        return isWhole(part) && (results.has(part.id) || (isWaiting && at > begin))
      case 'ServerToolResult':
      case 'Unrecognised':
        return isBlock(part.raw)
      case 'Citation':
      case 'Image':
      case 'File':
        return false
    }
  })
}

const assistantMessage = (parts: ReadonlyArray<Part>): AnthropicAssistantMessage => {
  const citations = citationsOf(parts)
  return { role: 'assistant', content: parts.flatMap((part) => toBlocks(part, citations.get(part.key))) }
}

const images = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

const toMedia = (media: OutputMedia): Json | undefined => {
  const { _tag, name } = media
  const mediaType = media.mediaType === 'image/jpg' ? 'image/jpeg' : media.mediaType
  const source =
    'url' in media ? { type: 'url', url: media.url } : { type: 'base64', media_type: mediaType, data: media.data }
  if (_tag === 'Image') return 'url' in media || images.includes(mediaType) ? { type: 'image', source } : undefined
  if (mediaType !== 'application/pdf') return undefined
  return { type: 'document', source, ...(name === undefined ? {} : { title: name }) }
}

const toText = (text: string): Json => ({ type: 'text', text })

const toolResult = ({ id }: ClosedToolCall, output: Output): AnthropicToolResult => ({
  type: 'tool_result',
  tool_use_id: id,
  content: output.content.some(isMedia) ? outputBlocks(output, toText, toMedia) : outputText(output),
  ...(output.isError ? { is_error: true } : {})
})

const toUser = (content: ReadonlyArray<AnthropicToolResult>): AnthropicToolResults => ({ role: 'user', content })

const nextTurn = inOneMessage({ assistantMessage, toolResult }, toUser)

/**
 * Writes blocks in order, unchanged. Citations are put back into their text. Raw arguments become `input`: `""` is `{}`, and
 * text that is not a JSON object is `{ INVALID_JSON: text }`; integers beyond 2^53 lose digits, as in any JavaScript object.
 *
 * In the items of the next turn, the calls come after all other blocks, as the API requires.
 *
 * @internal
 */
export const anthropicRequest: RequestWriter<
  AnthropicAssistantMessage,
  AnthropicToolResult,
  AnthropicAssistantMessage | AnthropicToolResults
> = {
  sent,
  assistantMessage,
  toolResult,
  toMedia,
  nextTurn: (parts, answers) =>
    nextTurn([...parts.filter((part) => !isToolCall(part)), ...parts.filter(isToolCall)], answers),
  endsInReasoning: false
}
