import { failureError, failureOf, isFailureError } from '../../lib/codec/FailureError.ts'
import { transportFailure } from '../../lib/codec/transportFailure.ts'
import { idleTimeout, noEvents } from '../../lib/data/Failure.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })

describe('FailureError', () => {
  it('is an error that carries its failure', () => {
    const error = failureError(failure)
    expect(error).toBeInstanceOf(Error)
    expect([error.name, error.message, error.failure]).toEqual(['NoEvents', failure.message, failure])
  })

  it('is known by its brand, and by nothing else', () => {
    expect(isFailureError(failureError(failure))).toBe(true)
    const foreign = Object.assign(new Error('of a database'), { failure: { _tag: 'Deadlock' } })
    for (const other of [foreign, { failure }, new Error('x'), failure, null, undefined, 'NoEvents']) {
      expect(isFailureError(other)).toBe(false)
    }
  })

  it.each([null, undefined, 7, 'NoEvents', [], {}, { _tag: 7 }])('is no error whose failure is %j', (other) => {
    const error = { deltafold: true, failure: other }
    expect(isFailureError(error)).toBe(false)
    expect(failureOf(error, { atByte: 7, atEvent: 2 })._tag).toBe('TransportFailure')
  })

  it('gives its failure back; any other error is one of the transport', () => {
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

  it('places silence where the last event was', () => {
    const position = { atByte: 7, atEvent: 2 }
    const silence = failureError(idleTimeout(5, { atByte: 0, atEvent: 0 }))
    expect(failureOf(silence, position)).toEqual(idleTimeout(5, position))
  })
})
