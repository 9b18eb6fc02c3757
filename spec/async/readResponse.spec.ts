import { Readable } from 'node:stream'

import { readResponse } from '../../lib/async/readResponse.ts'
import { messageText } from '../../lib/data/Message.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'

const stream = delta({ content: 'Hé' }) + finish('stop') + DONE

const all = async (states: AsyncIterable<MessageState>): Promise<ReadonlyArray<MessageState>> => {
  const seen: MessageState[] = []
  for await (const state of states) seen.push(state)
  return seen
}

const read = readResponse(openRouter)

describe('readResponse', () => {
  it.each([
    ['a stream', stream, {}],
    ['a JSON body', '{"choices":[{"message":{"content":"Hé"},"finish_reason":"stop"}]}', {}],
    ['an error body', '{"error":{"message":"slow down"}}', { status: 429 }],
    ['a page', '<html>', { status: 502 }],
    ['an empty body', '', {}],
    ['a cut stream', delta({ content: 'Hé' }), {}]
  ])('law: the outcome of %s is that of foldBody', async (_, body, init) => {
    expect((await all(read(new Response(body, init)))).at(-1)).toEqual(foldBody(openRouter, body, init))
  })

  it('reads the status, the content type and the retry time', async () => {
    const response = new Response('{"error":{"message":"m"}}', { status: 429, headers: { 'retry-after': '2' } })
    expect(await all(read(response))).toMatchObject([{ _tag: 'Failed', failures: [{ status: 429, retryAfter: 2000 }] }])
    const json = new Response('"Sign in"', { headers: { 'content-type': 'application/json' } })
    expect((await all(read(json))).at(-1)?.failures.map(({ _tag }) => _tag)).toEqual(['DecodeFailure', 'NotAStream'])
  })

  it.each([
    ['a stream', { body: new Response(stream).body }],
    ['a Node stream', { body: Readable.from([Buffer.from(stream)]) }],
    ['a text', { text: () => Promise.resolve(stream) }]
  ])('reads %s of another client', async (_, rest) => {
    const last = (await all(read({ status: 200, headers: {}, ...rest }))).at(-1)
    expect([last?._tag, last && messageText(last.message)]).toEqual(['Complete', 'Hé'])
  })

  it('turns a body that was read already into a failure', async () => {
    const response = new Response(stream)
    await response.text()
    const locked = new Response(stream)
    locked.body?.getReader()
    for (const one of [response, locked]) {
      expect(await all(read(one))).toMatchObject([{ _tag: 'Truncated', failures: [{ code: 'BodyUsed' }] }])
    }
  })

  it('ends a body that stalls when its consumer stops, and reports the outcome', async () => {
    const web = { canceled: 0 }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(delta({ content: 'Hé' })))
      },
      cancel: () => {
        web.canceled += 1
      }
    })
    const node = new Readable({ read: () => undefined })
    node.push(delta({ content: 'Hé' }))
    node.on('error', () => undefined)
    const outcomes: Outcome[] = []
    for (const one of [body, node]) {
      const states = readResponse(openRouter, { onOutcome: (outcome) => outcomes.push(outcome) })({
        status: 200,
        headers: {},
        body: one
      })
      await states.next()
      const pending = states.next()
      await states.return?.()
      expect(await pending).toEqual({ done: true, value: undefined })
    }
    expect([web.canceled, node.destroyed]).toEqual([1, true])
    expect(outcomes.map(({ _tag, message }) => [_tag, messageText(message)])).toEqual([
      ['Truncated', 'Hé'],
      ['Truncated', 'Hé']
    ])
  })

  it('ends with Aborted if its signal is aborted', async () => {
    const states = readResponse(openRouter, { signal: AbortSignal.abort() })(new Response(stream))
    expect(await all(states)).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] }])
  })

  it.each([
    ['null', null],
    ['a promise of a response', Promise.resolve(new Response(''))],
    ['a stream', new Response('').body],
    ['text', 'data']
  ])('throws a TypeError at once for %s', (_, response) => {
    expect(() => read(response as never)).toThrow(TypeError)
  })
})
