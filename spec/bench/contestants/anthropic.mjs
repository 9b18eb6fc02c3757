/** Anthropic's own library. */
import Anthropic from '@anthropic-ai/sdk'

import { accumulators } from '../floor.mjs'
import { KEY, network, URL } from '../sources.mjs'

const asked = { model: 'claude-bench', max_tokens: 1024, messages: [{ role: 'user', content: 'q' }] }

const client = () => {
  const { answerWith, fetch } = network()
  return { answerWith, anthropic: new Anthropic({ apiKey: KEY, baseURL: URL, maxRetries: 0, fetch }) }
}

const iterated = (protocol) => {
  const { answerWith, anthropic } = client()
  return async (stream) => {
    answerWith(stream)
    const { see, message } = accumulators[protocol]()
    for await (const event of await anthropic.messages.create({ ...asked, stream: true })) see(event)
    return message()
  }
}

const messageStream = () => {
  const { answerWith, anthropic } = client()
  return async (stream) => {
    answerWith(stream)
    const { content, usage } = await anthropic.messages.stream(asked).finalMessage()
    return {
      text: content.map(({ text = '' }) => text).join(''),
      // Its arguments are values.
      calls: content
        .filter(({ type }) => type === 'tool_use')
        .map(({ id, name, input }) => ({ id, name, arguments: JSON.stringify(input) })),
      usage: { input: usage.input_tokens, output: usage.output_tokens }
    }
  }
}

const entry = (prepare) => ({ takes: 'stream', prepare })

export default {
  '@anthropic-ai/sdk create({ stream }) + accumulate': entry(iterated),
  '@anthropic-ai/sdk MessageStream': entry(messageStream)
}
