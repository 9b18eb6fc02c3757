import { headOf, retryAfter } from '../../lib/async/headOf.ts'

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
    expect(headOf(withHeaders, now)).toEqual({ status: 429, contentType: 'application/json', retryAfter: 1000 })
    expect(headOf(new Response(null), now)).toEqual({ status: 200 })
  })
})
