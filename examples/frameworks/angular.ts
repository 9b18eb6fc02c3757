/**
 * An Angular service: `ask` sends a question, `answer` is a signal of the message so far. A new question cancels the one
 * before, and Angular unsubscribes with the injector that made the service.
 */
import { signal } from '@angular/core'
import { toObservable, toSignal } from '@angular/core/rxjs-interop'
import type { Chunk, MessageState, Result } from 'deltafold'
import { accumulateMessage } from 'deltafold'
import type { Observable } from 'rxjs'
import { filter, switchMap } from 'rxjs'

export const chatService = (send: (question: string) => Observable<Result<Chunk>>) => {
  const question = signal('')
  const states: Observable<MessageState> = toObservable(question).pipe(
    filter((text) => text !== ''),
    switchMap((text) => send(text).pipe(accumulateMessage()))
  )
  return { ask: question.set, answer: toSignal(states, { initialValue: undefined }) }
}
