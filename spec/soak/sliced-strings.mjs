/** A short string cut from a long one keeps the long one alive: what is kept of a stream must not be cut from its pieces. */
import {
  feedMachine,
  foldMachine,
  openRouter,
  parseNDJSON,
  parseSSE,
  rights,
  runMachine,
  messageToolCalls
} from 'deltafold'
import { from } from 'rxjs'

import { bytes, event } from './events.mjs'
import { heldNow, MiB } from './memory.mjs'
import { atMost, exactly } from './rows.mjs'

const TIMES = 500
const PADDING = 64 * 1024

const id = (i) => `call_${String(i).padStart(25, '0')}`
const filler = (size) => `: ${'x'.repeat(size)}\n`
const chat = (i) =>
  event({
    id: id(i),
    model: `model-${id(i)}`,
    choices: [
      {
        index: 0,
        delta: { tool_calls: [{ index: 0, id: id(i), function: { name: `name_${id(i)}`, arguments: '{}' } }] },
        finish_reason: `reason_${id(i)}`
      }
    ]
  })

/** What is kept of a body for each way of keeping little of it. */
const keeping = {
  'the id of an event': (body) => {
    let last = ''
    from([body])
      .pipe(parseSSE(), rights())
      .subscribe(({ lastEventId }) => (last = lastEventId))
    return last
  },
  'the name of an event': (body) => {
    let last = ''
    from([body])
      .pipe(parseSSE(), rights())
      .subscribe(({ event: name }) => (last = name))
    return last
  },
  'id and name of a call': (body) => {
    const outcome = runMachine(foldMachine(openRouter))([body]).at(-1)
    return messageToolCalls(outcome.message).map(({ id: known, name }) => [known, name])
  },
  'id, model and finish reason': (body) => {
    const { message } = runMachine(foldMachine(openRouter))([body]).at(-1)
    return [message.id, message.model, message.choices[0].rawFinishReason]
  },
  'the state, between two events': (body) =>
    feedMachine(foldMachine(openRouter))(foldMachine(openRouter).initial, [body]).state,
  'the state, inside an event': (body) => {
    const machine = foldMachine(openRouter)
    return machine.step(feedMachine(machine)(machine.initial, [body]).state, half, () => undefined)
  }
}

const half = bytes(`${filler(PADDING)}event: a name of some length\ndata: {"choices":[{"delta":{"content":"some text`)

const bodyOf = (i) => bytes(`${filler(PADDING)}id: ${id(i)}\nevent: ${`event_${id(i)}`}\n${chat(i)}${filler(PADDING)}`)

const kept = (keep, most) => async () => {
  for (let i = 0; i < 50; i++) keep(bodyOf(i))
  const before = heldNow()
  const all = Array.from({ length: TIMES }, (_, i) => keep(bodyOf(i)))
  const held = heldNow() - before
  return [
    exactly('of them', new Set(all.map((one) => JSON.stringify(one))).size, TIMES),
    atMost('heap of each', (held * MiB) / TIMES, most, 'B')
  ]
}

export const parts = Object.fromEntries(
  Object.entries(keeping).map(([name, keep]) => [name, kept(keep, name.startsWith('the state') ? 4096 : 1024)])
)
