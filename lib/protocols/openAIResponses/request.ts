/**
 * A message back to the wire: the items of the input that stand for an answer in the next request of a conversation.
 *
 * What was cut does not go back: an item that the client answers and that is not completed, or reasoning at the end, without
 * the item that must follow it. A picture that failed goes back without its data.
 *
 * Reasoning goes back where something proves it: its encrypted content, or an id under which the provider keeps it. Calls
 * go without the ids of their items, which a provider that keeps nothing would look for in vain; `call_id` tells which
 * call a result is of.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/create#responses-create-input,
 * https://platform.openai.com/docs/guides/reasoning#keeping-reasoning-items-in-context
 *
 * @since 0.1.0
 */
import { isNothing, isObject } from '../../codec/field.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import type { Choice } from '../../data/Message.ts'
import type { Citation, ImagePart, Part, ReasoningPart, ServerToolCall } from '../../data/Part.ts'
import type { ClosedToolCall, ToolCall } from '../../data/parts/ToolCall.ts'
import { otherThan } from '../otherFields.ts'
import { argumentsField, isOutput, roleOf } from './items.ts'

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
 * The answer to a tool call.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesToolOutput {
  readonly type: 'function_call_output' | 'custom_tool_call_output'
  readonly call_id: string
  readonly output: string
}

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

// Where the id of the item stands beside it, the id of the call is `call_id`.
const toServerCall = (
  { kind, id, name, arguments: said, extra = {} }: ServerToolCall,
  parts: ReadonlyArray<Part>
): Json => {
  const result = parts.find((part) => part._tag === 'ServerToolResult' && part.kind === kind && part.id === id)
  return {
    type: kind,
    ...('id' in extra ? { call_id: id } : { id }),
    ...(name === '' ? {} : { name }),
    ...(said === '' ? {} : { [argumentsField(kind)]: said }),
    ...extra,
    ...(result?._tag === 'ServerToolResult' ? (result.raw as Json) : {}) // fields of the item, as `resultOf` took them
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

const annotationsOf = (key: number, parts: ReadonlyArray<Part>): ReadonlyArray<unknown> =>
  parts.filter((part): part is Citation => part._tag === 'Citation' && part.of === key).map(({ raw }) => raw)

const toContent = (said: Said, parts: ReadonlyArray<Part>): Json => {
  if (said._tag === 'Refusal') return { type: 'refusal', refusal: said.text }
  const annotations = annotationsOf(said.key, parts)
  return { type: 'output_text', text: said.text, ...(annotations.length === 0 ? {} : { annotations }) }
}

const idOf = (said: Said): unknown => (said._tag === 'Text' ? said.extra?.['id'] : undefined)

const toMessage = (group: ReadonlyArray<Said>, parts: ReadonlyArray<Part>): Json => {
  const phase = group.map((said) => (said._tag === 'Text' ? said.extra?.['phase'] : undefined)).find(Boolean)
  return {
    type: 'message',
    role: 'assistant',
    ...(phase === undefined ? {} : { phase }),
    content: group.map((said) => toContent(said, parts))
  }
}

// -------------------------------------------------------------------------------------
// reasoning
// -------------------------------------------------------------------------------------

const toReasoning = (group: ReadonlyArray<ReasoningPart>, { id, data }: ReasoningPart): Json => {
  const of = (kind: ReasoningPart['kind'], type: string): ReadonlyArray<Json> =>
    group.filter((part) => part.kind === kind).map((part) => ({ type, text: part.text }))
  const content = of('text', 'reasoning_text')
  return {
    type: 'reasoning',
    ...(id === undefined ? {} : { id }),
    summary: of('summary', 'summary_text'),
    ...(content.length === 0 ? {} : { content }),
    ...(data === undefined ? {} : { encrypted_content: data })
  }
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

interface Groups {
  readonly items: ReadonlyArray<Json>
  readonly said: ReadonlyArray<Said>
  readonly thoughts: ReadonlyArray<ReasoningPart>
}

// A client that is sent half an action, or half a patch, as its own word would have to answer it.
const isUnfinished = (item: Json): boolean =>
  roleOf(item, 'client') === 'awaited' && !isNothing(item['status']) && item['status'] !== 'completed'

/** A part that is an item by itself. */
type Single = Exclude<Part, Said | ReasoningPart | Citation>

const toItems = (part: Single, parts: ReadonlyArray<Part>): ReadonlyArray<Json> => {
  switch (part._tag) {
    case 'ToolCall':
      return [toCall(part)]
    case 'ServerToolCall':
      return [toServerCall(part, parts)]
    case 'ServerToolResult':
      return isOutput(part.kind) ? [part.raw as Json] : [] // the item itself
    case 'Image':
      return [toImage(part)]
    case 'Unrecognised':
      return isObject(part.raw) && !isUnfinished(part.raw) ? [part.raw] : []
    case 'File':
      return []
  }
}

const flushed = ({ items, said }: Groups, parts: ReadonlyArray<Part>): ReadonlyArray<Json> =>
  said.length === 0 ? items : [...items, toMessage(said, parts)]

const withPart =
  (parts: ReadonlyArray<Part>) =>
  (groups: Groups, part: Part): Groups => {
    const { items, said, thoughts } = groups
    if (part._tag === 'Citation') return groups
    if (part._tag === 'Text' || part._tag === 'Refusal') {
      const first = said.find(({ _tag }) => _tag === 'Text')
      const isNext = first !== undefined && part._tag === 'Text' && idOf(first) !== idOf(part)
      return isNext
        ? { items: flushed(groups, parts), said: [part], thoughts }
        : { items, said: [...said, part], thoughts }
    }
    const before = flushed(groups, parts)
    if (part._tag === 'Reasoning') {
      return part.kind === 'encrypted'
        ? { items: [...before, toReasoning(thoughts, part)], said: [], thoughts: [] }
        : { items: before, said: [], thoughts: [...thoughts.filter(({ id }) => id === part.id), part] }
    }
    return { items: [...before, ...toItems(part, parts)], said: [], thoughts }
  }

// Whether the part that came last may be half.
const isCut = ({ finishReason, rawFinishReason = '' }: Choice): boolean =>
  isCutShort(finishReason ?? '') || ['incomplete', 'cancelled'].includes(rawFinishReason)

const isAwaited = (part: Part | undefined): boolean =>
  part?._tag === 'Unrecognised' && isObject(part.raw) && roleOf(part.raw, 'client') === 'awaited'

const isReasoning = (item: Json | undefined): boolean => item?.['type'] === 'reasoning'

/** @internal */
export const inputItems = (choice: Choice): ReadonlyArray<ResponsesInputItem> => {
  const { parts } = choice
  const whole = isCut(choice) && isAwaited(parts.at(-1)) ? parts.slice(0, -1) : parts
  const items = flushed(whole.reduce(withPart(whole), { items: [], said: [], thoughts: [] }), whole)
  // The API refuses reasoning without an item after it.
  return items.slice(0, items.findLastIndex((item) => !isReasoning(item)) + 1)
}

/** @internal */
export const toolOutput = (call: ClosedToolCall, result: string): ResponsesToolOutput => ({
  type: isCustom(call) ? 'custom_tool_call_output' : 'function_call_output',
  call_id: call.id,
  output: result
})
