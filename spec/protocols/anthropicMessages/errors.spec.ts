import { messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import { anthropic, vertexAnthropic } from '../../../lib/providers/anthropicMessages.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import {
  call,
  event,
  messageDelta,
  messageStart,
  messageStop,
  said,
  start,
  textDelta
} from '../../fixtures/anthropic.ts'

const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' }, request_id: 'req_1' }
const failure = { _tag: 'ProviderFailure', type: 'overloaded_error', message: 'Overloaded' }

describe('an error of the protocol', () => {
  const events = [messageStart(), start(0, { type: 'text', text: '' }), textDelta(0, 'Hi'), call(1, 'a', 'w', '{}')]

  it('inside a stream fails it at any place, and what came stays', () => {
    for (let k = 0; k <= events.length; k++) {
      const body = [...events.slice(0, k), event(overloaded)].join('')
      expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Failed', failures: [failure] })
    }
    const { message } = foldBody(anthropic, [...events, event(overloaded)].join(''))
    expect(messageText(message)).toBe('Hi')
    expect(messageToolCalls(message).map(({ state }) => state)).toEqual(['Truncated'])
  })

  it('is what its data says, whatever the name of the event', () => {
    for (const name of ['', 'event: error\n', 'event: message_stop\n']) {
      const body = `${messageStart()}${name}data: ${JSON.stringify(overloaded)}\n\n`
      expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Failed', failures: [failure] })
    }
  })

  it('may be flat, or have only the name of the event to tell it', () => {
    const flat = `${messageStart()}data: {"type":"error","message":"no"}\n\n`
    expect(foldBody(anthropic, flat).failures).toMatchObject([{ _tag: 'ProviderFailure', message: 'no' }])
    const named = `event: error\ndata: {"type":"overloaded_error","message":"Overloaded"}\n\n`
    expect(foldBody(anthropic, messageStart() + named).failures).toMatchObject([failure])
    const words = 'event: error\ndata: upstream timed out\n\n'
    expect(foldBody(anthropic, messageStart() + words).failures).toMatchObject([{ message: 'upstream timed out' }])
  })

  it('before message_stop is an error all the same', () => {
    const body = [messageStart(), said(0, 'Hi'), event(overloaded), messageDelta('end_turn'), messageStop()].join('')
    expect(foldBody(anthropic, body)).toMatchObject({ _tag: 'Failed', failures: [failure] })
  })

  it('as a body is one, with its status', () => {
    const head = { status: 529, retryAfter: 1000 }
    expect(foldBody(anthropic, JSON.stringify(overloaded), head)).toMatchObject({
      _tag: 'Failed',
      failures: [{ ...failure, ...head }]
    })
    expect(foldBody(anthropic, JSON.stringify(overloaded))).toMatchObject({ _tag: 'Failed', failures: [failure] })
  })

  it("of Google's in front of it is one, too", () => {
    const refused = { error: { code: 429, message: 'Quota exceeded', status: 'RESOURCE_EXHAUSTED' } }
    for (const body of [refused, [refused]]) {
      expect(foldBody(vertexAnthropic, JSON.stringify(body), { status: 429 })).toMatchObject({
        _tag: 'Failed',
        failures: [{ _tag: 'ProviderFailure', code: 429, status: 429, message: 'Quota exceeded' }]
      })
    }
  })

  it('is none where the answer speaks of errors', () => {
    const body = { type: 'message', content: [{ type: 'text', text: 'error' }], stop_reason: 'end_turn', error: null }
    expect(foldBody(anthropic, JSON.stringify(body))).toMatchObject({ _tag: 'Complete', failures: [] })
  })
})
