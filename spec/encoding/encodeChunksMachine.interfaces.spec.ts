import fc from 'fast-check'

import type { Chunk } from '../../lib/data/Chunk.ts'
import { firstChoice, messageReasoning } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { Result } from '../../lib/data/Result.ts'
import { feedMachine } from '../../lib/machine/Machine.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { collectedOf, collectMessageMachine } from '../../lib/reading/collectMessageMachine.ts'
import { readChunksMachine } from '../../lib/reading/readChunksMachine.ts'
import { answer } from '../arbitraries/answer.ts'
import { answers } from '../fixtures/answers.ts'
import { providerOf } from '../fixtures/providers.ts'
import { interfaceTargets } from '../fixtures/targets.ts'
import { write } from '../laws/encoding.ts'
import type { Shown } from '../laws/interfaces.ts'
import { readAGUI, readUI } from '../laws/interfaces.ts'

const [ui, agui] = interfaceTargets

const read = { 'ui-message-stream': readUI, 'ag-ui': readAGUI }

const outcomeOf = (results: ReadonlyArray<Result<Chunk>>) =>
  collectedOf(feedMachine(collectMessageMachine)(collectMessageMachine.initial, results).state)

const isJson = (text: string): boolean => {
  try {
    return text === '' || JSON.parse(text) !== undefined
  } catch {
    return false
  }
}

/** What a client must show of an outcome. */
const shouldShow = ({ _tag, message }: Outcome, isText: boolean): Omit<Shown, 'faults'> => {
  const { parts } = firstChoice(message) ?? { parts: [] }
  const calls = parts.flatMap((part) => (part._tag === 'ToolCall' ? [part] : []))
  const isCut = isText && calls.some(({ state }) => state === 'Truncated')
  return {
    text: parts.map((part) => (part._tag === 'Text' || part._tag === 'Refusal' ? part.text : '')).join(''),
    reasoning: messageReasoning(message).replaceAll('\n\n', ''),
    ran: calls
      .filter((call) => call.state === 'Closed' && (isText || isJson(call.arguments)))
      .map((call) => `${call.id} ${isText ? call.arguments : JSON.stringify(JSON.parse(call.arguments || '{}'))}`)
      .toSorted(),
    end: _tag === 'Complete' && !isCut ? 'finish' : 'error'
  }
}

const shown = ({ faults, ran, reasoning, ...others }: Shown) => ({
  ...others,
  reasoning: reasoning.replaceAll('\n\n', ''),
  ran: ran.toSorted(),
  faults
})

describe.each([
  ['ui-message-stream', ui],
  ['ag-ui', agui]
] as const)('answers written for %s', (name, target) => {
  if (target === undefined) throw new Error('there are two')

  it('law: a strict client shows the answer, runs the closed calls only, and is told of every cut', () => {
    fc.assert(
      fc.property(answer, (results) => {
        const seen = shown(read[name](write(target, results).events))
        expect(seen).toEqual({ ...shouldShow(outcomeOf(results), name === 'ag-ui'), faults: [] })
      }),
      { numRuns: 300 }
    )
  })

  it.each(answers.map((one) => [one.provider, one] as const))(
    'law: and the answer of %s',
    (provider, { stream, json }) => {
      for (const body of [stream, json]) {
        const results = runMachine(readChunksMachine(providerOf(provider)))([body])
        const seen = shown(read[name](write(target, results).events))
        expect(seen).toEqual({ ...shouldShow(outcomeOf(results), name === 'ag-ui'), faults: [] })
      }
    }
  )
})
