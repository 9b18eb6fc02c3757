import { camelCase } from '../../../lib/protocols/googleGenerate/camelCase.ts'
import { google } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'

const part = (isSnake: boolean, fields: Readonly<Record<string, unknown>>): object => ({
  [isSnake ? 'function_call' : 'functionCall']: { name: 'f', args: { some_name: 1 }, id: 'a' },
  ...fields
})

const responses = (isSnake: boolean): ReadonlyArray<object> => {
  const named = (snake: string, camel: string, value: unknown): object => ({ [isSnake ? snake : camel]: value })
  return [
    { ...named('response_id', 'responseId', 'r'), candidates: [{ content: { parts: [{ text: 'Hi' }] } }] },
    {
      ...named('model_version', 'modelVersion', 'm'),
      candidates: [
        {
          content: { parts: [part(isSnake, { ...named('thought_signature', 'thoughtSignature', 'S') })] },
          ...named('finish_reason', 'finishReason', 'STOP')
        }
      ],
      ...named('usage_metadata', 'usageMetadata', {
        ...named('prompt_token_count', 'promptTokenCount', 3),
        ...named('candidates_token_count', 'candidatesTokenCount', 2),
        ...named('total_token_count', 'totalTokenCount', 5)
      })
    }
  ]
}

const stream = (all: ReadonlyArray<object>): string => all.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('')

describe('the names of fields with underscores', () => {
  it('are read in a stream and in a JSON body, as the names of the API are', () => {
    expect(foldBody(google, stream(responses(true)))).toMatchObject({
      _tag: 'Complete',
      failures: [],
      message: {
        id: 'r',
        model: 'm',
        usage: { inputTokens: 3, outputTokens: 2 },
        choices: [
          {
            finishReason: 'tool_call',
            parts: [
              { _tag: 'Text', text: 'Hi' },
              { state: 'Closed', arguments: '{"some_name":1}', extra: { thoughtSignature: 'S' } }
            ]
          }
        ]
      }
    })
    const [body, expected] = [true, false].map((isSnake) => foldBody(google, JSON.stringify(responses(isSnake)[1])))
    expect(body?.message).toEqual(expected?.message)
    expect(foldBody(google, stream(responses(true))).message).toEqual(
      foldBody(google, stream(responses(false))).message
    )
  })

  it('are read in a refusal', () => {
    expect(foldBody(google, '{"prompt_feedback":{"block_reason":"SAFETY"}}')).toMatchObject({
      _tag: 'Failed',
      failures: [{ _tag: 'ProviderFailure', code: 'SAFETY' }]
    })
  })

  it('inside of arguments and of unknown kinds stay', () => {
    const fields = { functionCall: { args: { a_b: { c_d: 1 } } }, newKind: { e_f: 1 } }
    const response = { candidates: [{ content: { parts: [fields] } }] }
    expect(camelCase(response)).toBe(response)
  })
})
