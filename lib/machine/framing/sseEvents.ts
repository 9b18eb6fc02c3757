/**
 * Server-sent events without comments and retries.
 *
 * Laws: those of `Machine`; the outputs = those of `parseSSEMachine`, without comments and retries.
 *
 * @since 0.1.0
 */
import type { Result } from '../../data/Result.ts'
import { isLeft } from '../../data/Result.ts'
import type { Both, Emit, Machine } from '../Machine.ts'
import type { SSEOptions, SSEState } from './sse.ts'
import { parseSSEMachine } from './sse.ts'
import type { SSEEvent, SSEItem } from './SSEItem.ts'
import type { Piece, Utf8State } from './utf8.ts'

const isEvent = (item: Result<SSEItem>): item is Result<SSEEvent> => isLeft(item) || item.right._tag === 'Event'

const onlyEvents =
  (emit: Emit<Result<SSEEvent>>): Emit<Result<SSEItem>> =>
  (item) => {
    if (isEvent(item)) emit(item)
  }

/**
 * The same machine without comments and retries.
 *
 * @internal
 */
export const eventsOf = <S, I>(machine: Machine<S, I, Result<SSEItem>>): Machine<S, I, Result<SSEEvent>> => ({
  ...machine,
  step: (state, input, emit) => machine.step(state, input, onlyEvents(emit)),
  end: (state, emit) => machine.end(state, onlyEvents(emit))
})

/** @internal */
export const sseEventsMachine = (options?: SSEOptions): Machine<Both<Utf8State, SSEState>, Piece, Result<SSEEvent>> =>
  eventsOf(parseSSEMachine(options))
