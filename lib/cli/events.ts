/**
 * `deltafold events`: bodies to server-sent events, by the standard and no further.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Result } from '../data/Result.ts'
import { cutInto } from '../machine/cutInto.ts'
import type { SSEItem } from '../machine/sse.ts'
import { sse } from '../machine/sse.ts'
import type { Piece } from '../machine/utf8.ts'
import { parseJob } from './job.ts'
import { invalidJob } from './result.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * Framing under way.
 *
 * @internal
 */
export interface Framing {
  readonly push: (piece: Piece) => void
  readonly resume: () => void
  readonly end: (id: unknown) => object
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

const nothing = { events: [], comments: [], retries: [], lastEventId: '', failures: [] }

/** @internal */
export const startEvents = (): Framing => {
  const machine = sse({ strict: true })
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
      state = JSON.parse(JSON.stringify(state)) as typeof state // what was written is read back
    },
    end: (id) => {
      const { lastEventId } = machine.end(state, see).second
      return { id, events, comments, retries, lastEventId, failures }
    }
  }
}

/**
 * The result of one line of jobs.
 *
 * @internal
 */
export const eventsLine = (line: string): object => {
  const parsed = parseJob(line)
  if (E.isLeft(parsed)) return { ...nothing, id: parsed.left.id, failures: [invalidJob(parsed.left.reason)] }
  const { id, body, cut, resumeAt } = parsed.right
  const framing = startEvents()
  const at = resumeAt ?? body.length
  cutInto(body.subarray(0, at), cut).forEach(framing.push)
  if (resumeAt !== undefined) framing.resume()
  cutInto(body.subarray(at), cut).forEach(framing.push)
  return framing.end(id)
}
