import { inputOf } from '../argumentsOf.ts'
import type { AnthropicBlock, AnthropicChunk } from './codec.ts'

/**
 * A complete content block as the events of a stream, in which the input of a call is text after the start of its
 * block; an index of `null` is none.
 *
 * @internal
 */
export const eventsOf = (block: AnthropicBlock, index: number | null): ReadonlyArray<AnthropicChunk> => {
  const { input, ...rest } = block
  const text = inputOf(input)
  const begins = { type: 'content_block_start', index }
  const ends = { type: 'content_block_stop', index }
  const isCall = block.type === 'tool_use' || block.type === 'server_tool_use' || block.type === 'mcp_tool_use'
  if (!isCall || text === '') return [{ ...begins, content_block: block }, ends]
  const delta = { type: 'input_json_delta', partial_json: text }
  return [{ ...begins, content_block: rest }, { type: 'content_block_delta', index, delta }, ends]
}
