/** LangChain: its chunks are added up with `concat`, as its documentation does. */
import { ChatOpenAI } from '@langchain/openai'

import { KEY, network, URL } from '../sources.mjs'

const prepare = () => {
  const { answerWith, fetch } = network()
  const model = new ChatOpenAI({
    model: 'gpt-4o-mini',
    apiKey: KEY,
    maxRetries: 0,
    streamUsage: true,
    configuration: { baseURL: URL, fetch }
  })
  return async (stream) => {
    answerWith(stream)
    let whole
    for await (const chunk of await model.stream('q')) whole = whole === undefined ? chunk : whole.concat(chunk)
    return {
      text: whole.text,
      // Its arguments are values.
      calls: whole.tool_calls.map(({ id, name, args }) => ({ id, name, arguments: JSON.stringify(args) })),
      usage: { input: whole.usage_metadata?.input_tokens, output: whole.usage_metadata?.output_tokens }
    }
  }
}

export default {
  '@langchain/openai stream + concat': {
    takes: 'stream',
    prepare
  }
}
