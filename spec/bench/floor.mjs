/**
 * What one would write by hand, on a good day: no codec, no positions, no limits, no other line end than LF, one `data` line
 * an event. It is what the bytes cost at least: nearly all of it is `TextDecoder` and `JSON.parse`.
 */

/** A line that is not whole yet is held as a rope that is read once: pieces of one byte cost no more than others. */
const eventsOf = (see) => {
  const decoder = new TextDecoder()
  let held = ''
  return (piece) => {
    const text = decoder.decode(piece, { stream: true })
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      const line = held === '' ? text.slice(start, end) : held + text.slice(start, end)
      held = ''
      start = end + 1
      if (line.startsWith('data: ') && line !== 'data: [DONE]') see(JSON.parse(line.slice(6)))
    }
    if (start < text.length) held += text.slice(start)
  }
}

const newCall = () => ({ id: '', name: '', arguments: '' })

const chat = () => {
  let text = ''
  let usage
  const calls = []
  const see = (chunk) => {
    const delta = chunk.choices[0]?.delta
    if (delta?.content) text += delta.content
    if (delta?.tool_calls) {
      for (const { index, id, function: part } of delta.tool_calls) {
        const call = (calls[index] ??= newCall())
        if (id) call.id = id
        if (part.name) call.name = part.name
        if (part.arguments) call.arguments += part.arguments
      }
    }
    if (chunk.usage) usage = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens }
  }
  return { see, message: () => ({ text, calls, usage }) }
}

const anthropic = () => {
  let text = ''
  const usage = { input: 0, output: 0 }
  const blocks = []
  const see = (event) => {
    switch (event.type) {
      case 'message_start':
        usage.input = event.message.usage.input_tokens
        return
      case 'content_block_start':
        if (event.content_block.type === 'tool_use') {
          const { id, name } = event.content_block
          blocks[event.index] = { ...newCall(), id, name }
        }
        return
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') text += event.delta.text
        else blocks[event.index].arguments += event.delta.partial_json
        return
      case 'message_delta':
        usage.output = event.usage.output_tokens
    }
  }
  return { see, message: () => ({ text, calls: blocks.filter(Boolean), usage }) }
}

const responses = () => {
  let text = ''
  let usage
  const items = []
  const see = (event) => {
    switch (event.type) {
      case 'response.output_item.added':
        if (event.item.type === 'function_call') {
          items[event.output_index] = { ...newCall(), id: event.item.call_id, name: event.item.name }
        }
        return
      case 'response.output_text.delta':
        text += event.delta
        return
      case 'response.function_call_arguments.delta':
        items[event.output_index].arguments += event.delta
        return
      case 'response.completed':
        usage = { input: event.response.usage.input_tokens, output: event.response.usage.output_tokens }
    }
  }
  return { see, message: () => ({ text, calls: items.filter(Boolean), usage }) }
}

/** What a message by hand is made of, for those who parse events in another way. */
export const accumulators = { anthropic, chat, responses }

/** The floor over pieces that are all there. */
export const overPieces = (protocol) => (pieces) => {
  const { see, message } = accumulators[protocol]()
  const push = eventsOf(see)
  for (const piece of pieces) push(piece)
  return message()
}

/** The floor over a web stream. */
export const overStream = (protocol) => async (stream) => {
  const { see, message } = accumulators[protocol]()
  const push = eventsOf(see)
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) push(read.value)
  return message()
}
