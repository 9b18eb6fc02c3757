import { messageToolCalls } from '../../lib/data/Message.ts'
import type { MessageState, Outcome } from '../../lib/data/MessageState.ts'
import { andThen, collectOutputs, feedMachine, runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { parsedChunksMachine } from '../../lib/reading/parsedChunksMachine.ts'
import { joined } from '../arbitraries/pieces.ts'
import { event as awsEvent } from '../fixtures/awsFrames.ts'
import { withProvider } from '../fixtures/providers.ts'

const RAW = '{"id":12345678901234567890,"rate":1.0,"list":[-9007199254740993,{"n":1e3}]}'
const ROUNDED = JSON.stringify(JSON.parse(RAW))

const sse = (...events: ReadonlyArray<string>): string => events.map((json) => `data: ${json}\n\n`).join('')

const argumentsIn = ({ message }: Outcome): ReadonlyArray<string> =>
  messageToolCalls(message).map((call) => call.arguments)

const block = `{"type":"tool_use","id":"a","name":"f","input":${RAW}}`
const part = `{"functionCall":{"name":"f","args":${RAW}}}`
const toolUse = `{"toolUse":{"toolUseId":"a","name":"f","input":${RAW}}}`
const chatCall = `{"index":0,"id":"a","function":{"name":"f","arguments":${RAW}}}`
const item = `{"type":"function_call","id":"i","call_id":"a","name":"f","arguments":${RAW},"status":"completed"}`
const cohereCall = `{"id":"a","type":"function","function":{"name":"f","arguments":${RAW}}}`

const bodies: ReadonlyArray<readonly [provider: string, road: string, body: string]> = [
  ['openai-compatible', 'stream', `${sse(`{"choices":[{"index":0,"delta":{"tool_calls":[${chatCall}]},"finish_reason":"tool_calls"}]}`)}data: [DONE]\n\n`],
  ['openai-compatible', 'JSON body', `{"choices":[{"index":0,"message":{"tool_calls":[${chatCall}]},"finish_reason":"tool_calls"}]}`],
  ['anthropic', 'JSON body', `{"type":"message","content":[${block}],"stop_reason":"tool_use"}`],
  ['google', 'stream', sse(`{"candidates":[{"content":{"parts":[${part}]},"finishReason":"STOP"}]}`)],
  ['google', 'JSON body', `{"candidates":[{"content":{"parts":[${part}]},"finishReason":"STOP"}]}`],
  ['bedrock-converse', 'JSON body', `{"output":{"message":{"role":"assistant","content":[${toolUse}]}},"stopReason":"tool_use"}`],
  ['ollama', 'stream', `{"message":{"tool_calls":[{"function":{"name":"f","arguments":${RAW}}}]}}\n{"done":true,"done_reason":"stop"}\n`],
  ['openai-responses', 'stream', sse(`{"type":"response.output_item.done","output_index":0,"item":${item}}`, '{"type":"response.completed","response":{"status":"completed"}}')],
  ['openai-responses', 'JSON body', `{"object":"response","status":"completed","output":[${item}]}`],
  ['cohere', 'JSON body', `{"id":"c","message":{"role":"assistant","tool_calls":[${cohereCall}]},"finish_reason":"TOOL_CALL"}`]
] // prettier-ignore

/** Bodies in which the arguments wait: for the end of their block, or for the name of their call. */
const waiting = (raw: string): ReadonlyArray<readonly [provider: string, what: string, body: string | Uint8Array]> => {
  const begun = (type: string): string =>
    `{"type":"content_block_start","index":0,"content_block":{"type":"${type}","id":"a","name":"f","input":${raw}}}`
  const ends = [
    '{"type":"content_block_stop","index":0}',
    '{"type":"message_delta","delta":{"stop_reason":"tool_use"}}',
    '{"type":"message_stop"}'
  ]
  const framed = (json: string): Uint8Array =>
    awsEvent('chunk', JSON.stringify({ bytes: Buffer.from(json).toString('base64') }))
  const message = `{"type":"message_start","message":{"id":"m","content":[{"type":"tool_use","id":"a","name":"f","input":${raw}}]}}`
  const nameless = `{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","function":{"arguments":${raw}}}]}}]}`
  const named = '{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"name":"f"}}]},"finish_reason":"tool_calls"}]}'
  return [
    ['anthropic', 'of a call', sse(begun('tool_use'), ...ends)],
    ['anthropic', 'of a tool of the server', sse(begun('server_tool_use'), ...ends)],
    ['anthropic', 'at the beginning of the message', sse(message, ...ends)],
    ['bedrock-anthropic', 'of a call', joined([begun('tool_use'), ...ends].map(framed))],
    ['openai-compatible', 'of a call without a name', `${sse(nameless, named)}data: [DONE]\n\n`]
  ]
} // prettier-ignore

const rawArgumentsIn = ({ message }: Outcome): ReadonlyArray<string> =>
  message.choices.flatMap(({ parts }) =>
    parts.flatMap((part) => (part._tag === 'ToolCall' || part._tag === 'ServerToolCall' ? [part.arguments] : []))
  )

describe('arguments that are sent as a value', () => {
  it.each(bodies)('%s, %s: keep the digits of the wire', (name, _road, body) => {
    withProvider(name, (provider) => {
      const outcome = foldBody(provider, body)
      expect(argumentsIn(outcome)).toEqual([RAW])
      expect(outcome.repairs.map(({ _tag }) => _tag)).not.toContain('DigitsLost')
    })
  })

  const raws = [RAW, '{"rate":1.0}', '{"x":0.1000000000000000055}', '{"list":[1e3]}', '{"id":9007199254740993}']

  it.each(raws.flatMap(waiting))('%s, held back, %s: keep the digits of the wire', (name, _what, body) => {
    withProvider(name, (provider) => {
      expect(raws).toContain(rawArgumentsIn(foldBody(provider, body))[0])
    })
  })

  it.each([
    ['a number', '{"jsonPath":"$.n","numberValue":12345678901234567890}', '{"n":12345678901234567890}'],
    ['a second one', '{"jsonPath":"$.a","numberValue":1},{"jsonPath":"$.n","numberValue":9007199254740993}', '{"a":1,"n":9007199254740993}'],
    ['an object', '{"structValue":{"id":9007199254740993},"jsonPath":"$.o"}', '{"o":{"id":9007199254740993}}'],
    ['a list', '{"jsonPath":"$.l","listValue":[-9007199254740993]}', '{"l":[-9007199254740993]}'],
    ['a text', '{"jsonPath":"$.s","stringValue":"9007199254740993"}', '{"s":"9007199254740993"}']
  ])('vertex, in pieces, %s: keep the digits of the wire', (_what, some, expected) => {
    const begin = '{"functionCall":{"name":"f","willContinue":true}}'
    const piece = `{"functionCall":{"partialArgs":[${some}],"willContinue":true}},{"functionCall":{}}`
    const events = [begin, piece].map((one) => `{"candidates":[{"content":{"parts":[${one}]},"finishReason":"STOP"}]}`)
    withProvider('vertex', (provider) => {
      for (const body of [sse(...events), `[${events.join(',')}]`]) {
        const outcome = foldBody(provider, body)
        expect(argumentsIn(outcome)).toEqual([expected])
        expect(outcome.repairs.map(({ _tag }) => _tag)).not.toContain('DigitsLost')
      }
      const parsed = events.map((one): unknown => JSON.parse(one))
      const last = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(provider)))(parsed).at(-1)
      expect(last?.repairs.some(({ _tag }) => _tag === 'DigitsLost')).toBe(!expected.includes('"s"'))
    })
  }) // prettier-ignore

  it('law: a fold that is resumed keeps the digits that it held back', () => {
    const [[name, , body] = ['', '', '']] = waiting(RAW)
    withProvider(name, (provider) => {
      const machine = foldMachine(provider)
      for (let k = 0; k <= body.length; k++) {
        const { state } = feedMachine(machine)(machine.initial, [body.slice(0, k)])
        const again: typeof state = JSON.parse(JSON.stringify(state))
        const { outputs } = collectOutputs<MessageState, typeof state>((emit) =>
          machine.end(machine.done(again) ? again : machine.step(again, body.slice(k), emit), emit)
        )
        expect(outputs.at(-1)?.message.choices[0]?.parts[0]).toMatchObject({ arguments: RAW })
      }
    })
  })

  it.each([
    ['google', [{ candidates: [{ content: { parts: [JSON.parse(part) as object] }, finishReason: 'STOP' }] }]],
    ['ollama', [{ message: { tool_calls: [{ function: { name: 'f', arguments: JSON.parse(RAW) as object } }] } }, { done: true }]],
    ['openai-compatible', [{ choices: [{ delta: { tool_calls: [JSON.parse(chatCall) as object] }, finish_reason: 'tool_calls' }] }]],
    ['cohere', [{ type: 'tool-call-start', index: 0, delta: { message: { tool_calls: JSON.parse(cohereCall) as object } } }, { type: 'tool-call-end', index: 0 }, { type: 'message-end', delta: { finish_reason: 'TOOL_CALL' } }]],
    ['openai-responses', [{ type: 'response.output_item.done', output_index: 0, item: JSON.parse(item) as object }, { type: 'response.completed', response: { status: 'completed' } }]],
    ['anthropic', [{ type: 'content_block_start', index: 0, content_block: JSON.parse(block) as object }, { type: 'content_block_stop', index: 0 }, { type: 'message_delta', delta: { stop_reason: 'tool_use' } }, { type: 'message_stop' }]]
  ])('%s: of events that another program has parsed are rounded, which is a repair', (name, events) => {
    withProvider(name, (provider) => {
      const states = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(provider)))(events)
      const outcome = states.at(-1)
      expect(outcome && messageToolCalls(outcome.message)).toMatchObject([{ arguments: ROUNDED }])
      expect(outcome?.repairs.filter(({ _tag }) => _tag === 'DigitsLost')).toHaveLength(1)
    })
  }) // prettier-ignore

  it('and whose integers are held exactly are not repaired', () => {
    withProvider('ollama', (provider) => {
      const events = [
        { message: { tool_calls: [{ function: { name: 'f', arguments: { n: 2 ** 53 - 1 } } }] } },
        { done: true }
      ]
      const outcome = runMachine(andThen(accumulateMessageMachine)(parsedChunksMachine(provider)))(events).at(-1)
      expect(outcome?.repairs.map(({ _tag }) => _tag)).not.toContain('DigitsLost')
    })
  })
})
