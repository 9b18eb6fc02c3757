/** Bodies of OpenAI Responses: an item of text and an item for each call, and all of them again at the end. */

const ID = 'resp_68a1f0c2d5e4819f8a7b6c5d4e3f2a1b'

const message = (text, status) => ({
  id: `msg_${ID}`,
  type: 'message',
  status,
  role: 'assistant',
  content: text === undefined ? [] : [{ type: 'output_text', text, annotations: [], logprobs: [] }]
})

const functionCall = ({ id, name }, text, status) => ({
  id: `fc_${id}`,
  type: 'function_call',
  status,
  call_id: id,
  name,
  arguments: text
})

const said = (texts) => {
  const text = texts.join('')
  const place = { item_id: `msg_${ID}`, output_index: 0, content_index: 0 }
  const part = (one) => ({ type: 'output_text', text: one, annotations: [], logprobs: [] })
  return [
    ['response.output_item.added', { output_index: 0, item: message(undefined, 'in_progress') }],
    ['response.content_part.added', { ...place, part: part('') }],
    ...texts.map((delta) => ['response.output_text.delta', { ...place, delta, logprobs: [] }]),
    ['response.output_text.done', { ...place, text, logprobs: [] }],
    ['response.content_part.done', { ...place, part: part(text) }],
    ['response.output_item.done', { output_index: 0, item: message(text, 'completed') }]
  ]
}

const called = (call, output_index) => {
  const text = call.fragments.join('')
  const place = { item_id: `fc_${call.id}`, output_index }
  return [
    ['response.output_item.added', { output_index, item: functionCall(call, '', 'in_progress') }],
    ...call.fragments.map((delta) => ['response.function_call_arguments.delta', { ...place, delta }]),
    ['response.function_call_arguments.done', { ...place, arguments: text }],
    ['response.output_item.done', { output_index, item: functionCall(call, text, 'completed') }]
  ]
}

const response = (status, output, usage) => ({
  id: ID,
  object: 'response',
  created_at: 1758647798,
  status,
  error: null,
  incomplete_details: null,
  model: 'gpt-5-mini',
  output,
  tools: [],
  usage
})

const reported = ({ input, output }) => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: input + output
})

/** The events of an answer: its text first, then one call after another. */
export const eventsOf = ({ texts, calls, usage }) => {
  const before = texts.length === 0 ? [] : [texts.join('')]
  const output = [
    ...before.map((text) => message(text, 'completed')),
    ...calls.map((call) => functionCall(call, call.fragments.join(''), 'completed'))
  ]
  return [
    ['response.created', { response: response('in_progress', [], null) }],
    ...(before.length === 0 ? [] : said(texts)),
    ...calls.flatMap((call, i) => called(call, i + before.length)),
    ['response.completed', { response: response('completed', output, reported(usage)) }]
  ].map(
    ([type, fields], sequence_number) =>
      `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number, ...fields })}\n\n`
  )
}
