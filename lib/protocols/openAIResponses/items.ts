/**
 * The roles and the identity of the items of the output, by their kinds.
 *
 * An item that the client answers, other than a call of a function or a custom tool (`computer_call`,
 * `local_shell_call`, `apply_patch_call`, a `shell_call` outside of a container, `mcp_approval_request`, a
 * `tool_search_call` with execution `client`), has no part kind: it is kept and sent back unchanged, as is every
 * unknown kind.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object#responses/object-output,
 * https://docs.x.ai/docs/guides/tools/overview
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing, textOf } from '../../codec/field.ts'
import { kindOf } from '../../codec/Other.ts'
import type { Extra } from '../../data/Delta.ts'
import { isRight } from '../../data/Result.ts'
import { argumentsOf } from '../argumentsOf.ts'
import type { ItemRole, ItemState, PieceKind } from './state.ts'
import { ResponsesItem } from './wire/item.ts'
import type { ResponsesToolSearchCall } from './wire/searchCalls.ts'
import type { ResponsesShellCall } from './wire/shellCalls.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The side that runs a custom tool: the user's program, or (xAI) the provider.
 *
 * @category model
 * @since 0.1.0
 */
export type CustomTools = 'client' | 'server'

const roles: Readonly<Record<string, ItemRole>> = {
  message: 'message',
  reasoning: 'reasoning',
  function_call: 'call',
  image_generation_call: 'image',
  computer_call: 'awaited',
  local_shell_call: 'awaited',
  apply_patch_call: 'awaited',
  shell_call: 'awaited',
  mcp_approval_request: 'awaited',
  web_search_call: 'serverCall',
  file_search_call: 'serverCall',
  code_interpreter_call: 'serverCall',
  mcp_call: 'serverCall',
  mcp_list_tools: 'serverCall',
  // xAI
  x_search_call: 'serverCall',
  code_execution_call: 'serverCall',
  view_image_call: 'serverCall',
  view_x_video_call: 'serverCall'
}

/** The fields of a kind of item that hold the result of its call. */
const outputs: Readonly<Record<string, ReadonlyArray<string>>> = {
  file_search_call: ['results'],
  code_interpreter_call: ['outputs'],
  mcp_call: ['output', 'error'],
  mcp_list_tools: ['tools', 'error']
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The item in a JSON object.
 *
 * @internal
 */
export const itemOf = (json: Extra): ResponsesItem => {
  const decoded = ResponsesItem.decode(json)
  return isRight(decoded) ? decoded.right : {}
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The type of an item; one of the assistant without a type is a message.
 *
 * @internal
 */
export const typeOf = (item: ResponsesItem): string =>
  kindOf(item) || (field(item, 'role') === 'assistant' ? 'message' : '')

/**
 * The type by which items are matched: a call of a custom tool may begin as one of a function.
 *
 * @internal
 */
export const familyOf = (type: string): string => (type === 'custom_tool_call' ? 'function_call' : type)

const inContainer = ({ environment }: ResponsesShellCall): boolean => !['', 'local'].includes(kindOf(environment ?? {}))

// A tool search by the client has a `call_id`, which its answer refers to.
const isOfClient = ({ execution, call_id: callId }: ResponsesToolSearchCall): boolean =>
  (execution ?? '') === '' ? (callId ?? '') !== '' : execution === 'client'

/**
 * Whether an item of this type is the result of a call.
 *
 * @internal
 */
export const isOutput = (type: string): boolean => type.endsWith('_call_output') || type === 'tool_search_output'

/** @internal */
export const roleOf = (item: ResponsesItem, customTools: CustomTools): ItemRole => {
  const type = typeOf(item)
  if (type === 'custom_tool_call') return customTools === 'client' ? 'call' : 'serverCall'
  if (item.type === 'shell_call' && inContainer(item)) return 'serverCall'
  if (item.type === 'tool_search_call') return isOfClient(item) ? 'awaited' : 'serverCall'
  if (isOutput(type)) return 'serverResult'
  return Object.hasOwn(roles, type) ? (roles[type] ?? 'other') : 'other'
}

/**
 * The fields that identify an item.
 *
 * @internal
 */
export type Identity = Pick<ItemState, 'id' | 'callId' | 'phase' | 'name'>

/** @internal */
export const identityOf = (item: ResponsesItem): Identity => {
  const { id, call_id: callId, phase, name } = fieldsOf(item)
  return { id: textOf(id), callId: textOf(callId), phase: textOf(phase), name: textOf(name) }
}

/**
 * The field of the arguments of a kind of call.
 *
 * @internal
 */
export const argumentsField = (type: string): string => {
  if (type === 'custom_tool_call') return 'input'
  return type === 'code_interpreter_call' ? 'code' : 'arguments'
}

/**
 * The arguments of a whole call, as they were sent.
 *
 * @internal
 */
export const rawArguments = (item: ResponsesItem): unknown => field(asItCame(item), argumentsField(typeOf(item)))

/**
 * The arguments of a whole call as text.
 *
 * @internal
 */
export const argumentsIn = (item: ResponsesItem): string => argumentsOf(rawArguments(item))

const withArguments: ReadonlyArray<string> = ['custom_tool_call', 'mcp_call', 'code_interpreter_call']

/**
 * Whether a text of this kind can belong to the item.
 *
 * @internal
 */
export const takes = ({ role, type }: ItemState, kind: PieceKind): boolean => {
  switch (kind) {
    case 'text':
    case 'refusal':
      return role === 'message'
    case 'summary':
    case 'reasoning':
      return role === 'reasoning'
    case 'arguments':
      return role === 'call' || (role === 'serverCall' && withArguments.includes(type))
  }
}

/**
 * The other fields of an item.
 *
 * @internal
 */
export const restOf = (item: ResponsesItem, known: ReadonlyArray<string>): Extra | undefined => {
  const entries = Object.entries(fieldsOf(asItCame(item))).filter(([key]) => !known.includes(key))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/**
 * The extra fields of an item that calls a function or a custom tool. Its `id` is the item's, to which a later request may
 * refer.
 *
 * @internal
 */
export const callExtra = (item: ResponsesItem): Extra | undefined => {
  const rest = restOf(item, ['type', 'call_id', 'name', 'status', argumentsField(typeOf(item))])
  return typeOf(item) === 'custom_tool_call' ? { type: 'custom', ...rest } : rest
}

/**
 * The result of a call that the provider ran, as the fields of the item that hold it; undefined if there is none.
 *
 * @internal
 */
export const resultOf = (item: ResponsesItem): Extra | undefined => {
  const type = typeOf(item)
  const raw = fieldsOf(asItCame(item))
  const fields = Object.hasOwn(outputs, type) ? (outputs[type] ?? []) : []
  const said = fields.filter((key) => raw[key] !== undefined)
  if (said.every((key) => isNothing(raw[key]))) return undefined
  return Object.fromEntries(said.map((key) => [key, raw[key]]))
}

/**
 * The extra fields of a call that the provider runs, without its id and its result.
 *
 * @internal
 */
export const serverCallExtra = (item: ResponsesItem): Extra | undefined => {
  const type = typeOf(item)
  const args = argumentsField(type)
  const isText = typeof rawArguments(item) === 'string'
  const { callId } = identityOf(item)
  const result = resultOf(item)
  const known = ['type', callId === '' ? 'id' : 'call_id', 'name', ...(isText ? [args] : [])]
  return restOf(item, [...known, ...Object.keys(result ?? {})])
}
