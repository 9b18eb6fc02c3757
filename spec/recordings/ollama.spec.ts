import fc from 'fast-check'

import { messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import { bodyOf, keyOf, oracles, rowsOf } from './rows.ts'
import { describeShared } from './shared.ts'

interface Oracle {
  readonly id: string
  readonly interaction: number
  readonly expected: {
    readonly text: string
    readonly toolCalls: ReadonlyArray<{ readonly name: string; readonly arguments: string }>
  }
  readonly aspects: Readonly<Record<string, string>>
  readonly expectedUsage: { readonly normalized: Readonly<Record<string, unknown>> }
}

describeShared('recordings of Ollama', ['index.json'], () => {
  const rows = rowsOf('ollama-chat/')
  const known = oracles() as ReadonlyMap<string, Oracle> // of this protocol

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(4)
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))('%s', (key, row) => {
    const body = bodyOf(row)
    const isStream = row.protocol === 'ollama-chat/ndjson'
    const outcome = isStream ? foldBody(ollama, body) : foldBody(ollama, body, { contentType: row.contentType })
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    const calls = messageToolCalls(outcome.message)
    expect(calls.every(({ state, id }) => state === 'Closed' && id.startsWith('call_'))).toBe(true)

    const oracle = known.get(key)
    if (oracle !== undefined) {
      const { aspects, expected, expectedUsage } = oracle
      const said = aspects['text'] === 'exact' ? messageText(outcome.message) : messageReasoning(outcome.message)
      expect(said).toBe(expected.text)
      expect(calls.map(({ name, arguments: raw }) => [name, JSON.parse(raw) as unknown])).toEqual(
        expected.toolCalls.map(({ name, arguments: raw }) => [name, JSON.parse(raw) as unknown])
      )
      expect(outcome.message.usage).toMatchObject({
        inputTokens: expectedUsage.normalized['input'],
        outputTokens: expectedUsage.normalized['output'],
        totalTokens: expectedUsage.normalized['total']
      })
    }
    if (!isStream) return
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(runMachine(foldMachine(ollama))(pieces).at(-1)).toEqual(outcome)
      }),
      { numRuns: 3 }
    )
  })
})
