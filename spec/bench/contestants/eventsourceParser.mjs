/** A parser of events, and what one would write around it by hand. */
import { createParser } from 'eventsource-parser'

import { accumulators } from '../floor.mjs'

const prepare = (protocol) => async (stream) => {
  const { see, message } = accumulators[protocol]()
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data !== '[DONE]') see(JSON.parse(data))
    }
  })
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parser.feed(decoder.decode(read.value, { stream: true }))
  }
  return message()
}

export default {
  'eventsource-parser + JSON.parse': {
    takes: 'stream',
    prepare
  }
}
