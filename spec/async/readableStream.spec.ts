import { NEVER } from 'rxjs'

import { iterateReadableStream, toReadableStream } from '../../lib/async/readableStream.ts'

const collect = async <A>(source: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const seen: A[] = []
  for await (const value of source) seen.push(value)
  return seen
}

const counting = (count: number, fail = false) => {
  const seen = { asked: 0, returned: 0 }
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        seen.asked += 1
        if (seen.asked <= count) return Promise.resolve({ done: false, value: seen.asked })
        return fail ? Promise.reject(new Error('reset')) : Promise.resolve({ done: true, value: undefined })
      },
      return: () => {
        seen.returned += 1
        return Promise.resolve({ done: true, value: undefined })
      }
    })
  }
  return { source, seen }
}

describe('streams as iterables', () => {
  it('law: a round trip returns the same values', async () => {
    expect(await collect(iterateReadableStream(toReadableStream(counting(3).source)))).toEqual([1, 2, 3])
  })

  it('fail as their source does', async () => {
    await expect(collect(iterateReadableStream(toReadableStream(counting(1, true).source)))).rejects.toThrow('reset')
  })

  it('request a value only when it is read', async () => {
    const { source, seen } = counting(9)
    const reader = toReadableStream(source).getReader()
    await reader.read()
    await reader.read()
    expect(seen.asked).toBe(2)
  })

  it('close the source when they are canceled', async () => {
    const { source, seen } = counting(9)
    for await (const n of iterateReadableStream(toReadableStream(source))) if (n === 2) break
    expect(seen).toEqual({ asked: 2, returned: 1 })
  })

  it.each([
    ['the stream has ended', async (values: AsyncIterator<number>) => values.next().then(() => values.next())],
    ['it was left', async (values: AsyncIterator<number>) => values.return?.()],
    ['it was left twice', async (values: AsyncIterator<number>) => values.return?.().then(() => values.return?.())]
  ])('are done for good when %s', async (_, end) => {
    const values = iterateReadableStream(toReadableStream(counting(1).source))[Symbol.asyncIterator]()
    expect(await end(values)).toEqual({ done: true, value: undefined })
    for (let i = 0; i < 2; i++) {
      expect(await values.next()).toEqual({ done: true, value: undefined })
      expect(await values.return?.()).toEqual({ done: true, value: undefined })
    }
  })

  it('are done for good after the stream has failed', async () => {
    const values = iterateReadableStream(toReadableStream(counting(0, true).source))[Symbol.asyncIterator]()
    await expect(values.next()).rejects.toThrow('reset')
    expect([await values.next(), await values.return?.()]).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined }
    ])
  })

  it('cannot be opened while the stream is being read', () => {
    const stream = toReadableStream(counting(1).source)
    stream.getReader()
    expect(() => iterateReadableStream(stream)[Symbol.asyncIterator]()).toThrow('the body was read already')
  })

  it.each([
    ['null', null],
    ['a Response', new Response('')],
    ['an Observable', NEVER],
    ['a string', 'a']
  ])('throw a TypeError at once for %s', (_, stream) => {
    expect(() => iterateReadableStream(stream as never)).toThrow(TypeError)
  })

  it('leave the stream unlocked', async () => {
    const stream = toReadableStream(counting(2).source)
    await collect(iterateReadableStream(stream))
    expect(stream.locked).toBe(false)
  })
})
