import { either as E } from 'fp-ts'

import { messageToolCalls } from '../../../lib/data/Message.ts'
import { openAIResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import { body, call, customCall, everyKind, message, reasoning, stream } from '../../fixtures/responses.ts'

type Items = ReadonlyArray<Readonly<Record<string, unknown>>>

const again = (text: string): unknown => {
  const input = toAssistantMessage(openAIResponses)(foldBody(openAIResponses, text).message)
  return E.isRight(input) ? input.right : input.left
}

const inputOf = (output: Items, rest: object = {}): unknown => again(body(output, rest))

describe('the next request', () => {
  it('has every kind of item as it came, from a stream and from a JSON body', () => {
    // What a client does not send back: ids of messages and calls, and what is nothing.
    const sent = everyKind.map((item) => {
      const { id, status, content, ...rest } = item
      switch (item['type']) {
        case 'message':
          return {
            ...rest,
            content: (content as Items).map(({ logprobs, annotations, ...part }) =>
              Array.isArray(annotations) && annotations.length > 0 ? { ...part, annotations } : part
            )
          }
        case 'reasoning':
          return (content as Items | undefined)?.length === 0 ? { id, ...rest } : { id, content, ...rest }
        case 'function_call':
          return { ...rest, arguments: item['arguments'] === '' ? '{}' : item['arguments'] }
        case 'custom_tool_call':
          return rest
        default:
          return item
      }
    })
    expect(inputOf(everyKind)).toEqual(sent)
    expect(again(stream(everyKind))).toEqual(sent)
  })

  it('has each summary byte for byte, and the id of what the provider keeps', () => {
    const one = reasoning(['**A**\n\n', '\n\nB'])
    const two = reasoning([], { id: 'rs_2' })
    expect(inputOf([one, two, call('a', 'f', '{ "a": 2 }')])).toEqual([
      one,
      two,
      { type: 'function_call', call_id: 'a', name: 'f', arguments: '{ "a": 2 }' }
    ])
    expect(inputOf([one, two, message('Hi')], { store: false })).toEqual([
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi' }] }
    ])
  })

  it('leaves out reasoning that came to no end', () => {
    const first = foldBody(
      openAIResponses,
      stream([reasoning(['Hm'])]).split('event: response.output_item.done')[0] ?? ''
    )
    expect(toAssistantMessage(openAIResponses)(first.message)).toEqual(E.right([]))
  })

  it('has messages apart from each other, and the parts of one together', () => {
    const content = [
      { type: 'output_text', text: 'a' },
      { type: 'output_text', text: 'b' },
      { type: 'refusal', refusal: 'c' }
    ]
    const first = { ...message(''), content, phase: 'commentary' }
    expect(inputOf([first, message('d', { id: 'msg_2' })])).toEqual([
      { type: 'message', role: 'assistant', phase: 'commentary', content },
      { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'd' }] }
    ])
  })

  it('refuses a call that was cut', () => {
    const cut = body([call('a', 'f', '{}', { status: 'incomplete' })], { status: 'incomplete' })
    expect(again(cut)).toMatchObject({ _tag: 'UnfinishedCall', call: { id: 'a' } })
  })

  it('says the result of a call to the kind of call that it was', () => {
    const calls = messageToolCalls(
      foldBody(openAIResponses, body([call('a', 'f', ''), customCall('b', 'g', '')])).message
    )
    const results = calls.flatMap((one) => (one.state === 'Closed' ? [toToolResult(openAIResponses, '5')(one)] : []))
    expect(results).toEqual([
      { type: 'function_call_output', call_id: 'a', output: '5' },
      { type: 'custom_tool_call_output', call_id: 'b', output: '5' }
    ])
  })
})
