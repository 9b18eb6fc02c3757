import { completeOrThrow } from '../../lib/async/completeOrThrow.ts'
import { isFailureError } from '../../lib/codec/FailureError.ts'
import { transportFailure } from '../../lib/codec/transportFailure.ts'
import { aborted, malformedJson, noEvents } from '../../lib/data/Failure.ts'
import { emptyMessage } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { outcomeReason } from '../../lib/data/MessageState.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'

const at = { atByte: 0, atEvent: 0 }

const outcome = (_tag: Outcome['_tag'], ...failures: Outcome['failures']): Outcome => ({
  _tag,
  message: emptyMessage,
  failures,
  repairs: []
})

const thrownBy = (one: Outcome): unknown => {
  try {
    return completeOrThrow(one)
  } catch (error) {
    return isFailureError(error) ? error.failure._tag : error
  }
}

describe('completeOrThrow', () => {
  it('returns a complete outcome, even with failures of single events', () => {
    const whole = foldBody(openRouter, `data: {bad\n\n${delta({ content: 'a' })}${finish('stop')}${DONE}`)
    expect(completeOrThrow(whole)).toBe(whole)
    expect(outcomeReason(whole)).toBeUndefined()
  })

  it.each([
    ['a cut body', foldBody(openRouter, delta({ content: 'a' })), 'EndedEarly'],
    ['a cut body with a bad event', foldBody(openRouter, `${delta({ content: 'a' })}data: {bad\n\n`), 'EndedEarly'],
    ['half an event', foldBody(openRouter, delta({ content: 'a' }).slice(0, -9)), 'TruncatedFrame'],
    ['JSON of another kind', foldBody(openRouter, '{"candidates":[]}'), 'NotAStream'],
    ['an error', foldBody(openRouter, '{"error":"m"}', { status: 500 }), 'ProviderFailure'],
    ['an abort', outcome('Truncated', malformedJson(1, at), aborted(at)), 'Aborted'],
    ['an error body that broke off', outcome('Failed', transportFailure(undefined, at), noEvents(at)), 'NoEvents'],
    ['an outcome made by hand', outcome('Truncated'), 'EndedEarly']
  ])('throws the reason of %s', (_, one, tag) => {
    expect(thrownBy(one)).toBe(tag)
  })

  it.each([
    ['a promise', Promise.resolve(outcome('Complete')), 'Promise'],
    ['nothing', undefined, 'Undefined'],
    ['a message', emptyMessage, 'Object']
  ])('throws a TypeError for %s', (_, one, name) => {
    expect(thrownBy(one as never)).toEqual(new TypeError(`the outcome must be an Outcome, not ${name}`))
  })
})
