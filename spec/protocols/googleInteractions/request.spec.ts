import { either as E } from 'fp-ts'

import { messageToolCalls } from '../../../lib/data/Message.ts'
import type { ClosedToolCall } from '../../../lib/data/parts/ToolCall.ts'
import type { ToolOutput } from '../../../lib/data/ToolOutput.ts'
import { googleInteractions } from '../../../lib/providers/googleInteractions.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toNextTurn } from '../../../lib/tools/toNextTurn.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import { body, everyStepJson, everyStepStream, text } from '../../fixtures/interactions.ts'

const sentOf = (whole: string): unknown =>
  toAssistantMessage(googleInteractions)(foldBody(googleInteractions, whole).message)

const roundTrip = (...steps: ReadonlyArray<object>): unknown => sentOf(body(steps))

const call = { type: 'function_call', id: 'a', name: 'add', arguments: { a: 2 } }

const thought = { type: 'thought', signature: 'S', summary: [text('hm')] }

describe('an answer in the next request', () => {
  it('is the same from a stream and from a JSON body', () => {
    expect(sentOf(everyStepStream)).toEqual(sentOf(everyStepJson))
  })

  it.each<readonly [string, ReadonlyArray<object>]>([
    ['a thought and a call', [thought, call]],
    ['a thought without a summary', [{ type: 'thought', signature: 'S' }, call]],
    ['a signed call', [{ ...call, signature: 'T' }]],
    ['a call without arguments', [{ ...call, arguments: {} }]],
    [
      'texts with citations',
      [{ type: 'model_output', content: [{ ...text('a'), annotations: [{ type: 'url_citation', url: 'https://a' }] }] }]
    ],
    [
      'media',
      [
        {
          type: 'model_output',
          content: [
            text('a'),
            { type: 'image', mime_type: 'image/png', data: 'aW1n' },
            { type: 'audio', mime_type: 'audio/wav', uri: 'gs://a' }
          ]
        }
      ]
    ],
    [
      'tools of the provider',
      [
        {
          type: 'google_search_call',
          id: 'g',
          arguments: { queries: ['q'] },
          signature: 'S',
          search_type: 'web_search'
        },
        { type: 'google_search_result', call_id: 'g', result: [{ search_suggestions: '<b>' }] }
      ]
    ],
    [
      'a tool of an MCP server',
      [
        { type: 'mcp_server_tool_call', id: 'm', name: 'f', server_name: 's', arguments: { a: 1 } },
        { type: 'mcp_server_tool_result', call_id: 'm', result: 'ok' }
      ]
    ],
    ['a step of an unknown kind', [{ type: 'of_tomorrow', x: 1 }]]
  ])('law: goes back as its steps: %s', (_title, steps) => {
    expect(roundTrip(...steps)).toEqual(E.right(steps))
  })

  it('has no thought without a signature, no empty text and no input of the user', () => {
    const steps = [
      { type: 'user_input', content: [text('Hi')] },
      { type: 'thought', summary: [text('hm')] },
      { type: 'model_output', content: [text('')] },
      call
    ]
    expect(roundTrip(...steps)).toEqual(E.right([call]))
  })
})

describe('the result of a call', () => {
  const { message } = foldBody(googleInteractions, body([call], { status: 'requires_action' }))
  const [closed] = messageToolCalls(message).filter((one): one is ClosedToolCall => one.state === 'Closed')
  const known = { type: 'function_result', call_id: 'a', name: 'add' }

  it.each<readonly [string, string | ToolOutput, unknown]>([
    ['a text', 'four', 'four'],
    ['a number', { content: [{ _tag: 'Json', value: 4 }] }, '4'],
    ['an object', { content: [{ _tag: 'Json', value: { sum: 4 } }] }, { sum: 4 }],
    [
      'media',
      {
        content: [
          { _tag: 'Text', text: 'a' },
          { _tag: 'Image', mediaType: 'image/png', data: 'aW1n' },
          { _tag: 'File', mediaType: 'video/mp4', url: 'gs://v' }
        ]
      },
      [
        text('a'),
        { type: 'image', mime_type: 'image/png', data: 'aW1n' },
        { type: 'video', mime_type: 'video/mp4', uri: 'gs://v' }
      ]
    ]
  ])('has its id and its name: %s', (_title, output, result) => {
    if (closed === undefined) throw new Error('there is no call')
    expect(toToolResult(googleInteractions, output)(closed)).toEqual({ ...known, result })
  })

  it('follows the answer in the next turn, and may be an error', () => {
    if (closed === undefined) throw new Error('there is no call')
    const output = { content: 'no', isError: true }
    const turn = toNextTurn(googleInteractions)(message, [{ call: closed, result: output }])
    expect(turn).toMatchObject({ items: [call, { ...known, result: 'no', is_error: true }] })
  })
})
