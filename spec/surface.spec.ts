import * as core from '../lib/core.ts'
import * as index from '../lib/index.ts'

const coreNames = [
  'ChatChunk',
  'ChatResponse',
  'ChatStateCodec',
  'GoogleChunk',
  'GoogleResponse',
  'GoogleStateCodec',
  'GroqChunk',
  'GroqResponse',
  'MessageMonoid',
  'OllamaChunk',
  'OllamaResponse',
  'OllamaStateCodec',
  'OpenRouterChunk',
  'OpenRouterResponse',
  'UsageMonoidLatest',
  'UsageMonoidSum',
  'accumulate',
  'andThen',
  'appendDelta',
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
  'google',
  'groq',
  'headOf',
  'isFailureError',
  'isOutcome',
  'isToolCall',
  'jsonBody',
  'latestUsage',
  'limits',
  'lines',
  'ollama',
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
  'utf8',
  'vertex'
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
    expect(Object.keys(index).toSorted()).toEqual([...coreNames, ...operatorNames].toSorted())
  })
})
