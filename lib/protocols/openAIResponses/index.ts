/**
 * OpenAI Responses, the protocol of OpenAI's agents, which others speak as well. A provider is this machine with a name,
 * and with the word of who runs its custom tools.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses
 *
 * @since 0.1.0
 */
import { field, fieldsOf } from '../../codec/field.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import type { Provider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { ResponsesChunk, ResponsesResponse } from './codec.ts'
import { responsesError } from './errors.ts'
import type { CustomTools } from './items.ts'
import { responsesEnded, responsesHeld, responsesLost, responsesMachine } from './machine.ts'
import { named } from './named.ts'
import type { ResponsesInputItem, ResponsesToolOutput } from './request.ts'
import { inputItems, toolOutput } from './request.ts'
import { isWhole, responsesAnswer } from './response.ts'
import type { ResponsesState } from './state.ts'

/**
 * What makes a speaker of the protocol.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDialect {
  readonly name: string
  readonly source: string
  /** Who runs the tools of `custom_tool_call` items. Default: the client. */
  readonly customTools?: CustomTools
}

/**
 * @category model
 * @since 0.1.0
 */
export type ResponsesProvider = Provider<
  ResponsesChunk,
  ResponsesResponse,
  ResponsesState,
  ReadonlyArray<ResponsesInputItem>,
  ResponsesToolOutput
>

/**
 * A provider that speaks the protocol.
 *
 * @example
 * import { foldBody, openAIResponsesProvider, messageText } from 'deltafold'
 *
 * const mine = openAIResponsesProvider({ name: 'mine', source: 'https://example.com/docs/responses' })
 * const delta = 'data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi"}\n\n'
 * const { _tag, message } = foldBody(mine, `${delta}data: {"type":"response.completed","response":{}}\n\n`)
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const openAIResponsesProvider = ({
  customTools = 'client',
  ...dialect
}: ResponsesDialect): ResponsesProvider => ({
  ...dialect,
  framing: sseFraming,
  unwrap: named,
  terminal: 'event',
  chunk: ResponsesChunk,
  response: ResponsesResponse,
  machine: responsesMachine(customTools),
  lost: responsesLost,
  held: responsesHeld,
  counts: (json) => {
    const { output, response } = fieldsOf(json)
    const parts = Math.max(lengthOf(output), lengthOf(field(response, 'output')))
    return parts === 0 ? noCounts : { ...noCounts, parts }
  },
  ended: responsesEnded,
  answer: responsesAnswer(customTools),
  isWhole,
  error: responsesError,
  assistantMessage: inputItems,
  toolResult: toolOutput
})
