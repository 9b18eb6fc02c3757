/**
 * The calls of OpenAI Responses that the client answers, other than calls of functions: actions on a computer, shell commands,
 * patches, requests for approval, and searches for tools.
 *
 * Source: https://platform.openai.com/docs/guides/tools-computer-use, https://platform.openai.com/docs/guides/tools-shell,
 * https://platform.openai.com/docs/guides/tools-apply-patch, https://platform.openai.com/docs/guides/tools-connectors-mcp,
 * https://rubydoc.info/gems/openai/OpenAI/Models/Responses/ResponseInputItem
 *
 * @since 0.1.0
 */
import { field, textOf } from '../../codec/field.ts'
import type { Message } from '../../data/Message.ts'
import { firstChoice } from '../../data/Message.ts'
import type { UnrecognisedPart } from '../../data/Part.ts'
import { isAwaited, isHalf } from './sentItems.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Json = Readonly<Record<string, unknown>>

/**
 * The output of one command of a shell.
 *
 * @category model
 * @since 0.1.0
 */
export interface ShellOutput {
  readonly stdout: string
  readonly stderr: string
  readonly outcome: { readonly type: 'exit'; readonly exit_code: number } | { readonly type: 'timeout' }
}

/**
 * The answer to each kind of call, with the field names of the wire.
 *
 * @category model
 * @since 0.1.0
 */
export interface ClientCallAnswers {
  readonly computer_call: {
    /** The screen after the action: its picture as a URL (also `data:`), or the id of a file that was uploaded. */
    readonly output: { readonly type: 'computer_screenshot' } & (
      { readonly image_url: string } | { readonly file_id: string }
    )
    /** The `pending_safety_checks` of the call that a human accepted. */
    readonly acknowledged_safety_checks?: ReadonlyArray<Json>
  }
  /** The output is one text, which contains JSON according to the documentation. */
  readonly local_shell_call: { readonly output: string }
  readonly shell_call: { readonly output: ReadonlyArray<ShellOutput> }
  readonly apply_patch_call: { readonly status: 'completed' | 'failed'; readonly output?: string }
  readonly mcp_approval_request: { readonly approve: boolean; readonly reason?: string }
  /** Definitions of the tools that were found. */
  readonly tool_search_call: { readonly tools: ReadonlyArray<Json> }
}

/**
 * The `type` of a call.
 *
 * @category model
 * @since 0.1.0
 */
export type ClientCallType = keyof ClientCallAnswers

/**
 * A call of one kind.
 *
 * @category model
 * @since 0.1.0
 */
export interface ClientCallOf<K extends ClientCallType> {
  readonly type: K
  /** The id to which the answer refers. */
  readonly id: string
  /** The item of the wire, unchanged, with the action to perform. */
  readonly item: Json
  /** The part of the message that holds the item. */
  readonly part: UnrecognisedPart
}

/**
 * A call of any kind, discriminated by `type`.
 *
 * @category model
 * @since 0.1.0
 */
export type ClientCall = { readonly [K in ClientCallType]: ClientCallOf<K> }[ClientCallType]

const outputTypes = {
  computer_call: 'computer_call_output',
  local_shell_call: 'local_shell_call_output',
  shell_call: 'shell_call_output',
  apply_patch_call: 'apply_patch_call_output',
  mcp_approval_request: 'mcp_approval_response',
  tool_search_call: 'tool_search_output'
} as const

/**
 * The answer to a call, as an item of the next request's input.
 *
 * @category model
 * @since 0.1.0
 */
export interface ClientCallOutput extends Json {
  readonly type: (typeof outputTypes)[ClientCallType]
}

/**
 * The answer to a call, as passed to `toNextTurn`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ClientCallResult {
  readonly call: UnrecognisedPart
  readonly item: ClientCallOutput
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

const isClientCallType = (type: string): type is ClientCallType => Object.hasOwn(outputTypes, type)

/**
 * The calls of the first choice that the client answers, other than calls of functions, in order. A call that was cut is left
 * out.
 *
 * @example
 * import { answerClientCall, clientCalls, foldBody, openAIResponses, toNextTurn } from 'deltafold'
 *
 * const call = '{"type":"mcp_approval_request","id":"mcpr_1","server_label":"s","name":"roll","arguments":"{}"}'
 * const { message } = foldBody(openAIResponses, `{"object":"response","status":"completed","output":[${call}]}`)
 * const results = clientCalls(message).flatMap((one) =>
 *   one.type === 'mcp_approval_request' ? [answerClientCall(one, { approve: one.item['name'] === 'roll' })] : []
 * )
 * assert.deepStrictEqual(toNextTurn(openAIResponses)(message, results).items[1], {
 *   type: 'mcp_approval_response',
 *   approval_request_id: 'mcpr_1',
 *   approve: true
 * })
 *
 * @category destructors
 * @since 0.1.0
 */
export const clientCalls = (message: Message): ReadonlyArray<ClientCall> => {
  const choice = firstChoice(message)
  if (choice === undefined) return []
  const isHalfOf = isHalf(choice)
  return choice.parts.flatMap((part) => {
    if (!isAwaited(part) || isHalfOf(part)) return []
    const item = part.raw
    const type = textOf(item['type'])
    if (!isClientCallType(type)) return []
    return [{ type, id: textOf(item[type === 'mcp_approval_request' ? 'id' : 'call_id']), item, part }]
  })
}

// The fields that refer to the call, and those that the API requires beside the answer.
const fixed = ({ type, id, item }: ClientCall): Json => {
  switch (type) {
    case 'mcp_approval_request':
      return { approval_request_id: id }
    case 'local_shell_call':
      // The types of the official SDKs have `id`, the guide and other clients `call_id`.
      return { id, call_id: id }
    case 'shell_call': {
      const limit = field(item['action'], 'max_output_length')
      return { call_id: id, ...(typeof limit === 'number' ? { max_output_length: limit } : {}) }
    }
    case 'tool_search_call':
      return { call_id: id, execution: 'client', status: 'completed' }
    case 'computer_call':
    case 'apply_patch_call':
      return { call_id: id }
  }
}

/**
 * The answer to a call, to pass to `toNextTurn`; its `item` is the item of the next request's input. The type of the answer
 * depends on the type of the call.
 *
 * @example
 * import { answerClientCall, clientCalls, foldBody, openAIResponses } from 'deltafold'
 *
 * const call = '{"type":"apply_patch_call","id":"ap_1","call_id":"a","status":"completed","operation":{"type":"delete_file"}}'
 * const { message } = foldBody(openAIResponses, `{"object":"response","status":"completed","output":[${call}]}`)
 * const items = clientCalls(message).map((one) =>
 *   one.type === 'apply_patch_call' ? answerClientCall(one, { status: 'failed', output: 'no such file' }).item : undefined
 * )
 * assert.deepStrictEqual(items, [
 *   { type: 'apply_patch_call_output', call_id: 'a', status: 'failed', output: 'no such file' }
 * ])
 *
 * @category constructors
 * @since 0.1.0
 */
export const answerClientCall = <K extends ClientCallType>(
  call: ClientCallOf<K> & ClientCall,
  answer: ClientCallAnswers[K]
): ClientCallResult => ({
  call: call.part,
  item: { type: outputTypes[call.type], ...fixed(call), ...answer }
})
