import * as core from '../lib/core.ts'
import * as index from '../lib/index.ts'

const coreNames = [
  'ChatChunk',
  'ChatResponse',
  'ChatStateCodec',
  'GroqChunk',
  'GroqResponse',
  'MessageMonoid',
  'OpenRouterChunk',
  'OpenRouterResponse',
  'UsageMonoidLatest',
  'UsageMonoidSum',
  'accumulate',
  'andThen',
  'appendDelta',
  'chunks',
  'closedCalls',
  'cutInto',
  'decode',
  'decodeArguments',
  'defaultLimits',
  'emptyMessage',
  'failureError',
  'feed',
  'firstChoice',
  'fold',
  'foldBody',
  'frame',
  'fromDelta',
  'fromReadableStream',
  'groq',
  'headOf',
  'isFailureError',
  'isOutcome',
  'isRetryable',
  'isToolCall',
  'jsonBody',
  'latestUsage',
  'limits',
  'lines',
  'openAIChat',
  'openAICompatible',
  'openRouter',
  'readAsync',
  'readBody',
  'reasoning',
  'restore',
  'retryDelay',
  'run',
  'save',
  'sse',
  'sseText',
  'text',
  'textFragments',
  'toAssistantMessage',
  'toReadableStream',
  'toToolResult',
  'toolCallSnapshots',
  'toolCalls',
  'toolSet',
  'transportFailure',
  'utf8'
]

const operatorNames = [
  'accumulateMessage',
  'accumulateToolCalls',
  'closedToolCalls',
  'collectMessage',
  'collectUsage',
  'decodeChunk',
  'fanOut',
  'fromMachine',
  'fromReadableStream',
  'fromResponse',
  'orThrow',
  'parseSSE',
  'readChunks',
  'rights',
  'tapLefts',
  'textDeltas'
]

describe('the public surface', () => {
  it('of deltafold/core', () => {
    expect(Object.keys(core).toSorted()).toEqual(coreNames)
  })

  it('of deltafold is that and the operators', () => {
    const names = new Set([...coreNames, ...operatorNames])
    expect(Object.keys(index).toSorted()).toEqual([...names].toSorted())
  })

  it('has one name for two things only where the thing is the same without RxJS', () => {
    const other = Object.entries(core).filter(([name, value]) => index[name as keyof typeof index] !== value)
    expect(other.map(([name]) => name)).toEqual(['fromReadableStream'])
  })
})
