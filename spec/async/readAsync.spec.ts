import { iterateReadableStream } from '../../lib/async/readableStream.ts'
import { readAsync } from '../../lib/async/readAsync.ts'
import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { messageText } from '../../lib/data/Message.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { isAborted } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { delta } from '../fixtures/chat.ts'
import { events } from '../fixtures/results.ts'

type Piece = Uint8Array | string

const body = new TextEncoder().encode(events.join(''))

/** An observed source: pieces, then its end, an error, or nothing. */
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

  it('closes the source at the terminal, and requests no further piece', async () => {
    const { source, seen } = watched([body, 'never', 'read'])
    expect((await all(readAsync(openRouter)(source))).at(-1)?._tag).toBe('Complete')
    expect(seen).toEqual({ asked: 1, returned: 1 })
  })

  it('turns an error of the source into a failure, after the chunks of the body', async () => {
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

  it('closes the source when its consumer stops', async () => {
    const { source, seen } = watched([delta({ content: 'a' }), delta({ content: 'b' })], 'stall')
    for await (const { message } of readAsync(openRouter)(source)) if (messageText(message) === 'ab') break
    expect(seen).toEqual({ asked: 2, returned: 1 })
  })

  it('cancels the underlying stream, even while a read is pending', async () => {
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

  it('requests a piece only after all states of the previous one were read', async () => {
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

  it('returns states in order even if they are requested eagerly', async () => {
    const states = readAsync(openRouter)(watched(cutInto(body, { bytes: 30 })).source)
    const expected = runMachine(foldMachine(openRouter))([body])
    const eager = await Promise.all(expected.map(() => states.next()))
    expect(eager.map(({ value }) => value as unknown)).toEqual(expected)
    expect(await states.next()).toEqual({ done: true, value: undefined })
  })

  it('obeys its limits', async () => {
    const outcome = (await all(readAsync(openRouter, { limits: limitsOf({ message: 3 }) })(watched([body]).source))).at(
      -1
    )
    expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'LimitExceeded' }] })
  })
})

