/**
 * An answer and the results of its calls as steps of the input of the next request, for conversations that are not stored.
 * Thoughts without a signature are not sent.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions, https://ai.google.dev/gemini-api/docs/interactions/function-calling,
 * https://ai.google.dev/gemini-api/docs/interactions/thinking
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { FilePart, ImagePart, Part, ReasoningPart, ServerToolCall, TextPart } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputMedia } from '../../data/ToolOutput.ts'
import { objectIn } from '../otherFields.ts'
import { isMedia, outputBlocks, outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { citationsOf, mayWait, resultIds, sentWithCitations } from '../sentParts.ts'
import { toolOf } from './steps.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * A step of the next request's input. The answer is a list of them.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsInputStep = Json

/**
 * The result of a call, as a step of the next request's input.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFunctionResult {
  readonly type: 'function_result'
  readonly call_id: string
  readonly name: string
  /** Contents if there are media. */
  readonly result: string | Json | ReadonlyArray<Json>
  readonly is_error?: true
}

// -------------------------------------------------------------------------------------
// steps
// -------------------------------------------------------------------------------------

const toThought = ({ text, signature }: ReasoningPart): Json => ({
  type: 'thought',
  signature,
  ...(text === '' ? {} : { summary: [{ type: 'text', text }] })
})

const toCall = ({ id, name, arguments: said, extra }: ToolCall): Json => ({
  ...extra,
  type: 'function_call',
  id,
  name,
  arguments: objectIn(said) ?? {}
})

const toServerCall = ({ kind, id, name, arguments: said, extra }: ServerToolCall): Json => ({
  ...extra,
  type: kind,
  ...(id === '' ? {} : { id }),
  ...(name === toolOf(kind) ? {} : { name }),
  ...(said === '' ? {} : { arguments: objectIn(said) ?? {} })
})

// Fragments that were never attached to a step are not sent.
const isStep = (raw: unknown): raw is Json =>
  typeof field(raw, 'type') === 'string' && field(raw, 'type') !== 'function_call'

const toStep = (part: Part): Json | undefined => {
  switch (part._tag) {
    case 'Reasoning':
      return toThought(part)
    case 'ToolCall':
      return toCall(part)
    case 'ServerToolCall':
      return toServerCall(part)
    case 'ServerToolResult':
    case 'Unrecognised':
      return isStep(part.raw) ? part.raw : undefined
    case 'Text':
    case 'Image':
    case 'File':
    case 'Refusal':
    case 'Citation':
      return undefined
  }
}

// -------------------------------------------------------------------------------------
// content
// -------------------------------------------------------------------------------------

const sorts = ['audio', 'video', 'image']

const sortOf = (mediaType: string): string => {
  const [sort = ''] = mediaType.toLowerCase().split('/')
  return sorts.includes(sort) ? sort : 'document'
}

const toMedia = (media: OutputMedia): Json => ({
  type: media._tag === 'Image' ? 'image' : sortOf(media.mediaType),
  ...(media.mediaType === '' ? {} : { mime_type: media.mediaType }),
  ...('url' in media ? { uri: media.url } : { data: media.data })
})

const toText = (text: string): Json => ({ type: 'text', text })

const toPiece = (part: TextPart | ImagePart | FilePart, citations: ReadonlyArray<unknown> | undefined): Json => {
  if (part._tag === 'Text')
    return { ...toText(part.text), ...(citations === undefined ? {} : { annotations: citations }) }
  const { extra, mediaType, name, url, data } = part
  return {
    ...extra,
    type: part._tag === 'Image' ? 'image' : sortOf(mediaType),
    ...(mediaType === '' ? {} : { mime_type: mediaType }),
    ...(name === '' ? {} : { name }),
    ...(url === '' ? { data } : { uri: url })
  }
}

const isPiece = (part: Part): part is TextPart | ImagePart | FilePart =>
  part._tag === 'Text' || part._tag === 'Image' || part._tag === 'File'

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const isWhole = ({ arguments: said }: ServerToolCall): boolean => said === '' || objectIn(said) !== undefined

const sent: RequestWriter<unknown, unknown, unknown>['sent'] = (choice, isKept) => {
  const results = resultIds(choice.parts)
  const isWaiting = mayWait(choice)
  return sentWithCitations(choice.parts, (part) => {
    if (!isKept(part)) return false
    switch (part._tag) {
      case 'Text':
        return part.text !== ''
      case 'Reasoning':
        return part.signature !== ''
      case 'Image':
      case 'File':
        return part.url !== '' || part.data !== ''
      case 'ToolCall':
        return true
      case 'ServerToolCall':
        return isWhole(part) && (isWaiting || results.has(part.id))
      case 'ServerToolResult':
      case 'Unrecognised':
        return isStep(part.raw)
      case 'Refusal':
      case 'Citation':
        return false
    }
  })
}

const inputSteps = (parts: ReadonlyArray<Part>): ReadonlyArray<InteractionsInputStep> => {
  const citations = citationsOf(parts)
  const steps: Json[] = []
  let content: ReadonlyArray<Json> = []
  const flush = (): void => {
    if (content.length > 0) steps.push({ type: 'model_output', content })
    content = []
  }
  for (const part of parts) {
    if (part._tag === 'Citation') continue
    if (isPiece(part)) {
      content = [...content, toPiece(part, citations.get(part.key))]
      continue
    }
    flush()
    const step = toStep(part)
    if (step !== undefined) steps.push(step)
  }
  flush()
  return steps
}

// One JSON object is the result itself; numbers and lists of values are text.
const toResult = (output: Output): InteractionsFunctionResult['result'] => {
  if (output.content.some(isMedia)) return outputBlocks(output, toText, toMedia)
  const [first, ...others] = output.content
  return first?._tag === 'Json' && others.length === 0 && isObject(first.value) ? first.value : outputText(output)
}

const toolResult = ({ id, name }: ClosedToolCall, output: Output): InteractionsFunctionResult => ({
  type: 'function_result',
  call_id: id,
  name,
  result: toResult(output),
  ...(output.isError ? { is_error: true } : {})
})

/**
 * Writes an answer as steps, in order. Consecutive texts and media are one step.
 *
 * @internal
 */
export const interactionsRequest: RequestWriter<
  ReadonlyArray<InteractionsInputStep>,
  InteractionsFunctionResult,
  InteractionsInputStep
> = {
  sent,
  assistantMessage: inputSteps,
  toolResult,
  toMedia,
  nextTurn: (parts, answers) => [
    ...inputSteps(parts),
    ...answers.map((answer) => ('output' in answer ? { ...toolResult(answer.call, answer.output) } : answer.item))
  ],
  endsInReasoning: true
}
