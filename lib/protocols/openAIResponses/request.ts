/**
 * An answer and the results of its calls as items of the input of the next request.
 *
 * Incomplete items are not sent back: an item that the client answers and that is not completed, a call of the provider that
 * did not end, or reasoning without the item that must follow it. A picture that failed is sent back without its data.
 *
 * Reasoning is sent back with a proof, which is its encrypted content or the id under which the provider stores it, or if it
 * is plain text, as from servers of open models. Summaries alone are not sent. Calls are sent without the ids of their items,
 * which a provider that stores nothing cannot find; `call_id` assigns a result to its call.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/create#responses-create-input,
 * https://platform.openai.com/docs/guides/reasoning#keeping-reasoning-items-in-context
 *
 * @since 0.1.0
 */
import { isObject } from '../../codec/field.ts'
import type { Citation, ImagePart, Part, ReasoningPart, ServerToolCall, ServerToolResult } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import type { OutputMedia } from '../../data/ToolOutput.ts'
import { otherThan } from '../otherFields.ts'
import { isMedia, outputBlocks, outputText } from '../outputText.ts'
import type { Output, RequestWriter } from '../RequestWriter.ts'
import { citationsOf } from '../sentParts.ts'
import type { ClientCallOutput } from './clientCalls.ts'
import { argumentsField, isOutput } from './items.ts'
import { callKey, isAwaited, sent } from './sentItems.ts'
import type { Thought } from './thoughts.ts'
import { thoughtsOf, toReasoning } from './thoughts.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * An item of the next request's input.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesInputItem = Readonly<Record<string, unknown>>

/**
 * The answer to a call of a function or of a custom tool.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCallOutput {
  readonly type: 'function_call_output' | 'custom_tool_call_output'
  readonly call_id: string
  /** Contents if there are media. */
  readonly output: string | ReadonlyArray<Json>
}

/**
 * The answer to a call, as an item of the next request's input.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesToolOutput = ResponsesCallOutput | ClientCallOutput

type Json = Readonly<Record<string, unknown>>

// -------------------------------------------------------------------------------------
// calls
// -------------------------------------------------------------------------------------

const isCustom = ({ extra }: ToolCall): boolean => extra?.['type'] === 'custom'

const toCall = (call: ToolCall): Json => {
  const { id, name, arguments: said } = call
  const extra = otherThan(call.extra ?? {}, ['type', 'id']) ?? {}
  return isCustom(call)
    ? { ...extra, type: 'custom_tool_call', call_id: id, name, input: said }
    : { ...extra, type: 'function_call', call_id: id, name, arguments: said === '' ? '{}' : said }
}

type Results = ReadonlyMap<string, ServerToolResult>

const resultsOf = (parts: ReadonlyArray<Part>): Results =>
  new Map(parts.flatMap((part) => (part._tag === 'ServerToolResult' ? [[callKey(part), part]] : [])))

// If the item also has its own id, the id of the call is `call_id`.
const toServerCall = (call: ServerToolCall, results: Results): Json => {
  const { kind, id, name, arguments: said, extra = {} } = call
  return {
    type: kind,
    ...('id' in extra ? { call_id: id } : { id }),
    ...(name === '' ? {} : { name }),
    ...(said === '' ? {} : { [argumentsField(kind)]: said }),
    ...extra,
    ...(results.get(callKey(call))?.raw as Json | undefined) // fields of the item, as `resultOf` took them
  }
}

const toImage = ({ id, data, extra }: ImagePart): Json => ({
  type: 'image_generation_call',
  id,
  result: data === '' ? null : data, // a picture that failed
  ...extra
})

// -------------------------------------------------------------------------------------
// messages
// -------------------------------------------------------------------------------------

type Said = Extract<Part, { readonly _tag: 'Text' | 'Refusal' }>

type Citations = ReadonlyMap<number, ReadonlyArray<unknown>>

const toContent = (said: Said, citations: Citations): Json => {
  if (said._tag === 'Refusal') return { type: 'refusal', refusal: said.text }
  const annotations = citations.get(said.key)
  return { type: 'output_text', text: said.text, ...(annotations === undefined ? {} : { annotations }) }
}

const extraOf = (said: Said, name: 'id' | 'phase'): unknown => (said._tag === 'Text' ? said.extra?.[name] : undefined)

const isOfOther = (first: Said, second: Said): boolean =>
  extraOf(first, 'id') !== extraOf(second, 'id') || extraOf(first, 'phase') !== extraOf(second, 'phase')

const toMessage = (group: ReadonlyArray<Said>, citations: Citations): Json => {
  const phase = group.map((said) => extraOf(said, 'phase')).find(Boolean)
  return {
    type: 'message',
    role: 'assistant',
    ...(phase === undefined ? {} : { phase }),
    content: group.map((said) => toContent(said, citations))
  }
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** A part that is an item by itself. */
type Single = Exclude<Part, Said | ReasoningPart | Citation>

