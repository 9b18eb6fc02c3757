/**
 * A message back to the wire: the content that the next request carries. What came goes back as it came: signed parts stay
 * apart, calls have an id where the provider gave them one, parts of unknown kinds are what they were.
 *
 * Source: https://ai.google.dev/gemini-api/docs/thought-signatures,
 * https://ai.google.dev/gemini-api/docs/function-calling
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { Choice } from '../../data/Message.ts'
import type { FilePart, ImagePart, Part } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import { objectIn, wrapped } from '../otherFields.ts'
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
  }
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
      // A call of which nobody knows the name cannot be answered.
      return isObject(part.raw) && field(part.raw, 'functionCall') === undefined ? [part.raw] : []
    case 'Refusal':
    case 'Citation':
      return []
  }
}

/** @internal */
export const googleContent = ({ parts }: Choice): GoogleContent => ({ role: 'model', parts: parts.flatMap(toPart) })

/**
 * A result that is a JSON object is the response itself; any other text is its `output`.
 *
 * @internal
 */
export const googleFunctionResponse = (call: ClosedToolCall, result: string): GoogleFunctionResponse => ({
  functionResponse: { ...idOf(call), name: call.name, response: objectIn(result) ?? { output: result } }
})
