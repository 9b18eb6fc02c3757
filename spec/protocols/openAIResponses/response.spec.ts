import { firstChoice, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openRouterResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { call, completed, event, message, response } from '../../fixtures/responses.ts'

const provider = openRouterResponses

const streamed = (...events: ReadonlyArray<string>): Outcome => foldBody(provider, events.join(''))

const whole = (output: ReadonlyArray<object>, rest: object = {}): Outcome =>
  foldBody(provider, JSON.stringify(response(output, rest)))

const text = (place: object, delta: string): string => event('response.output_text.delta', { ...place, delta })

describe('the end of a response', () => {
  const hi = text({ output_index: 0, content_index: 0 }, 'Hi')
  const open = call('a', 'f', '{"x":1}')

  it('is a failure where it has an error, whatever its status', () => {
    const error = { code: 'server_error', message: 'boom' }
    const item = message('Hi')
    for (const status of ['completed', 'incomplete', 'Failed', undefined]) {
      const both = [streamed(hi, completed([item], { status, error })), whole([item], { status, error })]
      for (const outcome of both) expect(outcome).toMatchObject({ _tag: 'Failed', failures: [error] })
    }
    expect(streamed(hi, completed([item], { error: {} }))._tag).toBe('Complete')
  })

  it.each(['cancelled', 'canceled', 'Canceled'])('cuts its calls where it was %s', (status) => {
    const item = response([open], { status })
    for (const outcome of [
      streamed(event('response.completed', { response: item })),
      streamed(event('response.canceled', { response: item })),
      whole([open], { status })
    ]) {
      expect(outcome._tag).toBe('Complete')
      expect(messageToolCalls(outcome.message)).toMatchObject([{ state: 'Truncated' }])
    }
  })

  it.each([
    ['token_limit', 'length'],
    ['max_completion_tokens', 'length'],
    ['context_window_exceeded', 'length'],
    ['REASON_MAX_CONTEXT', 'length'],
    ['content_filtered', 'content_filter'],
    ['moderation', 'content_filter'],
    ['refusal', 'content_filter'],
    ['tool_calls', 'other'],
    ['stop', 'other'],
    ['max_tool_calls', 'other']
  ])('has a reason in the words of other protocols: %s', (reason, finishReason) => {
    const rest = { status: 'incomplete', incomplete_details: { reason } }
    for (const outcome of [
      whole([open], rest),
      streamed(event('response.incomplete', { response: response([open], rest) }))
    ])
      expect(firstChoice(outcome.message)).toMatchObject({
        finishReason,
        rawFinishReason: reason,
        parts: [{ state: 'Truncated' }]
      })
  })

  it('has usage under the names of OpenAI Chat, and beside the response', () => {
    const counts = { prompt_tokens: 3, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 2 } }
    const expected = { inputTokens: 3, outputTokens: 4, totalTokens: 7, cacheReadInputTokens: 2 }
    expect(streamed(hi, completed([], { usage: counts })).message.usage).toMatchObject(expected)
    expect(whole([], { usage: counts }).message.usage).toMatchObject(expected)
    const beside = { response: response([], { usage: null }), usage: counts }
    expect(streamed(hi, event('response.completed', beside)).message.usage).toMatchObject(expected)
  })
})
