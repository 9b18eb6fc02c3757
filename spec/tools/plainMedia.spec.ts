import { messageToolCalls } from '../../lib/data/Message.ts'
import type { OutputMedia } from '../../lib/data/ToolOutput.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { ollama } from '../../lib/providers/ollamaChat.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { plainMedia } from '../../lib/tools/plainMedia.ts'
import { toNextTurn } from '../../lib/tools/toNextTurn.ts'
import { toToolResult } from '../../lib/tools/toRequest.ts'

const png: OutputMedia = { _tag: 'Image', mediaType: 'image/png', data: 'AAAA' }
const jpeg: OutputMedia = { ...png, mediaType: 'image/jpeg' }
const pdf: OutputMedia = { _tag: 'File', mediaType: 'application/pdf', name: 'd', data: 'AAAA' }

/** Other ways to write a medium. */
const written: ReadonlyArray<readonly [OutputMedia, OutputMedia]> = [
  [{ _tag: 'Image', mediaType: 'image/png', url: 'data:image/png;base64,AAAA' }, png],
  [{ _tag: 'Image', mediaType: '', url: 'DATA:image/PNG;charset=x;BASE64,AAAA' }, png],
  [{ _tag: 'Image', mediaType: 'IMAGE/PNG', data: 'AAAA' }, png],
  [{ _tag: 'File', mediaType: 'image/png', data: 'AAAA' }, png],
  [{ _tag: 'Image', mediaType: 'image/jpg', data: 'AAAA' }, jpeg],
  [{ _tag: 'Image', mediaType: 'application/pdf', name: 'd', data: 'AAAA' }, pdf],
  [{ _tag: 'File', mediaType: 'application/pdf', name: 'd', url: 'data:application/pdf;base64,AAAA' }, pdf]
]

const providers: ReadonlyArray<AnyProvider> = [anthropic, google, bedrockConverse, openAIResponses, ollama]

const call = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'a', name: 'f', arguments: '{}' } as const

describe('a medium', () => {
  it.each(written)('%j is %j', (said, plain) => {
    expect(plainMedia(said)).toEqual(plain)
    for (const provider of providers) {
      const [first, second] = [said, plain].map((media) => toToolResult(provider, { content: [media] })(call))
      expect(first).toEqual(second)
    }
  })

  it.each<OutputMedia>([
    png,
    pdf,
    { _tag: 'Image', mediaType: 'image/png', url: 'https://a/b.png' },
    { _tag: 'Image', mediaType: 'image/png', url: 'data:image/png,plain' },
    { _tag: 'File', mediaType: '', url: 'data' }
  ])('%j is unchanged', (media) => {
    expect(plainMedia(media)).toBe(media)
  })

  it('in a data URL is sent to a provider that takes data alone', () => {
    const block = '{"toolUse":{"toolUseId":"a","name":"f","input":{}}}'
    const body = `{"output":{"message":{"role":"assistant","content":[${block}]}},"stopReason":"tool_use"}`
    const { message } = foldBody(bedrockConverse, body)
    const results = messageToolCalls(message).flatMap((one) =>
      one.state === 'Closed'
        ? [
            {
              call: one,
              result: { content: [{ _tag: 'Image', mediaType: 'image/png', url: 'data:image/png;base64,AAAA' }] }
            } as const
          ]
        : []
    )
    expect(toNextTurn(bedrockConverse)(message, results).leftOut).toEqual([])
  })
})

it('JSON that is not a value is null for Gemini', () => {
  expect(toToolResult(google, { content: [{ _tag: 'Json', value: undefined }] })(call)).toMatchObject({
    functionResponse: { response: { output: null } }
  })
})
