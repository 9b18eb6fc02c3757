/**
 * A complete answer, as the events of a stream. The wire has only the order within contents, calls and citations, so
 * the order is: thinking, the plan, other contents, calls, citations.
 *
 * Source: https://docs.cohere.com/reference/chat
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isObject } from '../../codec/field.ts'
import type { CohereResponse } from './wire/response.ts'

/**
 * An event, whose parts are checked when they are read.
 *
 * @internal
 */
export interface CohereEvent {
  readonly type?: unknown
  readonly id?: unknown
  readonly index?: unknown
  readonly delta?: unknown
}

type Events = ReadonlyArray<CohereEvent>

const listOf = (u: unknown): ReadonlyArray<unknown> => (Array.isArray(u) ? u : u === undefined || u === null ? [] : [u])

const isThinking = (content: unknown): boolean => field(content, 'type') === 'thinking'

const contentOf = (content: unknown, index: number): Events => [
  { type: 'content-start', index, delta: { message: { content } } },
  { type: 'content-end', index }
]

// For a call without arguments, a stream sends none, and some bodies send the text `null`.
const toCall = (call: unknown): unknown => {
  const said = field(call, 'function')
  const isNone = isObject(call) && isObject(said) && said['arguments'] === 'null'
  return isNone ? { ...call, function: { ...said, arguments: '' } } : call
}

const callOf = (call: unknown, index: number): Events => [
  { type: 'tool-call-start', index, delta: { message: { tool_calls: toCall(call) } } },
  { type: 'tool-call-end', index }
]

/**
 * The events of the content of a message.
 *
 * @internal
 */
export const contentsOf = (message: unknown): Events => {
  const { content, tool_plan, tool_calls, citations } = fieldsOf(message)
  const contents = listOf(content).map((one, index) => ({ isFirst: isThinking(one), events: contentOf(one, index) }))
  return [
    ...contents.flatMap(({ isFirst, events }) => (isFirst ? events : [])),
    ...(tool_plan === undefined || tool_plan === null
      ? []
      : [{ type: 'tool-plan-delta', delta: { message: { tool_plan } } }]),
    ...contents.flatMap(({ isFirst, events }) => (isFirst ? [] : events)),
    ...listOf(tool_calls).flatMap(callOf),
    ...listOf(citations).map((citation, index) => ({
      type: 'citation-start',
      index,
      delta: { message: { citations: citation } }
    }))
  ]
}

/** @internal */
export const eventsOf = ({ id, message, finish_reason, usage }: CohereResponse): Events => [
  { type: 'message-start', id },
  ...contentsOf(asItCame(message)),
  { type: 'message-end', delta: { finish_reason: finish_reason ?? null, usage: usage ?? null } }
]
