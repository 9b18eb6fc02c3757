import { messageText } from '../../lib/data/Message.ts'
import { errorIn } from '../../lib/protocols/errorIn.ts'
import { llamaCpp } from '../../lib/providers/openAIChatServers.ts'
import { openAICompatible } from '../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'
import { cutLaws } from '../laws/machine.ts'

describe('errors are found in every shape', () => {
  it.each([
    [{ choices: [], x_groq: { error: 'over capacity' } }, { message: 'over capacity' }],
    [
      { choices: null, base_resp: { status_code: 1004, status_msg: 'no key' } },
      { message: 'no key', code: 1004 }
    ],
    [
      { detail: [{ type: 'missing', loc: ['body', 'messages', 0], msg: 'Field required' }] },
      { message: 'Field required', type: 'missing', detail: 'body.messages.0' }
    ],
    [{ detail: 'Not authenticated' }, { message: 'Not authenticated' }],
    [{ detail: ['Not here', 'nor there'] }, { message: 'Not here' }],
    [{ detail: { error: { message: 'no model', code: 404 } } }, { message: 'no model', code: 404, status: 404 }],
    [{ detail: { error: 'no model' } }, { message: 'no model' }],
    [
      { detail: { message: 'no model', type: 'missing' }, status_code: 404 },
      { message: 'no model', type: 'missing', status: 404 }
    ],
    [
      { type: 'about:blank', status: 404, title: 'Not Found', detail: 'no function' },
      { message: 'no function', status: 404 }
    ],
    [{ errors: [{ code: 7, message: 'no' }] }, { message: 'no', code: 7 }],
    [{ type: 'error', message: 'overloaded' }, { message: 'overloaded' }],
    [
      { type: 'server_error', message: 'overloaded' },
      { message: 'overloaded', type: 'server_error' }
    ],
    [{ status: 'failed', message: 'no node' }, { message: 'no node' }],
    [
      { code: 401, msg: 'no key' },
      { message: 'no key', code: 401, status: 401 }
    ],
    [
      { error_code: 336003, error_msg: 'too long' },
      { message: 'too long', code: 336003 }
    ],
    [
      { statusCode: 429, message: 'too many' },
      { message: 'too many', status: 429 }
    ],
    [
      { error: { message: 'bad', param: 'messages[0]', request_id: 'r' } },
      { message: 'bad', param: 'messages[0]', requestId: 'r' }
    ],
    [
      { error: { message: 'bad', param: null }, request_id: 'x'.repeat(300) },
      { message: 'bad', requestId: 'x'.repeat(256) }
    ],
    [
      { success: false, errors: [{ code: 7003, message: 'no route' }], messages: [], result: null },
      { message: 'no route', code: 7003 }
    ],
    [
      { error_type: 'TOO_MANY_TOKENS', id: 'c', message: 'too many' },
      { message: 'too many', type: 'TOO_MANY_TOKENS' }
    ],
    [
      { error: 'bad template', error_type: 'template_error' },
      { message: 'bad template', type: 'template_error' }
    ],
    [{ error: ['first', 'second'] }, { message: 'first' }],
    [
      { code: 500, msg: '404 NOT_FOUND', success: false },
      { message: '404 NOT_FOUND', code: 500, status: 500 }
    ],
    [{ success: false, message: 'no such token' }, { message: 'no such token' }],
    [{ errors: [{ message: 'no model' }] }, { message: 'no model' }],
    [{ errors: ['no model'] }, { message: 'no model' }],
    [{ fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth' } } }, { message: 'Invalid ApiKey' }],
    [
      { title: 'Unauthorized', status: 401, detail: 'no key' },
      { message: 'no key', status: 401 }
    ],
    [
      { statusCode: 429, message: 'slow down' },
      { message: 'slow down', status: 429 }
    ],
    [
      { error: 'Bad Request', message: 'no model', statusCode: 400 },
      { message: 'Bad Request', status: 400 }
    ],
    [
      { error_msg: 'qps limit', error_code: 18 },
      { message: 'qps limit', code: 18 }
    ],
    [
      { errorMessage: 'denied', errorCode: 'E1' },
      { message: 'denied', code: 'E1' }
    ],
    [
      { code: 'invalid-argument', error: 'wrong key' },
      { message: 'wrong key', code: 'invalid-argument' }
    ],
    [
      { Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' },
      { message: 'UnknownOperationException', code: 'UnknownOperationException' }
    ],
    [
      { error: { code: 400, message: 'too long', metadata: { error_type: 'context_length_exceeded' } } },
      { message: 'too long', code: 400, status: 400, type: 'context_length_exceeded' }
    ],
    [
      { type: 'error', error: { type: 'rate_limit_error', message: 'slow', details: { error_code: 'ramp' } } },
      { message: 'slow', type: 'rate_limit_error', code: 'ramp' }
    ],
    [
      { error: { message: 'm', code: 'c' }, status_code: 500 },
      { message: 'm', code: 'c', status: 500 }
    ],
    [{ error: { message: 'm', status: '429' } }, { message: 'm', status: 429 }],
    [
      { choices: [{ finish_reason: 'network_error' }] },
      { message: 'the answer ended with finish reason network_error', type: 'network_error' }
    ],
    [
      { choices: [{ finish_reason: 'stop', native_finish_reason: 'abort' }] },
      { message: 'the answer ended with finish reason abort', type: 'abort' }
    ]
  ])('%j', (json, expected) => {
    expect(errorIn(json, '')).toEqual(expected)
  })

  it.each([
    { choices: [{ delta: {} }], base_resp: { status_code: 0, status_msg: 'success' } },
    { choices: [{ delta: {} }], x_groq: { error: null } },
    { choices: [{ delta: {} }], error: {} },
    { choices: [{ delta: {}, error: { message: '', code: null } }] },
    { choices: [{ delta: {} }], detail: 'low' },
    { success: true, errors: [], result: {} },
    { status: 'queued', message: 'waiting' },
    { status: 'in_progress', message: 'waiting' },
    { error_code: 0, error_msg: 'ok' },
    { errors: [], data: { a: 1 } },
    { errors: [{ message: 'no' }], choices: [{ delta: {} }] },
    { detail: {} },
    { code: 200, message: 'ok' },
    { code: 0, message: 'ok' },
    { Output: { text: 'Hi' } },
    { choices: [{ finish_reason: 'stop', native_finish_reason: 'STOP' }] }
  ])('%j is none', (json) => {
    expect(errorIn(json, '')).toBeUndefined()
  })
})

describe('an error that stands outside the data', () => {
  const told = [{ _tag: 'ProviderFailure', message: 'too long', code: 400 }]
  const line = 'error: {"code":400,"message":"too long","type":"invalid"}'

  describe.each([
    ['between events', `${delta({ content: 'Hi' })}${line}\n\n${DONE}`, 'Hi', told],
    ['after a finish', `${delta({ content: 'Hi' })}${finish('stop')}${line}\n\n${DONE}`, 'Hi', told],
    ['alone', `${line}\n\n`, '', told],
    ['at the end of the body', `${delta({ content: 'Hi' })}${line}`, 'Hi', told],
    ['in lines', `${delta({ content: 'Hi' })}error: {"code":400,\n"message":"too long"}\n\n${DONE}`, 'Hi', told],
    ['as words', `error: too long\n\n${DONE}`, '', [{ _tag: 'ProviderFailure', message: 'too long' }]],
    [
      'behind half an event',
      `${delta({ content: 'Hi' })}data: {"choices":[{"del\n${line}\n\n${DONE}`,
      'Hi',
      [{ _tag: 'MalformedJson' }, ...told]
    ],
    [
      'as data behind half an event',
      `data: {"choices":[{"del\nevent: error\ndata: {"error":{"message":"too long","code":400}}\n\n`,
      '',
      [{ _tag: 'MalformedJson' }, ...told]
    ],
    [
      'as data in the line of half an event',
      `${delta({ content: 'Hi' })}data: {"choices":[{"deldata: {"error":{"message":"too long","code":400}}\n\n`,
      'Hi',
      [{ _tag: 'MalformedJson' }, ...told]
    ]
  ])('%s', (_, body, text, failures) => {
    it('is found', () => {
      const { _tag, message, failures: found } = foldBody(llamaCpp, body)
      expect([_tag, messageText(message)]).toEqual(['Failed', text])
      expect(found).toMatchObject(failures)
    })

    cutLaws(foldMachine(llamaCpp), new TextEncoder().encode(body), (states) => '.'.repeat(states.length))
  })
})

describe('data that only keeps the line open', () => {
  const half = (args: string): string => delta({ tool_calls: [{ index: 0, function: { arguments: args } }] })
  const begin = delta({ tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '' } }] })
  const stateWith = (between: string) => {
    const { failures, message } = foldBody(
      openAICompatible,
      begin + half('{"a"') + between + half(':1}') + finish('tool_calls') + DONE
    )
    return [failures.length, message.choices[0]?.parts]
  }

  it.each(['data: : OPENROUTER PROCESSING\n\n', 'event: ping\ndata: ping\n\n', 'event: Heartbeat\ndata: now\n\n'])(
    '%j is no event',
    (between) => {
      expect(stateWith(between)).toMatchObject([0, [{ state: 'Closed', arguments: '{"a":1}' }]])
    }
  )

  it.each(['data: ping\n\n', 'event: delta\ndata: {"choi\n\n'])('%j is a lost event', (between) => {
    expect(stateWith(between)).toMatchObject([1, [{ state: 'Truncated' }]])
  })
})
