import { either as E } from 'fp-ts'
import type { OperatorFunction } from 'rxjs'
import { concat, from, identity, lastValueFrom, NEVER, Observable, of, startWith, take, throwError } from 'rxjs'

import { isFailureError } from '../../lib/codec/FailureError.ts'
import type { Chunk } from '../../lib/data/Chunk.ts'
import { noEvents } from '../../lib/data/Failure.ts'
import type { Result } from '../../lib/data/Result.ts'
import { accumulateToolCalls } from '../../lib/operators/accumulateToolCalls.ts'
import { closedToolCalls } from '../../lib/operators/closedToolCalls.ts'
import { collectUsage } from '../../lib/operators/collectUsage.ts'
import { contentTimeout } from '../../lib/operators/contentTimeout.ts'
import { fromResponse } from '../../lib/operators/fromResponse.ts'
import { idleTimeout } from '../../lib/operators/idleTimeout.ts'
import { orThrow } from '../../lib/operators/orThrow.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { textFragments } from '../../lib/operators/textFragments.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { delta } from '../fixtures/chat.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const failure = noEvents({ atByte: 3, atEvent: 1 })
const mixed: ReadonlyArray<Result<number>> = [E.right(1), E.left(failure), E.right(2)]

describe('orThrow', () => {
  passesErrors(() => orThrow<number>(), E.right(1))
  keepsTime(() => orThrow<number>(), E.right(1), 1)

  it('emits the values of the Rights, and errors at the first Left', () => {
    const seen: unknown[] = []
    from(mixed)
      .pipe(orThrow())
      .subscribe({ next: (n) => seen.push(n), error: (error: unknown) => seen.push(error) })
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(1)
    expect(isFailureError(seen[1]) && seen[1].failure).toBe(failure)
    expect(seen[1]).toMatchObject({ name: 'NoEvents', message: failure.message })
  })

  it('stops an endless synchronous source, at a Left and when it is unsubscribed', () => {
    for (const given of [E.left(failure), E.right(1)] as ReadonlyArray<Result<number>>) {
      let asked = 0
      new Observable<Result<number>>((subscriber) => {
        while (!subscriber.closed) {
          subscriber.next(given)
          asked += 1
        }
      })
        .pipe(orThrow(), take(1))
        .subscribe({ error: () => undefined })
      expect(asked).toBeLessThanOrEqual(2)
    }
  })
})

describe('orThrow after a pipeline', () => {
  const body = delta({ content: 'Hel' })
  const reasonOf = async (chunks: Observable<unknown>): Promise<unknown> => {
    const error: unknown = await lastValueFrom(chunks).catch((thrown: unknown) => thrown)
    return isFailureError(error) ? error.failure._tag : error
  }

  const operators: Readonly<Record<string, OperatorFunction<Result<Chunk>, Result<unknown>>>> = {
    'no operator': identity,
    'textFragments()': textFragments(),
    'closedToolCalls()': closedToolCalls(),
    'accumulateToolCalls()': accumulateToolCalls(),
    'collectUsage()': collectUsage()
  }

  it.each(Object.entries(operators))('throws on a cut answer, after %s', async (_, operator) => {
    expect(await reasonOf(of(body).pipe(readChunks(openRouter), operator, orThrow()))).toBe('EndedEarly')
    expect(await reasonOf(fromResponse(openRouter)(new Response(body)).pipe(operator, orThrow()))).toBe('EndedEarly')
  })

  it.each(Object.entries(operators))('throws on a broken connection, after %s', async (_, operator) => {
    const broken = concat(
      of(body),
      throwError(() => new Error('reset'))
    )
    expect(await reasonOf(broken.pipe(readChunks(openRouter), operator, orThrow()))).toBe('TransportFailure')
  })

  it.each(Object.entries(operators))('throws on silence, after %s', async (_, operator) => {
    const chunks = NEVER.pipe(startWith(body), readChunks(openRouter))
    expect(await reasonOf(chunks.pipe(contentTimeout(1), operator, orThrow()))).toBe('IdleTimeout')
    const silent = NEVER.pipe(startWith(body), idleTimeout(1), readChunks(openRouter))
    expect(await reasonOf(silent.pipe(operator, orThrow()))).toBe('IdleTimeout')
  })
})
