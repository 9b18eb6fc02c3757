import { messageToolCalls } from '../../lib/data/Message.ts'
import type { Outcome } from '../../lib/data/MessageState.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { accumulateMessageMachine } from '../../lib/reading/accumulateMessageMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { parsedChunksMachine } from '../../lib/reading/parsedChunksMachine.ts'
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

describe('arguments that are sent as a value', () => {
  it.each(bodies)('%s, %s: keep the digits of the wire', (name, _road, body) => {
    withProvider(name, (provider) => {
      const outcome = foldBody(provider, body)
      expect(argumentsIn(outcome)).toEqual([RAW])
      expect(outcome.repairs.map(({ _tag }) => _tag)).not.toContain('DigitsLost')
    })
  })

  it('at the beginning of a block keep the digits of their integers', () => {
    const body = sse(
      `{"type":"content_block_start","index":0,"content_block":${block}}`,
      '{"type":"content_block_stop","index":0}',
      '{"type":"message_delta","delta":{"stop_reason":"tool_use"}}',
      '{"type":"message_stop"}'
    )
    withProvider('anthropic', (provider) => {
      expect(argumentsIn(foldBody(provider, body))).toEqual([RAW])
    })
  })

  it.each([
    ['google', [{ candidates: [{ content: { parts: [JSON.parse(part) as object] }, finishReason: 'STOP' }] }]],
    ['ollama', [{ message: { tool_calls: [{ function: { name: 'f', arguments: JSON.parse(RAW) as object } }] } }, { done: true }]],
    ['openai-compatible', [{ choices: [{ delta: { tool_calls: [JSON.parse(chatCall) as object] }, finish_reason: 'tool_calls' }] }]],
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
