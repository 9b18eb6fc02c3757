/** Ten thousand streams at once, each of which says its own number again and again. */
import { collectMessage, foldMachine, openRouter, readChunks, messageText } from 'deltafold'
import { Subject } from 'rxjs'

import { bytes, DONE, said } from './events.mjs'
import { heldNow, MiB, processorTime, timersLeft } from './memory.mjs'
import { atMost, exactly, told } from './rows.mjs'

const STREAMS = 10_000

const word = (i) => `${i} `
const numbers = Array.from({ length: STREAMS }, (_, i) => i)
const pieces = numbers.map((i) => bytes(said(word(i))))
const done = bytes(DONE)

/** How many streams do not say their number so many times and nothing else. */
const mixed = (outcomes, times) =>
  outcomes.filter(({ _tag, message }, i) => _tag !== 'Complete' || messageText(message) !== word(i).repeat(times))
    .length

const states = async () => {
  const EVENTS = 20
  const machine = foldMachine(openRouter)
  const all = numbers.map(() => machine.initial)
  const nothing = () => undefined
  const before = heldNow()
  for (let k = 0; k < EVENTS; k++) {
    for (let i = 0; i < STREAMS; i++) all[i] = machine.step(all[i], pieces[i], nothing)
  }
  // Each waits in the middle of an event.
  for (let i = 0; i < STREAMS; i++) all[i] = machine.step(all[i], pieces[i].subarray(0, 40), nothing)
  const held = heldNow() - before
  for (let i = 0; i < STREAMS; i++) all[i] = machine.step(all[i], pieces[i].subarray(40), nothing)
  const outcomes = []
  for (const state of all) machine.end(machine.step(state, done, nothing), (outcome) => outcomes.push(outcome))
  const said = numbers.reduce((n, i) => n + word(i).length * EVENTS, 0)
  return [
    exactly('streams that say what is not theirs', mixed(outcomes, EVENTS + 1), 0),
    atMost('state of a stream, but for its text', (held * MiB - said) / STREAMS / 1024, 4, 'KiB')
  ]
}

const pipelines = async () => {
  const EVENTS = 20
  const before = heldNow()
  const outcomes = numbers.map(() => undefined)
  const bodies = numbers.map((i) => {
    const body = new Subject()
    body.pipe(readChunks(openRouter), collectMessage()).subscribe((outcome) => {
      outcomes[i] = outcome
    })
    return body
  })
  for (let k = 0; k < EVENTS; k++) for (let i = 0; i < STREAMS; i++) bodies[i].next(pieces[i])
  const held = heldNow() - before
  for (const body of bodies) body.next(done)
  return [
    exactly('streams that say what is not theirs', mixed(outcomes, EVENTS), 0),
    exactly('streams that still listen', bodies.filter(({ observed }) => observed).length, 0),
    exactly('timers left', timersLeft(), 0),
    told('heap of a stream with its operators', (held * 1024) / STREAMS, 'KiB')
  ]
}

const events = async () => {
  const EVENTS = 1000
  const machine = foldMachine(openRouter)
  const all = numbers.map(() => machine.initial)
  const nothing = () => undefined
  const [wall, processor] = [performance.now(), processorTime()]
  for (let k = 0; k < EVENTS; k++) {
    for (let i = 0; i < STREAMS; i++) all[i] = machine.step(all[i], pieces[i], nothing)
  }
  const [clock, work] = [(performance.now() - wall) / 1000, processorTime() - processor]
  const outcomes = []
  for (const state of all) machine.end(machine.step(state, done, nothing), (outcome) => outcomes.push(outcome))
  return [
    exactly('streams that say what is not theirs', mixed(outcomes, EVENTS), 0),
    exactly('timers left', timersLeft(), 0),
    told('ten million events on the clock', clock, 's'),
    told('processor time of one event', (work / STREAMS / EVENTS) * 1e6, 'µs')
  ]
}

export const parts = { states, pipelines, 'a thousand events each': events }
