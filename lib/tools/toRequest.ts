/**
 * A message and the results of its calls, in the form of the conversation's next request.
 *
 * @since 0.1.0
 */
import type { either as E } from 'fp-ts'

import { field } from '../codec/field.ts'
import { misuse } from '../codec/misuse.ts'
import type { Message } from '../data/Message.ts'
import { firstChoice } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import type { ClosedToolCall, OpenToolCall, TruncatedToolCall } from '../data/parts/ToolCall.ts'
import { left, right } from '../data/Result.ts'
import type { ToolOutput } from '../data/ToolOutput.ts'
import { isMedia } from '../protocols/outputText.ts'
import type { AnyProvider, AssistantMessageOf, ToolResultOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import type { Output } from '../protocols/RequestWriter.ts'
import { plainMedia } from './plainMedia.ts'

/**
 * The reason why a message cannot be sent: a call in it is open or truncated.
 *
 * @category model
 * @since 0.1.0
 */
export interface UnfinishedCall {
  readonly _tag: 'UnfinishedCall'
  readonly call: OpenToolCall | TruncatedToolCall
}

const isUnfinished = (part: Part): part is OpenToolCall | TruncatedToolCall =>
  part._tag === 'ToolCall' && part.state !== 'Closed'

/**
 * The first choice of a message as the provider takes it in the next request, in the provider's own shape: text, calls with
 * their raw arguments (`""` becomes `{}`), reasoning with its signature. A call that is open or truncated cannot be sent.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { foldBody, openRouter, toAssistantMessage } from 'deltafold'
 *
 * const call = '{"id":"a","type":"function","function":{"name":"now","arguments":""}}'
 * const { message } = foldBody(openRouter, `{"choices":[{"message":{"tool_calls":[${call}]}}]}`)
 * assert.deepStrictEqual(
 *   toAssistantMessage(openRouter)(message),
 *   E.right({ role: 'assistant', tool_calls: [{ type: 'function', id: 'a', function: { name: 'now', arguments: '{}' } }] })
 * )
 *
 * @category destructors
 * @since 0.1.0
 */
export const toAssistantMessage = <P extends AnyProvider>(
  provider: P
): ((message: Message) => E.Either<UnfinishedCall, AssistantMessageOf<P>>) => {
  const { request } = opened(provider)
  return (message) => {
    checkMessage(message)
    const choice = firstChoice(message) ?? { index: 0, parts: [] }
    const parts = request.sent(choice, () => true)
    const call = parts.find(isUnfinished)
    return call === undefined ? right(request.assistantMessage(parts)) : left({ _tag: 'UnfinishedCall', call })
  }
}

/**
 * Throws a `TypeError` unless the value is a message; the outcome that holds one is not.
 *
 * @internal
 */
export const checkMessage = (message: unknown): void => {
  if (!Array.isArray(field(message, 'choices'))) misuse('the message must be a Message', message)
}

/** @internal */
export const toOutput = (result: string | ToolOutput): Output => {
  const { content, isError = false } = typeof result === 'string' ? { content: result } : result
  return {
    content:
      typeof content === 'string'
        ? [{ _tag: 'Text', text: content }]
        : content.map((part) => (isMedia(part) ? plainMedia(part) : part)),
    isError
  }
}

/**
 * The result of a call in the provider's own shape: a text, or an output with JSON, media or an error. Media that the
 * provider does not accept are left out. `toNextTurn` writes the results of all calls of an answer, and reports such media.
 *
 * @example
 * import { anthropic, openRouter, toToolResult } from 'deltafold'
 *
 * const call = { _tag: 'ToolCall', state: 'Closed', key: 0, id: 'a', name: 'add', arguments: '{}' } as const
 * assert.deepStrictEqual(toToolResult(openRouter, '5')(call), { role: 'tool', tool_call_id: 'a', content: '5' })
 * assert.deepStrictEqual(toToolResult(anthropic, { content: 'no such tool', isError: true })(call), {
 *   type: 'tool_result',
 *   tool_use_id: 'a',
 *   content: 'no such tool',
 *   is_error: true
 * })
 *
 * @category destructors
 * @since 0.1.0
 */
export const toToolResult = <P extends AnyProvider>(
  provider: P,
  result: string | ToolOutput
): ((call: ClosedToolCall) => ToolResultOf<P>) => {
  const { request } = opened(provider)
  const output = toOutput(result)
  return (call) => request.toolResult(call, output)
}
