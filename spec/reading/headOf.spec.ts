import { either as E } from 'fp-ts'

import { readAsync } from '../../lib/async/readAsync.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { restoreFold, saveFold } from '../../lib/reading/checkpoint.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { headOf, retryAfter } from '../../lib/reading/headOf.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'

const now = Date.parse('2026-11-21T12:00:00Z')

const wait = (headers: Readonly<Record<string, string>>): number | undefined =>
  retryAfter({ get: (name) => headers[name] ?? null }, now)

describe('retryAfter', () => {
  it.each([
    ['2', 2000],
    ['0', 0],
    [' 30 ', 30_000],
    ['Sat, 21 Nov 2026 12:00:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['', undefined],
    ['-1', undefined],
    ['soon', undefined]
  ])('%j is %j ms', (said, expected) => {
    expect(wait({ 'retry-after': said })).toBe(expected)
  })

  it('milliseconds win over seconds', () => {
    expect(wait({ 'retry-after-ms': '1500', 'retry-after': '2' })).toBe(1500)
    expect(wait({ 'retry-after-ms': 'x', 'retry-after': '2' })).toBe(2000)
    expect(wait({})).toBeUndefined()
  })
})

describe('headOf', () => {
  it('holds the status, the content type and the wait, where they are there', () => {
    const withHeaders = new Response('', {
      status: 429,
      headers: { 'content-type': 'application/json', 'retry-after': '1' }
    })
    expect(headOf(withHeaders, now)).toEqual({
      status: 429,
      contentType: 'application/json',
      retryAfter: 1000,
      headers: { 'retry-after': '1' }
    })
    expect(headOf(new Response(null), now)).toEqual({ status: 200 })
  })

  it.each([
    ['a record', { 'content-type': 'a/b', 'retry-after': '1' }],
    ['a record in another case', { 'Content-Type': 'a/b', 'RETRY-AFTER': '1' }],
    ['a record with lists', { 'content-type': ['a/b', 'c/d'], 'retry-after': ['1'], 'set-cookie': ['x', 'y'] }],
    ['a record with what is missing', { 'content-type': 'a/b', 'retry-after': '1', etag: undefined }],
    ['an object with a function', { get: (name: string) => (name === 'retry-after' ? '1' : 'a/b') }],
    ['Headers', new Headers({ 'content-type': 'a/b', 'retry-after': '1' })]
  ])('reads headers that are %s', (_, headers) => {
    expect(headOf({ status: 429, headers }, now)).toMatchObject({ contentType: 'a/b', retryAfter: 1000 })
  })

  it('takes what is no text for a missing header', () => {
    const headers = { get: (name: string) => (name === 'content-type' ? 7 : null) }
    expect(headOf({ status: 200, headers }, now)).toEqual({ status: 200 })
    expect(headOf({ status: 200, headers: { 'content-type': [] } }, now)).toEqual({ status: 200 })
  })
})

describe('a response in the place of a head', () => {
  const secret = 'sk-secret'
  const body = '{"error":{"message":"slow down"}}'
  const init = {
    status: 429,
    headers: { 'retry-after': '2', 'content-type': 'application/json', authorization: secret, 'set-cookie': secret }
  }
  const head = { status: 429, contentType: 'application/json', retryAfter: 2000, headers: { 'retry-after': '2' } }

  const responses: Readonly<Record<string, () => BodyOptions>> = {
    'a Response': () => new Response(body, init),
    'a Response with an address': () =>
      Object.defineProperty(new Response(body, init), 'url', { value: `https://host/?key=${secret}` }),
    'a plain object': () => ({ ...init, url: `https://host/?key=${secret}`, config: { key: secret } }) as BodyOptions,
    'a head beside headers': () => ({
      ...head,
      headers: { ...init.headers, 'content-type': secret }
    })
  }

  it.each(Object.entries(responses))('%s is read for its status, content type, time to wait and ids', (_, response) => {
    expect(foldMachine(openRouter, response()).initial.first.head).toEqual(head)
    expect(foldBody(openRouter, body, response())).toEqual(foldBody(openRouter, body, head))
  })

  it.each(Object.entries(responses))('%s leaves nothing else in any state', async (_, response) => {
    const machine = foldMachine(openRouter, response())
    const { state } = feedMachine(machine)(machine.initial, [body])
    const saved = JSON.stringify(saveFold(openRouter)(state))
    expect(saved).not.toContain(secret)
    expect(saved).not.toContain('host')
    expect(state).toEqual(JSON.parse(JSON.stringify(state)))
    async function* pieces(): AsyncGenerator<string> {
      yield await Promise.resolve(body)
    }
    for await (const { failures } of readAsync(openRouter, response())(pieces())) {
      expect(failures).toMatchObject([{ _tag: 'ProviderFailure', status: 429, retryAfter: 2000 }])
    }
  })

  it('leaves a date to wait for to headOf, which is given the time', () => {
    const headers = { 'retry-after': 'Sat, 21 Nov 2026 12:00:10 GMT' }
    expect(foldMachine(openRouter, { status: 429, headers }).initial.first.head).toEqual({ status: 429, headers })
    expect(headOf({ status: 429, headers }, now)).toEqual({ status: 429, retryAfter: 10_000, headers })
  })

  it.each([NaN, -5, Infinity, '2', null])('has no time to wait, and a state of plain JSON, for %p', (wait) => {
    const { initial } = foldMachine(openRouter, { status: 429, retryAfter: wait as number })
    expect(initial.first.head).toEqual({ status: 429 })
    expect(E.isRight(restoreFold(openRouter)(JSON.parse(JSON.stringify(saveFold(openRouter)(initial)))))).toBe(true)
  })

  it('reads a content type that is not a string from the headers', () => {
    const head = { contentType: ['a/b'], headers: { 'content-type': 'c/d' } } as object
    expect(foldMachine(openRouter, head).initial.first.head).toEqual({ contentType: 'c/d' })
    expect(foldMachine(openRouter, { status: 404, headers: null } as object).initial.first.head).toEqual({
      status: 404
    })
  })

  it.each([
    ['a status', 404, 'Number'],
    ['a content type', 'text/html', 'String'],
    ['a function', () => 404, 'Function']
  ])('is a TypeError where %s stands for the options', (_, options, name) => {
    const mistake = new TypeError(`options must be an object, not ${name}`)
    expect(() => foldBody(openRouter, body, options as never)).toThrow(mistake)
    expect(() => foldMachine(openRouter, options as never)).toThrow(mistake)
  })

  it.each([[undefined], [{ status: 404 }], [Promise.resolve(new Response(''))]])(
    'headOf is a TypeError for %p',
    (one) => {
      expect(() => headOf(one as never, now)).toThrow(/^a response must be an object with a status and headers, not /)
    }
  )

  it.each([['404'], [null], [{}], [NaN]])('is a TypeError where the status is %j', (status) => {
    expect(() => foldBody(openRouter, body, { status } as never)).toThrow(
      /^the status of a response must be a number, not /
    )
  })
})
