import { firstChoice, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { cloudflare } from '../../lib/providers/cloudflare.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { DONE } from '../fixtures/chat.ts'
import { add, call, counted, counts, json } from '../fixtures/dialects/wire.ts'
import { cutLaws } from '../laws/machine.ts'
import { providerLaws } from '../laws/provider.ts'

const chunk = (fields: object): string => `data: ${JSON.stringify({ ...fields, p: 'abc' })}\n\n`

const native = [chunk({ response: 'Hé ' }), chunk({ response: '😀' }), chunk({ response: '', usage: counts })].join('')

const bodyOf = (result: unknown): string => JSON.stringify({ result, success: true, errors: [], messages: [] })

const callsIn = ({ message }: Outcome): ReadonlyArray<readonly [string, string, string]> =>
  messageToolCalls(message).map(({ state, name, arguments: args }) => [state, name, args])

describe('Workers AI in its own form', () => {
  it('has its text in response, and no finish reason', () => {
    const { message, ...rest } = foldBody(cloudflare, native + DONE)
    expect(rest).toEqual({ _tag: 'Complete', failures: [], repairs: [] })
    expect(messageText(message)).toBe('Hé 😀')
    expect(message.usage).toMatchObject(counted)
    expect(firstChoice(message)?.finishReason).toBeUndefined()
  })

  it('is truncated without its terminal', () => {
    expect(foldBody(cloudflare, native)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'EndedEarly' }] })
  })

  it('gives an equal message as the result of a body, and as a body', () => {
    const { message } = foldBody(cloudflare, native + DONE)
    const result = { response: 'Hé 😀', usage: counts }
    for (const body of [bodyOf(result), JSON.stringify(result)]) {
      expect(foldBody(cloudflare, body)).toEqual({ _tag: 'Complete', message, failures: [], repairs: [] })
    }
  })

  it('has Chat Completions in the result of a body, too', () => {
    const answer = json({ content: 'Hi', tool_calls: [call('call_1', 'add', add)] }, 'tool_calls')
    const unwrapped = foldBody(cloudflare, JSON.stringify(answer))
    expect(messageText(unwrapped.message)).toBe('Hi')
    expect(callsIn(unwrapped)).toEqual([['Closed', 'add', add]])
    expect(foldBody(cloudflare, bodyOf(answer))).toEqual(unwrapped)
  })

  it('has calls without an id or a function, each whole, and keeps the digits of their arguments', () => {
    const args = '{"id":12345678901234567890}'
    const calls = `[{"name":"add","arguments":${args}},{"name":"now","arguments":{}}]`
    const said = [
      ['Closed', 'add', args],
      ['Closed', 'now', '{}']
    ]
    const outcome = foldBody(cloudflare, `data: {"response":null,"tool_calls":${calls}}\n\n${DONE}`)
    expect(callsIn(outcome)).toEqual(said)
    expect(callsIn(foldBody(cloudflare, `{"result":{"response":null,"tool_calls":${calls}},"success":true}`))).toEqual(
      said
    )
    const ids = messageToolCalls(outcome.message).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  it('has fragments of calls, and one of nothing at the end of each', () => {
    const fragments = [
      { index: 0, id: 'call_1', type: 'function', function: { name: 'add' } },
      { index: 0, function: { arguments: '{"a":' } },
      { index: 0, function: { arguments: ' 2}' } },
      { index: 0, id: null, type: null, function: { name: null, arguments: '' } }
    ]
    const outcome = foldBody(cloudflare, fragments.map((one) => chunk({ tool_calls: [one] })).join('') + DONE)
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(callsIn(outcome)).toEqual([['Closed', 'add', add]])
  })

  it.each([
    ['a number', 42, '42'],
    ['a value of its JSON mode', { a: [1] }, '{"a":[1]}'],
    ['null', null, ''],
    ['a text', 'Hi', 'Hi']
  ])('has %s for a response', (_what, response, text) => {
    expect(messageText(foldBody(cloudflare, chunk({ response }) + DONE).message)).toBe(text)
    expect(messageText(foldBody(cloudflare, bodyOf({ response })).message)).toBe(text)
  })

  it.each([
    ['as a body', 400, ''],
    ['as a body with status 200', 200, ''],
    ['inside a stream', 200, 'data: ']
  ])('reports its errors %s', (_where, status, before) => {
    const error = { success: false, errors: [{ code: 7003, message: 'No such model' }], messages: [], result: null }
    const body = `${before}${JSON.stringify(error)}${before === '' ? '' : '\n\n'}`
    expect(foldBody(cloudflare, body, { status })).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', message: 'No such model', code: 7003 }]
    })
  })

  it('takes a body of something else for none of its own', () => {
    for (const body of ['{}', '{"result":null,"success":true}', bodyOf({ shape: [1, 384], data: [[0.1]] })]) {
      expect(foldBody(cloudflare, body)).toMatchObject({ _tag: 'Failed' })
    }
  })

  describe('cut anywhere', () => {
    cutLaws(foldMachine(cloudflare), new TextEncoder().encode(native + DONE), (states) => '.'.repeat(states.length))
  })

  providerLaws(cloudflare, DONE)
})
