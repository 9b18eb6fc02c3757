/** What the fuzzer has found, shortened and named. Each was a throw, or a state that JSON text cannot hold. */
import { firstChoice } from '../../lib/data/Message.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import type { BodyOptions } from '../../lib/reading/readChunksMachine.ts'
import { withProvider } from '../fixtures/providers.ts'
import { sound } from '../laws/sound.ts'

const event = (json: string): string => `data: ${json}\n\n`

interface Find {
  readonly what: string
  readonly provider: string
  readonly body: string
  readonly options?: BodyOptions
}

const finds: ReadonlyArray<Find> = [
  {
    what: 'a provider whose choice has a message of its own, in a JSON body whose message has odd content',
    provider: 'perplexity',
    body: '{"choices":[{"message":{"content":0}}]}'
  },
  {
    what: 'a count of -0, kept for the next',
    provider: 'vertex',
    body: event('{"usageMetadata":{"thoughtsTokenCount":-0}}')
  },
  {
    what: 'a usage of -0, kept for the next',
    provider: 'anthropic',
    body: event('{"type":"message_delta","usage":{"input_tokens":-0,"output_tokens":1e999}}')
  },
  { what: 'an error that is -0', provider: 'openrouter', body: event('{"error":-0}') },
  {
    what: 'an error whose code is not finite',
    provider: 'openai',
    body: '{"error":{"code":1e999}}',
    options: { status: 500 }
  },
  {
    what: 'a citation that is not there',
    provider: 'anthropic',
    body: event('{"type":"content_block_delta","index":0,"delta":{"type":"citations_delta"}}')
  },
  { what: 'citations that are not there', provider: 'cohere', body: event('{"type":"citation-start","index":1}') },
  {
    what: 'an annotation that is not there',
    provider: 'openai-responses',
    body: event('{"type":"response.output_text.annotation.added","output_index":0,"content_index":0}')
  },
  {
    what: 'candidates that are no candidates, beside the usage of an answer that may have nothing else',
    provider: 'google',
    body: '{"candidates":[{"content":{"parts":true}}],"usageMetadata":{}}'
  },
  {
    what: 'the same beside a word on the prompt',
    provider: 'vertex',
    body: '{"candidates":7,"promptFeedback":{}}'
  },
  {
    what: 'cited content without a text',
    provider: 'bedrock-converse',
    body: '{"output":{"message":{"content":[{"citationsContent":{"content":[{"a":1}]}}]}}}'
  },
  {
    what: 'counts whose sum is no safe integer',
    provider: 'google',
    body: event(
      '{"usageMetadata":{"promptTokenCount":9007199254740991,"toolUsePromptTokenCount":1,"candidatesTokenCount":9007199254740991}}'
    )
  },
  {
    what: 'the same of a chat',
    provider: 'openrouter',
    body: event('{"choices":[],"usage":{"prompt_tokens":9007199254740991,"completion_tokens":9007199254740991}}')
  }
]

describe('what was found', () => {
  it.each(finds)('$provider: $what', ({ provider, body, options }) => {
    const bytes = new TextEncoder().encode(body)
    const each = Array.from(bytes.keys(), (i) => bytes.subarray(i, i + 1))
    expect(withProvider(provider, (one) => sound(one, options).faults(bytes, each))).toEqual([])
  })

  it('a sum that is no count is left out, and its parts stay', () => {
    const body = event('{"choices":[],"usage":{"prompt_tokens":9007199254740991,"completion_tokens":1}}')
    const { usage } = withProvider('openrouter', (one) => foldBody(one, body)).message
    expect(usage).toMatchObject({ inputTokens: 9007199254740991, outputTokens: 1 })
    expect(usage?.totalTokens).toBeUndefined()
  })

  it('what is said instead of a citation stays', () => {
    const { message: said } = withProvider('cohere', (one) => foldBody(one, event('{"type":"citation-start","a":1}')))
    expect(firstChoice(said)?.parts).toEqual([{ _tag: 'Unrecognised', key: 0, raw: { type: 'citation-start', a: 1 } }])
  })
})
