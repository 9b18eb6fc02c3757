/** What is asked of the framings by themselves, so that many short inputs can be tried. */
import { parseAwsEventStreamMachine } from '../../lib/machine/framing/awsEventStream.ts'
import { jsonArrayMachine } from '../../lib/machine/framing/jsonArray.ts'
import { parseJSONMachine } from '../../lib/machine/framing/jsonBody.ts'
import { linesMachine } from '../../lib/machine/framing/lines.ts'
import { parseNDJSONMachine } from '../../lib/machine/framing/ndjson.ts'
import { parseSSEMachine } from '../../lib/machine/framing/sse.ts'
import type { Piece } from '../../lib/machine/framing/utf8.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import type { Machine } from '../../lib/machine/Machine.ts'
import { andThen, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { isSameJson, unlikeJson } from '../laws/plain.ts'
import type { Pieces } from '../laws/sound.ts'
import { sseFaults } from '../laws/sseOracle.ts'

type Faults = (body: Uint8Array, cut: Pieces) => ReadonlyArray<string>

/** The states of a machine that is done are not compared. */
const cutFaults =
  <S, O>(name: string, machine: Machine<S, Piece, O>): Faults =>
  (body, cut) => {
    const whole = feedMachine(machine)(machine.initial, [body])
    const other = feedMachine(machine)(machine.initial, cut)
    const isSame = machine.done(whole.state) || isSameJson(whole.state, other.state)
    return [
      ...(isSame ? [] : [`${name}: another cut gives another state`]),
      ...(isSameJson(runMachine(machine)([body]), runMachine(machine)(cut))
        ? []
        : [`${name}: another cut says something else`]),
      ...[unlikeJson(whole.state, name)].filter((fault) => fault !== undefined)
    ]
  }

const decoded = new TextDecoder()

const textFaults: Faults = (body, cut) => {
  const text = runMachine(utf8Machine)(cut)
    .map((one) => one.text)
    .join('')
  return text === decoded.decode(body) ? [] : ['utf8: TextDecoder says something else']
}

const framings: ReadonlyArray<Faults> = [
  sseFaults,
  sseFaults,
  sseFaults,
  cutFaults('sse', parseSSEMachine()),
  cutFaults('ndjson', andThen(parseNDJSONMachine())(utf8Machine)),
  cutFaults('jsonArray', andThen(jsonArrayMachine())(utf8Machine)),
  cutFaults('jsonBody', andThen(parseJSONMachine())(utf8Machine)),
  cutFaults('awsEventStream', parseAwsEventStreamMachine()),
  (body, cut) => [...textFaults(body, cut), ...cutFaults('lines', andThen(linesMachine())(utf8Machine))(body, cut)]
]

/** The framings that there are, the most used one more than once. */
export const FRAMINGS = framings.length

export const framingFaults = (framing: number): Faults => framings[framing % FRAMINGS] ?? sseFaults
