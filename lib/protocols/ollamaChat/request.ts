/**
 * An answer and the results of its calls in the next request. Arguments are objects there, and a result names its tool.
 *
 * Source: https://docs.ollama.com/capabilities/tool-calling, https://docs.ollama.com/capabilities/thinking
 *
 * @since 0.1.0
 */
import type { Message } from '../../data/Message.ts'
import { messageReasoning, messageText } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import { objectIn, wrapped } from '../otherFields.ts'
import { outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { inMessages } from '../RequestWriter.ts'
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
  /** Missing if the provider sent no id with the call. */
  readonly tool_call_id?: string
  readonly content: string
  readonly images?: ReadonlyArray<string>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const idOf = (call: ToolCall): Json => (providerId(call) === '' ? {} : { id: call.id })

const toCall = (call: ToolCall): Json => ({
  ...idOf(call),
  ...wrapped('function', { name: call.name, arguments: objectIn(call.arguments) ?? {} }, call.extra)
})

const isSent = (part: Part): boolean => {
  switch (part._tag) {
    case 'Text':
    case 'Reasoning':
      return part.text !== ''
    case 'Image':
      return part.data !== ''
    case 'ToolCall':
      return true
    // The request has no field for these.
    case 'Refusal':
    case 'ServerToolCall':
    case 'ServerToolResult':
    case 'Citation':
    case 'File':
    case 'Unrecognised':
      return false
  }
}

const someImages = (images: ReadonlyArray<string>): { readonly images?: ReadonlyArray<string> } =>
  images.length === 0 ? {} : { images }

const assistantMessage = (parts: ReadonlyArray<Part>): OllamaAssistantMessage => {
  const whole: Message = { choices: [{ index: 0, parts }] }
  const thinking = messageReasoning(whole)
  const calls = parts.filter(isToolCall)
  return {
    role: 'assistant',
    content: messageText(whole),
    ...(thinking === '' ? {} : { thinking }),
    ...someImages(parts.flatMap((part) => (part._tag === 'Image' ? [part.data] : []))),
    ...(calls.length === 0 ? {} : { tool_calls: calls.map(toCall) })
  }
}

const toolResult = (call: ClosedToolCall, output: Output): OllamaToolMessage => ({
  role: 'tool',
  tool_name: call.name,
  ...(providerId(call) === '' ? {} : { tool_call_id: call.id }),
  content: outputText(output),
  ...someImages(output.content.flatMap((part) => (part._tag === 'Image' && 'data' in part ? [part.data] : [])))
})

/** @internal */
export const ollamaRequest: RequestWriter<
  OllamaAssistantMessage,
  OllamaToolMessage,
  OllamaAssistantMessage | OllamaToolMessage
> = {
  sent: ({ parts }, isKept) => parts.filter((part) => isSent(part) && isKept(part)),
  assistantMessage,
  toolResult,
  toMedia: (media) => (media._tag === 'Image' && 'data' in media ? { data: media.data } : undefined),
  nextTurn: inMessages({ assistantMessage, toolResult }),
  endsInReasoning: true
}
