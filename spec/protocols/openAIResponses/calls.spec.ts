import { either as E } from 'fp-ts'

import { messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { andThen, runMachine } from '../../../lib/machine/Machine.ts'
import { lmStudioResponses, openRouterResponses } from '../../../lib/providers/openAIResponses.ts'
import { closedToolCallsMachine } from '../../../lib/reading/closedToolCallsMachine.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { readChunksMachine } from '../../../lib/reading/readChunksMachine.ts'
import { added, call, completed, customCall, done, event, message, response } from '../../fixtures/responses.ts'

const outcomeOf = (...events: ReadonlyArray<string>): Outcome => foldBody(openRouterResponses, events.join(''))

const callsIn = ({ message: whole }: Outcome): ReadonlyArray<unknown> =>
  messageToolCalls(whole).map(({ state, id, name, arguments: raw }) => [state, id, name, raw])

const emitted = (...events: ReadonlyArray<string>): number =>
  runMachine(andThen(closedToolCallsMachine())(readChunksMachine(lmStudioResponses)))([
    new TextEncoder().encode(events.join(''))
  ]).filter(E.isRight).length

const open = (id: string, rest: object = {}): object => call(id, 'f', '', { status: 'in_progress', ...rest })

const args = (delta: unknown, place: object = { output_index: 0 }): string =>
  event('response.function_call_arguments.delta', { ...place, delta })

const argsDone = (whole: unknown, rest: object = {}): string =>
  event('response.function_call_arguments.done', { output_index: 0, arguments: whole, ...rest })

const closed = [['Closed', 'a', 'f', '{"x":1}']]

describe('arguments before the start of their call', () => {
  const begun = added(0, open('a'))

  it.each([
    ['a fragment', args('{"x":1}', {})],
    ['a fragment under an index', args('{"x":1}')],
    ['a whole', argsDone('{"x":1}')]
  ])('are lost, so the call is cut where nothing repeats them: %s', (_what, early) => {
    expect(callsIn(outcomeOf(early, begun, completed([])))).toEqual([['Truncated', 'a', 'f', '']])
    expect(callsIn(outcomeOf(early, begun, args('}'), completed([])))).toEqual([['Truncated', 'a', 'f', '}']])
    expect(emitted(early, begun, completed([]))).toBe(0)
    expect(callsIn(outcomeOf(early, begun, argsDone('{"x":1}'), completed([])))).toEqual(closed)
    expect(callsIn(outcomeOf(early, begun, completed([call('a', 'f', '{"x":1}')])))).toEqual(closed)
  })
})

describe('a call that begins again after its end', () => {
  const once = [added(0, open('a')), args('{"x":1}'), done(0, call('a', 'f', '{"x":1}'))]

  it.each([
    ['under its index', once],
    ['under another index', [added(3, open('a')), done(3, call('a', 'f', '{"x":1}'))]],
    ['without an index', [added(undefined, open('a')), done(undefined, call('a', 'f', '{"x":1}'))]],
    ['without its item id', [added(0, open('a', { id: undefined })), done(0, call('a', 'f', '{"x":1}'))]]
  ])('runs once: %s', (_where, again) => {
    for (const between of [[], [added(1, open('b')), done(1, call('b', 'f', '{}'))]]) {
      const events = [...once, ...between, ...again, completed([])]
      expect(callsIn(outcomeOf(...events)).filter((one) => String(one).includes(',a,'))).toEqual(closed)
      expect(emitted(...events)).toBe(1 + between.length / 2)
    }
  })

  it.each([
    ['another name', { name: 'g' }, 0],
    ['another item', { id: 'fc_z' }, 0],
    ['only the id of the call in common', { id: undefined }, 1]
  ])('is another call where it has %s', (_what, rest, index) => {
    const second = call('a', 'f', '{"y":2}', rest)
    const events = [...once, added(index, { ...second, arguments: '' }), done(index, second), completed([])]
    expect(callsIn(outcomeOf(...events))).toHaveLength(2)
    expect(emitted(...events)).toBe(2)
  })
})

describe('what an item holds when it begins', () => {
  it('is its text and its arguments where the server sends neither again', () => {
    const outcome = outcomeOf(added(0, message('Hi')), added(1, call('a', 'f', '{"x":1}')), completed([]))
    expect([messageText(outcome.message), callsIn(outcome)]).toEqual(['Hi', closed])
  })

  it('is a placeholder where other text comes', () => {
    const begun = added(0, call('a', 'f', '{}', { status: 'in_progress' }))
    expect(callsIn(outcomeOf(begun, args('{"x":1}'), completed([])))).toEqual(closed)
    expect(callsIn(outcomeOf(begun, done(0, call('a', 'f', '{"x":1}')), completed([])))).toEqual(closed)
    const text = event('response.output_text.delta', { output_index: 0, content_index: 0, delta: 'Hi' })
    expect(messageText(outcomeOf(added(0, message('H')), text, completed([])).message)).toBe('Hi')
  })

  it('is cut where its JSON is, or where the response is incomplete', () => {
    const half = added(0, call('a', 'f', '{"x"'))
    expect(callsIn(outcomeOf(half, completed([])))).toEqual([['Truncated', 'a', 'f', '{"x"']])
    const cut = event('response.incomplete', { response: response([], { status: 'incomplete' }) })
    expect(callsIn(outcomeOf(added(0, call('a', 'f', '{"x":1}')), cut))).toEqual([['Truncated', 'a', 'f', '{"x":1}']])
  })
})

describe('arguments that are not text', () => {
  it('are serialised where they are whole, and damage the call as a fragment', () => {
    expect(callsIn(outcomeOf(added(0, open('a')), argsDone({ x: 1 }), completed([])))).toEqual(closed)
    const outcome = outcomeOf(added(0, open('a')), args({ x: 1 }), completed([]))
    expect(callsIn(outcome)).toEqual([['Truncated', 'a', 'f', '']])
    expect(callsIn(outcomeOf(added(0, open('a')), args(12), completed([])))).toEqual([['Closed', 'a', 'f', '12']])
  })
})

describe('a text that is a number or a boolean', () => {
  it('is its JSON text', () => {
    const place = { output_index: 0, content_index: 0 }
    const events = [4, '2 is ', true].map((delta) => event('response.output_text.delta', { ...place, delta }))
    expect(messageText(outcomeOf(...events, completed([message('42 is true')])).message)).toBe('42 is true')
  })
})

describe('a call', () => {
  it('may get its name with its whole arguments', () => {
    const events = [added(0, open('a', { name: '' })), args('{"x":'), argsDone('{"x":1}', { name: 'f' })]
    expect(callsIn(outcomeOf(...events, completed([])))).toEqual(closed)
  })

  it.each(['incomplete', 'failed', 'cancelled'])('is cut where its status is %s', (status) => {
    const item = call('a', 'f', '{"x":1}', { status })
    const cut = [['Truncated', 'a', 'f', '{"x":1}']]
    expect(callsIn(outcomeOf(added(0, open('a')), args('{"x":1}'), done(0, item), completed([item])))).toEqual(cut)
    expect(callsIn(foldBody(openRouterResponses, JSON.stringify(response([item]))))).toEqual(cut)
  })

  it.each([
    ['at its end', [done(0, customCall('a', 'f', 'ls -l', { id: 'fc_a' })), completed([])]],
    ['in the final response', [completed([customCall('a', 'f', 'ls -l')])]],
    ['in both', [done(0, customCall('a', 'f', 'ls -l')), completed([customCall('a', 'f', 'ls -l')])]]
  ])('is one call where it is of a custom tool only %s', (_where, rest) => {
    expect(callsIn(outcomeOf(added(0, open('a')), ...rest))).toEqual([['Closed', 'a', 'f', 'ls -l']])
    expect(emitted(added(0, open('a')), ...rest)).toBe(1)
  })

  it('is cut where it ends under another name, unless it was closed before', () => {
    const begun = [added(0, open('a')), args('{"x":1}')]
    const other = done(0, call('a', 'g', '{"x":1}'))
    expect(callsIn(outcomeOf(...begun, other, completed([])))).toEqual([['Truncated', 'a', 'f', '{"x":1}']])
    const next = [done(0, call('a', 'f', '{"x":1}')), added(1, message('Hi'))]
    const outcome = outcomeOf(...begun, ...next, completed([call('a', 'g', '{"x":1}')]))
    expect(callsIn(outcome)).toEqual(closed)
    expect(outcome.repairs.map(({ _tag }) => _tag)).toContain('TextContradicted')
  })
})

describe('arguments that come whole in another writing', () => {
  const begun = [added(0, open('a')), args('{"x": 1,'), args(' "y":"é"}')]
  const same = '{"y":"\\u00e9","x":1}'

  it.each([
    ['in the event of their end', [argsDone(same), completed([])]],
    ['in the complete item', [done(0, call('a', 'f', same)), completed([])]],
    ['in the final response', [completed([call('a', 'f', same)])]],
    ['in all of them', [argsDone(same), done(0, call('a', 'f', '{"x":1,"y":"é"}')), completed([call('a', 'f', same)])]]
  ])('are the streamed arguments: %s', (_where, rest) => {
    const outcome = outcomeOf(...begun, ...rest)
    expect(callsIn(outcome)).toEqual([['Closed', 'a', 'f', '{"x": 1, "y":"é"}']])
    expect(outcome.repairs).toEqual([])
    expect(emitted(...begun, ...rest)).toBe(1)
  })

  it.each(['{"x":1.0,"y":"é"}', '{"x":1,"y":"e"}', '{"x":1}', '{"x":1,"y":"é","z":0}'])(
    'contradict them where a value or a digit differs: %s',
    (other) => {
      const outcome = outcomeOf(...begun, argsDone(other), completed([call('a', 'f', other)]))
      expect(callsIn(outcome)).toEqual([['Truncated', 'a', 'f', '{"x": 1, "y":"é"}']])
      expect(outcome.repairs.map(({ _tag }) => _tag)).toEqual(['TextContradicted'])
    }
  )
})
