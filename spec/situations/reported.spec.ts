/** The errors of providers that report them in a way of their own, with status 200. */
import { foldBody } from '../../lib/reading/foldBody.ts'
import { DONE } from '../fixtures/chat.ts'
import { withProvider } from '../fixtures/providers.ts'

const sse = (json: unknown): string => `data: ${JSON.stringify(json)}\n\n`

const answer = { choices: [{ index: 0, delta: { content: 'Hi' } }] }

const refused = { base_resp: { status_code: 1008, status_msg: 'insufficient balance' }, choices: null }

const quota = [{ error: { code: 429, message: 'quota exceeded', status: 'RESOURCE_EXHAUSTED' } }]

const context = { code: 400, message: 'the request exceeds the available context size', type: 'invalid_request_error' }

describe('an error', () => {
  it.each([
    ['minimax', 'as a body', JSON.stringify(refused), { message: 'insufficient balance', code: 1008 }],
    ['minimax', 'inside a stream', sse(answer) + sse(refused), { message: 'insufficient balance', code: 1008 }],
    ['gemini-openai', 'as a body', JSON.stringify(quota), { message: 'quota exceeded', code: 429 }],
    ['gemini-openai', 'inside a stream', sse(answer) + sse(quota), { message: 'quota exceeded', code: 429 }],
    ['gpustack', 'in a field', `${sse(answer)}error: ${JSON.stringify(context)}\n\n${DONE}`, { code: 400 }],
    [
      'databricks',
      'as a body',
      '{"error_code":"BAD_REQUEST","message":"no such model"}',
      { message: 'no such model', code: 'BAD_REQUEST' }
    ],
    ['litellm', 'inside a stream', sse(answer) + sse({ error: { message: 'gone', code: '500' } }), { message: 'gone' }]
  ])('of %s %s is told', (name, _where, body, failure) => {
    const outcome = withProvider(name, (provider) => foldBody(provider, body))
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure', ...failure }] })
  })

  it.each([
    ['snowflake', '{"message":"unknown model","error_code":null,"request_id":"r"}', 'unknown model'],
    ['cohere-openai', '{"id":"i","message":"invalid api token"}', 'invalid api token'],
    ['databricks', '{"error_code":"PERMISSION_DENIED","message":"no access"}', 'no access']
  ])('of %s is told with the status of its response', (name, body, message) => {
    const outcome = withProvider(name, (provider) => foldBody(provider, body, { status: 403 }))
    expect(outcome).toMatchObject({ failures: [{ _tag: 'ProviderFailure', message, status: 403 }] })
  })

  it('of minimax is none where its code is 0', () => {
    const accepted = { ...answer, base_resp: { status_code: 0, status_msg: '' } }
    const finish = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }
    const outcome = withProvider('minimax', (provider) => foldBody(provider, sse(accepted) + sse(finish) + DONE))
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
  })
})
