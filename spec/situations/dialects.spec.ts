import { either as E } from 'fp-ts'

import { firstChoice, messageReasoning, messageText, messageToolCalls } from '../../lib/data/Message.ts'
import { ChatChunk, ChatResponse } from '../../lib/protocols/openAIChat/wire/chunk.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { toAssistantMessage } from '../../lib/tools/toRequest.ts'
import { chatProvider, chatProviders } from '../fixtures/chatProviders.ts'
import { begunOf, dialects } from '../fixtures/dialects.ts'
import { call } from '../fixtures/dialects/wire.ts'
import { cutLaws } from '../laws/machine.ts'

const DONE = 'data: [DONE]\n\n'

describe('dialects', () => {
  it('has one of each provider', () => {
    const names = chatProviders.map(({ name }) => name).filter((name) => name !== 'openai-compatible')
    expect(dialects.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  })
})

describe.each(dialects)('$name', (dialect) => {
  const { name, events, body, calls = [], repairs = [], sent = {} } = dialect
  const provider = chatProvider(name)
  const cut = begunOf(dialect)
  const stream = provider.terminal === 'finish' ? cut : cut + DONE
  const outcome = foldBody(provider, stream)
  const { message } = outcome

  it('folds to what was meant', () => {
    expect({ ...outcome, message: undefined }).toEqual({
      _tag: 'Complete',
      message: undefined,
      failures: [],
      repairs: repairs.map((_tag): unknown => expect.objectContaining({ _tag }))
    })
    expect(messageText(message)).toBe(dialect.text)
    expect(messageReasoning(message)).toBe(dialect.reasoning ?? '')
    expect(
      messageToolCalls(message).map(({ state, id, name: called, arguments: args }) => [state, id, called, args])
    ).toEqual(calls.map((said) => ['Closed', ...said]))
    expect(firstChoice(message)?.finishReason).toBe(dialect.finish)
    const { raw, ...usage } = message.usage ?? {}
    expect(usage).toEqual(dialect.usage)
    if (dialect.parts !== undefined) expect(firstChoice(message)?.parts.map(({ _tag }) => _tag)).toEqual(dialect.parts)
  })

  it('gives an equal message as one JSON body', () => {
    expect(foldBody(provider, JSON.stringify(body))).toEqual({ ...outcome, repairs: [] })
  })

  // To those who send one, a stream without a finish reason was cut.
  if (dialect.finish !== undefined) {
    it('gives the same message as openai-compatible', () => {
      expect(foldBody(chatProvider('openai-compatible'), stream)).toEqual(outcome)
    })
  }

  it('decodes each event, and keeps its fields', () => {
    for (const event of events.map((said) => JSON.parse(JSON.stringify(said)) as unknown)) {
      expect(ChatChunk.decode(event)).toEqual(E.right(event))
    }
    expect(E.isRight(ChatResponse.decode(body))).toBe(true)
  })

  it('is truncated without its terminal', () => {
    const unfinished = provider.terminal !== 'finish' ? cut : begunOf(dialect, events.length - 1)
    expect(foldBody(provider, unfinished)._tag).toBe('Truncated')
  })

  it('takes the answer back', () => {
    const said = dialect.text === '' ? {} : { content: dialect.text }
    const called = calls.map(([id, tool, args]) => call(id, tool, args))
    expect(toAssistantMessage(provider)(message)).toEqual(
      E.right({ role: 'assistant', ...said, ...(calls.length === 0 ? {} : { tool_calls: called }), ...sent })
    )
  })

  cutLaws(foldMachine(provider), new TextEncoder().encode(stream), (outputs) => '.'.repeat(outputs.length))
})
