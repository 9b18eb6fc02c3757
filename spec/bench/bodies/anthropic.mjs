/** Bodies of Anthropic Messages: a block of text, and a block for each call. */

const event = (type, fields) => `event: ${type}\ndata: ${JSON.stringify({ type, ...fields })}\n\n`

const block = (index, content_block, deltas) => [
  event('content_block_start', { index, content_block }),
  ...deltas.map((delta) => event('content_block_delta', { index, delta })),
  event('content_block_stop', { index })
]

const text = (texts) =>
  texts.length === 0
    ? []
    : block(
        0,
        { type: 'text', text: '' },
        texts.map((one) => ({ type: 'text_delta', text: one }))
      )

const call = ({ id, name, fragments }, index) =>
  block(
    index,
    { type: 'tool_use', id, name, input: {} },
    fragments.map((partial_json) => ({ type: 'input_json_delta', partial_json }))
  )

/** The events of an answer: its text first, then one call after another. */
export const eventsOf = ({ texts, calls, usage: { input, output } }) => [
  event('message_start', {
    message: {
      id: 'msg_01XFDUDYJgAACzvnptvVoYEL',
      type: 'message',
      role: 'assistant',
      model: 'claude-bench',
      content: [],
      stop_reason: null,
      stop_sequence: null,
      usage: { input_tokens: input, output_tokens: 1 }
    }
  }),
  ...text(texts),
  ...calls.flatMap((one, i) => call(one, i + (texts.length === 0 ? 0 : 1))),
  event('message_delta', {
    delta: { stop_reason: calls.length === 0 ? 'end_turn' : 'tool_use', stop_sequence: null },
    usage: { output_tokens: output }
  }),
  event('message_stop', {})
]
