/** OpenAI's own library. */
import OpenAI from 'openai'

import { accumulators } from '../floor.mjs'
import { KEY, network, URL } from '../sources.mjs'

const asked = {
  model: 'gpt-5-mini',
  messages: [{ role: 'user', content: 'q' }],
  stream_options: { include_usage: true }
}
const askedOfResponses = { model: 'gpt-5-mini', input: 'q' }

const client = () => {
  const { answerWith, fetch } = network()
  return { answerWith, openai: new OpenAI({ apiKey: KEY, baseURL: URL, maxRetries: 0, fetch }) }
}

const iterated = (protocol) => {
  const { answerWith, openai } = client()
  const create =
    protocol === 'chat'
      ? () => openai.chat.completions.create({ ...asked, stream: true })
      : () => openai.responses.create({ ...askedOfResponses, stream: true })
  return async (stream) => {
    answerWith(stream)
    const { see, message } = accumulators[protocol]()
    for await (const event of await create()) see(event)
    return message()
  }
}

const completion = () => {
  const { answerWith, openai } = client()
  return async (stream) => {
    answerWith(stream)
    const { choices, usage } = await openai.chat.completions.stream(asked).finalChatCompletion()
    const { content, tool_calls = [] } = choices[0].message
    return {
      text: content ?? '',
      calls: tool_calls.map(({ id, function: { name, arguments: args } }) => ({ id, name, arguments: args })),
      usage: { input: usage?.prompt_tokens, output: usage?.completion_tokens }
    }
  }
}

const response = () => {
  const { answerWith, openai } = client()
  return async (stream) => {
    answerWith(stream)
    const { output, output_text, usage } = await openai.responses.stream(askedOfResponses).finalResponse()
    return {
      text: output_text,
      calls: output
        .filter(({ type }) => type === 'function_call')
        .map(({ call_id, name, arguments: args }) => ({ id: call_id, name, arguments: args })),
      usage: { input: usage?.input_tokens, output: usage?.output_tokens }
    }
  }
}

const entry = (prepare) => ({ takes: 'stream', prepare })

export default {
  'openai create({ stream }) + accumulate': entry(iterated),
  'openai ChatCompletionStream': entry(completion),
  'openai ResponseStream': entry(response)
}
