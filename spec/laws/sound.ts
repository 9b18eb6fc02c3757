/** The laws of every fold of any bytes, for any provider. Faults are returned as text, so that checks are cheap. */
import { either as E } from 'fp-ts'

import { OutcomeCodec } from '../../lib/codec/OutcomeCodec.ts'
import type { Message } from '../../lib/data/Message.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import type { Piece } from '../../lib/machine/framing/utf8.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { opened } from '../../lib/protocols/Provider.ts'
import type { FoldState } from '../../lib/reading/foldMachine.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { toAssistantMessage, toToolResult } from '../../lib/tools/toRequest.ts'
import { isSameJson, unlikeJson } from './plain.ts'
import { faultsOfReasons } from './reasons.ts'
import { mayBeWhole } from './terminal.ts'

export type Pieces = ReadonlyArray<Piece>

/** A fold that was run to its end. */
export interface Folded {
  /** The state before the end; undefined if the machine was done, since its state does not matter. */
  readonly state: object | undefined
  /** The number of states emitted. */
  readonly said: number
  readonly outcome: Outcome
  readonly faults: ReadonlyArray<string>
}

export interface Sound {
  readonly name: string
  readonly run: (pieces: Pieces) => Folded
  /** The faults of a body, read as one piece and with other cuts. */
  readonly faults: (body: Uint8Array, ...cuts: ReadonlyArray<Pieces>) => ReadonlyArray<string>
}

const isTwice = (numbers: ReadonlyArray<number>): boolean => new Set(numbers).size < numbers.length

const ofMessage = ({ choices }: Message): ReadonlyArray<string> => [
  ...(isTwice(choices.map(({ index }) => index)) ? ['a choice is there twice'] : []),
  ...choices.flatMap(({ parts }) => [
    ...(parts.some((part) => part._tag === 'ToolCall' && part.state === 'Open') ? ['a call is open at the end'] : []),
    ...(isTwice(parts.flatMap((part) => (part._tag === 'ToolCall' ? [part.key] : []))) ? ['a call is there twice'] : [])
  ])
]

const ofRequest = (provider: AnyProvider, message: Message): ReadonlyArray<string> => {
  const said = toAssistantMessage(provider)(message)
  const words = E.isRight(said) ? JSON.stringify(said.right) : JSON.stringify(said.left)
  const results = message.choices.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part._tag === 'ToolCall' && part.state === 'Closed' ? [JSON.stringify(toToolResult(provider, 'x')(part))] : []
    )
  )
  return [words, ...results].every((text) => typeof text === 'string') ? [] : ['the next request says nothing']
}

const runIn = (provider: AnyProvider, options: BodyOptions): ((pieces: Pieces) => Folded) => {
  const machine = foldMachine(provider, options)
  return (pieces) => {
    let said = 0
    let last: MessageState | undefined
    const faults: string[] = []
    const hear = (now: MessageState): void => {
      said += 1
      if (last !== undefined && isOutcome(last)) faults.push('something is said after the outcome')
      last = now
    }
    let state: FoldState<unknown> = machine.initial
    for (const piece of pieces) if (!machine.done(state)) state = machine.step(state, piece, hear)
    const isDone = machine.done(state)
    machine.end(state, hear)
    const before = isDone ? undefined : state
    if (last === undefined || !isOutcome(last)) {
      const outcome = { _tag: 'Failed', message: { choices: [] }, failures: [], repairs: [] } as const
      return { state: before, said, outcome, faults: [...faults, 'there is no outcome'] }
    }
    return { state: before, said, outcome: last, faults }
  }
}

const differences = (whole: Folded, cut: Folded): ReadonlyArray<string> => [
  ...(isSameJson(whole.state, cut.state) ? [] : ['another cut gives another state']),
  ...(isSameJson(whole.outcome, cut.outcome) ? [] : ['another cut gives another outcome']),
  ...(whole.said === cut.said ? [] : [`another cut says ${cut.said} states, not ${whole.said}`])
]

const isJsonType = ({ contentType = '' }: BodyOptions): boolean => contentType.includes('json')

/** The laws of the folds of one provider. */
export const sound = (provider: AnyProvider, options: BodyOptions = {}): Sound => {
  const run = runIn(provider, options)
  return {
    name: provider.name,
    run,
    faults: (body, ...cuts) => {
      const whole = run([body])
      const { outcome } = whole
      const unlike = unlikeJson(whole.state ?? null, 'state') ?? unlikeJson(outcome, 'outcome')
      const isFalse = outcome._tag === 'Complete' && !isJsonType(options) && !mayBeWhole(opened(provider), body)
      return [
        ...(isFalse ? ['complete without a terminal'] : []),
        ...whole.faults,
        ...(unlike === undefined ? [] : [unlike]),
        ...(OutcomeCodec.is(outcome) ? [] : ['the outcome is none of its codec']),
        ...faultsOfReasons(outcome),
        ...ofMessage(outcome.message),
        ...ofRequest(provider, outcome.message),
        ...cuts.flatMap((cut) => differences(whole, run(cut)))
      ]
    }
  }
}
