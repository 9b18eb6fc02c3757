import { messageText } from '../../../lib/data/Message.ts'
import { google } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { chunk, finish, parts } from '../../fixtures/google.ts'
import { cutLaws } from '../../laws/machine.ts'

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
    expect(messageText(outcome.message)).toBe('a')
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

describe('an error that stands bare between the events', () => {
  const error = { error: { code: 503, message: 'Overloaded.', status: 'UNAVAILABLE' } }
  const failure = { _tag: 'ProviderFailure', message: 'Overloaded.', code: 503, type: 'UNAVAILABLE' }
  const hi = parts({ text: 'Hi' })

  it.each([
    ['on a line', `${JSON.stringify(error)}\r\n\r\n`],
    ['on a line without an end', JSON.stringify(error)],
    ['on several lines', `${JSON.stringify(error, null, 2)}\n`],
    ['on several lines without an end', JSON.stringify(error, null, 2)]
  ])('%s is told', (_how, bare) => {
    const outcome = foldBody(google, hi + bare)
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [failure] })
    expect(messageText(outcome.message)).toBe('Hi')
  })

  it('right after the data of an event takes nothing from it', () => {
    const outcome = foldBody(google, hi.trimEnd() + '\n' + JSON.stringify(error))
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [failure] })
    expect(messageText(outcome.message)).toBe('Hi')
  })

  it('takes nothing from the event after it, even where it is cut', () => {
    const outcome = foldBody(google, `${hi}{"error": {\n  "code": 503,\n${hi}${finish('STOP')}`)
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [{ _tag: 'MalformedJson' }] })
    expect(messageText(outcome.message)).toBe('HiHi')
    expect(foldBody(google, `${hi}{"error": {\n  "code": 503`)).toMatchObject({
      _tag: 'Truncated',
      failures: [{ _tag: 'TruncatedFrame' }]
    })
  })

  const pretty = JSON.stringify(error, null, 2).replaceAll('\n', '\r\n')
  cutLaws(
    foldMachine(google),
    new TextEncoder().encode(`${hi}event: x\r\n${pretty}\r\n${hi}${JSON.stringify(error)}`),
    (said) => '.'.repeat(said.length)
  )
})
