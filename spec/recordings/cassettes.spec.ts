import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as t from 'io-ts'

import type { Interaction } from '../../examples/replay/cassettes.ts'
import { readCassettes } from '../../examples/replay/cassettes.ts'
import { firstChoice, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { groq } from '../../lib/providers/openAIChatHosts.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { cutLaws } from '../laws/machine.ts'

const Request = t.type({
  messages: t.array(
    t.intersection([
      t.type({ role: t.string }),
      t.partial({
        content: t.union([t.string, t.null]),
        tool_calls: t.array(t.type({ id: t.string, function: t.type({ name: t.string, arguments: t.string }) }))
      })
    ])
  )
})

/** What the client had understood of the answer, as it sent it back in its next request. */
const sentBack = (next: Interaction): object | undefined => {
  const request: unknown = JSON.parse(next.request)
  if (!Request.is(request)) return undefined
  const message = request.messages.find(({ role }) => role === 'assistant')
  return (
    message && {
      text: message.content ?? '',
      calls: message.tool_calls?.map(({ id, function: { name, arguments: args } }) => ({ id, name, arguments: args }))
    }
  )
}

const understood = ({ message }: Outcome): object => ({
  text: messageText(message),
  calls: messageToolCalls(message).map(({ id, name, arguments: args }) => ({ id, name, arguments: args }))
})

interface WireDelta {
  readonly content?: string | null
  readonly tool_calls?: ReadonlyArray<{
    readonly index?: number
    readonly id?: string | null
    readonly function: { readonly name?: string | null; readonly arguments?: string }
  }>
}

interface WireChoice {
  readonly delta?: WireDelta
  readonly message?: WireDelta
  readonly finish_reason?: string | null
}

interface WireUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
  readonly cost?: number
}

interface WireEvent {
  readonly choices?: ReadonlyArray<WireChoice>
  readonly usage?: WireUsage
}

/** The JSON texts of a body, found without any of our code. */
const wireJson = (body: Uint8Array): ReadonlyArray<WireEvent> =>
  new TextDecoder()
    .decode(body)
    .split('\n')
    .map((line) => line.replace(/^data: /, ''))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as WireEvent)

/** The answer as the simplest of loops reads it: enough for these recordings, and made of none of our code. */
const naive = (body: Uint8Array): object => {
  const calls: { id: string; name: string; arguments: string }[] = []
  let said = ''
  let finish = ''
  for (const { choices = [] } of wireJson(body)) {
    for (const { delta, message = delta, finish_reason } of choices) {
      said += message?.content ?? ''
      finish = finish_reason ?? finish
      message?.tool_calls?.forEach(({ index, id, function: { name, arguments: args } }, place) => {
        const call = (calls[index ?? place] ??= { id: '', name: '', arguments: '' })
        call.id ||= id ?? ''
        call.name ||= name ?? ''
        call.arguments += args ?? ''
      })
    }
  }
  return { text: said, calls, finish }
}

/** The last usage object in the bytes, found without any of our code. */
const wireUsage = (body: Uint8Array): WireUsage | undefined => wireJson(body).findLast(({ usage }) => usage)?.usage

describe.each(readCassettes())('$name', ({ name, interactions }) => {
  const provider = name.startsWith('groq') ? groq : openRouter
  const expected = JSON.parse(
    readFileSync(join('spec', 'fixtures', 'cassettes', `${name}.expected.json`), 'utf8')
  ) as ReadonlyArray<object>

  describe.each(interactions.map((interaction, turn) => ({ turn, ...interaction })))('answer $turn', (interaction) => {
    const { turn, answer } = interaction
    const head = { status: answer.status, contentType: answer.contentType }
    const outcome = foldBody(provider, answer.body, head)

    it('folds to the message beside it', () => {
      const { _tag, message, failures } = outcome
      expect({ outcome: _tag, message, failures }).toEqual(expected[turn])
    })

    it('needs no repair', () => {
      expect(outcome.repairs).toEqual([])
    })

    it('says what the client sent back in its next request', () => {
      const next = interactions[turn + 1]
      if (next === undefined || answer.status !== 200) {
        // The last answer was not sent back, and neither was the 429.
        expect(turn === interactions.length - 1 || outcome._tag === 'Failed').toBe(true)
        return
      }
      expect(understood(outcome)).toEqual(sentBack(next))
    })

    it('says what a naive loop over the wire says', () => {
      const finish = firstChoice(outcome.message)?.rawFinishReason ?? ''
      expect({ ...understood(outcome), finish }).toEqual(naive(answer.body))
    })

    it('has the usage and the cost of the wire', () => {
      const wire = wireUsage(answer.body)
      expect([
        outcome.message.usage?.inputTokens,
        outcome.message.usage?.outputTokens,
        outcome.message.usage?.totalTokens,
        outcome.message.usage?.cost
      ]).toEqual([wire?.prompt_tokens, wire?.completion_tokens, wire?.total_tokens, wire?.cost])
    })

    it('gives the same message as openai-compatible', () => {
      expect(foldBody(openAICompatible, answer.body, head)).toEqual(outcome)
    })

    // The states hold all that is said: how often is enough to compare.
    cutLaws(foldMachine(provider, head), answer.body, (said) => '.'.repeat(said.length))
  })
})
