/** TanStack AI: the events of `chat()`, added up by hand. */
import { chat, maxIterations } from '@tanstack/ai'
import { createOpenaiChatCompletions } from '@tanstack/ai-openai'

import { KEY, network, URL } from '../sources.mjs'

const search = {
  name: 'search',
  description: 'Searches.',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } } }
}

const prepare = () => {
  const { answerWith, fetch } = network()
  const adapter = createOpenaiChatCompletions('gpt-4o-mini', KEY, { baseURL: URL, maxRetries: 0, fetch })
  return async (stream) => {
    answerWith(stream)
    const calls = new Map()
    let text = ''
    let usage
    const events = chat({
      adapter,
      messages: [{ role: 'user', content: 'q' }],
      tools: [search],
      agentLoopStrategy: maxIterations(1)
    })
    for await (const event of events) {
      if (event.type === 'TEXT_MESSAGE_CONTENT') text += event.delta
      else if (event.type === 'TOOL_CALL_START') {
        calls.set(event.toolCallId, { id: event.toolCallId, name: event.toolCallName, arguments: '' })
      } else if (event.type === 'TOOL_CALL_ARGS') calls.get(event.toolCallId).arguments += event.delta
      else if (event.usage) usage = { input: event.usage.promptTokens, output: event.usage.completionTokens }
    }
    return { text, calls: [...calls.values()], usage }
  }
}

export default {
  '@tanstack/ai chat()': { takes: 'stream', prepare }
}
