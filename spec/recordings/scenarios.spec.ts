import { cutInto } from '../../lib/cli/cutInto.ts'
import { messageText, messageToolCalls } from '../../lib/data/Message.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { cutLaws } from '../laws/machine.ts'
import { describeShared, readShared } from './shared.ts'

interface Scenario {
  readonly name: string
  readonly body: string
  readonly expected: {
    readonly text?: string
    readonly toolCalls?: ReadonlyArray<{ readonly id: string; readonly name: string; readonly arguments: string }>
    readonly usage?: { readonly inputTokens: number; readonly outputTokens: number }
    readonly failure?: boolean
    readonly truncatedCall?: boolean
  }
}

const isTrouble = ({ failures, _tag }: { readonly failures: ReadonlyArray<unknown>; readonly _tag: string }): boolean =>
  failures.length > 0 || _tag !== 'Complete'

/** Equal as JSON, where both are JSON; no arguments at all are `{}`. */
const json = (raw: string): unknown => {
  try {
    return JSON.parse(raw === '' ? '{}' : raw)
  } catch {
    return raw
  }
}

describeShared('scenarios', ['..', 'wire', 'scenarios.json'], () => {
  const { scenarios } = readShared('..', 'wire', 'scenarios.json') as { readonly scenarios: ReadonlyArray<Scenario> }

  describe.each(scenarios)('$name', ({ body, expected }) => {
    const bytes = new TextEncoder().encode(body)
    const outcome = foldBody(openAICompatible, bytes, { contentType: 'text/event-stream', status: 200 })
    const calls = messageToolCalls(outcome.message)

    it('folds to what was meant', () => {
      if (expected.text !== undefined) expect(messageText(outcome.message)).toBe(expected.text)
      if (expected.toolCalls !== undefined) {
        expect(calls.map(({ name, arguments: raw }) => ({ name, arguments: json(raw) }))).toEqual(
          expected.toolCalls.map(({ name, arguments: raw }) => ({ name, arguments: json(raw) }))
        )
        expected.toolCalls.forEach(({ id }, i) => {
          expect(calls[i]?.id).toEqual(id === '*' ? expect.stringMatching(/./) : id)
        })
        const is = expected.truncatedCall === true ? 'Truncated' : 'Closed'
        expect(calls.every(({ state }) => state === is)).toBe(true)
      }
      if (expected.usage !== undefined) expect(outcome.message.usage).toMatchObject(expected.usage)
      if (expected.failure === true) expect(isTrouble(outcome)).toBe(true)
      else expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
    })

    it('gives the same id on every run', () => {
      const again = foldBody(openAICompatible, body)
      expect(messageToolCalls(again.message)).toEqual(calls)
    })

    it('gives the same byte by byte', () => {
      expect(runMachine(foldMachine(openAICompatible))(cutInto(bytes, { bytes: 1 })).at(-1)).toEqual(outcome)
    })

    cutLaws(foldMachine(openAICompatible), bytes, (said) => '.'.repeat(said.length))
  })
})
