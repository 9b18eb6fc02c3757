import { Observable, of, Subject, take } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'

import { messageText } from '../../lib/data/Message.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { accumulateMessage } from '../../lib/operators/accumulateMessage.ts'
import { collectMessage } from '../../lib/operators/collectMessage.ts'
import { readChunks } from '../../lib/operators/readChunks.ts'
import { shareMessage } from '../../lib/operators/shareMessage.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { keepsTime, passesErrors } from '../laws/operator.ts'

const state = (_tag: MessageState['_tag'], said: string): MessageState => ({
  _tag,
  message: { choices: [{ index: 0, parts: [{ _tag: 'Text', key: 0, text: said }] }] },
  failures: [],
  repairs: []
})

const states = { a: state('Streaming', 'a'), b: state('Streaming', 'ab'), z: state('Complete', 'ab') }

const marbles = (test: Parameters<TestScheduler['run']>[0]): void => {
  new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected)
  }).run(test)
}

describe('shareMessage', () => {
  passesErrors(() => shareMessage(), states.a)
  keepsTime(() => shareMessage(), states.a, states.a)

  it('emits the current state to a late observer, then the rest, over one subscription', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a---b---(z|)', states)
      const shared = source.pipe(shareMessage())
      expectObservable(shared).toBe('            -a---b---(z|)', states)
      expectObservable(shared, '---^').toBe('    ---a-b---(z|)', states)
      expectObservable(shared, '------^').toBe(' ------b--(z|)', states)
      expectSubscriptions(source.subscriptions).toBe('^--------!')
    })
  })

  it('emits the outcome to an observer after the end, without subscribing again', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source = hot('  -a-(z|)', states)
      const shared = source.pipe(shareMessage())
      expectObservable(shared).toBe('                 -a-(z|)', states)
      expectObservable(shared, '--------^').toBe('    --------(z|)', states)
      expectObservable(shared, '-----------^').toBe(' -----------(z|)', states)
      expectSubscriptions(source.subscriptions).toBe('^--!')
    })
  })

  it('unsubscribes with its last observer, and subscribes again with the next', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold(' -a-b-----z', states)
      const shared = source.pipe(shareMessage())
      expectObservable(shared, '^---!').toBe('      -a-b', states)
      expectObservable(shared, '--^---!').toBe('    --ab', states)
      expectObservable(shared, '---------^--!').toBe('----------a-', states)
      expectSubscriptions(source.subscriptions).toBe(['^-----!', '---------^--!'])
    })
  })

  it('stops an endless synchronous source', () => {
    let asked = 0
    new Observable<MessageState>((subscriber) => {
      while (!subscriber.closed && asked < 100) {
        asked += 1
        subscriber.next(states.a)
      }
    })
      .pipe(shareMessage(), take(1))
      .subscribe()
    expect(asked).toBe(1)
  })

  it('keeps the type of its states', () => {
    const outcomes: Observable<Outcome> = of('').pipe(readChunks(openRouter), collectMessage(), shareMessage())
    const both: Observable<MessageState> = of('').pipe(readChunks(openRouter), accumulateMessage(), shareMessage())
    const tags: string[] = []
    outcomes.subscribe(({ _tag }) => tags.push(_tag))
    both.subscribe(({ _tag }) => tags.push(_tag))
    expect(tags).toEqual(['Failed', 'Failed'])
  })

  it('shares nothing between two messages', () => {
    const share = shareMessage()
    const seen: string[] = []
    for (const said of ['one', 'two']) {
      of(state('Complete', said))
        .pipe(share)
        .subscribe(({ message }) => seen.push(messageText(message)))
    }
    expect(seen).toEqual(['one', 'two'])
  })

  it('loses nothing of a real stream, whenever an observer subscribes', () => {
    const pieces = [delta({ content: 'a' }), delta({ content: 'b' }), finish('stop'), DONE]
    for (let late = 0; late <= pieces.length; late++) {
      const body = new Subject<string>()
      const message = body.pipe(readChunks(openRouter), accumulateMessage(), shareMessage())
      const first: MessageState[] = []
      const second: MessageState[] = []
      message.subscribe((one) => first.push(one))
      pieces.forEach((piece, i) => {
        if (i === late) message.subscribe((one) => second.push(one))
        body.next(piece)
      })
      if (late === pieces.length) message.subscribe((one) => second.push(one))
      expect(first.map(({ _tag }) => _tag)).toEqual(['Streaming', 'Streaming', 'Streaming', 'Complete'])
      expect(second).toEqual(first.slice(Math.max(late - 1, 0)))
    }
  })
})
