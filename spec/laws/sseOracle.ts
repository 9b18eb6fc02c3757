/**
 * The machine for server-sent events and eventsource-parser 3, which shares no code with it, must emit the same events,
 * comments and retries. Three deviations of that parser from the standard are worked around:
 *
 * - It loses an event that a final CR ends: an LF, which belongs to that CR, is added.
 * - It takes three Latin-1 characters at the very beginning for a BOM: a blank line, which emits nothing, is put before
 *   them.
 * - It reports the id of an event only if the event has one, so the last id is compared only there; elsewhere it must
 *   be the previous one, or one from a block without data.
 */
import { createParser } from 'eventsource-parser'
import { either as E } from 'fp-ts'

import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import type { Pieces } from './sound.ts'

interface Told {
  readonly ids: ReadonlyArray<string | undefined>
  /** Everything except the ids, as text. */
  readonly text: string
}

const machine = parseSSEMachine({ strict: true })

const ofMachine = (pieces: Pieces): Told => {
  const ids: string[] = []
  const said: unknown[] = []
  for (const item of runMachine(machine)(pieces)) {
    if (E.isLeft(item)) said.push(item.left)
    else if (item.right._tag === 'Comment') said.push([item.right.text])
    else if (item.right._tag === 'Retry') said.push(parseInt(item.right.digits, 10))
    else {
      ids.push(item.right.lastEventId)
      said.push(item.right.event, item.right.data)
    }
  }
  return { ids, text: JSON.stringify(said) }
}

const decoder = new TextDecoder()

const ofParser = (text: string): Told => {
  const ids: Array<string | undefined> = []
  const said: unknown[] = []
  const parser = createParser({
    onEvent: ({ id, event = '', data }) => {
      ids.push(id)
      said.push(event, data)
    },
    onComment: (comment) => said.push([comment]),
    onRetry: (retry) => said.push(retry)
  })
  parser.feed('\n')
  parser.feed(text.endsWith('\r') ? `${text}\n` : text)
  return { ids, text: JSON.stringify(said) }
}

const lineOfId = /(?:^|[\r\n])id(?:: ?([^\r\n]*))?(?=[\r\n])/g

/** The faults of the last id; if the parser reports none, a block without data may have had one. */
const ofIds = (ids: Told['ids'], theirs: Told['ids'], text: string): ReadonlyArray<string> => {
  let alone: ReadonlySet<string> | undefined
  return ids.flatMap((id = '', i) => {
    const told = theirs[i]
    const before = i === 0 ? '' : ids[i - 1]
    if (told === undefined ? id === before : id === told) return []
    alone ??= new Set(Array.from(text.matchAll(lineOfId), ([, value]) => value ?? ''))
    return told === undefined && alone.has(id) ? [] : [`the last id of event ${i} is another`]
  })
}

/** The faults in the events of a body, read as one piece and with other cuts. */
export const sseFaults = (body: Uint8Array, ...cuts: ReadonlyArray<Pieces>): ReadonlyArray<string> => {
  const whole = ofMachine([body])
  const text = decoder.decode(body)
  const theirs = ofParser(text)
  const isCutBadly = (cut: Pieces): boolean => {
    const told = ofMachine(cut)
    return told.text !== whole.text || told.ids.join('\n') !== whole.ids.join('\n')
  }
  return [
    ...(whole.text === theirs.text ? [] : ['eventsource-parser tells other events']),
    ...ofIds(whole.ids, theirs.ids, text),
    ...(cuts.some(isCutBadly) ? ['another cut gives other events'] : [])
  ]
}
