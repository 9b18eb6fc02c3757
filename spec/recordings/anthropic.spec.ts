import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import type { AnthropicMessagesProvider } from '../../lib/protocols/anthropicMessages/index.ts'
import { anthropic, vertexAnthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockAnthropic } from '../../lib/providers/bedrockAnthropic.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import type { Row } from './rows.ts'
import { bodyOf, keyOf, normalised, oracles, rowsOf } from './rows.ts'
import { describeShared } from './shared.ts'

type Json = Readonly<Record<string, unknown>>

interface Oracle {
  readonly id: string
  readonly interaction: number
  readonly expectedAssistantOnWire: { readonly role: string; readonly content: ReadonlyArray<Json> }
  readonly expected: {
    readonly text: string
    readonly toolCalls: ReadonlyArray<{ readonly id: string; readonly name: string; readonly arguments: string }>
    readonly reasoning: string | null
    readonly signature: string | null
    readonly blockTypes: ReadonlyArray<string>
  }
  readonly aspects: Readonly<Record<string, string>>
  readonly expectedUsage: { readonly wire: Json; readonly normalized: Json } | null
}

const sentBack = (outcome: Outcome): ReadonlyArray<Json> => {
  const message = toAssistantMessage(anthropic)(outcome.message)
  return E.isRight(message) ? message.right.content : []
}

const withoutNulls = (fields: Json): Json => Object.fromEntries(Object.entries(fields).filter(([, u]) => u !== null))

// What the recording client did not send back, and what it added of its own.
const asTheClientSent = ({ caller, citations, cache_control, ...block }: Json): Json => {
  const content = block['content']
  return Array.isArray(content) ? { ...block, content: content.map(withoutNulls) } : block
}

const expectBlocks = (outcome: Outcome, { expectedAssistantOnWire }: Oracle): void => {
  expect(sentBack(outcome).map(asTheClientSent)).toEqual(expectedAssistantOnWire.content.map(asTheClientSent))
}

const expectOracle = (outcome: Outcome, oracle: Oracle): void => {
  const { expected, aspects, expectedUsage } = oracle
  const { message } = outcome
  const calls = messageToolCalls(message)
  if (aspects['text'] === 'exact') expect(messageText(message)).toBe(expected.text)
  if (aspects['callCount'] === 'exact') expect(calls).toHaveLength(expected.toolCalls.length)
  if (aspects['callIds'] === 'exact') expect(calls.map(({ id }) => id)).toEqual(expected.toolCalls.map(({ id }) => id))
  if (aspects['callNames'] === 'exact') {
    expect(calls.map(({ name }) => name)).toEqual(expected.toolCalls.map(({ name }) => name))
  }
  if (aspects['callArgs']?.startsWith('json-equal') === true) {
    expect(calls.map((call) => JSON.parse(call.arguments === '' ? '{}' : call.arguments) as unknown)).toEqual(
      expected.toolCalls.map((call) => JSON.parse(call.arguments) as unknown)
    )
  }
  if (aspects['reasoning'] === 'exact') expect(messageReasoning(message)).toBe(expected.reasoning)
  if (aspects['signature'] === 'exact') {
    const signatures = (firstChoice(message)?.parts ?? []).flatMap((part) =>
      part._tag === 'Reasoning' ? [part.signature] : []
    )
    expect(signatures).toEqual([expected.signature])
  }
  if (aspects['blockOrder'] === 'exact') {
    expect(sentBack(outcome).map(({ type }) => type)).toEqual(expected.blockTypes)
    expectBlocks(outcome, oracle)
  }
  if (expectedUsage !== null) {
    const { note, ...counts } = expectedUsage.normalized
    expect(normalised(outcome)).toEqual({ cacheWrite: null, cost: null, ...counts })
    expect(message.usage?.raw).toEqual(expectedUsage.wire)
  }
}

const expectWhole = (outcome: Outcome): void => {
  expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
  expect(messageToolCalls(outcome.message).every(({ state, id }) => state === 'Closed' && id !== '')).toBe(true)
  const isKnown = ({ _tag }: { readonly _tag: string }): boolean => _tag !== 'Unrecognised'
  expect((firstChoice(outcome.message)?.parts ?? []).every(isKnown)).toBe(true)
}

describeShared('recordings of Anthropic Messages', ['index.json'], () => {
  const whole = rowsOf('anthropic-messages/', 'bedrock-invoke-anthropic/')
  const known = oracles() as ReadonlyMap<string, Oracle> // of this protocol
  const providers: Readonly<Record<string, AnthropicMessagesProvider>> = {
    anthropic,
    'vertex-anthropic': vertexAnthropic,
    bedrock: bedrockAnthropic
  }
  const named = (some: ReadonlyArray<Row>) => some.map((row) => [`${row.provider} ${keyOf(row)}`, row] as const)

  it('are there', () => {
    expect(whole.length).toBeGreaterThan(135)
    expect(whole.filter((row) => known.has(keyOf(row))).length).toBeGreaterThan(45)
  })

  it.each(named(whole))('%s', (_name, row) => {
    const body = bodyOf(row)
    const head = { status: row.status, contentType: row.contentType }
    const provider = providers[row.provider] ?? anthropic
    const outcome = foldBody(provider, body, head)
    expectWhole(outcome)

    const oracle = known.get(keyOf(row))
    if (oracle !== undefined) expectOracle(outcome, oracle)

    const machine = foldMachine(provider, head)
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(runMachine(machine)(pieces).at(-1)).toEqual(outcome)
      }),
      { numRuns: 3 }
    )
  })
})
