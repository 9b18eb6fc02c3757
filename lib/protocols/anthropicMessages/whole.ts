import { inputOf } from '../argumentsOf.ts'
import type { AnthropicBlock } from './wire/blocks.ts'
import type { AnthropicChunk } from './wire/events.ts'

/**
 * A complete content block as the events of a stream, in which the input of a call is text after the start of its
 * block; an index of `null` is none.
 *
 * @internal
 */
export const eventsOf = (block: AnthropicBlock, index: number | null): ReadonlyArray<AnthropicChunk> => {
  const begins = { type: 'content_block_start', index } as const
  const ends = { type: 'content_block_stop', index } as const
  switch (block.type) {
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use': {
      const { input, ...rest } = block
      const text = inputOf(input)
      if (text === '') break
      const delta = { type: 'input_json_delta', partial_json: text } as const
      return [{ ...begins, content_block: rest }, { type: 'content_block_delta', index, delta }, ends]
    }
  }
  return [{ ...begins, content_block: block }, ends]
}
