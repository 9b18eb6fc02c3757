import fc from 'fast-check'
import { either as E } from 'fp-ts'

import type { Message } from '../../lib/data/Message.ts'
import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import type { ReasoningPart } from '../../lib/data/Part.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import type { ResponsesInputItem } from '../../lib/protocols/openAIResponses/request.ts'
import { azureResponses, openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import type { Row } from './rows.ts'
import { bodyOf, keyOf, oracles, rowsOf } from './rows.ts'
import { describeShared } from './shared.ts'

interface Oracle {
  readonly id: string
  readonly interaction: number
  readonly expectedAssistantOnWire: ReadonlyArray<Item>
  readonly expected: {
    readonly text: string
    readonly toolCalls: ReadonlyArray<{ readonly id: string; readonly name: string; readonly arguments: string }>
    readonly reasoning: string | null
    readonly reasoningItems: ReadonlyArray<{ readonly id: string; readonly encrypted_content?: string }>
  }
  readonly aspects: Readonly<Record<string, string>>
  readonly expectedUsage: { readonly normalized: Readonly<Record<string, unknown>> } | null
}

interface Item {
  readonly type: string
  readonly id?: string
  readonly call_id?: string
  readonly name?: string
  readonly arguments?: string
  readonly encrypted_content?: string
  readonly summary?: ReadonlyArray<{ readonly text: string }>
  readonly content?: ReadonlyArray<{ readonly type: string; readonly text: string; readonly annotations?: object[] }>
}

interface Event {
  readonly type: string
  readonly output_index: number
  readonly content_index: number
  readonly summary_index: number
  readonly text: string
  readonly arguments: string
  readonly item: Item
  readonly response: { readonly output: ReadonlyArray<Item>; readonly store: boolean; readonly usage: object }
}

const providerOf = ({ provider }: Row) => (provider === 'azure' ? azureResponses : openAIResponses)

const proofs = (message: Message): ReadonlyArray<ReasoningPart> =>
  (firstChoice(message)?.parts ?? []).filter(
    (part): part is ReasoningPart => part._tag === 'Reasoning' && part.kind === 'encrypted'
  )

const inputOf = (row: Row, message: Message): ReadonlyArray<ResponsesInputItem> => {
  const input = toAssistantMessage(providerOf(row))(message)
  return E.isRight(input) ? input.right : []
}

const expectOracle = (outcome: Outcome, { expected, aspects, expectedUsage }: Oracle): void => {
  const { message } = outcome
  const calls = messageToolCalls(message)
  expect(aspects).toMatchObject({ text: 'exact', callCount: 'exact', callIds: 'exact', callNames: 'exact' })
  expect(messageText(message)).toBe(expected.text)
  expect(calls.map(({ id, name }) => ({ id, name }))).toEqual(expected.toolCalls.map(({ id, name }) => ({ id, name })))
  const isTwice = aspects['callArgs'] === 'double-encoded-by-client'
  expect(calls.map(({ arguments: raw }) => raw)).toEqual(
    expected.toolCalls.map(({ arguments: raw }) => (isTwice ? (JSON.parse(raw) as unknown) : raw))
  )
  if (aspects['reasoning'] === 'exact') expect(messageReasoning(message)).toBe(expected.reasoning)
  const items = aspects['reasoningItems'] ?? ''
  if (items.includes('exact')) {
    expect(proofs(message).map(({ id }) => id)).toEqual(expected.reasoningItems.map(({ id }) => id))
  }
  if (items === 'ids+encrypted_content exact') {
    expect(proofs(message).map(({ data }) => data)).toEqual(
      expected.reasoningItems.map(({ encrypted_content: data }) => data)
    )
  }
  if (expectedUsage === null) return
  const { usage } = message
  const { note, ...counts } = expectedUsage.normalized
  expect({
    input: usage?.inputTokens,
    output: usage?.outputTokens,
    total: usage?.totalTokens,
    reasoning: usage?.reasoningOutputTokens,
    cachedInput: usage?.cacheReadInputTokens
  }).toEqual(counts)
}

/** What the client sent next, as far as its deviations let it be compared. */
const expectInput = (row: Row, message: Message, { expectedAssistantOnWire, aspects }: Oracle): void => {
  const ours = inputOf(row, message)
  const said = (items: ReadonlyArray<Item | ResponsesInputItem>) => items.filter(({ type }) => type !== 'reasoning')
  const thoughts = (items: ReadonlyArray<Item | ResponsesInputItem>) => items.filter(({ type }) => type === 'reasoning')
  expect(said(ours)).toEqual(
    said(expectedAssistantOnWire).map((item) =>
      aspects['callArgs'] === 'double-encoded-by-client' && item.type === 'function_call'
        ? { ...item, arguments: JSON.parse(String(item['arguments'])) as unknown }
        : item
    )
  )
  if (aspects['reasoningItems'] === 'ids+encrypted_content exact' && aspects['reasoning'] === 'exact') {
    expect(thoughts(ours)).toEqual(thoughts(expectedAssistantOnWire))
  }
  if (aspects['reasoningItems'] === 'n/a') expect(thoughts(ours)).toEqual([])
}

const eventsOf = (body: Uint8Array): ReadonlyArray<Event> =>
  new TextDecoder()
    .decode(body)
    .split('\n')
    .flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6)) as Event] : []))

