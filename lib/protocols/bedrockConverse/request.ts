/**
 * An answer and the results of its calls in the next request of a conversation.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolResultBlock.html,
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { Extra } from '../../data/Delta.ts'
import { defaultLimits } from '../../data/Limits.ts'
import type { Choice } from '../../data/Message.ts'
import type { ImagePart, Part, ReasoningPart, ServerToolCall } from '../../data/Part.ts'
import type { ClosedToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputMedia } from '../../data/ToolOutput.ts'
import { isTooDeep } from '../../machine/json/jsonDepth.ts'
import { objectIn } from '../otherFields.ts'
import { isMedia, textOfOutput } from '../outputText.ts'
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
export interface ConverseAssistantMessage {
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
export interface ConverseToolResult {
  readonly toolResult: {
    readonly toolUseId: string
    /** Blocks of text, JSON and media. */
    readonly content: ReadonlyArray<Json>
    readonly status?: 'error'
  }
}

/**
 * The user message with the results of all calls of an answer. The next input of the user may be appended to its content.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseToolResults {
  readonly role: 'user'
  readonly content: ReadonlyArray<ConverseToolResult>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

// The wire requires an object. Any other value is wrapped, so that the model sees its own output.
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

const toText = (text: string, citations: ReadonlyArray<unknown> | undefined): Json =>
  citations === undefined ? { text } : { citationsContent: { content: [{ text }], citations } }

const toReasoning = ({ kind, text, signature, data }: ReasoningPart): Json => ({
  reasoningContent: kind === 'encrypted' ? { redactedContent: data ?? '' } : { reasoningText: { text, signature } }
})

// The formats that are not called as their media types are.
const formats: Readonly<Record<string, string>> = {
  jpg: 'jpeg',
  quicktime: 'mov',
  'x-matroska': 'mkv',
  'x-flv': 'flv',
  'x-ms-wmv': 'wmv',
  '3gpp': 'three_gp'
}

const formatOf = (mediaType: string): string => {
  const said = mediaType.slice(mediaType.indexOf('/') + 1)
  return (Object.hasOwn(formats, said) ? formats[said] : undefined) ?? said
}

const imageFormats = ['png', 'jpeg', 'gif', 'webp']

const toImage = ({ mediaType, url, data }: ImagePart): Json => ({
  image: { format: formatOf(mediaType), source: url === '' ? { bytes: data } : { s3Location: { uri: url } } }
})

// Fragments that were never attached to a block are dropped.
const isBlock = (raw: unknown): raw is Json => isObject(raw) && field(raw, 'contentBlockDelta') === undefined

const toBlocks = (part: Part, citations: ReadonlyArray<unknown> | undefined): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return [toText(part.text, citations)]
    case 'Reasoning':
      return [toReasoning(part)]
    case 'Refusal':
      return [{ text: part.text }]
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

const isWhole = ({ arguments: said }: ServerToolCall): boolean => said === '' || objectIn(said) !== undefined

/**
 * Leaves out parts that the API rejects: blank text, reasoning without a signature, an image without data, a call of the
 * provider that was cut or has no result.
 */
const sent = (choice: Choice, isKept: (part: Part) => boolean): ReadonlyArray<Part> => {
  const results = resultIds(choice.parts)
  const isWaiting = mayWait(choice)
  return sentWithCitations(choice.parts, (part) => {
    if (!isKept(part)) return false
    switch (part._tag) {
      case 'Text':
      case 'Refusal':
        return part.text.trim() !== ''
      case 'Reasoning':
        return part.kind === 'encrypted' || part.signature !== ''
      case 'ServerToolCall':
        return isWhole(part) && (isWaiting || results.has(part.id))
      case 'Image':
        return part.data !== '' || part.url !== ''
      case 'Unrecognised':
        return isBlock(part.raw)
      case 'ToolCall':
      case 'ServerToolResult':
        return true
      case 'Citation':
      case 'File':
        return false
    }
  })
}

const assistantMessage = (parts: ReadonlyArray<Part>): ConverseAssistantMessage => {
  const citations = citationsOf(parts)
  return { role: 'assistant', content: parts.flatMap((part) => toBlocks(part, citations.get(part.key))) }
}

// The formats of documents, by their media types.
const documents: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt'
}

// A name of a document has up to 200 letters, digits, single spaces, hyphens, parentheses and square brackets.
const LONGEST_NAME = 200

const inNames = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]-'

const nameOf = (name: string): string =>
  Array.from(name, (character) => (inNames.includes(character) ? character : ' '))
    .join('')
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')
    .slice(0, LONGEST_NAME)
    .trim() || 'document'

const toMedia = (media: OutputMedia): Json | undefined => {
  const { _tag, mediaType, name = 'document' } = media
  const isRemote = 'url' in media
  if (isRemote && !media.url.startsWith('s3://')) return undefined
  const source = isRemote ? { s3Location: { uri: media.url } } : { bytes: media.data }
  const image = formatOf(mediaType)
  if (_tag === 'Image') return imageFormats.includes(image) ? { image: { format: image, source } } : undefined
  if (mediaType.startsWith('video/')) return { video: { format: formatOf(mediaType), source } }
  const format = Object.hasOwn(documents, mediaType) ? documents[mediaType] : undefined
  return format === undefined ? undefined : { document: { format, name: nameOf(name), source } }
}

// The API refuses blank text.
const textBlock = (text: string): ReadonlyArray<Json> => (text.trim() === '' ? [] : [{ text }])

const toolResult = ({ id }: ClosedToolCall, { content, isError }: Output): ConverseToolResult => ({
  toolResult: {
    toolUseId: id,
    content: content.flatMap((part) => {
      if (part._tag === 'Json' && isObject(part.value)) return [{ json: part.value }]
      if (!isMedia(part)) return textBlock(textOfOutput(part) ?? '')
      const block = toMedia(part)
      return block === undefined ? [] : [block]
    }),
    ...(isError ? { status: 'error' } : {})
  }
})

const toUser = (content: ReadonlyArray<ConverseToolResult>): ConverseToolResults => ({ role: 'user', content })

/**
 * Writes blocks in order, unchanged. Citations are put back into their text. Raw arguments become `input`: `""` is `{}`, and
 * text that is not a JSON object is `{ INVALID_JSON: text }`; integers beyond 2^53 lose digits, as in any JavaScript object.
 *
 * @internal
 */
export const converseRequest: RequestWriter<
  ConverseAssistantMessage,
  ConverseToolResult,
  ConverseAssistantMessage | ConverseToolResults
> = {
  sent,
  assistantMessage,
  toolResult,
  toMedia,
  nextTurn: inOneMessage({ assistantMessage, toolResult }, toUser),
  endsInReasoning: false
}
