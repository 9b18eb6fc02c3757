import { concat, from, identity, map, NEVER, Observable, of, Subject, take, throwError, toArray } from 'rxjs'

import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { accumulateToolCalls } from '../../lib/operators/accumulateToolCalls.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { collectUsage } from '../../lib/operators/collectUsage.ts'
import { fanOut } from '../../lib/operators/fanOut.ts'
import { rights } from '../../lib/operators/rights.ts'
import { textFragments } from '../../lib/operators/textFragments.ts'
import { results } from '../fixtures/results.ts'

const all = <A>(source: Observable<A>): ReadonlyArray<A> => {
  let values: ReadonlyArray<A> = []
  source.pipe(toArray()).subscribe((some) => {
    values = some
  })
  return values
}

describe('fanOut', () => {
  const operators = () => ({
    text: textFragments(),
    calls: accumulateToolCalls(),
    usage: collectUsage(),
    outcome: collectMessage()
  })

  it('law: the outputs tagged with a name are those of that operator alone', () => {
    const tagged = all(from(results).pipe(fanOut(operators())))
    const { text, calls, usage, outcome } = operators()
    const of_ = (tag: string): ReadonlyArray<unknown> =>
      tagged.filter(({ _tag }) => _tag === tag).map(({ value }) => value)
    expect(of_('text')).toEqual(all(from(results).pipe(text)))
    expect(of_('calls')).toEqual(all(from(results).pipe(calls)))
    expect(of_('usage')).toEqual(all(from(results).pipe(usage)))
    expect(of_('outcome')).toEqual(all(from(results).pipe(outcome)))
  })

  it('subscribes to the source once, and tears it down once', () => {
    let subscriptions = 0
    let teardowns = 0
    const source = new Observable<(typeof results)[number]>((subscriber) => {
      subscriptions += 1
      results.forEach((result) => {
        subscriber.next(result)
      })
      return () => {
        teardowns += 1
      }
    })
    source.pipe(fanOut(operators()), take(3)).subscribe()
    expect([subscriptions, teardowns]).toEqual([1, 1])
  })

  it('completes when all operators have, and unsubscribes from the source', () => {
    let isOpen = true
    const source = concat(from(results), NEVER).pipe(
      (inner) =>
        new Observable<(typeof results)[number]>((subscriber) => {
          subscriber.add(() => {
            isOpen = false
          })
          return inner.subscribe(subscriber)
        })
    )
    const tags = all(source.pipe(fanOut({ first: take(1), outcome: collectMessage() }))).map(({ _tag }) => _tag)
    expect(tags).toEqual(['first', 'outcome'])
    expect(isOpen).toBe(false)
  })

  it('stops an endless synchronous source', () => {
    let asked = 0
    const endless = new Observable<number>((subscriber) => {
      while (!subscriber.closed) {
        subscriber.next(asked)
        asked += 1
      }
    })
    expect(all(endless.pipe(fanOut({ a: take(1), b: take(2) })))).toHaveLength(3)
    expect(asked).toBeLessThanOrEqual(3)
  })

  it('passes inputs to all operators in one order, even if they arrive while an output is delivered', () => {
    const source = new Subject<number>()
    const seen: string[] = []
    source.pipe(fanOut({ a: take(3), b: take(3) })).subscribe(({ _tag, value }) => {
      seen.push(`${_tag}${value}`)
      if (seen.length === 1) source.next(2)
    })
    source.next(1)
    source.next(3)
    expect(seen).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
  })

  it('shares nothing between two subscriptions', () => {
    const piped = from(results).pipe(fanOut({ text: textFragments() }))
    expect(all(piped)).toEqual(all(piped))
  })

  describe('fanOut of a source that errors', () => {
    const error = new Error('transport')
    const broken = concat(
      from(results.slice(0, 3)),
      throwError(() => error)
    )
    const seenBy = <A>(source: Observable<A>): ReadonlyArray<unknown> => {
      const seen: unknown[] = []
      source.subscribe({
        next: (value) => seen.push(value),
        error: (thrown: unknown) => seen.push(thrown),
        complete: () => seen.push('complete')
      })
      return seen
    }
    const tagOf = (one: unknown): unknown => (typeof one === 'object' && one !== null && '_tag' in one ? one._tag : one)

    const branches = {
      text: textFragments(),
      outcome: collectMessage(),
      usage: collectUsage(),
      states: accumulateMessage()
    }
    const orders = [
      ['text', 'outcome', 'usage', 'states'],
      ['outcome', 'text', 'states', 'usage'],
      ['usage', 'states', 'text', 'outcome'],
      ['states', 'usage', 'outcome', 'text']
    ] as const

    it.each(orders)('loses no outcome in the order %s, %s, %s, %s, and then errors', (...order) => {
      const seen = seenBy(broken.pipe(fanOut(Object.fromEntries(order.map((name) => [name, branches[name]])))))
      expect(seen.at(-1)).toBe(error)
      expect(seen.filter((one) => tagOf(one) === 'outcome')).toMatchObject([
        { value: { _tag: 'Truncated', failures: [{ _tag: 'TransportFailure' }] } }
      ])
      expect(seen.filter((one) => tagOf(one) === 'text')).toHaveLength(2)
    })

    it('completes if every operator handles the error', () => {
      const seen = seenBy(broken.pipe(fanOut({ outcome: collectMessage(), states: accumulateMessage() })))
      expect(seen.at(-1)).toBe('complete')
    })

    it('waits for an operator that ends later', () => {
      const later = new Subject<string>()
      const seen: unknown[] = []
      broken
        .pipe(fanOut({ text: textFragments(), later: () => later }))
        .subscribe({ next: ({ _tag }) => seen.push(_tag), error: (thrown: unknown) => seen.push(thrown) })
      expect(seen).toEqual(['text', 'text'])
      later.next('x')
      later.complete()
      expect(seen).toEqual(['text', 'text', 'later', error])
    })

    it('errors at once with an error that an operator raises itself, and unsubscribes from the source', () => {
      const mine = new Error('mine')
      const source = new Subject<number>()
      const failing = (numbers: Observable<number>) =>
        numbers.pipe(
          map((n) => {
            if (n === 2) throw mine
            return n
          })
        )
      const seen: unknown[] = []
      source.pipe(fanOut({ a: failing, b: identity })).subscribe({
        next: ({ _tag, value }) => seen.push(`${_tag}${value}`),
        error: (thrown: unknown) => seen.push(thrown)
      })
      source.next(1)
      source.next(2)
      expect(seen).toEqual(['a1', 'b1', mine])
      expect(source.observed).toBe(false)
    })
  })

  it('fails with the source', () => {
    const seen: unknown[] = []
    const error = new Error('transport')
    concat(
      of(results[0] as (typeof results)[number]),
      throwError(() => error)
    ) // there is a first
      .pipe(fanOut({ text: (source) => source.pipe(textFragments(), rights()), usage: collectUsage() }))
      .subscribe({ next: (value) => seen.push(value), error: (thrown: unknown) => seen.push(thrown) })
    expect(seen).toEqual([{ _tag: 'text', value: 'Hel' }, error])
  })
})
