import { coalesceAsync } from '../../lib/async/coalesceAsync.ts'
import { readChunksAsync } from '../../lib/async/readChunksAsync.ts'
import { throughMachine } from '../../lib/async/throughMachine.ts'
import { timingsAsync } from '../../lib/async/timingsAsync.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Result } from '../../lib/data/Result.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { messageEventsMachine } from '../../lib/reading/messageEventsMachine.ts'
import { delta } from '../fixtures/chat.ts'
import { events, results, resultsOf } from '../fixtures/results.ts'

const gathered = async <A>(values: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: A[] = []
  for await (const value of values) all.push(value)
  return all
}

/** A source that counts how often it is closed. */
const counted = <A>(values: ReadonlyArray<A>, end: 'ends' | 'breaks' | 'stalls' = 'ends') => {
  const seen = { closed: 0 }
  const left = values.slice()
  const source: AsyncIterable<A> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const value = left.shift()
        if (value !== undefined) return Promise.resolve({ done: false, value })
        if (end === 'breaks') return Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' }))
        return end === 'stalls' ? new Promise(() => undefined) : Promise.resolve({ done: true, value: undefined })
      },
      return: () => {
        seen.closed += 1
        return Promise.resolve({ done: true, value: undefined })
      }
    })
  }
  return { seen, source }
}

describe('readChunksAsync', () => {
  it('law: the chunks are those of the machine, and the source is closed at the terminal', async () => {
    const { seen, source } = counted([...events, 'more'])
    expect(await gathered(readChunksAsync(openRouter)(source))).toEqual(results)
    expect(seen.closed).toBe(1)
  })

  it('emits an error of the source as the last failure', async () => {
    const { source } = counted(events.slice(0, 1), 'breaks')
    const last = (await gathered(readChunksAsync(openRouter)(source))).at(-1)
    expect(last).toMatchObject({ left: { _tag: 'TransportFailure', code: 'ECONNRESET' } })
  })

  it('closes the source when the consumer stops', async () => {
    const { seen, source } = counted(events)
    for await (const result of readChunksAsync(openRouter)(source)) if (result._tag === 'Right') break
    expect(seen.closed).toBe(1)
  })
})

describe('throughMachine', () => {
  it('law: the values are the outputs of the machine', async () => {
    const { source } = counted(results)
    expect(await gathered(throughMachine(messageEventsMachine)(source))).toEqual(
      runMachine(messageEventsMachine)(results)
    )
  })
})

describe('timingsAsync', () => {
  it('takes the times from the clock', async () => {
    let now = 0
    const { source } = counted(resultsOf(delta({ content: 'a' }), delta({ content: 'b' })))
    const timed = await gathered(timingsAsync(() => (now += 10))(source))
    expect(timed[1]?.timings).toMatchObject({ firstByte: 10, firstToken: 10, lastToken: 20, gap: 10 })
  })
})

describe('coalesceAsync', () => {
  const outcome = (some: ReadonlyArray<Result<Chunk>>) => runMachine(collectMessageMachine)(some)

  it('law: the outcome is that of the source, however busy the consumer is', async () => {
    for (const turns of [0, 1, 7]) {
      const { source } = counted(results)
      const seen: Result<Chunk>[] = []
      for await (const result of coalesceAsync()(source)) {
        seen.push(result)
        for (let i = 0; i < turns; i++) await Promise.resolve()
      }
      expect(outcome(seen)).toEqual(outcome(results))
    }
  })

  it('merges what arrives while the consumer is busy', async () => {
    const { source } = counted(resultsOf(...['a', 'b', 'c', 'd'].map((content) => delta({ content }))).slice(0, 4))
    let outputs = 0
    for await (const result of coalesceAsync()(source)) {
      outputs += result._tag === 'Right' ? 1 : 0
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(outputs).toBe(2)
  })

  it('errors as the source does, after what arrived before', async () => {
    const { source } = counted(results.slice(0, 2), 'breaks')
    const seen: unknown[] = []
    const read = async () => {
      for await (const result of coalesceAsync()(source)) seen.push(result)
    }
    await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(seen.length).toBeGreaterThan(0)
  })

  it('ends at once when the consumer stops, also while the source waits', async () => {
    const { seen, source } = counted(results.slice(0, 1), 'stalls')
    for await (const result of coalesceAsync()(source)) if (result._tag === 'Right') break
    expect(seen.closed).toBe(1)
  })
})
