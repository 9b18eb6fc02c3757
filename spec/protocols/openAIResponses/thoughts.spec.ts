import { either as E } from 'fp-ts'

import type { Outcome } from '../../../lib/data/MessageState.ts'
import { azureResponses, openRouterResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toAssistantMessage } from '../../../lib/tools/toRequest.ts'
import { completed, done, message, reasoning, response } from '../../fixtures/responses.ts'

const provider = openRouterResponses

const streamed = (...events: ReadonlyArray<string>): Outcome => foldBody(provider, events.join(''))

const whole = (output: ReadonlyArray<object>, rest: object = {}): Outcome =>
  foldBody(provider, JSON.stringify(response(output, rest)))

describe('the next request', () => {
  const back = (output: ReadonlyArray<object>, rest: object = {}): unknown => {
    const roads = [whole(output, rest), streamed(...output.map((item, i) => done(i, item)), completed([], rest))]
    const [first, second] = roads.map(({ message: one }) => toAssistantMessage(provider)(one))
    expect(second).toEqual(first)
    return first !== undefined && E.isRight(first) ? first.right : first
  }

  it('has the signature of reasoning and the format of what proves it (OpenRouter)', () => {
    const content = [{ type: 'reasoning_text', text: 'see' }]
    const signed = reasoning([], { content, signature: 'SIG', format: 'anthropic-claude-v1' })
    const encrypted = reasoning([], { id: 'rs_2', encrypted_content: 'E', format: 'google-gemini-v1' })
    const rest = { store: false }
    expect(back([signed, message('Hi')], rest)).toMatchObject([signed, { type: 'message' }])
    expect(back([encrypted, message('Hi')], rest)).toMatchObject([encrypted, { type: 'message' }])
  })

  it('has messages of two phases apart, also without ids', () => {
    const phases = [
      message('a', { id: undefined, phase: 'commentary' }),
      message('b', { id: undefined, phase: 'final_answer' })
    ]
    expect(back(phases)).toMatchObject([{ phase: 'commentary' }, { phase: 'final_answer' }])
    expect(foldBody(azureResponses, JSON.stringify(response(phases)))._tag).toBe('Complete')
  })
})
