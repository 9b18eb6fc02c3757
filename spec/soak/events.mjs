/** Bodies of OpenAI Chat, and their bytes in pieces, made as they are asked for. */
const encoder = new TextEncoder()

export const bytes = (text) => encoder.encode(text)

export const event = (json) => `data: ${JSON.stringify(json)}\n\n`

export const DONE = 'data: [DONE]\n\n'

export const said = (content) => event({ choices: [{ index: 0, delta: { content } }] })

export const argued = (text, id, name) =>
  event({
    choices: [
      { index: 0, delta: { tool_calls: [{ index: 0, id, type: 'function', function: { name, arguments: text } }] } }
    ]
  })

/** An event of so many bytes, as a gateway sends them: most of it says nothing new. */
export const eventOf = (size, content) => {
  const made = (id) =>
    event({ id, model: 'm', object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content } }] })
  return made('g'.repeat(size - made('').length))
}

/** A text again and again, in pieces of one size that are cut anywhere, up to some bytes in all. One buffer is shared. */
export function* repeated(text, size, total) {
  const one = bytes(text)
  const ring = new Uint8Array(one.length + size)
  for (let i = 0; i < ring.length; i++) ring[i] = one[i % one.length]
  for (let at = 0; at < total; at += size) {
    const from = at % one.length
    yield ring.subarray(from, from + Math.min(size, total - at))
  }
}
