/**
 * A message back to the wire: what the next request of a conversation carries.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/create,
 * https://openrouter.ai/docs/use-cases/reasoning-tokens#preserving-reasoning-blocks,
 * https://api-docs.deepseek.com/guides/thinking_mode#tool-calls, https://docs.mistral.ai/capabilities/reasoning,
 * https://platform.openai.com/docs/guides/audio#multi-turn-conversations
 *
 * @since 0.1.0
 */
import type { Choice, Message } from '../../data/Message.ts'
import { messageReasoning, messageText } from '../../data/Message.ts'
import type { FilePart, Part, ReasoningPart, RefusalPart, TextPart } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Where a speaker of the protocol wants reasoning back: as the details that it came in, as `reasoning_content`, as
 * `reasoning`, as thinking parts of the content (Mistral), or not at all.
 *
 * @category model
 * @since 0.1.0
 */
export type ReasoningReturn = 'reasoning_details' | 'reasoning_content' | 'reasoning' | 'content' | 'nothing'

type Json = Readonly<Record<string, unknown>>

/**
 * The assistant message of the next request.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatAssistantMessage {
  readonly role: 'assistant'
  /** Absent where there is none and calls stand instead; parts where reasoning stands among them. */
  readonly content?: string | ReadonlyArray<Json>
  readonly refusal?: string
  readonly tool_calls?: ReadonlyArray<Json>
  readonly reasoning?: string
  readonly reasoning_content?: string
  /** The sound of the answer, by its id. */
  readonly audio?: Json
  readonly reasoning_details?: ReadonlyArray<Json>
}

/**
 * The answer to a tool call.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatToolMessage {
  readonly role: 'tool'
  readonly tool_call_id: string
  readonly content: string
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const toDetail = ({ _tag, key, kind, text: said, signature, data, ...named }: ReasoningPart): Json => ({
  type: `reasoning.${kind}`,
  ...(kind === 'text' ? { text: said } : kind === 'summary' ? { summary: said } : { data }),
  ...(signature === '' ? {} : { signature }),
  ...named
})

const toCall = ({ id, name, arguments: said, extra }: ToolCall): Json =>
  extra?.['type'] === 'custom'
    ? { ...extra, id, custom: { name, input: said } }
    : { type: 'function', ...extra, id, function: { name, arguments: said === '' ? '{}' : said } }

// Text that came without details has neither format nor index.
const isDetail = ({ format, index, signature, data }: ReasoningPart): boolean =>
  (format ?? index ?? data) !== undefined || signature !== ''

const toReasoning = (
  thoughts: ReadonlyArray<ReasoningPart>,
  whole: Message,
  as: ReasoningReturn
): Pick<ChatAssistantMessage, 'reasoning' | 'reasoning_content' | 'reasoning_details'> => {
  if (thoughts.length === 0 || as === 'nothing' || as === 'content') return {}
  if (as === 'reasoning') return { reasoning: messageReasoning(whole) }
  if (as === 'reasoning_details' && thoughts.some(isDetail)) return { reasoning_details: thoughts.map(toDetail) }
  return { reasoning_content: messageReasoning(whole) }
}

/** The kinds that the request has a field for. */
type Sent = TextPart | ReasoningPart | RefusalPart | ToolCall | FilePart

type LeftOut = Extract<
  Part,
  { readonly _tag: 'ServerToolCall' | 'ServerToolResult' | 'Citation' | 'Image' | 'Unrecognised' }
>

type Parts = ReadonlyArray<Sent | LeftOut>

const toContent = (part: Part): ReadonlyArray<Json> => {
  if (part._tag === 'Text') return [{ type: 'text', text: part.text }]
  return part._tag === 'Reasoning' ? [{ type: 'thinking', thinking: [{ type: 'text', text: part.text }] }] : []
}

// A sound that was made is named by its id in the next request.
const toAudio = (parts: Parts): Pick<ChatAssistantMessage, 'audio'> => {
  const sound = parts.find((part) => part._tag === 'File' && part.id !== '')
  return sound?._tag === 'File' ? { audio: { id: sound.id } } : {}
}

/**
 * Reasoning without details goes back as `reasoning_content`, `""` arguments as `{}`, everything else unchanged.
 *
 * @internal
 */
export const assistantMessage =
  (as: ReasoningReturn) =>
  (choice: Choice): ChatAssistantMessage => {
    const whole: Message = { choices: [choice] }
    const parts: Parts = choice.parts
    const calls = parts.filter(isToolCall)
    const refusal = parts.flatMap((part) => (part._tag === 'Refusal' ? [part.text] : [])).join('')
    const thoughts = parts.filter((part) => part._tag === 'Reasoning')
    const audio = toAudio(parts)
    const isThought = as === 'content' && thoughts.length > 0
    const content = isThought ? parts.flatMap(toContent) : messageText(whole)
    const isSaidElsewhere = calls.length > 0 || refusal !== '' || audio.audio !== undefined
    return {
      role: 'assistant',
      ...(content === '' && isSaidElsewhere ? {} : { content }),
      ...(refusal === '' ? {} : { refusal }),
      ...audio,
      ...(calls.length === 0 ? {} : { tool_calls: calls.map(toCall) }),
      ...toReasoning(thoughts, whole, as)
    }
  }

/** @internal */
export const toolMessage = ({ id }: ClosedToolCall, result: string): ChatToolMessage => ({
  role: 'tool',
  tool_call_id: id,
  content: result
})
