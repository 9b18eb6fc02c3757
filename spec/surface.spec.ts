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
  'append',
  'body',
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
  'identity',
  'isFailureError',
  'isOutcome',
  'isToolCall',
  'jsonBody',
  'limits',
  'lines',
  'openAIChat',
  'openAICompatible',
  'openRouter',
  'reasoning',
  'restore',
  'run',
  'save',
  'sse',
  'sseText',
  'text',
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
