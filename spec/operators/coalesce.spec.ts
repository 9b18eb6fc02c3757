import { Subject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'

import { coalesce } from '../../lib/operators/coalesce.ts'
import { coalesceMachine } from '../../lib/reading/coalesceMachine.ts'
import { delta } from '../fixtures/chat.ts'
import { results, resultsOf, terminal } from '../fixtures/results.ts'
import { operatorLaws } from '../laws/operator.ts'

const textsOf = (result: (typeof results)[number]): string =>
  result._tag === 'Left'
    ? result.left._tag
    : result.right._tag === 'TerminalChunk'
      ? 'end'
      : result.right.deltas.flatMap((one) => (one._tag === 'TextDelta' ? [one.text] : [])).join('|')

const [a = terminal] = resultsOf(delta({ content: 'a' }))
const [bad = terminal] = resultsOf('data: {bad\n\n')

/** The texts of the outputs and their times. */
const run = (source: string, options: Parameters<typeof coalesce>[0]): ReadonlyArray<string> => {
  const seen: string[] = []
  const time = new TestScheduler(() => undefined)
  time.run(({ hot }) => {
    hot(source, { a, x: bad, t: terminal })
      .pipe(coalesce(options, time))
      .subscribe({
        next: (result) => seen.push(`${time.now()} ${textsOf(result)}`),
        complete: () => seen.push(`${time.now()} complete`),
        error: () => seen.push(`${time.now()} error`)
      })
  })
  return seen
}

describe('coalesce', () => {
  operatorLaws(() => coalesce({}), coalesceMachine(), results)

  it('emits the first at once, and merges what arrives before the time is over', () => {
    expect(run('aaa-------a-----|', { ms: 5 })).toEqual(['0 a', '5 aa', '10 a', '16 complete'])
    expect(run('aaaaaaaa------------a|', { ms: 5 })).toEqual(['0 a', '5 aaaaa', '10 aa', '20 a', '21 complete'])
  })

  it('delays nothing at the end, and loses no tail', () => {
    expect(run('aaa|', { ms: 50 })).toEqual(['0 a', '3 aa', '3 complete'])
    expect(run('aat|', { ms: 50 })).toEqual(['0 a', '2 a', '2 end', '3 complete'])
    expect(run('aa#', { ms: 50 })).toEqual(['0 a', '2 a', '2 error'])
    expect(run('|', { ms: 50 })).toEqual(['0 complete'])
  })

  it('emits a failure at once and in its place', () => {
    expect(run('aaxa|', { ms: 50 })).toEqual(['0 a', '2 a', '2 MalformedJson', '4 a', '4 complete'])
  })

  it('emits earlier when there are enough events or enough content', () => {
    expect(run('aaaaa|', { ms: 50, frames: 2 })).toEqual(['0 a', '2 aa', '4 aa', '5 complete'])
    expect(run('aaaaa|', { ms: 50, bytes: 2 })).toEqual(['0 a', '2 aa', '4 aa', '5 complete'])
  })

  it('unsubscribes from the source and keeps no timer', () => {
    const source = new Subject<typeof a>()
    const subscription = source.pipe(coalesce({ ms: 1000 })).subscribe()
    source.next(a)
    expect(source.observed).toBe(true)
    subscription.unsubscribe()
    expect(source.observed).toBe(false)
  })
})
