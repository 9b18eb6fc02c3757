/**
 * A whole response of OpenAI Responses, and its items.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @since 0.1.0
 */
import type { Message } from '../../data/Message.ts'
import type { Part } from '../../data/Part.ts'
import { reported } from '../reported.ts'
import type { Ending } from '../Target.ts'
import type { Json } from '../written.ts'
import { finishOf, given, isClosed, onlyChoice } from '../written.ts'

// -------------------------------------------------------------------------------------
// items
// -------------------------------------------------------------------------------------

export type Kind = 'text' | 'refusal' | 'reasoning' | 'call'

/**
 * An item of the output; its place in the list is its `output_index`.
 */
export interface Item {
  readonly kind: Kind
  readonly key: number
  readonly id: string
  /** The text or the arguments so far. */
  readonly text: string
  readonly callId: string
  readonly name: string
  /** The proof of a reasoning. */
  readonly proof: string
  readonly done: boolean
}

/** @internal */
export const contentOf = ({ kind, text }: Item): Json =>
  kind === 'refusal' ? { type: 'refusal', refusal: text } : { type: 'output_text', text, annotations: [] }

/** @internal */
export const itemJson = (item: Item, isDone: boolean): Json => {
  const { kind, id, text, callId, name, proof } = item
  const status = isDone ? 'completed' : 'in_progress'
  switch (kind) {
    case 'text':
    case 'refusal':
      return { type: 'message', id, status, role: 'assistant', content: isDone ? [contentOf(item)] : [] }
    case 'reasoning':
      return {
        type: 'reasoning',
        id,
        summary: isDone && text !== '' ? [{ type: 'summary_text', text }] : [],
        ...(isDone && proof !== '' ? { encrypted_content: proof } : {})
      }
    case 'call':
      return { type: 'function_call', id, status, call_id: callId, name, arguments: isDone ? text : '' }
  }
}

/** @internal */
export const prefixes: Readonly<Record<Kind, string>> = { text: 'msg', refusal: 'msg', reasoning: 'rs', call: 'fc' }

// -------------------------------------------------------------------------------------
// the response
// -------------------------------------------------------------------------------------

/** @internal */
export const NO_ID = 'resp_0'

const usageOf = ({ usage = {} }: Message): Json | null => {
  const { inputTokens, outputTokens, cacheReadInputTokens, cacheCreationInputTokens, reasoningOutputTokens } = usage
  if (inputTokens === undefined && outputTokens === undefined) return null
  return {
    input_tokens: inputTokens ?? 0,
    ...given(
      'input_tokens_details',
      cacheReadInputTokens === undefined && cacheCreationInputTokens === undefined
        ? undefined
        : {
            ...given('cached_tokens', cacheReadInputTokens),
            ...given('cache_write_tokens', cacheCreationInputTokens)
          }
    ),
    output_tokens: outputTokens ?? 0,
    ...given(
      'output_tokens_details',
      reasoningOutputTokens === undefined ? undefined : { reasoning_tokens: reasoningOutputTokens }
    ),
    total_tokens: (inputTokens ?? 0) + (outputTokens ?? 0)
  }
}

/** @internal */
export const responseOf = (id: string, { model = '' }: Message, status: string, output: ReadonlyArray<Json>): Json => ({
  id,
  object: 'response',
  created_at: 0,
  status,
  model,
  output,
  error: null,
  incomplete_details: null,
  parallel_tool_calls: true,
  tool_choice: 'auto',
  tools: []
})

const reasons: Readonly<Record<string, string>> = { length: 'max_output_tokens', content_filter: 'content_filter' }

/** @internal */
export const finished = (id: string, message: Message, output: ReadonlyArray<Json>): Json => {
  const reason = reasons[finishOf(onlyChoice(message))]
  return {
    ...responseOf(id, message, reason === undefined ? 'completed' : 'incomplete', output),
    incomplete_details: reason === undefined ? null : { reason },
    usage: usageOf(message)
  }
}

// -------------------------------------------------------------------------------------
// the body
// -------------------------------------------------------------------------------------

const itemOf = (part: Part): (Partial<Item> & { readonly kind: Kind }) | undefined => {
  switch (part._tag) {
    case 'Text':
      return part.text === '' ? undefined : { kind: 'text', text: part.text }
    case 'Refusal':
      return part.text === '' ? undefined : { kind: 'refusal', text: part.text }
    case 'Reasoning': {
      const proof = part.data ?? part.signature
      return part.text === '' && proof === '' ? undefined : { kind: 'reasoning', text: part.text, proof }
    }
    case 'ToolCall':
      return isClosed(part) ? { kind: 'call', text: part.arguments, callId: part.id, name: part.name } : undefined
    case 'ServerToolCall':
    case 'ServerToolResult':
    case 'Citation':
    case 'Image':
    case 'File':
    case 'Unrecognised':
      return undefined
  }
}

/** @internal */
export const openAIResponsesBody = ({ message, reason }: Ending): Json => {
  if (reason !== undefined) {
    const { message: text, type, code = null } = reported(reason)
    return { error: { message: text, type, code, param: null } }
  }
  const items = onlyChoice(message).parts.map(itemOf)
  const output = items
    .flatMap((item) => (item === undefined ? [] : [item]))
    .map((item, i) =>
      itemJson(
        {
          key: i,
          id: `${prefixes[item.kind]}_${i}`,
          text: '',
          callId: '',
          name: '',
          proof: '',
          done: true,
          ...item
        },
        true
      )
    )
  return finished(message.id || NO_ID, message, output)
}
