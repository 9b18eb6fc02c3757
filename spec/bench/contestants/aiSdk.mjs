/** The AI SDK: its provider for what is compatible with OpenAI, and `streamText` over it. */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { jsonSchema, streamText, tool } from 'ai'

import { KEY, network, URL } from '../sources.mjs'

const model = () => {
  const { answerWith, fetch } = network()
  const provider = createOpenAICompatible({ name: 'bench', apiKey: KEY, baseURL: URL, includeUsage: true, fetch })
  return { answerWith, model: provider('kimi-k2') }
}

const search = tool({
  inputSchema: jsonSchema({ type: 'object', properties: { text: { type: 'string' } } })
})

const parts = () => {
  const { answerWith, model: kimi } = model()
  return async (stream) => {
    answerWith(stream)
    const answer = await kimi.doStream({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'q' }] }] })
    const reader = answer.stream.getReader()
    const calls = []
    let text = ''
    let usage
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const part = read.value
      if (part.type === 'text-delta') text += part.delta
      else if (part.type === 'tool-call') {
        calls.push({ id: part.toolCallId, name: part.toolName, arguments: part.input })
      } else if (part.type === 'finish') {
        usage = { input: part.usage.inputTokens.total, output: part.usage.outputTokens.total }
      }
    }
    return { text, calls, usage }
  }
}

const texts = () => {
  const { answerWith, model: kimi } = model()
  return async (stream) => {
    answerWith(stream)
    const result = streamText({ model: kimi, prompt: 'q', tools: { search }, maxRetries: 0 })
    await result.consumeStream()
    const [text, calls, usage] = await Promise.all([result.text, result.toolCalls, result.usage])
    return {
      text,
      // Its arguments are values.
      calls: calls.map(({ toolCallId, toolName, input }) => ({
        id: toolCallId,
        name: toolName,
        arguments: JSON.stringify(input)
      })),
      usage: { input: usage.inputTokens, output: usage.outputTokens }
    }
  }
}

const entry = (prepare) => ({ takes: 'stream', prepare })

export default {
  '@ai-sdk/openai-compatible doStream': entry(parts),
  'ai streamText': entry(texts)
}
