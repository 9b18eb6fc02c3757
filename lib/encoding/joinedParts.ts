import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Emit } from '../machine/Machine.ts'

/**
 * The end of a part that a later part may continue.
 *
 * @category model
 * @since 0.1.0
 */
export type WaitingEnd = End | null

type End = Extract<MessageEvent, { readonly _tag: 'TextEnd' | 'ReasoningEnd' | 'RefusalEnd' }>

const isEnd = (event: MessageEvent): event is End =>
  event._tag === 'TextEnd' || event._tag === 'ReasoningEnd' || event._tag === 'RefusalEnd'

const isStart = ({ _tag }: MessageEvent): boolean =>
  _tag === 'TextStart' || _tag === 'ReasoningStart' || _tag === 'RefusalStart'

/**
 * The events, in which a text that continues after parts that are not written does not end before them: its end waits for the
 * next part that is. Returns the end that waits.
 *
 * @internal
 */
export const joinedParts = (
  waiting: WaitingEnd,
  event: MessageEvent,
  isWritten: (tag: MessageEvent['_tag']) => boolean,
  emit: Emit<MessageEvent>
): WaitingEnd => {
  const isPart = 'id' in event
  if (waiting !== null && isPart && isStart(event) && event.id === waiting.id) return null
  const isOver = event._tag === 'MessageEnd' || (isPart && (isStart(event) || isEnd(event) || isWritten(event._tag)))
  if (waiting !== null && isOver) emit(waiting)
  if (isEnd(event)) return event
  emit(event)
  return isOver ? null : waiting
}
