import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { field } from '../../lib/codec/field.ts'
import { messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import type { OpenAIChatProvider } from '../../lib/protocols/openAIChat/index.ts'
import type { ChatAssistantMessage } from '../../lib/protocols/openAIChat/request.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import { chatProvider, chatProviders } from '../fixtures/chatProviders.ts'
import { bodyOf, keyOf, normalised, oracles, rowsOf } from './rows.ts'
import { describeShared } from './shared.ts'

interface Oracle {
  readonly id: string
  readonly interaction: number
  readonly expected: {
    readonly text: string
    readonly toolCalls: ReadonlyArray<{ readonly id: string; readonly name: string; readonly arguments: string }>
    readonly reasoning: string | null
  }
  /** The assistant message of the next request, as a client sent it. */
  readonly expectedAssistantOnWire: ChatAssistantMessage & { readonly reasoning?: string }
  readonly aspects: Readonly<Record<string, string>>
  readonly expectedUsage: {
    readonly wire: { readonly cache_creation_input_tokens?: number }
    readonly normalized: Readonly<Record<string, unknown>>
  } | null
}

const expectOracle = (outcome: Outcome, { expected, aspects, expectedUsage }: Oracle): void => {
  const { message } = outcome
  const calls = messageToolCalls(message)
  if (aspects['text'] === 'exact') expect(messageText(message)).toBe(expected.text)
  if (aspects['callCount'] === 'exact') expect(calls).toHaveLength(expected.toolCalls.length)
  if (aspects['callIds'] === 'exact') expect(calls.map(({ id }) => id)).toEqual(expected.toolCalls.map(({ id }) => id))
  if (aspects['callNames'] === 'exact') {
    expect(calls.map(({ name }) => name)).toEqual(expected.toolCalls.map(({ name }) => name))
  }
  if (aspects['callArgs'] === 'exact') {
    expect(calls.map(({ arguments: raw }) => raw)).toEqual(expected.toolCalls.map(({ arguments: raw }) => raw))
  }
  if (aspects['reasoning'] === 'exact') expect(messageReasoning(message)).toBe(expected.reasoning)
  if (aspects['reasoning']?.startsWith('suffix') === true) {
    expect(messageReasoning(message).endsWith(expected.reasoning ?? '')).toBe(true)
  }
  if (expectedUsage !== null) {
    const { note, cacheWrite, ...counts } = expectedUsage.normalized
    // The oracle does not know where Vercel counts what was written to the cache.
    const written = cacheWrite ?? expectedUsage.wire.cache_creation_input_tokens ?? null
    // Nor xAI's cost: ticks, of which a dollar has 10^10.
    const ticks = field(message.usage?.raw, 'cost_in_usd_ticks')
    const cost = counts['cost'] ?? (typeof ticks === 'number' ? ticks / 1e10 : null)
    expect(normalised(outcome)).toEqual({ ...counts, cost, cacheWrite: written })
  }
}

/** How a call was sent; `cache_control` is what clients add of their own. */
const sentCalls = ({ tool_calls: calls = [] }: ChatAssistantMessage): ReadonlyArray<object> =>
  calls.map(({ cache_control, ...call }) => call)

/** What we would send, where the client sent all that it had received. */
const expectRequest = (
  outcome: Outcome,
  provider: OpenAIChatProvider,
  { expectedAssistantOnWire, aspects }: Oracle
): void => {
  const sent = toAssistantMessage(provider)(outcome.message)
  if (E.isLeft(sent)) throw new Error(sent.left._tag)
  const { role, content, reasoning_content: thoughts, reasoning_details: details } = sent.right
  const expected = expectedAssistantOnWire
  expect(role).toBe(expected.role)
  if (aspects['text'] === 'exact') expect(content).toBe(expected.content)
  if (['callCount', 'callIds', 'callNames', 'callArgs'].every((aspect) => aspects[aspect] === 'exact')) {
    expect(sentCalls(sent.right)).toEqual(sentCalls(expected))
  }
  if (aspects['reasoningDetails'] === 'exact') expect(details).toEqual(expected.reasoning_details)
  if (aspects['reasoning'] === 'exact' && expected.reasoning_content !== undefined) {
    expect(thoughts).toBe(expected.reasoning_content)
  }
  // Beside details, `reasoning` only says the same again.
  if (aspects['reasoning'] === 'exact' && expected.reasoning !== undefined) {
    const said = (details as ReadonlyArray<{ readonly text?: string; readonly summary?: string }> | undefined) ?? []
    expect(said.map(({ text: words, summary }) => words ?? summary ?? '').join('')).toBe(expected.reasoning)
  }
}

describeShared('recordings', ['index.json'], () => {
  const rows = rowsOf('openai-chat')
  const known = oracles() as ReadonlyMap<string, Oracle> // of this protocol
  const names = new Set(chatProviders.map(({ name }) => name))

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(900)
    expect(rows.filter((row) => known.has(keyOf(row))).length).toBeGreaterThan(300)
    expect(rows.filter(({ provider }) => !names.has(provider))).toEqual([])
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))('%s', (key, row) => {
    const body = bodyOf(row)
    const head = { status: row.status, contentType: row.contentType }
    const provider = chatProvider(row.provider)
    const outcome = foldBody(provider, body, head)
    if (row.status === 200) {
      expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    } else {
      expect(outcome).toMatchObject({ _tag: 'Failed', failures: [{ _tag: 'ProviderFailure', status: row.status }] })
    }
    expect(messageToolCalls(outcome.message).every(({ state, id }) => state === 'Closed' && id !== '')).toBe(true)

    const oracle = known.get(key)
    if (oracle !== undefined) {
      expectOracle(outcome, oracle)
      expectRequest(outcome, provider, oracle)
    }

    const { _tag, message } = foldBody(openAICompatible, body, head)
    expect({ _tag, message }).toEqual({ _tag: outcome._tag, message: outcome.message })

    const machine = foldMachine(provider, head)
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(runMachine(machine)(pieces).at(-1)).toEqual(outcome)
      }),
      { numRuns: 2 }
    )
  })
})
