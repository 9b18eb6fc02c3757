/**
 * An answer and the results of its calls in the next request. Parts are sent back unchanged: signed parts stay separate, calls
 * have an id if the provider sent one, parts of unknown kinds keep all their fields.
 *
 * Source: https://ai.google.dev/gemini-api/docs/thought-signatures,
 * https://ai.google.dev/gemini-api/docs/function-calling,
 * https://ai.google.dev/api/caching#FunctionResponse
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { FilePart, ImagePart, Part } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputMedia } from '../../data/ToolOutput.ts'
import { hasLostDigits } from '../../machine/json/jsonDigits.ts'
import { objectIn, wrapped } from '../otherFields.ts'
import { isMedia, outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { inOneMessage } from '../RequestWriter.ts'
import { mayWait } from '../sentParts.ts'
import { providerId } from '../syntheticId.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * The answer, as one of the `contents` of the next request.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleContent {
  readonly role: 'model'
  readonly parts: ReadonlyArray<Json>
}

/**
 * The result of a call: a part of the content with role `user` that follows the answer.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFunctionResponse {
  readonly functionResponse: {
    readonly id?: string
    readonly name: string
    readonly response: Json
    /** Media beside it. */
    readonly parts?: ReadonlyArray<Json>
  }
}

/**
 * The user content with the results of all calls of an answer. The next input of the user may be appended to its parts.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleFunctionResponses {
  readonly role: 'user'
  readonly parts: ReadonlyArray<GoogleFunctionResponse>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const idOf = (call: ToolCall): { readonly id?: string } => {
  const id = providerId(call)
  return id === '' ? {} : { id }
}

const toMedia = ({ mediaType, name, url, data, extra }: ImagePart | FilePart): Json => {
  const known = {
    ...(mediaType === '' ? {} : { mimeType: mediaType }),
    ...(name === '' ? {} : { displayName: name })
  }
  return url === ''
    ? wrapped('inlineData', { ...known, data }, extra)
    : wrapped('fileData', { ...known, fileUri: url }, extra)
}

// A call without a name cannot be answered.
const isPart = (raw: unknown): raw is Json => isObject(raw) && field(raw, 'functionCall') === undefined

const toPart = (part: Part): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'Text':
      return [{ text: part.text, ...part.extra }]
    case 'Reasoning': {
      const { text, signature } = part
      return [{ text, thought: true, ...(signature === '' ? {} : { thoughtSignature: signature }) }]
    }
    case 'ToolCall': {
      const { name, arguments: args, extra } = part
      return [wrapped('functionCall', { ...idOf(part), name, args: objectIn(args) ?? {} }, extra)]
    }
    case 'ServerToolCall': {
      const { kind, id, name, arguments: args, extra } = part
      const named = id === '' ? {} : { id }
      return kind === 'toolCall'
        ? [wrapped(kind, { ...named, toolType: name, ...(args === '' ? {} : { args: objectIn(args) ?? {} }) }, extra)]
        : [wrapped('executableCode', { ...named, code: args }, extra)]
    }
    case 'Image':
    case 'File':
      return [toMedia(part)]
    case 'ServerToolResult':
    case 'Unrecognised':
      return isPart(part.raw) ? [part.raw] : []
    case 'Refusal':
    case 'Citation':
      return []
  }
}

const isSent = (part: Part): boolean => {
  switch (part._tag) {
    case 'Text':
      return part.text !== '' || part.extra !== undefined
    case 'Reasoning':
      return part.text !== '' || part.signature !== ''
    case 'Image':
    case 'File':
      return part.url !== '' || part.data !== ''
    case 'ServerToolResult':
    case 'Unrecognised':
      return isPart(part.raw)
    case 'ToolCall':
    case 'ServerToolCall':
      return true
    case 'Refusal':
    case 'Citation':
      return false
  }
}

const toResponseMedia = (media: OutputMedia): Json => {
  const named = { mimeType: media.mediaType, ...(media.name === undefined ? {} : { displayName: media.name }) }
  return 'url' in media
    ? { fileData: { ...named, fileUri: media.url } }
    : { inlineData: { ...named, data: media.data } }
}

// One JSON object is the response itself; anything else is its `output`, and a failure its `error`. A text with integers that
// a value cannot hold stays a text.
const toResponse = (output: Output): Json => {
  const [first, ...others] = output.content.filter((part) => !isMedia(part))
  const text = outputText(output)
  if (output.isError) return { error: text }
  if (first?._tag === 'Json' && others.length === 0)
    return isObject(first.value) ? first.value : { output: first.value ?? null }
  const object = objectIn(text)
  return object === undefined || hasLostDigits(object) ? { output: text } : object
}

const toolResult = (call: ClosedToolCall, output: Output): GoogleFunctionResponse => {
  const media = output.content.filter(isMedia).map(toResponseMedia)
  return {
    functionResponse: {
      ...idOf(call),
      name: call.name,
      response: toResponse(output),
      ...(media.length === 0 ? {} : { parts: media })
    }
  }
}

const assistantMessage = (parts: ReadonlyArray<Part>): GoogleContent => ({
  role: 'model',
  parts: parts.flatMap(toPart)
})

const toUser = (parts: ReadonlyArray<GoogleFunctionResponse>): GoogleFunctionResponses => ({ role: 'user', parts })

/**
 * Writes parts in order, unchanged.
 *
 * @internal
 */
export const googleRequest: RequestWriter<
  GoogleContent,
  GoogleFunctionResponse,
  GoogleContent | GoogleFunctionResponses
> = {
  // Code without a result that an answer was cut behind was not run.
  sent: (choice, isKept) => {
    const { parts } = choice
    const last = mayWait(choice) ? undefined : parts.findLast(({ _tag }) => _tag !== 'Citation')
    return parts.filter((part) => isSent(part) && isKept(part) && !(part === last && part._tag === 'ServerToolCall'))
  },
  assistantMessage,
  toolResult,
  toMedia: toResponseMedia,
  nextTurn: inOneMessage({ assistantMessage, toolResult }, toUser),
  endsInReasoning: true
}
