import type { Choice, Message } from '../data/Message.ts'
import { firstChoice } from '../data/Message.ts'
import type { Part, UnrecognisedPart } from '../data/Part.ts'
import { isEmptyPart } from '../data/Part.ts'
import type { ClosedToolCall } from '../data/parts/ToolCall.ts'
import type { OutputMedia, ToolOutput } from '../data/ToolOutput.ts'
import { isMedia } from '../protocols/outputText.ts'
import type { AnyProvider, NextTurnItemOf, ToolResultOf } from '../protocols/Provider.ts'
import { opened } from '../protocols/Provider.ts'
import type { Answer } from '../protocols/RequestWriter.ts'
import { checkMessage, toOutput } from './toRequest.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The result of a call, as passed to `toNextTurn`: a text, or an output with JSON, media or an error. For a call of OpenAI
 * Responses that does not call a function, it is the value that `answerClientCall` returns.
 *
 * @category model
 * @since 0.1.0
 */
export type CallResult<T = unknown> =
  | { readonly call: ClosedToolCall; readonly result: string | ToolOutput }
  | { readonly call: UnrecognisedPart; readonly item: T & Readonly<Record<string, unknown>> }

/**
 * The reason why a part is not sent back:
 *
 * - `Unfinished`: a call that was cut short.
 * - `Unanswered`: a call without a result.
 * - `Declined`: a filter of the provider ended the answer, and would reject it again.
 * - `NotTaken`: the next request has no field for it, or the provider rejects it there.
 *
 * @category model
 * @since 0.1.0
 */
export type LeftOutReason = 'Unfinished' | 'Unanswered' | 'Declined' | 'NotTaken'

/**
 * A part of the answer that is not sent back.
 *
 * @category model
 * @since 0.1.0
 */
export interface LeftOutPart {
  readonly _tag: 'LeftOutPart'
  readonly reason: LeftOutReason
  readonly part: Part
}

/**
 * A result that is not sent back: its call is not sent back or is not in the answer (`NoCall`), or has another result
 * (`Repeated`).
 *
 * @category model
 * @since 0.1.0
 */
export interface LeftOutResult<T = unknown> {
  readonly _tag: 'LeftOutResult'
  readonly reason: 'NoCall' | 'Repeated'
  readonly result: CallResult<T>
}

/**
 * A medium in a result that the provider does not accept. The rest of the result is sent back.
 *
 * @category model
 * @since 0.1.0
 */
export interface LeftOutMedia {
  readonly _tag: 'LeftOutMedia'
  readonly call: ClosedToolCall
  readonly media: OutputMedia
}

/**
 * A part, a result or a medium that is not sent back.
 *
 * @category model
 * @since 0.1.0
 */
export type LeftOut<T = unknown> = LeftOutPart | LeftOutResult<T> | LeftOutMedia

/**
 * The items to append to the conversation, and the values that they leave out. Parts without content are not reported.
 *
 * @category model
 * @since 0.1.0
 */
