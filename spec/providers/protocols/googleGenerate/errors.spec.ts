import { foldBody } from '../../../../lib/async/foldBody.ts'
import { text } from '../../../../lib/data/Message.ts'
import { google } from '../../../../lib/providers/google.ts'
import { chunk, parts } from '../../../fixtures/google.ts'

describe('errors', () => {
  const error = {
    code: 429,
    message: 'Quota exceeded.',
    status: 'RESOURCE_EXHAUSTED',
    details: [
      { '@type': 'type.googleapis.com/google.rpc.Help', links: [] },
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '39.5s' }
    ]
  }
  const failure = {
    _tag: 'ProviderFailure',
    message: 'Quota exceeded.',
    code: 429,
    type: 'RESOURCE_EXHAUSTED',
    status: 429,
    retryAfter: 39500
  }

  it.each([
    ['an object', { error }],
    ['a list', [{ error }]]
  ])('with an error status, as %s', (_what, body) => {
    const outcome = foldBody(google, JSON.stringify(body, null, 2), { status: 429 })
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [failure] })
  })

  it.each([
    ['an object', { error }],
    ['a list', [{ error }]]
  ])('with status 200, as %s', (_what, body) => {
    expect(foldBody(google, JSON.stringify(body))).toMatchObject({ _tag: 'Failed', failures: [failure] })
  })

  it('inside a stream keep what came before', () => {
    const outcome = foldBody(google, parts({ text: 'a' }) + chunk({ error }))
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [failure] })
    expect(text(outcome.message)).toBe('a')
  })

  it.each(['soon', '-1s', 's', 7, null])('with the delay %j say none', (retryDelay) => {
    const [first] = foldBody(google, JSON.stringify({ error: { ...error, details: [{ retryDelay }] } })).failures
    expect(first).not.toHaveProperty('retryAfter')
  })

  it('may be no more than a word', () => {
    expect(foldBody(google, JSON.stringify({ error: { status: 'INTERNAL', details: {} } })).failures).toMatchObject([
      { _tag: 'ProviderFailure', type: 'INTERNAL' }
    ])
  })
})
