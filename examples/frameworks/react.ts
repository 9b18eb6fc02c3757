/**
 * A React hook: the message of an answer as it grows, `undefined` before the first chunk. The component that uses it
 * draws anew at each state; the connection closes when it goes away, or when `chunks` is another Observable.
 */
import type { Chunk, MessageState, Result } from 'deltafold'
import { accumulateMessage } from 'deltafold'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Observable } from 'rxjs'

export const useAnswer = (chunks: Observable<Result<Chunk>>): MessageState | undefined => {
  const state = useRef<MessageState | undefined>(undefined)
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = chunks.pipe(accumulateMessage()).subscribe((next) => {
        state.current = next
        changed()
      })
      return () => {
        subscription.unsubscribe()
      }
    },
    [chunks]
  )
  return useSyncExternalStore(subscribe, () => state.current)
}
