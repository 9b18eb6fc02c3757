/** What is asked of the framings by themselves, so that many short inputs can be tried. */
import { awsEventStream } from '../../lib/machine/awsEventStream.ts'
import { jsonArray } from '../../lib/machine/jsonArray.ts'
import { jsonBody } from '../../lib/machine/jsonBody.ts'
import { lines } from '../../lib/machine/lines.ts'
import type { Machine } from '../../lib/machine/Machine.ts'
import { andThen, feed, run } from '../../lib/machine/Machine.ts'
import { ndjson } from '../../lib/machine/ndjson.ts'
import { sse } from '../../lib/machine/sse.ts'
import type { Piece } from '../../lib/machine/utf8.ts'
import { utf8 } from '../../lib/machine/utf8.ts'
import { isSameJson, unlikeJson } from '../laws/plain.ts'
import type { Pieces } from '../laws/sound.ts'
import { sseFaults } from '../laws/sseOracle.ts'

type Faults = (body: Uint8Array, cut: Pieces) => ReadonlyArray<string>

/** The states of a machine that is done are not compared. */
const cutFaults =
  <S, O>(name: string, machine: Machine<S, Piece, O>): Faults =>
  (body, cut) => {
    const whole = feed(machine)(machine.initial, [body])
    const other = feed(machine)(machine.initial, cut)
    const isSame = machine.done(whole.state) || isSameJson(whole.state, other.state)
    return [
      ...(isSame ? [] : [`${name}: another cut gives another state`]),
      ...(isSameJson(run(machine)([body]), run(machine)(cut)) ? [] : [`${name}: another cut says something else`]),
      ...[unlikeJson(whole.state, name)].filter((fault) => fault !== undefined)
    ]
  }

const decoded = new TextDecoder()

const textFaults: Faults = (body, cut) => {
  const text = run(utf8)(cut)
    .map((one) => one.text)
    .join('')
  return text === decoded.decode(body) ? [] : ['utf8: TextDecoder says something else']
}

const framings: ReadonlyArray<Faults> = [
  sseFaults,
  sseFaults,
  sseFaults,
  cutFaults('sse', sse()),
  cutFaults('ndjson', andThen(ndjson())(utf8)),
  cutFaults('jsonArray', andThen(jsonArray())(utf8)),
  cutFaults('jsonBody', andThen(jsonBody())(utf8)),
  cutFaults('awsEventStream', awsEventStream()),
  (body, cut) => [...textFaults(body, cut), ...cutFaults('lines', andThen(lines())(utf8))(body, cut)]
]

/** The framings that there are, the most used one more than once. */
export const FRAMINGS = framings.length

export const framingFaults = (framing: number): Faults => framings[framing % FRAMINGS] ?? sseFaults
