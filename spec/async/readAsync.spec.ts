import { iterateReadableStream } from '../../lib/async/readableStream.ts'
import { readAsync } from '../../lib/async/readAsync.ts'
import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { messageText } from '../../lib/data/Message.ts'
import type { MessageState } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { delta } from '../fixtures/chat.ts'
import { events } from '../fixtures/results.ts'

type Piece = Uint8Array | string

const body = new TextEncoder().encode(events.join(''))

/** A source that is watched: pieces, then its end, an error, or nothing ever. */
const watched = (pieces: ReadonlyArray<Piece>, end: 'end' | 'stall' | Error = 'end') => {
  const seen = { asked: 0, returned: 0 }
  const source: AsyncIterable<Piece> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const piece = pieces[seen.asked]
        seen.asked += 1
        if (piece !== undefined) return Promise.resolve({ done: false, value: piece })
        if (end === 'end') return Promise.resolve({ done: true, value: undefined })
        return end === 'stall' ? new Promise(() => undefined) : Promise.reject(end)
      },
      return: () => {
        seen.returned += 1
        return Promise.resolve({ done: true, value: undefined })
      }
    })
  }
  return { source, seen }
}

const all = async (states: AsyncIterable<MessageState>): Promise<ReadonlyArray<MessageState>> => {
  const seen: MessageState[] = []
  for await (const state of states) seen.push(state)
  return seen
}

describe('readAsync', () => {
  it.each([{ bytes: 1 }, { bytes: 40 }, { seed: 9 }, { bytes: body.length }])(
    'law: the states of a body = those of the machine, in pieces of %j',
    async (cut) => {
      const pieces = cutInto(body, cut)
      expect(await all(readAsync(openRouter)(watched(pieces).source))).toEqual(
        runMachine(foldMachine(openRouter))(pieces)
      )
      const most = pieces.slice(0, -1)
      expect(await all(readAsync(openRouter)(watched(most).source))).toEqual(runMachine(foldMachine(openRouter))(most))
    }
  )

  it('returns the source at the terminal, and asks it for no more', async () => {
    const { source, seen } = watched([body, 'never', 'read'])
    expect((await all(readAsync(openRouter)(source))).at(-1)?._tag).toBe('Complete')
    expect(seen).toEqual({ asked: 1, returned: 1 })
  })

  it('takes an error of the source for a failure, after what the body said', async () => {
    const reset = Object.assign(new Error('secret'), { code: 'ECONNRESET' })
    const last = (await all(readAsync(openRouter)(watched([delta({ content: 'Hi' })], reset).source))).at(-1)
    expect(last).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'TransportFailure', code: 'ECONNRESET' }] })
    expect(last && messageText(last.message)).toBe('Hi')
    const refused = watched(['{"error":{"message":"slow down"}}'], reset).source
    expect((await all(readAsync(openRouter, { status: 429 })(refused))).at(-1)).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', status: 429 }, { _tag: 'TransportFailure' }]
    })
  })

  it('returns the source when its consumer leaves', async () => {
    const { source, seen } = watched([delta({ content: 'a' }), delta({ content: 'b' })], 'stall')
    for await (const { message } of readAsync(openRouter)(source)) if (messageText(message) === 'ab') break
    expect(seen).toEqual({ asked: 2, returned: 1 })
  })

  it('cancels the stream behind it, also while a read is pending', async () => {
    let canceled = 0
    const stalled = new ReadableStream<Uint8Array>({
      cancel: () => {
        canceled += 1
      }
    })
    const states = readAsync(openRouter)(iterateReadableStream(stalled))
    const pending = states.next()
    await states.return?.()
    expect([canceled, await pending, await states.next()]).toEqual([
      1,
      { done: true, value: undefined },
      { done: true, value: undefined }
    ])
    await states.return?.()
    expect(canceled).toBe(1)
  })

  it('asks for a piece only when all that the one before said was taken', async () => {
    const two = delta({ content: 'a' }).repeat(2)
    const { source, seen } = watched([two, two, two])
    const states = readAsync(openRouter)(source)
    const asked: number[] = []
    for (let i = 0; i < 6; i++) {
      await states.next()
      asked.push(seen.asked)
    }
    expect(asked).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('gives states in order however eagerly they are asked for', async () => {
    const states = readAsync(openRouter)(watched(cutInto(body, { bytes: 30 })).source)
    const expected = runMachine(foldMachine(openRouter))([body])
    const eager = await Promise.all(expected.map(() => states.next()))
    expect(eager.map(({ value }) => value as unknown)).toEqual(expected)
    expect(await states.next()).toEqual({ done: true, value: undefined })
  })

  it('keeps within its limits', async () => {
    const outcome = (await all(readAsync(openRouter, { limits: limitsOf({ message: 3 }) })(watched([body]).source))).at(
      -1
    )
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded' }] })
  })
})
