import { field, manyOf } from '../../codec/field.ts'
import { isRight } from '../../data/Result.ts'
import { ChatToolCall } from './wire/toolCalls.ts'

type Json = Readonly<Record<string, unknown>>

const usedTool = (used: unknown): ChatToolCall => {
  const call = {
    id: field(used, 'tool_use_id'),
    function: { name: field(used, 'name'), arguments: field(used, 'input') }
  }
  const decoded = ChatToolCall.decode(call)
  return isRight(decoded) ? decoded.right : {}
}

/**
 * The calls of a delta or a message in the form of Snowflake: a delta of type `tool_use` is a fragment of one call, a message
 * has whole calls in `content_list`. The `content_list` of a delta repeats the delta and is ignored.
 *
 * Source: https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api,
 * https://github.com/langchain-ai/langchain-snowflake/issues/40
 *
 * @internal
 */
export const usedTools = (delta: Json): ReadonlyArray<ChatToolCall> => {
  const { type, content_list: list } = delta
  if (type === 'tool_use') return [usedTool(delta)]
  if (list === undefined || type !== undefined) return []
  return manyOf(list).flatMap((entry) => {
    const used = field(entry, 'tool_use')
    return field(entry, 'type') === 'tool_use' ? [usedTool(used ?? entry)] : []
  })
}
