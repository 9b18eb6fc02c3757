import fc from 'fast-check'

import { firstChoice, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { google, vertex } from '../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import { bodyOf, keyOf, normalised, oracles, rowsOf } from './rows.ts'
import { describeShared } from './shared.ts'

interface WirePart {
  readonly text?: string
  readonly thought?: boolean
  readonly thoughtSignature?: string
  readonly functionCall?: { readonly id?: string; readonly name: string; readonly args?: object }
}

interface WireChunk {
  readonly candidates: ReadonlyArray<{ readonly content?: { readonly parts?: ReadonlyArray<WirePart> } }>
}

interface Oracle {
  readonly id: string
  readonly interaction: number
  readonly expectedAssistantOnWire: { readonly role: string; readonly parts: ReadonlyArray<WirePart> }
  readonly expected: {
    readonly text: string
    readonly toolCalls: ReadonlyArray<{
      readonly id: string | null
      readonly name: string
      readonly arguments: string
      readonly thoughtSignature?: string
    }>
    readonly signatures: ReadonlyArray<string>
  }
  readonly aspects: Readonly<Record<string, string>>
  readonly expectedUsage: { readonly normalized: Readonly<Record<string, unknown>> } | null
}

/** The parts that a body sent, with adjacent unsigned texts joined and empty ones left out, as they should go back. */
const partsSent = (body: string, isStream: boolean): ReadonlyArray<WirePart> => {
  const texts = isStream
    ? body.split('\r\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice('data: '.length)] : []))
    : [body]
  const parts = texts.flatMap((json) => (JSON.parse(json) as WireChunk).candidates[0]?.content?.parts ?? [])
  return parts.reduce<ReadonlyArray<WirePart>>((joined, part) => {
    if (part.text === undefined || part.thoughtSignature !== undefined) return [...joined, part]
    if (part.text === '') return joined
    const last = joined.at(-1)
    const continues = last?.text !== undefined && last.thoughtSignature === undefined && last.thought === part.thought
    return continues ? [...joined.slice(0, -1), { ...part, text: last.text + part.text }] : [...joined, part]
  }, [])
}

const partsBack = (outcome: Outcome): ReadonlyArray<WirePart> => {
  const back = toAssistantMessage(google)(outcome.message)
  return back._tag === 'Right' ? back.right.parts : []
}

/** Without the ids that a client gave. */
const withoutIds = (parts: ReadonlyArray<WirePart>): ReadonlyArray<WirePart> =>
  parts.map((part) => {
    if (part.functionCall === undefined) return part
    const { id, ...call } = part.functionCall
    return { ...part, functionCall: call }
  })

const expectOracle = (outcome: Outcome, oracle: Oracle): void => {
  const { expected, aspects, expectedUsage, expectedAssistantOnWire } = oracle
  const { message } = outcome
  const calls = messageToolCalls(message)
  expect([aspects['text'], aspects['callCount'], aspects['callNames']]).toEqual(['exact', 'exact', 'exact'])
  expect(messageText(message)).toBe(expected.text)
  expect(calls.map(({ name }) => name)).toEqual(expected.toolCalls.map(({ name }) => name))
  expect(calls.map(({ arguments: raw }) => JSON.parse(raw) as unknown)).toEqual(
    expected.toolCalls.map(({ arguments: raw }) => JSON.parse(raw) as unknown)
  )
  if (aspects['callIds'] === 'exact') expect(calls.map(({ id }) => id)).toEqual(expected.toolCalls.map(({ id }) => id))
  else expect(calls.map(({ id, key }) => [id, key])).toEqual(calls.map(({ key }) => [`call_0_${key}`, key]))
  if (aspects['thoughtSignatures'] === 'exact') {
    expect(partsBack(outcome).flatMap(({ thoughtSignature }) => thoughtSignature ?? [])).toEqual(expected.signatures)
    expect(calls.map(({ extra }) => extra?.['thoughtSignature'])).toEqual(
      expected.toolCalls.map(({ thoughtSignature }) => thoughtSignature)
    )
    const isExact = aspects['callIds'] === 'exact'
    const back = partsBack(outcome).filter(({ thought }) => thought !== true)
    const sent = expectedAssistantOnWire.parts
    expect(isExact ? back : withoutIds(back)).toEqual(isExact ? sent : withoutIds(sent))
  }
  if (expectedUsage !== null) {
    const { note, ...counts } = expectedUsage.normalized
    expect(normalised(outcome)).toEqual({ cacheWrite: null, cost: null, ...counts })
  }
}

describeShared('recordings of Gemini', ['index.json'], () => {
  const rows = rowsOf('google-generate/')
  const known = oracles() as ReadonlyMap<string, Oracle> // of this protocol

  it('are there', () => {
    expect(rows.length).toBeGreaterThan(250)
    expect(rows.filter((row) => known.has(keyOf(row))).length).toBeGreaterThan(100)
  })

  it.each(rows.map((row) => [keyOf(row), row] as const))('%s', (key, row) => {
    const provider = row.provider === 'google' ? google : vertex
    const body = bodyOf(row)
    const head = { status: row.status, contentType: row.contentType }
    const outcome = foldBody(provider, body, head)
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [] })
    expect(outcome.repairs.every(({ _tag }) => _tag === 'SyntheticId')).toBe(true)

    const calls = messageToolCalls(outcome.message)
    expect(calls.every(({ state, id }) => state === 'Closed' && id !== '')).toBe(true)
    expect(firstChoice(outcome.message)).toMatchObject({
      finishReason: calls.length > 0 ? 'tool_call' : 'stop',
      rawFinishReason: 'STOP'
    })
    expect(outcome.message).toMatchObject({ id: expect.stringMatching(/./), model: expect.stringMatching(/^gemini-/) })
    expect(partsBack(outcome)).toEqual(
      partsSent(new TextDecoder().decode(body), row.protocol === 'google-generate/sse')
    )

    const oracle = known.get(key)
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
