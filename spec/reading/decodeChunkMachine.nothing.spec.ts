import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic, vertexAnthropic } from '../../lib/providers/anthropicMessages.ts'
import { cohere } from '../../lib/providers/cohereChat.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { cerebras } from '../../lib/providers/openAIChatHosts.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'

const providers: ReadonlyArray<AnyProvider> = [
  openRouter,
  cerebras,
  google,
  anthropic,
  vertexAnthropic,
  openAIResponses,
  cohere
]

const reasonOf = (provider: AnyProvider, body: string): ReadonlyArray<string> => {
  const { _tag, failures } = foldBody(provider, body)
  return [_tag, ...failures.map((failure) => failure._tag)]
}

describe.each(providers.map((provider) => [provider.name, provider] as const))('a body of %s', (_, provider) => {
  it.each(['data: [DONE]\n\n', 'data: {}\n\ndata: [DONE]\n\n', ': wait\n\ndata: {}\n\ndata: [DONE]\n\n'])(
    'with nothing before its end has no event: %j',
    (body) => {
      expect(reasonOf(provider, body)).toEqual(['Failed', 'NoEvents'])
    }
  )

  it('with other events before its end is not of its protocol', () => {
    expect(reasonOf(provider, 'data: {"foo":1}\n\ndata: [DONE]\n\n')).toEqual(['Failed', 'NotAStream'])
  })

  it('that ends while it only waits is cut', () => {
    expect(reasonOf(provider, 'data: {}\n\n')).toEqual(['Truncated', 'EndedEarly'])
  })
})
