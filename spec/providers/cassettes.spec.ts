import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as t from 'io-ts'

import type { Interaction } from '../../examples/replay/cassettes.ts'
import { readCassettes } from '../../examples/replay/cassettes.ts'
import { fold } from '../../lib/async/fold.ts'
import { foldBody } from '../../lib/async/foldBody.ts'
import { text, toolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { groq } from '../../lib/providers/groq.ts'
import { openAICompatible } from '../../lib/providers/openAICompatible.ts'
import { openRouter } from '../../lib/providers/openRouter.ts'
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
  text: text(message),
  calls: toolCalls(message).map(({ id, name, arguments: args }) => ({ id, name, arguments: args }))
})

interface WireUsage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens: number
  readonly cost?: number
}

/** The last usage object in the bytes, found without any of our code. */
const wireUsage = (body: Uint8Array): WireUsage | undefined => {
  const found = new TextDecoder()
    .decode(body)
    .split('\n')
    .map((line) => line.replace(/^data: /, ''))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { readonly usage?: WireUsage })
  return found.findLast(({ usage }) => usage)?.usage
}

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
    cutLaws(fold(provider, head), answer.body, (said) => '.'.repeat(said.length))
  })
})
