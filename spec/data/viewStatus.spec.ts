import { explain } from '../../lib/data/explain.ts'
import { aborted, endedEarly, fault } from '../../lib/data/Failure.ts'
import { emptyMessage, fromDelta } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { stopped } from '../../lib/data/stopped.ts'
import { viewStatus } from '../../lib/data/viewStatus.ts'

const at = { atByte: 0, atEvent: 0 }
const none = { message: emptyMessage, failures: [], repairs: [] }

describe('viewStatus', () => {
  it.each<[string, Outcome | Parameters<typeof viewStatus>[0], string]>([
    ['a state', { _tag: 'Streaming', ...none }, 'streaming'],
    ['a complete answer', { _tag: 'Complete', ...none }, 'complete'],
    ['a stopped answer', { _tag: 'Truncated', ...none, failures: [aborted(at)] }, 'stopped'],
    ['a cut answer', { _tag: 'Truncated', ...none, failures: [endedEarly(at)] }, 'truncated'],
    ['a failed answer', { _tag: 'Failed', ...none, failures: [fault('NoEvents', '', at)] as never }, 'failed']
  ])('of %s', (_, state, status) => {
    expect(viewStatus(state).status).toBe(status)
    expect(viewStatus(state).notice === undefined).toBe(status !== 'truncated' && status !== 'failed')
  })

  it('of a state that is stopped: no call is open, and stopping again changes nothing', () => {
    const delta = { _tag: 'ToolCallDelta', choice: 0, key: 0, id: 'a', name: 'f', arguments: '{' } as const
    const outcome = stopped({ _tag: 'Streaming', ...none, message: fromDelta(delta) })
    expect(outcome.message.choices[0]?.parts).toMatchObject([{ state: 'Truncated' }])
    expect(viewStatus(outcome)).toEqual({ status: 'stopped', retryable: false })
    expect(stopped(outcome)).toBe(outcome)
  })

  it('explains a provider’s failure without its text, its code or a secret', () => {
    const secret = 'sk-secret'
    for (const status of [400, 401, 402, 404, 408, 413, 429, 500, 529]) {
      const failure = { ...fault('ProviderFailure', secret, at), status, code: secret, detail: secret, type: secret }
      expect(explain(failure)).not.toContain(secret)
      expect(explain(failure)).toMatch(/^[A-Z].*\.$/)
    }
  })
})
