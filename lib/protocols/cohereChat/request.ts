/**
 * An answer and the results of its calls in the next request of a conversation.
 *
 * Source: https://docs.cohere.com/reference/chat, https://docs.cohere.com/docs/tool-use-overview
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { Choice } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputPart } from '../../data/ToolOutput.ts'
import { wrapped } from '../otherFields.ts'
import { noMedia, outputText, textOfOutput } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { inMessages } from '../RequestWriter.ts'
import { PLAN } from './content.ts'

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
export interface CohereAssistantMessage {
  readonly role: 'assistant'
  /** Text and thinking, in order. */
  readonly content?: ReadonlyArray<Json>
  readonly tool_plan?: string
  readonly tool_calls?: ReadonlyArray<Json>
  readonly citations?: ReadonlyArray<unknown>
}

/**
 * The answer to a tool call.
 *
 * @category model
 * @since 0.1.0
 */
export interface CohereToolMessage {
  readonly role: 'tool'
  readonly tool_call_id: string
  /** Documents if there are JSON objects, so that the answer can cite them. */
  readonly content: string | ReadonlyArray<Json>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

// Fragments that were never attached to a content are dropped, and so are calls without a name.
const isContent = (raw: unknown): raw is Json =>
  isObject(raw) && typeof field(raw, 'type') === 'string' && !('delta' in raw) && !('function' in raw)

const toContent = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
    case 'Refusal':
      return [{ type: 'text', text: part.text }]
    case 'Reasoning':
      return part.format === PLAN ? [] : [{ type: 'thinking', thinking: part.text }]
    case 'Unrecognised':
      return isContent(part.raw) ? [part.raw] : []
    // These are in other fields of the message.
    case 'ToolCall':
    case 'Citation':
      return []
    // The request has no field for these.
    case 'ServerToolCall':
    case 'ServerToolResult':
    case 'Image':
    case 'File':
      return []
  }
}

const toCall = ({ id, name, arguments: args, extra }: ToolCall): Json => ({
  id,
  type: 'function',
  ...wrapped('function', { name, arguments: args === '' ? '{}' : args }, extra)
})

const someOf = (name: string, list: ReadonlyArray<unknown>): Json => (list.length === 0 ? {} : { [name]: list })

const sent = ({ parts }: Choice, isKept: (part: Part) => boolean): ReadonlyArray<Part> =>
  parts.filter((part) => {
    switch (part._tag) {
      case 'Text':
      case 'Refusal':
      case 'Reasoning':
        return part.text !== '' && isKept(part)
      case 'Unrecognised':
        return isContent(part.raw) && isKept(part)
      case 'ToolCall':
      case 'Citation':
        return isKept(part)
      // The request has no field for these.
      case 'ServerToolCall':
      case 'ServerToolResult':
      case 'Image':
      case 'File':
        return false
    }
  })

const assistantMessage = (parts: ReadonlyArray<Part>): CohereAssistantMessage => {
  const plan = parts.flatMap((part) => (part._tag === 'Reasoning' && part.format === PLAN ? [part.text] : [])).join('')
  return {
    role: 'assistant',
    ...someOf('content', parts.flatMap(toContent)),
    ...(plan === '' ? {} : { tool_plan: plan }),
    ...someOf('tool_calls', parts.filter(isToolCall).map(toCall)),
    ...someOf(
      'citations',
      parts.flatMap((part) => (part._tag === 'Citation' ? [part.raw] : []))
    )
  }
}

const isDocument = (part: OutputPart): boolean => part._tag === 'Json' && isObject(part.value)

const toOutput = (part: OutputPart): ReadonlyArray<Json> => {
  if (part._tag === 'Json' && isObject(part.value)) return [{ type: 'document', document: { data: part.value } }]
  const text = textOfOutput(part)
  return text === undefined ? [] : [{ type: 'text', text }]
}

const toolResult = ({ id }: ClosedToolCall, output: Output): CohereToolMessage => ({
  role: 'tool',
  tool_call_id: id,
  content: output.content.some(isDocument) ? output.content.flatMap(toOutput) : outputText(output)
})

/**
 * Writes contents in order, with the plan, the calls and the citations beside them.
 *
 * @internal
 */
export const cohereRequest: RequestWriter<
  CohereAssistantMessage,
  CohereToolMessage,
  CohereAssistantMessage | CohereToolMessage
> = {
  sent,
  assistantMessage,
  toolResult,
  toMedia: noMedia,
  nextTurn: inMessages({ assistantMessage, toolResult }),
  endsInReasoning: true
}