/** The fold, against what the stream itself says that its texts and items are. */
const expectWholes = (message: Message, body: Uint8Array): void => {
  const events = eventsOf(body)
  const of = (type: string): ReadonlyArray<Event> => events.filter((event) => event.type === type)
  const parts = firstChoice(message)?.parts ?? []
  const wholes = (type: string): ReadonlyArray<string> => of(type).map((event) => event.text)

  expect(parts.flatMap((part) => (part._tag === 'Text' ? [part.text] : []))).toEqual(
    wholes('response.output_text.done')
  )
  expect(parts.flatMap((part) => (part._tag === 'Reasoning' && part.kind === 'summary' ? [part.text] : []))).toEqual(
    wholes('response.reasoning_summary_text.done')
  )
  expect(messageToolCalls(message).map((call) => call.arguments)).toEqual(
    of('response.function_call_arguments.done').map((event) => event.arguments)
  )

  const items = of('response.output_item.done').map(({ item }) => item)
  const [last] = of('response.completed')
  expect(proofs(message).map(({ data }) => data)).toEqual(
    items
      .filter(
        ({ type, encrypted_content: data }) => type === 'reasoning' && (data !== undefined || last?.response.store)
      )
      .map(({ encrypted_content: data }) => data)
  )
  const output = last?.response.output ?? []
  expect(messageText(message)).toBe(
    output.flatMap(({ type, content = [] }) => (type === 'message' ? content.map((part) => part.text) : [])).join('')
  )
  expect(
    messageToolCalls(message).map(({ id, name, arguments: raw }) => ({ call_id: id, name, arguments: raw }))
  ).toEqual(
    output.flatMap(({ type, call_id, name, arguments: raw }) =>
      type === 'function_call' ? [{ call_id, name, arguments: raw }] : []
    )
  )
  expect(parts.flatMap((part) => (part._tag === 'Citation' ? [part.raw] : []))).toEqual(
    output.flatMap(({ content = [] }) => content.flatMap(({ annotations = [] }) => annotations))
  )
  expect(message.usage?.raw).toEqual(last?.response.usage)
}

describeShared('recordings of Responses', ['index.json'], () => {
  const rows = rowsOf('openai-responses/')
  const known = oracles() as ReadonlyMap<string, Oracle> // of this protocol

  it('are there', () => {
    expect(rows).toHaveLength(134)
    expect(rows.filter((row) => known.has(keyOf(row)))).toHaveLength(46)
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))('%s', (key, row) => {
    const body = new Uint8Array(bodyOf(row))
    const head = { status: row.status, contentType: row.contentType }
    const outcome = foldBody(providerOf(row), body, head)
    const { message } = outcome
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(messageToolCalls(message).every(({ state, id }) => state === 'Closed' && id.startsWith('call_'))).toBe(true)
    expect(firstChoice(message)?.finishReason).toBe(messageToolCalls(message).length > 0 ? 'tool_call' : 'stop')
    expect(firstChoice(message)?.parts.some(({ _tag }) => _tag === 'Unrecognised')).toBe(false)

    const oracle = known.get(key)
    if (oracle !== undefined) {
      expectOracle(outcome, oracle)
      expectInput(row, message, oracle)
    }

    if (row.protocol.endsWith('/sse')) {
      expectWholes(message, body)
      const [last] = eventsOf(body).filter(({ type }) => type === 'response.completed')
      const twin = foldBody(providerOf(row), JSON.stringify(last?.response)).message
      // The response that is over has reasoning encrypted once more.
      const unproved = (whole: Message): unknown =>
        JSON.parse(JSON.stringify(whole, (name, value: unknown) => (name === 'data' ? null : value)))
      expect(unproved(twin)).toEqual(unproved(message))
    }

    const machine = foldMachine(providerOf(row), head)
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(runMachine(machine)(pieces).at(-1)).toEqual(outcome)
      }),
      { numRuns: 3 }
    )
  })
})
