import { either as E } from 'fp-ts'

import { messageToolCalls } from '../../lib/data/Message.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { toAssistantMessage, toToolResult } from '../../lib/tools/toRequest.ts'
import { withProvider } from '../fixtures/providers.ts'

/** An answer with one call, for each protocol; the provider gives the call an id or none. */
const bodies: Readonly<Record<string, (call: { readonly id?: string }) => object>> = {
  'openai-compatible': (id) => ({
    choices: [
      { message: { tool_calls: [{ ...id, function: { name: 'f', arguments: '{}' } }] }, finish_reason: 'tool_calls' }
    ]
  }),
  'openai-responses': ({ id }) => ({
    object: 'response',
    status: 'completed',
    output: [{ type: 'function_call', call_id: id, name: 'f', arguments: '{}' }]
  }),
  anthropic: (id) => ({
    type: 'message',
    content: [{ type: 'tool_use', ...id, name: 'f', input: {} }],
    stop_reason: 'tool_use'
  }),
  google: (id) => ({
    candidates: [{ content: { parts: [{ functionCall: { ...id, name: 'f', args: {} } }] }, finishReason: 'STOP' }]
  }),
  'bedrock-converse': ({ id }) => ({
    output: { message: { role: 'assistant', content: [{ toolUse: { toolUseId: id, name: 'f', input: {} } }] } },
    stopReason: 'tool_use'
  }),
  ollama: (id) => ({
    message: { role: 'assistant', content: '', tool_calls: [{ ...id, function: { name: 'f', arguments: {} } }] },
    done: true,
    done_reason: 'stop'
  }),
  cohere: (id) => ({
    message: { tool_calls: [{ ...id, type: 'function', function: { name: 'f', arguments: '{}' } }] },
    finish_reason: 'TOOL_CALL'
  })
}

const SPELLED = 'call_0_0'

const foldOf = (provider: string, call: { readonly id?: string }) =>
  withProvider(provider, (one) => {
    const { message, repairs } = foldBody(one, JSON.stringify(bodies[provider]?.(call)))
    const [said] = messageToolCalls(message)
    const back = E.getOrElse<unknown, unknown>(() => undefined)(toAssistantMessage(one)(message))
    const result = said?.state === 'Closed' ? toToolResult(one, '5')(said) : undefined
    return { said, repairs: repairs.map(({ _tag }) => _tag), request: JSON.stringify([back, result]) }
  })

/** Protocols in whose requests a call need not have an id. */
const optional = ['google', 'ollama']

describe.each(Object.keys(bodies))('a call of %s', (provider) => {
  it('without an id has one of its position, which is marked', () => {
    const { said, repairs, request } = foldOf(provider, {})
    expect(said).toMatchObject({ state: 'Closed', id: SPELLED, syntheticId: true })
    expect(repairs).toEqual(['SyntheticId'])
    expect(request.includes(SPELLED)).toBe(!optional.includes(provider))
  })

  it.each([SPELLED, 'call_0_1', 'a'])('with the id %j has no other, and goes back with it', (id) => {
    const { said, repairs, request } = foldOf(provider, { id })
    expect(said).toMatchObject({ state: 'Closed', id })
    expect(said).not.toHaveProperty('syntheticId')
    expect(repairs).toEqual([])
    expect(request.split(`"${id}"`)).toHaveLength(3)
  })
})
