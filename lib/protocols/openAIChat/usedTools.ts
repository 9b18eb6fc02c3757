import { field, manyOf } from '../../codec/field.ts'
import type { ChatDelta, ChatToolCall } from './codec.ts'
import { ChatToolCall as ToolCall } from './codec.ts'

const usedTool = (used: unknown): ChatToolCall => {
  const call = {
    id: field(used, 'tool_use_id'),
    function: { name: field(used, 'name'), arguments: field(used, 'input') }
  }
  return ToolCall.is(call) ? call : {}
}

/**
 * The calls of a delta or of a message that has them as uses of tools: a delta of type `tool_use` is a fragment of one call, a
 * message has whole ones in `content_list`. What a delta has in `content_list` repeats the delta.
 *
 * Source: https://docs.snowflake.com/en/user-guide/snowflake-cortex/cortex-rest-api,
 * https://github.com/langchain-ai/langchain-snowflake/issues/40
 *
 * @internal
 */
export const usedTools = (delta: ChatDelta): ReadonlyArray<ChatToolCall> => {
  const { type, content_list: list } = delta
  if (type === 'tool_use') return [usedTool(delta)]
  if (list === undefined || type !== undefined) return []
  return manyOf(list).flatMap((entry) => {
    const used = field(entry, 'tool_use')
    return field(entry, 'type') === 'tool_use' ? [usedTool(used ?? entry)] : []
  })
}
