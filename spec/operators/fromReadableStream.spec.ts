import { finalize, firstValueFrom, lastValueFrom, take, tap, toArray } from 'rxjs'

import { fromReadableStream } from '../../lib/operators/fromReadableStream.ts'

interface Watched {
  readonly stream: ReadableStream<number>
  readonly pulls: () => number
  readonly cancels: () => number
}

/** Emits numbers on demand, and stalls after some. */
const watched = (give: number, end: 'stall' | 'close' | 'error'): Watched => {
  let pulls = 0
  let cancels = 0
  const stream = new ReadableStream<number>(
    {
      pull: (controller) => {
        pulls += 1
        if (pulls <= give) controller.enqueue(pulls)
        else if (end === 'close') controller.close()
        else if (end === 'error') controller.error(new Error('reset'))
        else return new Promise<void>(() => undefined)
        return undefined
      },
      cancel: () => {
        cancels += 1
      }
    },
    { highWaterMark: 0 }
  )
  return { stream, pulls: () => pulls, cancels: () => cancels }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

describe('fromReadableStream', () => {
  it('emits the chunks of the stream, and completes with it', async () => {
    const { stream, cancels } = watched(3, 'close')
    expect(await lastValueFrom(fromReadableStream(stream).pipe(toArray()))).toEqual([1, 2, 3])
    expect([stream.locked, cancels()]).toEqual([false, 0])
  })

  it('fails as the stream does', async () => {
    const { stream } = watched(1, 'error')
    await expect(lastValueFrom(fromReadableStream(stream))).rejects.toThrow('reset')
    expect(stream.locked).toBe(false)
  })

  it('cancels the stream when it is unsubscribed while a read is pending', async () => {
    const { stream, cancels } = watched(1, 'stall')
    let finalized = 0
    const seen: number[] = []
    const subscription = fromReadableStream(stream)
      .pipe(finalize(() => (finalized += 1)))
      .subscribe((n) => seen.push(n))
    await settled()
    expect([seen, cancels()]).toEqual([[1], 0])
    subscription.unsubscribe()
    subscription.unsubscribe()
    await settled()
    expect([cancels(), finalized, stream.locked]).toEqual([1, 1, false])
  })

  it('cancels the stream when take has enough, and reads no further', async () => {
    const { stream, pulls, cancels } = watched(9, 'close')
    expect(await lastValueFrom(fromReadableStream(stream).pipe(take(2), toArray()))).toEqual([1, 2])
    await settled()
    expect([pulls(), cancels()]).toEqual([2, 1])
  })

  it('reads a chunk only after the previous one was delivered', async () => {
    const { stream, pulls } = watched(3, 'close')
    const asked: number[] = []
    await lastValueFrom(fromReadableStream(stream).pipe(tap(() => asked.push(pulls()))))
    expect(asked).toEqual([1, 2, 3])
  })

  it('ignores the result of canceling a stream', async () => {
    const stream = new ReadableStream<number>({
      start: (controller) => {
        controller.enqueue(1)
      },
      cancel: () => Promise.reject(new Error('cannot cancel'))
    })
    expect(await firstValueFrom(fromReadableStream(stream))).toBe(1)
    await settled()
  })

  it('fails if the stream is read already', async () => {
    const { stream } = watched(1, 'close')
    stream.getReader()
    await expect(lastValueFrom(fromReadableStream(stream))).rejects.toMatchObject({ name: 'BodyUsed' })
  })

  it.each([
    ['a Response', new Response('')],
    ['null', null],
    ['an array', []],
    ['a string', 'a']
  ])('throws a TypeError at once for %s', (_, other) => {
    expect(() => fromReadableStream(other as unknown as ReadableStream)).toThrow(TypeError) // what the types forbid
  })
})
