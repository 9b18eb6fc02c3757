/** A gigabyte of small events: what does not keep the messageText needs no more memory at its end than at its beginning. */
import {
  collectUsage,
  defaultLimits,
  fanOut,
  foldMachine,
  limitsOf,
  openRouter,
  readChunks,
  rights,
  messageText,
  textFragments
} from 'deltafold'
import { from } from 'rxjs'

import { bytes, DONE, event, eventOf, repeated } from './events.mjs'
import { heldNow, MiB, processorTime } from './memory.mjs'
import { atMost, exactly, told } from './rows.mjs'

const EVENT = 187
const TEXT = 'a word or two ..'
const EVENTS = Math.ceil(1e9 / EVENT)
const TOTAL = EVENTS * EVENT
const PIECE = 64 * 1024
const usage = event({ choices: [], usage: { prompt_tokens: 1, completion_tokens: EVENTS, total_tokens: EVENTS + 1 } })

/** The body, and how much was held when so much of it had been read. */
function* body(held) {
  const marks = [0.1, 0.5, 1].map((share) => share * TOTAL)
  let read = 0
  for (const piece of repeated(eventOf(EVENT, TEXT), PIECE, TOTAL)) {
    yield piece
    read += piece.length
    for (; read >= marks[0]; marks.shift()) held.push(heldNow())
  }
  yield bytes(usage + DONE)
}

/** Seconds of processor time of what one would write by hand, on a good day: no codec, no positions, no limitsOf. */
const byHand = (total) => {
  const decoder = new TextDecoder()
  let [buffer, characters] = ['', 0]
  const before = processorTime()
  for (const piece of repeated(eventOf(EVENT, TEXT), PIECE, total)) {
    buffer += decoder.decode(piece, { stream: true })
    const lines = buffer.split('\n')
    buffer = lines.pop()
    for (const line of lines) {
      if (line !== '') characters += JSON.parse(line.slice(6)).choices[0].delta.content.length
    }
  }
  return characters > 0 ? processorTime() - before : NaN
}

const kept = async () => {
  const held = []
  let characters = 0
  let tokens = 0
  const [wall, processor] = [performance.now(), processorTime()]
  await from(body(held))
    .pipe(
      readChunks(openRouter, { limits: limitsOf({ message: Infinity }) }),
      fanOut({
        text: (chunks) => chunks.pipe(textFragments(), rights()),
        usage: (chunks) => chunks.pipe(collectUsage(), rights())
      })
    )
    .forEach(({ _tag, value }) => {
      if (_tag === 'text') characters += value.length
      else tokens = value.outputTokens
    })
  const [clock, work] = [(performance.now() - wall) / 1000, processorTime() - processor]
  const floor = byHand(TOTAL / 10)
  return [
    exactly('characters of text', characters, EVENTS * TEXT.length),
    exactly('tokens', tokens, EVENTS),
    atMost('heap at 50 %, beside that at 10 %', Math.abs(held[1] - held[0]), 8, 'MiB'),
    atMost('heap at 100 %, beside that at 10 %', Math.abs(held[2] - held[0]), 8, 'MiB'),
    told('throughput on the clock', TOTAL / 1e6 / clock, 'MB/s'),
    told('throughput by processor time', TOTAL / 1e6 / work, 'MB/s'),
    told('throughput of a loop by hand', TOTAL / 1e7 / floor, 'MB/s'),
    atMost('processor time, in times that of the loop by hand', work / floor / 10, 2.5)
  ]
}

const folded = async () => {
  const limit = defaultLimits.message
  const most = Math.floor(limit / TEXT.length)
  const machine = foldMachine(openRouter)
  let state = machine.initial
  let outcome
  const before = heldNow()
  for (const piece of body([])) {
    if (machine.done(state)) break
    state = machine.step(state, piece, () => undefined)
  }
  const held = heldNow() - before
  machine.end(state, (last) => {
    outcome = last
  })
  const [failure] = outcome.failures
  return [
    exactly('outcome', `${outcome._tag} ${failure._tag} of ${failure.of}`, 'Failed LimitExceeded of message'),
    exactly('place', `${failure.atEvent} ${failure.atByte}`, `${most} ${most * EVENT}`),
    exactly('characters that are kept', messageText(outcome.message).length, most * TEXT.length),
    atMost('heap at the limit', held, (2 * limit) / MiB + 8, 'MiB')
  ]
}

export const parts = { 'readChunks | textFragments, collectUsage': kept, 'fold, with default limits': folded }
