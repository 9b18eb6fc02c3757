import type { Message } from '../data/Message.ts'
import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Emit } from '../machine/Machine.ts'
import type { Waiting } from './serialParts.ts'
import { partOf } from './written.ts'

const released = (waiting: Waiting, message: Message, emit: Emit<MessageEvent>): Waiting => {
  for (const event of waiting) {
    if (event._tag !== 'ToolInputStart') continue
    const call = partOf(message, 'ToolCall', event.choice, event.key)
    emit(call === undefined ? event : { ...event, toolCallId: call.id, name: call.name })
  }
  return []
}

/**
 * The events, in which a call starts with its whole id and name: with its first arguments, or where another part starts. Its
 * fragments without arguments are left out.
 *
 * @internal
 */
export const namedCalls = (
  waiting: Waiting,
  event: MessageEvent,
  message: Message,
  emit: Emit<MessageEvent>
): Waiting => {
  if (!('id' in event)) {
    emit(event)
    return waiting
  }
  if (event._tag === 'ToolInputDelta' && event.delta.arguments === '') return waiting
  const after = waiting.length === 0 ? waiting : released(waiting, message, emit)
  if (event._tag === 'ToolInputStart') return [event]
  emit(event)
  return after
}
