import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Emit } from '../machine/Machine.ts'

type ToolInputEnd = Extract<MessageEvent, { readonly _tag: 'ToolInputEnd' }>

/**
 * Events that wait for an earlier call; a call that has not ended is its id.
 *
 * @category model
 * @since 0.1.0
 */
export type Waiting = ReadonlyArray<MessageEvent | { readonly _tag: 'Call'; readonly id: string }>

const isOfPart = (event: MessageEvent): boolean => 'id' in event

const released = (waiting: Waiting, emit: Emit<MessageEvent>): Waiting => {
  const end = waiting.findIndex(({ _tag }) => _tag === 'Call')
  const ready = end === -1 ? waiting : waiting.slice(0, end)
  for (const event of ready) if (event._tag !== 'Call') emit(event)
  return end === -1 ? [] : waiting.slice(end)
}

const withEnd = (waiting: Waiting, end: ToolInputEnd): Waiting =>
  waiting.map((event) => (event._tag === 'Call' && event.id === end.id ? end : event))

/**
 * The events in the order of the parts: a call is its `ToolInputEnd` only, and the parts after it wait for it. Events beside
 * the parts do not wait.
 *
 * @internal
 */
export const serialParts = (waiting: Waiting, event: MessageEvent, emit: Emit<MessageEvent>): Waiting => {
  switch (event._tag) {
    case 'ToolInputStart':
      return [...waiting, { _tag: 'Call', id: event.id }]
    case 'ToolInputDelta':
      return waiting
    case 'ToolInputEnd':
      return released(withEnd(waiting, event), emit)
  }
  if (waiting.length > 0 && isOfPart(event)) return [...waiting, event]
  emit(event)
  return waiting
}