export interface NextTurn<I, T = unknown> {
  readonly items: ReadonlyArray<I>
  readonly leftOut: ReadonlyArray<LeftOut<T>>
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

// Calls of different turns may have the same key.
const keyOf = (call: ClosedToolCall | UnrecognisedPart): string =>
  JSON.stringify([call._tag, call.key, call._tag === 'ToolCall' ? call.id : ''])

const isReasoning = ({ _tag }: Part): boolean => _tag === 'Reasoning'

/**
 * The items that append an answer and the results of its calls to a conversation, in the shape and the order that the provider
 * requires: `messages` of most providers, `contents` of Google, `input` of OpenAI Responses. Total: every call that is sent back
 * is answered exactly once, in the order of the calls, and `leftOut` reports everything that is not sent back.
 *
 * Of an answer that was stopped or cut, the complete parts are sent back. If no part is sent back, there are no items.
 *
 * Laws: the parts of the first choice are those of the items and those of `leftOut`; the order of the results does not matter.
 *
 * @example
 * import { anthropic, foldBody, messageToolCalls, toNextTurn } from 'deltafold'
 *
 * const block = (id: string) => `{"type":"tool_use","id":"${id}","name":"add","input":{"a":2}}`
 * const body = `{"type":"message","content":[${block('a')},${block('b')}],"stop_reason":"tool_use"}`
 * const { message } = foldBody(anthropic, body)
 * const results = messageToolCalls(message).flatMap((call) => (call.state === 'Closed' ? [{ call, result: '5' }] : []))
 * const { items, leftOut } = toNextTurn(anthropic)(message, results)
 * assert.deepStrictEqual(items[1], {
 *   role: 'user',
 *   content: [
 *     { type: 'tool_result', tool_use_id: 'a', content: '5' },
 *     { type: 'tool_result', tool_use_id: 'b', content: '5' }
 *   ]
 * })
 * assert.deepStrictEqual(leftOut, [])
 *
 * const failed = { content: 'no such tool', isError: true }
 * const half = toNextTurn(anthropic)(message, results.slice(0, 1).map((one) => ({ ...one, result: failed })))
 * assert.deepStrictEqual(half.items[1], {
 *   role: 'user',
 *   content: [{ type: 'tool_result', tool_use_id: 'a', content: 'no such tool', is_error: true }]
 * })
 * assert.deepStrictEqual(half.leftOut.map((one) => one._tag === 'LeftOutPart' && one.reason), ['Unanswered'])
 *
 * @category destructors
 * @since 0.1.0
 */
export const toNextTurn = <P extends AnyProvider>(
  provider: P
): ((
  message: Message,
  results: ReadonlyArray<CallResult<ToolResultOf<P>>>
) => NextTurn<NextTurnItemOf<P>, ToolResultOf<P>>) => {
  const { request } = opened(provider)
  const { awaits = () => false } = request

  const reasonOf =
    ({ finishReason }: Choice, isAnswered: (key: string) => boolean) =>
    (part: Part): LeftOutReason | undefined => {
      if (finishReason === 'content_filter') return 'Declined'
      if (part._tag === 'ToolCall') {
        return part.state !== 'Closed' ? 'Unfinished' : isAnswered(keyOf(part)) ? undefined : 'Unanswered'
      }
      return part._tag === 'Unrecognised' && awaits(part) && !isAnswered(keyOf(part)) ? 'Unanswered' : undefined
    }

  const kept = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
    const last = parts.findLastIndex((part) => !isReasoning(part))
    return last === -1 ? [] : request.endsInReasoning ? parts : parts.slice(0, last + 1)
  }

  return (message, results) => {
    checkMessage(message)
    const choice = firstChoice(message) ?? { index: 0, parts: [] }
    const byCall = new Map<string, CallResult<ToolResultOf<P>>>()
    for (const result of results) {
      if (!byCall.has(keyOf(result.call))) byCall.set(keyOf(result.call), result)
    }
    const reason = reasonOf(choice, (key) => byCall.has(key))
    const parts = kept(request.sent(choice, (part) => reason(part) === undefined))
    const isSent = new Set(parts)
    const leftOut: LeftOut<ToolResultOf<P>>[] = choice.parts.flatMap((part) =>
      isSent.has(part) || isEmptyPart(part) ? [] : [{ _tag: 'LeftOutPart', reason: reason(part) ?? 'NotTaken', part }]
    )
    const used = new Set<unknown>()
    const answers = parts.flatMap((part): ReadonlyArray<Answer> => {
      const result =
        (part._tag === 'ToolCall' && part.state === 'Closed') || part._tag === 'Unrecognised'
          ? byCall.get(keyOf(part))
          : undefined
      if (result === undefined) return []
      used.add(result)
      if ('item' in result) return [result]
      const output = toOutput(result.result)
      for (const media of output.content.filter(isMedia)) {
        if (request.toMedia(media) === undefined) leftOut.push({ _tag: 'LeftOutMedia', call: result.call, media })
      }
      return [{ call: result.call, output }]
    })
    for (const result of results) {
      if (used.has(result)) continue
      const known = byCall.get(keyOf(result.call))
      const isRepeated = known !== undefined && used.has(known)
      leftOut.push({ _tag: 'LeftOutResult', reason: isRepeated ? 'Repeated' : 'NoCall', result })
    }
    return { items: request.nextTurn(parts, answers), leftOut }
  }
}
