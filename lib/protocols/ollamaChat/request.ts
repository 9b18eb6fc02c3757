/**
 * A message back to the wire: what the next request carries. Arguments are objects there, and a result names its tool.
 *
 * Source: https://docs.ollama.com/capabilities/tool-calling, https://docs.ollama.com/capabilities/thinking
 *
 * @since 0.1.0
 */
import type { Choice, Message } from '../../data/Message.ts'
import { messageReasoning, messageText } from '../../data/Message.ts'
import type { ImagePart, Part, ReasoningPart, TextPart } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import { objectIn, wrapped } from '../otherFields.ts'
import { providerId } from '../syntheticId.ts'

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
export interface OllamaAssistantMessage {
  readonly role: 'assistant'
  readonly content: string
  readonly thinking?: string
  readonly images?: ReadonlyArray<string>
  readonly tool_calls?: ReadonlyArray<Json>
}

/**
 * The answer to a tool call.
 *
 * @category model
 * @since 0.1.0
 */
export interface OllamaToolMessage {
  readonly role: 'tool'
  readonly tool_name: string
  /** Absent where the provider gave the call none. */
  readonly tool_call_id?: string
  readonly content: string
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const idOf = (call: ToolCall): Json => (providerId(call) === '' ? {} : { id: call.id })

const toCall = (call: ToolCall): Json => ({
  ...idOf(call),
  ...wrapped('function', { name: call.name, arguments: objectIn(call.arguments) ?? {} }, call.extra)
})

/** The kinds that the request has a field for. */
type Sent = TextPart | ReasoningPart | ToolCall | ImagePart

type LeftOut = Extract<
  Part,
  { readonly _tag: 'Refusal' | 'ServerToolCall' | 'ServerToolResult' | 'Citation' | 'File' | 'Unrecognised' }
>

/** @internal */
export const ollamaAssistantMessage = (choice: Choice): OllamaAssistantMessage => {
  const whole: Message = { choices: [choice] }
  const parts: ReadonlyArray<Sent | LeftOut> = choice.parts
  const thinking = messageReasoning(whole)
  const images = parts.flatMap((part) => (part._tag === 'Image' ? [part.data] : []))
  const calls = parts.filter(isToolCall)
  return {
    role: 'assistant',
    content: messageText(whole),
    ...(thinking === '' ? {} : { thinking }),
    ...(images.length === 0 ? {} : { images }),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(toCall) })
  }
}

/** @internal */
export const ollamaToolMessage = (call: ClosedToolCall, result: string): OllamaToolMessage => ({
  role: 'tool',
  tool_name: call.name,
  ...(providerId(call) === '' ? {} : { tool_call_id: call.id }),
  content: result
})
