import { firstChoice, messageToolCalls } from '../../../lib/data/Message.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { call, calls, delta, DONE, finish } from '../../fixtures/chat.ts'

const words = {
  stop: 'stop',
  eos: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  completed: 'stop',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  content_filter: 'content_filter',
  safety: 'content_filter',
  refusal: 'content_filter',
  tool_calls: 'tool_call',
  tool_call: 'tool_call',
  tool_use: 'tool_call',
  function_call: 'tool_call',
  error: 'error',
  eos_token: 'stop',
  end: 'stop',
  model_context_window_exceeded: 'length',
  max_new_tokens: 'length',
  sensitive: 'content_filter',
  'content_filter: SAFETY': 'content_filter',
  'function_call_filter: MALFORMED_FUNCTION_CALL': 'content_filter',
  'content-filter': 'content_filter',
  'tool-calls': 'tool_call',
  'Max Tokens': 'length',
  some_content_filter: 'content_filter',
  engine_overloaded: 'error',
  service_unavailable: 'error',
  internal_server_error: 'error',
  rate_limit_exceeded: 'error',
  insufficient_quota: 'error',
  quota_exceeded: 'error',
  too_many_requests: 'error',
  deadline_exceeded: 'error',
  token_limit_exceeded: 'length',
  'model_error: of some kind': 'error',
  an_errors: 'other',
  network_error: 'error',
  abort: 'error',
  insufficient_system_resource: 'error',
  'banana: error': 'other',
  banana: 'other',
  __proto__x: 'other',
  toString: 'other'
} as const

const outcomeOf = (word: string, ...events: ReadonlyArray<string>) =>
  foldBody(openAICompatible, [...events, finish(word), DONE].join(''))

describe('finish reasons', () => {
  it.each(Object.entries(words))('%s is %s, in any case, and stays beside it', (word, reason) => {
    for (const said of [word, word.toUpperCase()]) {
      const { message } = outcomeOf(said, delta({ content: 'Hi' }))
      expect(firstChoice(message)).toMatchObject({ finishReason: reason, rawFinishReason: said })
    }
  })

  const cutShort = ['length', 'content_filter', 'error']

  it.each(Object.entries(words))(
    '%s leaves the last call as it must be, and those before it closed',
    (word, reason) => {
      const { _tag, message } = outcomeOf(word, calls(call(0, 'a', 'add', '{}')), calls(call(1, 'b', 'add', '{}')))
      const last = cutShort.includes(reason) ? 'Truncated' : 'Closed'
      // An error is none of the model: nothing of the answer was closed.
      const first = reason === 'error' ? 'Truncated' : 'Closed'
      expect(_tag).toBe(reason === 'error' ? 'Failed' : 'Complete')
      expect(messageToolCalls(message).map((one) => one.state)).toEqual([first, last])
    }
  )

  it('content_filter after text leaves a call that was over closed', () => {
    const { message } = outcomeOf('content_filter', calls(call(0, 'a', 'add', '{}')), delta({ content: 'and' }))
    expect(messageToolCalls(message).map(({ state }) => state)).toEqual(['Closed'])
  })
})
