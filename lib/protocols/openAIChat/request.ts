/**
 * An answer and the results of its calls in the next request of a conversation.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/create,
 * https://openrouter.ai/docs/use-cases/reasoning-tokens#preserving-reasoning-blocks,
 * https://api-docs.deepseek.com/guides/thinking_mode#tool-calls, https://docs.mistral.ai/capabilities/reasoning,
 * https://platform.openai.com/docs/guides/audio#multi-turn-conversations
 *
 * @since 0.1.0
 */
import { isObject, listOf } from '../../codec/field.ts'
import { messageText } from '../../data/Message.ts'
import type { FilePart, ImagePart, Part, ReasoningPart } from '../../data/Part.ts'
import { isToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import { noMedia, outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { inMessages } from '../RequestWriter.ts'
import type { ChatReasoning, ReasoningReturn } from './toReasoning.ts'
import { isProof, isUnknownDetail, rawOf, toReasoning } from './toReasoning.ts'

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
export interface ChatAssistantMessage extends ChatReasoning {
  readonly role: 'assistant'
  /** Missing if there are calls and no content; a list of parts if reasoning is among them. */
  readonly content?: string | ReadonlyArray<Json>
  readonly refusal?: string
  readonly tool_calls?: ReadonlyArray<Json>
  /** The sound of the answer, by its id. */
  readonly audio?: Json
  /** Images of the answer. */
  readonly images?: ReadonlyArray<Json>
  /** Files that the answer was made from. */
  readonly annotations?: ReadonlyArray<Json>
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

const toCall = ({ id, name, arguments: said, extra }: ToolCall): Json =>
  extra?.['type'] === 'custom'
    ? { ...extra, id, custom: { name, input: said } }
    : { type: 'function', ...extra, id, function: { name, arguments: said === '' ? '{}' : said } }

const urlOf = ({ url, mediaType, data }: ImagePart): string => (url === '' ? `data:${mediaType};base64,${data}` : url)

const toImage = (part: ImagePart): Json => ({ type: 'image_url', image_url: { url: urlOf(part) } })

const toItem = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return [{ type: 'text', text: part.text }]
    case 'Reasoning':
      if (part.text === '' && part.signature === '') return []
      return [
        {
          type: 'thinking',
          thinking: [{ type: 'text', text: part.text }],
          ...(part.signature === '' ? {} : { signature: part.signature })
        }
      ]
    case 'Image':
      return [toImage(part)]
    case 'Citation':
      return isObject(part.raw) && part.raw['type'] === 'reference' ? [part.raw] : []
    case 'Unrecognised':
      return isObject(part.raw) && typeof part.raw['type'] === 'string' ? [part.raw] : []
    case 'Refusal':
    case 'File':
    case 'ToolCall':
    case 'ServerToolCall':
    case 'ServerToolResult':
      return []
  }
}

// The items between the texts of one thinking part arrived as separate parts.
const joined = (items: ReadonlyArray<Json>): ReadonlyArray<Json> =>
  items.reduce<ReadonlyArray<Json>>((before, item) => {
    const last = before.at(-1)
    const isMore = item['type'] === 'thinking' && last?.['type'] === 'thinking'
    if (!isMore || (last['signature'] !== undefined && item['signature'] !== undefined)) return [...before, item]
    const thinking = [...listOf(last['thinking']), ...listOf(item['thinking'])]
    return [...before.slice(0, -1), { ...last, ...item, thinking }]
  }, [])

const isSound = (part: Part): part is FilePart => part._tag === 'File' && part.id !== ''

// The next request refers to a generated sound by its id.
const toAudio = (parts: ReadonlyArray<Part>): Pick<ChatAssistantMessage, 'audio'> => {
  const sound = parts.find(isSound)
  return sound === undefined ? {} : { audio: { id: sound.id } }
}

// A text alone is the content; with other parts among the texts, it is a list of parts.
const toContent = (parts: ReadonlyArray<Part>, as: ReasoningReturn): string | ReadonlyArray<Json> => {
  const items = as === 'content' ? joined(parts.flatMap(toItem)) : []
  return items.some(({ type }) => type !== 'text') ? items : messageText({ choices: [{ index: 0, parts }] })
}

const toImages = (parts: ReadonlyArray<Part>): Pick<ChatAssistantMessage, 'images'> => {
  const images = parts.filter((part) => part._tag === 'Image').map(toImage)
  return images.length === 0 ? {} : { images }
}

const isFile = (raw: Json | undefined): raw is Json => raw?.['type'] === 'file' && isObject(raw['file'])

const toAnnotations = (parts: ReadonlyArray<Part>): Pick<ChatAssistantMessage, 'annotations'> => {
  const annotations = parts.flatMap((part) => {
    const raw = rawOf(part)
    return isFile(raw) ? [raw] : []
  })
  return annotations.length === 0 ? {} : { annotations }
}

const assistantMessage =
  (as: ReasoningReturn) =>
  (parts: ReadonlyArray<Part>): ChatAssistantMessage => {
    const calls = parts.filter(isToolCall)
    const refusal = parts.flatMap((part) => (part._tag === 'Refusal' ? [part.text] : [])).join('')
    const beside = { ...toAudio(parts), ...(as === 'content' ? {} : { ...toImages(parts), ...toAnnotations(parts) }) }
    const content = toContent(parts, as)
    const isSaidElsewhere = calls.length > 0 || refusal !== '' || Object.keys(beside).length > 0
    return {
      role: 'assistant',
      ...(content === '' && isSaidElsewhere ? {} : { content }),
      ...(refusal === '' ? {} : { refusal }),
      ...beside,
      ...(calls.length === 0 ? {} : { tool_calls: calls.map(toCall) }),
      ...toReasoning(parts, as)
    }
  }

// -------------------------------------------------------------------------------------
// the writer
// -------------------------------------------------------------------------------------

const isReasoningSent = (part: ReasoningPart, as: ReasoningReturn, isOpaque: boolean): boolean => {
  if (isProof(part)) return true
  switch (as) {
    case 'nothing':
      return isOpaque && part.text !== ''
    case 'reasoning':
      return part.text !== ''
    case 'content':
      return part.text !== '' || part.signature !== ''
    case 'reasoning_content':
    case 'reasoning_details':
      return true
  }
}

const isRawSent = (part: Part, as: ReasoningReturn): boolean => {
  const raw = rawOf(part)
  if (as === 'content') return typeof raw?.['type'] === 'string'
  return isFile(raw) || (as === 'reasoning_details' && isUnknownDetail(raw))
}

const sent =
  (as: ReasoningReturn): RequestWriter<unknown, unknown, unknown>['sent'] =>
  ({ parts }, isKept) => {
    const isOpaque = parts.some((part) => part._tag === 'Reasoning' && part.format === 'reasoning_opaque')
    const sound = parts.find(isSound)
    return parts.filter((part) => {
      if (!isKept(part)) return false
      switch (part._tag) {
        case 'Text':
        case 'Refusal':
          return part.text !== ''
        case 'Reasoning':
          return isReasoningSent(part, as, isOpaque)
        case 'ToolCall':
          return true
        case 'Image':
          return part.url !== '' || part.data !== ''
        case 'File':
          return part === sound
        case 'Citation':
          return as === 'content' && toItem(part).length > 0
        case 'Unrecognised':
          return isRawSent(part, as)
        // The request has no field for these.
        case 'ServerToolCall':
        case 'ServerToolResult':
          return false
      }
    })
  }

const toolResult = ({ id }: ClosedToolCall, output: Output): ChatToolMessage => ({
  role: 'tool',
  tool_call_id: id,
  content: outputText(output)
})

/**
 * Writes reasoning without details as `reasoning_content`, `""` arguments as `{}`, everything else unchanged.
 *
 * @internal
 */
export const chatRequest = (
  as: ReasoningReturn
): RequestWriter<ChatAssistantMessage, ChatToolMessage, ChatAssistantMessage | ChatToolMessage> => {
  const writing = { assistantMessage: assistantMessage(as), toolResult }
  return { ...writing, sent: sent(as), toMedia: noMedia, nextTurn: inMessages(writing), endsInReasoning: true }
}
