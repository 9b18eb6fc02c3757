import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { fault } from '../../lib/data/Failure.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { messageEventsMachine } from '../../lib/reading/messageEventsMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { deltas } from '../arbitraries/delta.ts'
import { answers } from '../fixtures/answers.ts'
import * as claude from '../fixtures/anthropic.ts'
import { call, calls, delta, DONE, finish } from '../fixtures/chat.ts'
import { providerOf } from '../fixtures/providers.ts'
import { results, resultsOf } from '../fixtures/results.ts'
import { eventsAndFold } from '../laws/events.ts'
import { cutLaws } from '../laws/machine.ts'

const eventsOf = (...body: ReadonlyArray<string>) => runMachine(messageEventsMachine)(resultsOf(...body))

const tagsOf = (...body: ReadonlyArray<string>): ReadonlyArray<string> => eventsOf(...body).map(({ _tag }) => _tag)

const at = { atByte: 0, atEvent: 0 }

describe('messageEventsMachine', () => {
  const body = claude.stream('tool_use', claude.call(0, 'a', 'f', '{"a":1}'))
  cutLaws(andThen(messageEventsMachine)(readChunksMachine(anthropic)), new TextEncoder().encode(body))

  it('law: any events folded = the message, the failures and the outcome of any deltas', () => {
    const chunk = deltas.map((some) => E.right({ _tag: 'StreamChunk' as const, wire: null, deltas: some, ...at }))
    const failure = fc.constantFrom(
      fault('MalformedJson', '', at),
      fault('IdleTimeout', '', at),
      fault('NoEvents', '', at)
    )
    const left = failure.map((one) => E.left({ ...one, length: 0, milliseconds: 0 }))
    const last = fc.constantFrom([], [E.right({ _tag: 'TerminalChunk' as const, deltas: [], ...at })])
    fc.assert(
      fc.property(fc.array(fc.oneof({ arbitrary: chunk, weight: 5 }, left)), last, (some, end) => {
        const { byEvents, byFold } = eventsAndFold([...some, ...end])
        expect(byEvents).toEqual(byFold)
      })
    )
  })

  it.each(answers.map((answer) => [answer.provider, answer] as const))(
    'law: the events of an answer of %s = its fold, streamed and as one body',
    (name, { stream, json }) => {
      for (const one of [stream, json]) {
        const { byEvents, byFold } = eventsAndFold(runMachine(readChunksMachine(providerOf(name)))([one]))
        expect(byEvents).toEqual(byFold)
      }
    }
  )

  it('law: the state is plain JSON', () => {
    let state = messageEventsMachine.initial
    for (const result of results) {
      state = messageEventsMachine.step(state, result, () => undefined)
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state)
    }
  })

  it('ends a text where the next part begins, and a call where the provider ends it', () => {
    const fragment = calls(call(0, 'a', 'now', '{}'))
    expect(tagsOf(delta({ content: 'Hi' }), fragment, finish('tool_calls'), DONE)).toEqual([
      'MessageStart',
      'TextStart',
      'TextDelta',
      'TextEnd',
      'ToolInputStart',
      'ToolInputDelta',
      'ToolInputDelta',
      'Finish',
      'ToolInputEnd',
      'MessageEnd'
    ])
  })

  it('starts a call with its id and name, and ends it with the whole call', () => {
    const events = eventsOf(
      calls(call(0, 'a', 'now', '{')),
      calls(call(0, undefined, undefined, '}')),
      finish('tool_calls'),
      DONE
    )
    expect(events.find(({ _tag }) => _tag === 'ToolInputStart')).toMatchObject({ toolCallId: 'a', name: 'now' })
    expect(events.find(({ _tag }) => _tag === 'ToolInputEnd')).toMatchObject({
      call: { state: 'Closed', arguments: '{}' }
    })
  })

  it('ends a call that was cut as truncated, after the reason', () => {
    const events = eventsOf(calls(call(0, 'a', 'now', '{')))
    expect(events.slice(-3)).toMatchObject([
      { _tag: 'Failure', failure: { _tag: 'EndedEarly' } },
      { _tag: 'ToolInputEnd', call: { state: 'Truncated' } },
      { _tag: 'MessageEnd', outcome: 'Truncated' }
    ])
  })

  it('starts a part again under its id where a provider interleaves parts', () => {
    const text = [claude.textDelta(0, 'a'), claude.textDelta(1, 'b'), claude.textDelta(0, 'c')]
    const begun = [claude.start(0, { type: 'text', text: '' }), claude.start(1, { type: 'text', text: '' })]
    const chunks = runMachine(readChunksMachine(anthropic))([claude.messageStart(), ...begun, ...text])
    const starts = runMachine(messageEventsMachine)(chunks).flatMap((event) =>
      event._tag === 'TextStart' ? [event.id] : []
    )
    expect(starts).toEqual(['Text:0:0', 'Text:0:1', 'Text:0:0', 'Text:0:1', 'Text:0:0'])
    const { byEvents, byFold } = eventsAndFold(chunks)
    expect(byEvents).toEqual(byFold)
  })

  it('emits a failure and the end for an answer without any chunk', () => {
    expect(tagsOf('')).toEqual(['Failure', 'MessageEnd'])
  })
})
