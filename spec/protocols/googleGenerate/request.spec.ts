import { either as E } from 'fp-ts'

import { messageToolCalls } from '../../../lib/data/Message.ts'
import type { ClosedToolCall } from '../../../lib/data/parts/ToolCall.ts'
import { google } from '../../../lib/providers/googleGenerate.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toAssistantMessage, toToolResult } from '../../../lib/tools/toRequest.ts'
import { begin, call, content, end, finish, lastPiece, parts, pieces, response, stream } from '../../fixtures/google.ts'

const back = (...events: ReadonlyArray<string>): unknown =>
  toAssistantMessage(google)(foldBody(google, stream(...events)).message)

describe('an answer in the next request', () => {
  it('is what it was, part by part', () => {
    const said = [
      { text: 'Hm.', thought: true },
      { text: '', thought: true, thoughtSignature: 'T' },
      { text: 'Olá' },
      { text: '', thoughtSignature: 'S' },
      call('add', { b: 3, a: 2 }, { thoughtSignature: 'C', beside: 1 }),
      { functionCall: { name: 'f', args: {}, id: 'abc12345', inside: 2 } },
      { executableCode: { language: 'PYTHON', code: 'print(1)' }, thoughtSignature: 'X' },
      { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1\n' } },
      { inlineData: { mimeType: 'image/png', data: 'iVBO' }, thoughtSignature: 'I' },
      { fileData: { mimeType: 'application/pdf', fileUri: 'gs://a/b.pdf', displayName: 'b' } },
      { toolCall: { toolType: 'GOOGLE_SEARCH_WEB', id: 't1' }, thoughtSignature: 'Q' }
    ]
    const expected = E.right({ role: 'model', parts: said })
    expect(back(...said.map((part) => parts(part)))).toEqual(expected)
    const body = JSON.stringify(response(content(said, { finishReason: 'STOP' })))
    expect(toAssistantMessage(google)(foldBody(google, body).message)).toEqual(expected)
  })

  it('joins text that came in pieces, and leaves out what was empty', () => {
    expect(back(parts({ text: 'a' }), parts({ text: '' }), parts({ text: 'b' }))).toEqual(
      E.right({ role: 'model', parts: [{ text: 'ab' }] })
    )
  })

  it('has the arguments that were streamed as an object, and none as an empty one', () => {
    const streamed = parts(begin('w', { id: 'a' }), pieces(lastPiece('$.c', 'x')), end, call('now'))
    expect(back(streamed)).toEqual(
      E.right({
        role: 'model',
        parts: [{ functionCall: { id: 'a', name: 'w', args: { c: 'x' } } }, { functionCall: { name: 'now', args: {} } }]
      })
    )
  })

  it('has no code at the end of a cut answer, which was not run', () => {
    const code = { executableCode: { language: 'PYTHON', code: 'pri' } }
    const result = { codeExecutionResult: { outcome: 'OUTCOME_OK', output: '1' } }
    const cut = (...said: ReadonlyArray<object>): unknown =>
      toAssistantMessage(google)(foldBody(google, parts(...said) + finish('MAX_TOKENS')).message)
    expect(cut({ text: 'a' }, code)).toEqual(E.right({ role: 'model', parts: [{ text: 'a' }] }))
    expect(cut(code, result)).toEqual(E.right({ role: 'model', parts: [code, result] }))
    expect(back(parts(code))).toEqual(E.right({ role: 'model', parts: [code] }))
  })

  it.each([
    ['{"id":12345678901234567890}', { output: '{"id":12345678901234567890}' }],
    ['{"id":1234567890}', { id: 1234567890 }]
  ])('has the digits of a result that is a text: %s', (text, expected) => {
    const { message } = foldBody(google, stream(parts(call('f', {}))))
    const made = messageToolCalls(message).flatMap((one) =>
      one.state === 'Closed' ? [toToolResult(google, text)(one)] : []
    )
    expect(made).toEqual([{ functionResponse: { name: 'f', response: expected } }])
  })

  it('has neither sources nor calls without a name', () => {
    const citationMetadata = { citations: [{ uri: 'https://a' }] }
    expect(back(parts({ text: 'a' }, call(undefined, { x: 1 })), finish('STOP', { citationMetadata }))).toEqual(
      E.right({ role: 'model', parts: [{ text: 'a' }] })
    )
  })

  it('cannot be one with a call that was cut', () => {
    const { message } = foldBody(google, parts(call('f', {})))
    expect(E.isLeft(toAssistantMessage(google)(message))).toBe(true)
  })
})

describe('the result of a call', () => {
  const callsOf = (...some: ReadonlyArray<object>): ReadonlyArray<ClosedToolCall> =>
    messageToolCalls(foldBody(google, stream(parts(...some))).message).filter((one) => one.state === 'Closed')
  const resultsOf = (result: string): ReadonlyArray<unknown> =>
    callsOf(call('f', {}), call('g', {}, {}, 'abc12345')).map((one) => toToolResult(google, result)(one))

  it('names the call, by the id that the provider gave and by no other', () => {
    expect(resultsOf('{"a":1}')).toEqual([
      { functionResponse: { name: 'f', response: { a: 1 } } },
      { functionResponse: { id: 'abc12345', name: 'g', response: { a: 1 } } }
    ])
  })

  it.each(['5', 'sunny', '[1]', 'null', ''])('%j is an output', (result) => {
    expect(resultsOf(result)[0]).toEqual({ functionResponse: { name: 'f', response: { output: result } } })
  })
})
