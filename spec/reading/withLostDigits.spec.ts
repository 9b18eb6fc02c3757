import { firstChoice } from '../../lib/data/Message.ts'
import type { AnyProvider } from '../../lib/protocols/Provider.ts'
import { anthropic } from '../../lib/providers/anthropicMessages.ts'
import { google } from '../../lib/providers/googleGenerate.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'

const big = '12345678901234567890'

const shell = (digits: string): string =>
  `{"type":"shell_call","id":"s","call_id":"c","status":"completed","action":{"commands":["a"],"timeout_ms":${digits}}}`

const response = (output: string): string => `{"object":"response","status":"completed","output":[${output}]}`

/** Bodies of which a part keeps a value with this number. */
const bodies: ReadonlyArray<readonly [string, AnyProvider, (digits: string) => string]> = [
  ['an item of Responses', openAIResponses, (digits) => response(shell(digits))],
  [
    'an item of a stream of Responses',
    openAIResponses,
    (digits) =>
      [
        `{"type":"response.output_item.done","output_index":0,"item":${shell(digits)}}`,
        `{"type":"response.completed","response":${response('')}}`
      ]
        .map((data) => `data: ${data}\n\n`)
        .join('')
  ],
  [
    'the field of a call of Responses',
    openAIResponses,
    (digits) => response(`{"type":"function_call","call_id":"k","name":"f","arguments":"{}","x":${digits}}`)
  ],
  [
    'a block of Anthropic',
    anthropic,
    (digits) => `{"type":"message","content":[{"type":"new_block","n":[${digits}]}],"stop_reason":"end_turn"}`
  ],
  [
    'a result of Anthropic',
    anthropic,
    (digits) => `{"type":"message","content":[{"type":"x_tool_result","n":${digits}}],"stop_reason":"end_turn"}`
  ],
  [
    'a part of Gemini',
    google,
    (digits) => `{"candidates":[{"content":{"parts":[{"new":{"n":${digits}}}]},"finishReason":"STOP"}]}`
  ],
  [
    'the field of a call of Chat',
    openRouter,
    (digits) =>
      `{"choices":[{"message":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"},"x":${digits}}]}}]}`
  ]
]

const repairsOf = (provider: AnyProvider, body: string): ReadonlyArray<unknown> => {
  const { _tag, message, repairs } = foldBody(provider, body)
  expect([_tag, firstChoice(message)?.parts.length]).toEqual(['Complete', 1])
  // A text where a number belongs is ignored, which is another repair.
  return repairs.filter((repair) => repair._tag !== 'FieldIgnored')
}

describe.each(bodies)('an integer in %s', (_, provider, bodyOf) => {
  it.each([big, `-${big}`])('that JavaScript rounds is a repair: %s', (digits) => {
    expect(repairsOf(provider, bodyOf(digits))).toEqual([{ _tag: 'DigitsLost', choice: 0, key: 0 }])
  })

  it.each(['9007199254740991', '0', '1.5', `"${big}"`])('that it does not round is none: %s', (digits) => {
    expect(repairsOf(provider, bodyOf(digits))).toEqual([])
  })
})

it('arguments keep their digits, which is no repair', () => {
  const call = `{"type":"tool_use","id":"a","name":"f","input":{"id":${big}}}`
  const body = `{"type":"message","content":[${call}],"stop_reason":"tool_use"}`
  expect(repairsOf(anthropic, body)).toEqual([])
})