describe('the outcome of readAsync', () => {
  const two = [delta({ content: 'a' }), delta({ content: 'b' })]

  const heard = () => {
    const outcomes: Outcome[] = []
    return { outcomes, onOutcome: (outcome: Outcome) => outcomes.push(outcome) }
  }

  it.each([
    ['at the terminal', [body], 'end'],
    ['where the source ends', two, 'end'],
    ['where the source fails', two, new Error('reset')]
  ] as const)('is the last state, %s', async (_, pieces, end) => {
    const { outcomes, onOutcome } = heard()
    const states = await all(readAsync(openRouter, { onOutcome })(watched(pieces, end).source))
    expect(outcomes).toHaveLength(1)
    expect(outcomes[0]).toBe(states.at(-1))
  })

  it('is reported once if the consumer stops, with everything received until then', async () => {
    const { outcomes, onOutcome } = heard()
    const states = readAsync(openRouter, { onOutcome })(watched(two, 'stall').source)
    for await (const { message } of states) if (messageText(message) === 'ab') break
    await states.return?.()
    expect(await states.next()).toEqual({ done: true, value: undefined })
    expect(outcomes).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'Aborted', atEvent: 1 }] }])
    expect(outcomes.map(({ message }) => messageText(message))).toEqual(['ab'])
  })

  it('is reported if the loop of the consumer throws', async () => {
    const { outcomes, onOutcome } = heard()
    const reading = async (): Promise<void> => {
      for await (const { message } of readAsync(openRouter, { onOutcome })(watched(two, 'stall').source)) {
        if (messageText(message) === 'a') throw new Error('mine')
      }
    }
    await expect(reading()).rejects.toThrow('mine')
    expect(outcomes).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] }])
  })

  it('is reported if the consumer stops while a piece is awaited, which ends the wait', async () => {
    const { outcomes, onOutcome } = heard()
    const states = readAsync(openRouter, { onOutcome })(watched([], 'stall').source)
    const pending = states.next()
    await states.return?.()
    expect([await pending, outcomes.map(isAborted)]).toEqual([{ done: true, value: undefined }, [true]])
  })

  it('is reported if the consumer stops before anything was read', async () => {
    const { outcomes, onOutcome } = heard()
    await readAsync(openRouter, { onOutcome })(watched(two).source).return?.()
    expect(outcomes).toMatchObject([{ _tag: 'Truncated', message: { choices: [] }, failures: [{ _tag: 'Aborted' }] }])
  })

  it('is that of the complete answer if all of it arrived before the consumer stopped', async () => {
    const { outcomes, onOutcome } = heard()
    for await (const { message } of readAsync(openRouter, { onOutcome })(watched([body]).source)) {
      if (messageText(message) !== '') break
    }
    expect(outcomes).toMatchObject([{ _tag: 'Complete' }])
  })

  it('of an error body has the error if the consumer stops', async () => {
    const { outcomes, onOutcome } = heard()
    const states = readAsync(openRouter, { status: 429, onOutcome })(
      watched(['{"error":{"message":"m"}}'], 'stall').source
    )
    const pending = states.next()
    await new Promise((resolve) => setImmediate(resolve))
    await states.return?.()
    await pending
    expect(outcomes).toMatchObject([{ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure' }, { _tag: 'Aborted' }] }])
  })

  it('rejects with the error that onOutcome throws, and is still the last state', async () => {
    const mine = new Error('mine')
    const onOutcome = (): void => {
      throw mine
    }
    const states = readAsync(openRouter, { onOutcome })(watched(two).source)
    await states.next()
    await states.next()
    await expect(states.next()).rejects.toBe(mine)
    expect((await states.next()).value).toMatchObject({ _tag: 'Truncated' })
    expect(await states.next()).toEqual({ done: true, value: undefined })
    const left = readAsync(openRouter, { onOutcome })(watched(two).source)
    await expect(left.return?.()).rejects.toBe(mine)
    expect(await left.next()).toEqual({ done: true, value: undefined })
  })
})

describe('the signal of readAsync', () => {
  const piece = delta({ content: 'a' })

  it.each([
    ['no reason', undefined],
    ['an error', new Error('enough')],
    ['a timeout', new DOMException('', 'TimeoutError')]
  ])('ends the answer with Aborted when it is aborted with %s while a piece is awaited', async (_, reason) => {
    const { source, seen } = watched([piece], 'stall')
    const stopping = new AbortController()
    const states: MessageState[] = []
    for await (const state of readAsync(openRouter, { signal: stopping.signal })(source)) {
      states.push(state)
      stopping.abort(reason)
    }
    expect(states).toMatchObject([
      { _tag: 'Streaming' },
      { _tag: 'Truncated', failures: [{ _tag: 'Aborted', atEvent: 0 }] }
    ])
    expect(seen.returned).toBe(1)
  })

  it('ends a pending read when it is aborted', async () => {
    const { source, seen } = watched([], 'stall')
    const stopping = new AbortController()
    const states = readAsync(openRouter, { signal: stopping.signal })(source)
    const pending = states.next()
    await new Promise((resolve) => setImmediate(resolve))
    stopping.abort()
    expect((await pending).value).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] })
    expect([await states.next(), seen]).toEqual([
      { done: true, value: undefined },
      { asked: 1, returned: 1 }
    ])
  })

  it('prevents all reads if it is aborted before the first', async () => {
    const { source, seen } = watched([piece])
    const states = await all(readAsync(openRouter, { signal: AbortSignal.abort() })(source))
    expect(states).toMatchObject([{ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] }])
    expect(seen).toEqual({ asked: 0, returned: 1 })
  })

  it('changes nothing if it is aborted after the terminal', async () => {
    const stopping = new AbortController()
    const states = await all(readAsync(openRouter, { signal: stopping.signal })(watched([body]).source))
    stopping.abort()
    expect(states.at(-1)?._tag).toBe('Complete')
  })

  it('turns an error of the source into Aborted', async () => {
    const stopping = new AbortController()
    async function* failing(): AsyncGenerator<string> {
      yield await Promise.resolve(piece)
      stopping.abort()
      throw new Error('reset')
    }
    const states = await all(readAsync(openRouter, { signal: stopping.signal })(failing()))
    expect(states.at(-1)).toMatchObject({ _tag: 'Truncated', failures: [{ _tag: 'Aborted' }] })
  })

  it('is not needed for an AbortError to be Aborted; a TimeoutError is a TransportFailure', async () => {
    const tagsOf = async (name: string) => {
      const states = await all(readAsync(openRouter)(watched([piece], new DOMException('', name)).source))
      return states.at(-1)?.failures.map(({ _tag }) => _tag)
    }
    expect([await tagsOf('AbortError'), await tagsOf('TimeoutError')]).toEqual([['Aborted'], ['TransportFailure']])
  })
})

describe('readAsync of an invalid piece', () => {
  it('rejects once, closes the source, and is done', async () => {
    const { source, seen } = watched([delta({ content: 'a' }), new DataView(new ArrayBuffer(1)) as never, 'more'])
    const outcomes: Outcome[] = []
    const states = readAsync(openRouter, { onOutcome: (outcome) => outcomes.push(outcome) })(source)
    expect((await states.next()).done).toBe(false)
    await expect(states.next()).rejects.toEqual(
      new TypeError('a piece of a body must be a string or a Uint8Array, not DataView')
    )
    expect([await states.next(), seen, outcomes]).toEqual([
      { done: true, value: undefined },
      { asked: 2, returned: 1 },
      []
    ])
  })
})
