import { either as E } from 'fp-ts'

import type { Result } from '../data/Result.ts'
import { parseSSEMachine } from '../machine/framing/sse.ts'
import type { SSEItem } from '../machine/framing/SSEItem.ts'
import { parseJob } from './job.ts'
import { invalidJob } from './result.ts'
import type { Running } from './Running.ts'
import { drive } from './Running.ts'

const nothing = { events: [], comments: [], retries: [], lastEventId: '', failures: [] }

/**
 * `deltafold events`: a body to its server-sent events, as the standard defines them.
 *
 * @internal
 */
export const framing = (): Running => {
  const machine = parseSSEMachine({ strict: true })
  let state = machine.initial
  const events: object[] = []
  const comments: string[] = []
  const retries: string[] = []
  const failures: object[] = []
  const see = (item: Result<SSEItem>): void => {
    if (E.isLeft(item)) failures.push(item.left)
    else if (item.right._tag === 'Comment') comments.push(item.right.text)
    else if (item.right._tag === 'Retry') retries.push(item.right.digits)
    else {
      const { event, data, lastEventId } = item.right
      events.push({ ...(event === '' ? {} : { event }), data, lastEventId })
    }
  }
  return {
    push: (piece) => {
      state = machine.step(state, piece, see)
    },
    resume: () => {
      state = JSON.parse(JSON.stringify(state)) as typeof state // it was written as JSON
      return undefined
    },
    end: (id) => {
      const { lastEventId } = machine.end(state, see).second
      return { id, events, comments, retries, lastEventId, failures }
    }
  }
}

/**
 * `deltafold events --jobs`: a line to its events.
 *
 * @internal
 */
export const eventsLine = (line: string): object => {
  const job = parseJob(line)
  if (E.isRight(job)) return drive(job.right, framing())
  return { ...nothing, id: job.left.id, failures: [invalidJob(job.left.reason)] }
}
