/** A consumer that takes a millisecond for each event: the source waits for it, and nothing piles up between them. */
import { iterateReadableStream, openRouter, readAsync, messageText } from 'deltafold/core'

import { bytes, eventOf } from './events.mjs'
import { heldNow, MiB } from './memory.mjs'
import { atMost, exactly, told } from './rows.mjs'
import { begin, serve, sleep } from './server.mjs'

const EVENT = 187
const PIECE = 16 * 1024
const SECONDS = 8

const flood = bytes(eventOf(EVENT, 'a').repeat(Math.ceil(PIECE / EVENT)))

/** Reads for some seconds, and says how many events it took, and how much more was held at the end than at the beginning. */
const consume = async (pieces) => {
  let events = 0
  let before
  let most = 0
  const end = performance.now() + SECONDS * 1000
  for await (const { message } of readAsync(openRouter)(pieces)) {
    events += 1
    if (events === 500) before = heldNow()
    if (events % 1000 === 0) most = Math.max(most, heldNow() - before)
    if (performance.now() > end && events > 2000) return { events, most, characters: messageText(message).length }
    await sleep(1)
  }
  return { events: -1, most: Infinity, characters: 0 }
}

const inMemory = async () => {
  let given = 0
  const stream = new ReadableStream({
    pull: (controller) => {
      given += flood.length
      controller.enqueue(flood)
    }
  })
  const { events, most, characters } = await consume(iterateReadableStream(stream))
  return [
    exactly('characters for events', characters, events),
    told('events', events),
    atMost('bytes taken and not yet delivered', given - events * EVENT, 4 * flood.length),
    atMost('growth of the heap', most, 32, 'MiB')
  ]
}

const overSocket = async () => {
  let written = 0
  const server = await serve((response) => {
    begin(response)
    const more = () => {
      do written += flood.length
      while (!response.destroyed && response.write(flood))
    }
    response.on('drain', more)
    more()
  })
  const response = await fetch(server.url)
  const { events, most, characters } = await consume(iterateReadableStream(response.body))
  await server.close()
  return [
    exactly('characters for events', characters, events),
    told('events', events),
    told('MiB that the server could write', written / MiB),
    atMost('growth of the heap', most, 32, 'MiB')
  ]
}

export const parts = { 'a source without end': inMemory, 'a server without end': overSocket }
