import type { Failure } from '../../lib/data/Failure.ts'
import { emptyMessage } from '../../lib/data/Message.ts'
import { isFatal, settle } from '../../lib/data/MessageState.ts'

describe('MessageState', () => {
  const tags: Readonly<Record<Failure['_tag'], boolean>> = {
    ProviderFailure: true,
    HttpFailure: true,
    NotAStream: true,
    NoEvents: true,
    LineTooLong: true,
    EventTooLarge: true,
    DepthExceeded: true,
    LimitExceeded: true,
    BadChecksum: false,
    DecodeFailure: false,
    IdleTimeout: false,
    MalformedJson: false,
    TransportFailure: false,
    TruncatedFrame: false,
    EndedEarly: false,
    Aborted: false
  }

  it.each(Object.entries(tags))('%s ends the response: %j', (_tag, fatal) => {
    const failure = { _tag, message: '', atByte: 0, atEvent: 0 } as Failure // only its tag is read
    expect(isFatal(failure)).toBe(fatal)
  })

  it('settles a message by truncating open calls, and changes nothing else', () => {
    const call = { id: 'a', name: 'x', arguments: '{}' }
    const text = { _tag: 'Text', key: 0, text: 'a' } as const
    const closed = { _tag: 'ToolCall', state: 'Closed', key: 1, ...call } as const
    const whole = { choices: [{ index: 0, parts: [text, closed] }] }
    expect(settle(whole)).toBe(whole)
    expect(settle(emptyMessage)).toBe(emptyMessage)
    const open = {
      choices: [...whole.choices, { index: 1, parts: [{ _tag: 'ToolCall', state: 'Open', key: 0, ...call } as const] }]
    }
    expect(settle(open)).toEqual({
      choices: [whole.choices[0], { index: 1, parts: [{ _tag: 'ToolCall', state: 'Truncated', key: 0, ...call }] }]
    })
    expect(settle(open).choices[0]).toBe(open.choices[0])
  })
})
