import { failureError, failureOf, isFailureError } from '../../lib/codec/FailureError.ts'
import { transportFailure } from '../../lib/codec/transportFailure.ts'
import { aborted, idleTimeout, noEvents } from '../../lib/data/Failure.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })

describe('FailureError', () => {
  it('is an error that carries its failure', () => {
    const error = failureError(failure)
    expect(error).toBeInstanceOf(Error)
    expect([error.name, error.message, error.failure]).toEqual(['NoEvents', failure.message, failure])
  })

  it('is recognised by its brand, and by nothing else', () => {
    expect(isFailureError(failureError(failure))).toBe(true)
    const foreign = Object.assign(new Error('of a database'), { failure: { _tag: 'Deadlock' } })
    const without = [null, undefined, 'x', {}, [], { _tag: 7 }].map((none) => ({ deltafold: true, failure: none }))
    for (const other of [foreign, { failure }, new Error('x'), failure, null, undefined, 'NoEvents', ...without]) {
      expect(isFailureError(other)).toBe(false)
    }
  })

  it.each([null, undefined, 7, 'NoEvents', [], {}, { _tag: 7 }])('is not recognised if its failure is %j', (other) => {
    const error = { deltafold: true, failure: other }
    expect(isFailureError(error)).toBe(false)
    expect(failureOf(error, { atByte: 7, atEvent: 2 })._tag).toBe('TransportFailure')
  })

  it('yields its failure; any other error is a TransportFailure', () => {
    const position = { atByte: 7, atEvent: 2 }
    expect(failureOf(failureError(failure), position)).toBe(failure)
    const reset = Object.assign(new Error('read https://host/?key=secret'), { code: 'ECONNRESET' })
    expect(failureOf(reset, position)).toEqual(transportFailure(reset, position))
    expect(failureOf(reset, position)).toEqual({
      _tag: 'TransportFailure',
      message: 'the transport failed (ECONNRESET)',
      code: 'ECONNRESET',
      ...position
    })
  })

  it.each<readonly [string, unknown]>([
    ['of the platform', new DOMException('', 'AbortError')],
    ['of Node', Object.assign(new Error('x'), { name: 'AbortError', code: 'ABORT_ERR' })],
    ['of undici', Object.assign(new Error('x'), { name: 'AbortError', code: 'UND_ERR_ABORTED' })],
    ['with the code', { code: 'AbortError' }]
  ])('turns an AbortError %s into Aborted', (_, error) => {
    expect(failureOf(error, { atByte: 7, atEvent: 2 })).toEqual(aborted({ atByte: 7, atEvent: 2 }))
  })

  it.each([[new Error('enough')], [undefined], [new DOMException('', 'TimeoutError')], [failureError(failure)]])(
    'turns any error into Aborted if the signal was aborted: %s',
    (error) => {
      const position = { atByte: 7, atEvent: 2 }
      expect(failureOf(error, position, { aborted: true })).toEqual(aborted(position))
      expect(failureOf(error, position, { aborted: false })._tag).not.toBe('Aborted')
    }
  )

  it('has the position of the first event if there was none', () => {
    expect(failureOf(undefined, { atByte: 0, atEvent: -1 }).atEvent).toBe(0)
  })

  it('gives an IdleTimeout the position of the last event', () => {
    const position = { atByte: 7, atEvent: 2 }
    const silence = failureError(idleTimeout(5, { atByte: 0, atEvent: 0 }))
    expect(failureOf(silence, position)).toEqual(idleTimeout(5, position))
  })
})
