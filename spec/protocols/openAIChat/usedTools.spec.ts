import { messageText, messageToolCalls } from '../../../lib/data/Message.ts'
import type { Outcome } from '../../../lib/data/MessageState.ts'
import { snowflake } from '../../../lib/providers/openAIChatHosts.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { foldMachine } from '../../../lib/reading/foldMachine.ts'
import { DONE } from '../../fixtures/chat.ts'
import { cutLaws } from '../../laws/machine.ts'

const delta = (fields: object): string => `data: ${JSON.stringify({ choices: [{ delta: fields }], usage: {} })}\n\n`

const text = (content: string): string =>
  delta({ type: 'text', content, text: content, content_list: [{ type: 'text', text: content }] })

/** A fragment of a call, which `content_list` repeats. */
const use = (fields: object): string => delta({ type: 'tool_use', ...fields, content_list: [fields], text: '' })

const begin = (id: string, name: string): string => use({ tool_use_id: id, name, input: '' })

const callsIn = ({ message }: Outcome): ReadonlyArray<ReadonlyArray<string>> =>
  messageToolCalls(message).map(({ state, id, name, arguments: args }) => [state, id, name, args])

const stream = [
  text('Let me '),
  text('look.'),
  begin('tooluse_1', 'weather'),
  use({ input: '{"city":' }),
  use({ input: '"Oslo"}' }),
  begin('tooluse_2', 'now'),
  DONE
].join('')

describe('calls that are uses of tools', () => {
  const outcome = foldBody(snowflake, stream)

  it('come as deltas of their type', () => {
    expect(outcome).toMatchObject({ _tag: 'Complete', failures: [], repairs: [] })
    expect(messageText(outcome.message)).toBe('Let me look.')
    expect(callsIn(outcome)).toEqual([
      ['Closed', 'tooluse_1', 'weather', '{"city":"Oslo"}'],
      ['Closed', 'tooluse_2', 'now', '']
    ])
  })

  it('come without a text before them, and with whole arguments in one delta', () => {
    const whole = use({ tool_use_id: 'tooluse_1', name: 'weather', input: '{"city":"Oslo"}' })
    expect(callsIn(foldBody(snowflake, whole + DONE))).toEqual([['Closed', 'tooluse_1', 'weather', '{"city":"Oslo"}']])
  })

  it('come in the list of the content of a body, and keep the digits of their arguments', () => {
    const used = (input: string): string =>
      `{"type":"tool_use","tool_use":{"tool_use_id":"tooluse_1","name":"weather","input":${input}}}`
    const bodyOf = (input: string): string =>
      `{"choices":[{"message":{"content":"Hi","content_list":[{"type":"text","text":"Hi"},${used(input)}]}}],"usage":{}}`
    for (const input of ['{"city":"Oslo"}', '{"id":12345678901234567890}', '{}']) {
      const body = foldBody(snowflake, bodyOf(input))
      expect(body).toMatchObject({ _tag: 'Complete', failures: [] })
      expect(messageText(body.message)).toBe('Hi')
      expect(callsIn(body)).toEqual([['Closed', 'tooluse_1', 'weather', input]])
    }
  })

  it('are truncated where the stream is', () => {
    const cut = foldBody(snowflake, begin('tooluse_1', 'weather') + use({ input: '{"city":' }))
    expect(cut._tag).toBe('Truncated')
    expect(callsIn(cut)).toEqual([['Truncated', 'tooluse_1', 'weather', '{"city":']])
  })

  it('are read by openai-compatible, too', () => {
    const ended = stream.replace(DONE, `data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}\n\n`)
    expect(callsIn(foldBody(openAICompatible, ended))).toEqual(callsIn(outcome))
  })

  it('with addresses and names of another type are kept as they came, or lost with a sign of it', () => {
    const odd = foldBody(snowflake, use({ tool_use_id: 7, name: 'weather', input: { city: 'Oslo' } }) + DONE)
    expect(callsIn(odd)).toEqual([['Closed', '7', 'weather', '{"city":"Oslo"}']])
  })

  describe('cut anywhere', () => {
    cutLaws(foldMachine(snowflake), new TextEncoder().encode(stream), (states) => '.'.repeat(states.length))
  })
})

describe('a function with a custom tool beside it', () => {
  const half = '{"a"'
  const bodyOf = (call: object): string => JSON.stringify({ choices: [{ message: { tool_calls: [call] } }] })

  // Half a JSON text is a cut call of a function, and the whole input of a custom tool.
  it.each([
    ['empty', { custom: { name: '', input: '' }, function: { name: 'f', arguments: half } }, ['f', 'Truncated']],
    ['null', { custom: null, function: { name: 'f', arguments: half } }, ['f', 'Truncated']],
    ['named', { custom: { name: 'sh', input: half }, function: { name: '', arguments: '' } }, ['sh', 'Closed']],
    ['alone', { custom: { name: 'sh', input: half } }, ['sh', 'Closed']]
  ])('is what its fields say: %s', (_what, call, said) => {
    const { message } = foldBody(snowflake, bodyOf({ id: 'a', ...call }))
    expect(messageToolCalls(message).map(({ name, state }) => [name, state])).toEqual([said])
    expect(messageToolCalls(message)[0]?.arguments).toBe(half)
  })
})
