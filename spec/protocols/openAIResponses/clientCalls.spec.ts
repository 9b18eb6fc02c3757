import type { ClientCall, ClientCallResult } from '../../../lib/protocols/openAIResponses/clientCalls.ts'
import { answerClientCall, clientCalls } from '../../../lib/protocols/openAIResponses/clientCalls.ts'
import { openAIResponses } from '../../../lib/providers/openAIResponses.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { toNextTurn } from '../../../lib/tools/toNextTurn.ts'
import { body, call, message as said, reasoning, stream } from '../../fixtures/responses.ts'

const status = 'completed'
const screen = { type: 'computer_screenshot', image_url: 'data:image/png;base64,AAAA' } as const
const ran = { stdout: 'a', stderr: '', outcome: { type: 'exit', exit_code: 0 } } as const

const items = {
  computer_call: { id: 'cu_1', type: 'computer_call', call_id: 'c1', status, action: { type: 'screenshot' } },
  local_shell_call: { id: 'ls_1', type: 'local_shell_call', call_id: 'c2', status, action: { command: ['ls'] } },
  shell_call: {
    id: 'sh_1',
    type: 'shell_call',
    call_id: 'c3',
    status,
    action: { commands: ['ls'], max_output_length: 99 },
    environment: { type: 'local' }
  },
  apply_patch_call: { id: 'ap_1', type: 'apply_patch_call', call_id: 'c4', status, operation: { type: 'delete_file' } },
  mcp_approval_request: { id: 'mcpr_1', type: 'mcp_approval_request', server_label: 's', name: 'f', arguments: '{}' },
  tool_search_call: {
    id: 'ts_1',
    type: 'tool_search_call',
    call_id: 'c6',
    status,
    execution: 'client',
    arguments: { goal: 'x' }
  }
}

const answer = (one: ClientCall): ClientCallResult => {
  switch (one.type) {
    case 'computer_call':
      return answerClientCall(one, { output: screen })
    case 'local_shell_call':
      return answerClientCall(one, { output: '{"stdout":"a"}' })
    case 'shell_call':
      return answerClientCall(one, { output: [ran] })
    case 'apply_patch_call':
      return answerClientCall(one, { status: 'failed', output: 'no such file' })
    case 'mcp_approval_request':
      return answerClientCall(one, { approve: false, reason: 'not now' })
    case 'tool_search_call':
      return answerClientCall(one, { tools: [{ type: 'function', name: 'f' }] })
  }
}

const answered = {
  computer_call: { type: 'computer_call_output', call_id: 'c1', output: screen },
  local_shell_call: { type: 'local_shell_call_output', id: 'c2', call_id: 'c2', output: '{"stdout":"a"}' },
  shell_call: { type: 'shell_call_output', call_id: 'c3', max_output_length: 99, output: [ran] },
  apply_patch_call: { type: 'apply_patch_call_output', call_id: 'c4', status: 'failed', output: 'no such file' },
  mcp_approval_request: {
    type: 'mcp_approval_response',
    approval_request_id: 'mcpr_1',
    approve: false,
    reason: 'not now'
  },
  tool_search_call: {
    type: 'tool_search_output',
    call_id: 'c6',
    execution: 'client',
    status: 'completed',
    tools: [{ type: 'function', name: 'f' }]
  }
}

const kinds = Object.keys(items) as ReadonlyArray<keyof typeof items> // its keys

describe('a call that the client answers', () => {
  it.each(kinds)('%s is answered once, behind the answer, from a stream and from a JSON body', (kind) => {
    const output = [reasoning([], { encrypted_content: 'E' }), items[kind]]
    for (const text of [stream(output), body(output)]) {
      const { message } = foldBody(openAIResponses, text)
      const calls = clientCalls(message)
      expect(calls).toMatchObject([{ type: kind, item: items[kind] }])
      const turn = toNextTurn(openAIResponses)(message, calls.map(answer))
      expect(turn.items.slice(1)).toEqual([items[kind], answered[kind]])
      expect(turn.leftOut).toEqual([])
    }
  })

  it.each(kinds)('%s without an answer does not go back', (kind) => {
    const { message } = foldBody(openAIResponses, body([said('Hi'), items[kind]]))
    const { items: sent, leftOut } = toNextTurn(openAIResponses)(message, [])
    expect(sent).toMatchObject([{ type: 'message' }])
    expect(leftOut).toMatchObject([{ _tag: 'LeftOutPart', reason: 'Unanswered', part: { raw: items[kind] } }])
  })

  it.each(kinds.filter((kind) => kind !== 'mcp_approval_request'))('%s that was cut is none', (kind) => {
    const cut = body([said('Hi'), { ...items[kind], status: 'incomplete' }], { status: 'incomplete' })
    const { message } = foldBody(openAIResponses, cut)
    expect(clientCalls(message)).toEqual([])
    expect(JSON.stringify(toNextTurn(openAIResponses)(message, []).items)).not.toContain(kind)
  })

  it('is answered beside calls of functions, in the order of the calls', () => {
    const { message } = foldBody(
      openAIResponses,
      body([items.shell_call, call('a', 'f', '{}'), items.apply_patch_call])
    )
    const functions = message.choices.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        part._tag === 'ToolCall' && part.state === 'Closed' ? [{ call: part, result: '5' }] : []
      )
    )
    const turn = toNextTurn(openAIResponses)(message, [...clientCalls(message).map(answer), ...functions])
    expect(turn.items.slice(3).map(({ type }) => type)).toEqual([
      'shell_call_output',
      'function_call_output',
      'apply_patch_call_output'
    ])
  })

  it('is not one that the provider runs, or of a kind that is not known here', () => {
    const inContainer = { ...items.shell_call, environment: { type: 'container_reference', container_id: 'c' } }
    const { message } = foldBody(openAIResponses, body([inContainer, { id: 'x', type: 'odd' }]))
    expect(clientCalls(message)).toEqual([])
  })
})
