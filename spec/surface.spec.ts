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
  'awsEventStream',
  'closedCalls',
  'cutInto',
  'decode',
  'defaultLimits',
  'emptyMessage',
  'failureError',
  'feed',
  'firstChoice',
  'fold',
  'foldBody',
  'frame',
  'fromDelta',
  'groq',
  'headOf',
  'isFailureError',
  'isOutcome',
  'isToolCall',
  'jsonArray',
  'jsonBody',
  'latestUsage',
  'limits',
  'lines',
  'ndjson',
  'openAIChat',
  'openAICompatible',
  'openRouter',
  'readBody',
  'reasoning',
  'restore',
  'run',
  'save',
  'sse',
  'sseText',
  'text',
  'textFragments',
  'toAssistantMessage',
  'toToolResult',
  'toolCallSnapshots',
  'toolCalls',
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
  'parseAwsEventStream',
  'parseJSON',
  'parseNDJSON',
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
    expect(Object.keys(index).toSorted()).toEqual([...coreNames, ...operatorNames].toSorted())
  })
})