const toItem = (part: Single, results: Results): Json | undefined => {
  switch (part._tag) {
    case 'ToolCall':
      return toCall(part)
    case 'ServerToolCall':
      return toServerCall(part, results)
    case 'ServerToolResult':
      return isOutput(part.kind) ? (part.raw as Json) : undefined // the item itself
    case 'Image':
      return toImage(part)
    case 'Unrecognised':
      return isObject(part.raw) ? part.raw : undefined
    case 'File':
      return undefined
  }
}

const inputItems = (parts: ReadonlyArray<Part>): ReadonlyArray<ResponsesInputItem> => {
  const citations = citationsOf(parts)
  const results = resultsOf(parts)
  const thoughts = new Map<Part | undefined, Thought>(thoughtsOf(parts).map((thought) => [thought[0], thought]))
  const items: Json[] = []
  let said: ReadonlyArray<Said> = []
  const flush = (): void => {
    if (said.length > 0) items.push(toMessage(said, citations))
    said = []
  }
  for (const part of parts) {
    if (part._tag === 'Citation') continue
    if (part._tag === 'Text' || part._tag === 'Refusal') {
      const first = said.find(({ _tag }) => _tag === 'Text')
      if (first !== undefined && part._tag === 'Text' && isOfOther(first, part)) flush()
      said = [...said, part]
      continue
    }
    flush()
    const thought = thoughts.get(part)
    if (thought !== undefined) items.push(toReasoning(thought))
    const item = part._tag === 'Reasoning' ? undefined : toItem(part, results)
    if (item !== undefined) items.push(item)
  }
  flush()
  return items
}

// -------------------------------------------------------------------------------------
// the writer
// -------------------------------------------------------------------------------------

const toMedia = (media: OutputMedia): Json => {
  const url = 'url' in media ? media.url : `data:${media.mediaType};base64,${media.data}`
  if (media._tag === 'Image') return { type: 'input_image', image_url: url }
  return 'url' in media
    ? { type: 'input_file', file_url: url }
    : { type: 'input_file', filename: media.name ?? 'file', file_data: url }
}

const toText = (text: string): Json => ({ type: 'input_text', text })

const toolResult = (call: ClosedToolCall, output: Output): ResponsesCallOutput => ({
  type: isCustom(call) ? 'custom_tool_call_output' : 'function_call_output',
  call_id: call.id,
  output: output.content.some(isMedia) ? outputBlocks(output, toText, toMedia) : outputText(output)
})

/** @internal */
export const responsesRequest: RequestWriter<
  ReadonlyArray<ResponsesInputItem>,
  ResponsesToolOutput,
  ResponsesInputItem
> = {
  sent,
  assistantMessage: inputItems,
  toolResult,
  toMedia,
  nextTurn: (parts, answers) => [
    ...inputItems(parts),
    ...answers.map((answer) => ('output' in answer ? { ...toolResult(answer.call, answer.output) } : answer.item))
  ],
  endsInReasoning: false,
  awaits: isAwaited
}
