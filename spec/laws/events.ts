/** The laws of the events of an answer. */
import type { Chunk } from '../../lib/data/Chunk.ts'
import { emptyMessage } from '../../lib/data/Message.ts'
import type { MessageEvent } from '../../lib/data/MessageEvent.ts'
import { appendEvent } from '../../lib/data/MessageEvent.ts'
import type { Result } from '../../lib/data/Result.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { messageEventsMachine } from '../../lib/reading/messageEventsMachine.ts'

/** The events that contradict the order: start, fragments, end of each part; one start and one end of the message. */
export const disorder = (events: ReadonlyArray<MessageEvent>): ReadonlyArray<string> => {
  const faults: string[] = []
  const open = new Set<string>()
  events.forEach((event, i) => {
    if ((event._tag === 'MessageEnd') !== (i === events.length - 1)) faults.push(`${i}: MessageEnd`)
    if (event._tag === 'MessageStart' && events.slice(0, i).some((one) => one._tag !== 'Failure'))
      faults.push(`${i}: start`)
    if (!('id' in event)) return
    const { _tag, id } = event
    if (_tag.endsWith('Start')) {
      if (open.has(id)) faults.push(`${i}: ${id} starts twice`)
      open.add(id)
    } else if (_tag.endsWith('Delta') && !open.has(id)) faults.push(`${i}: ${id} has not started`)
    else if (_tag.endsWith('End') && !open.delete(id)) faults.push(`${i}: ${id} is not open`)
  })
  return [...faults, ...Array.from(open, (id) => `${id} has not ended`)]
}

/** The message, the failures and the outcome by the events, and by the fold; and the faults in the order of the events. */
export const eventsAndFold = (results: ReadonlyArray<Result<Chunk>>) => {
  const events = runMachine(messageEventsMachine)(results)
  const [outcome] = runMachine(collectMessageMachine)(results)
  const failures = events.flatMap((event) => (event._tag === 'Failure' ? [event.failure] : []))
  const ends = events.flatMap((event) => (event._tag === 'MessageEnd' ? [event.outcome] : []))
  return {
    byEvents: { message: events.reduce(appendEvent, emptyMessage), failures, ends, disorder: disorder(events) },
    byFold: { message: outcome?.message, failures: outcome?.failures, ends: [outcome?._tag], disorder: [] }
  }
}
