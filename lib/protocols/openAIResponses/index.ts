import { field, fieldsOf } from '../../codec/field.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import { isResponsesEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { responsesBeside } from './beside.ts'
import { ResponsesChunk, ResponsesResponse } from './codec.ts'
import { responsesError } from './errors.ts'
import type { CustomTools } from './items.ts'
import { responsesEnded, responsesHeld, responsesLost, responsesMachine } from './machine.ts'
import { named } from './named.ts'
import type { ResponsesInputItem, ResponsesToolOutput } from './request.ts'
import { responsesRequest } from './request.ts'
import { isWhole, responsesAnswer } from './response.ts'
import type { ResponsesState } from './state.ts'

/**
 * The options of `openAIResponsesProvider`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIResponsesOptions extends ProviderOptions {
  /** The side that runs the tools of `custom_tool_call` items. Default: the client. */
  readonly customTools?: CustomTools
}

/**
 * A provider of OpenAI Responses.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenAIResponsesProvider extends Provider<
  ResponsesChunk,
  ResponsesResponse,
  ResponsesState,
  ReadonlyArray<ResponsesInputItem>,
  ResponsesToolOutput,
  ResponsesInputItem
> {}

const openAIResponses = (customTools: CustomTools): Protocol<ResponsesChunk, ResponsesResponse, ResponsesState> => ({
  name: 'openai-responses',
  version: 1,
  chunk: ResponsesChunk,
  response: ResponsesResponse,
  machine: responsesMachine(customTools),
  lost: responsesLost,
  held: responsesHeld,
  beside: responsesBeside,
  free: ['delta', 'sequence_number', 'item_id', 'output_index', 'content_index', 'summary_index', 'obfuscation'],
  counts: (json) => {
    const { output, response } = fieldsOf(json)
    const parts = Math.max(lengthOf(output), lengthOf(field(response, 'output')))
    return parts === 0 ? noCounts : { ...noCounts, parts }
  },
  knows: isResponsesEvent,
  ended: responsesEnded,
  // The status of the response is one.
  finished: responsesEnded,
  answer: responsesAnswer(customTools),
  isWhole
})

/**
 * A provider of OpenAI Responses, the protocol of OpenAI's agents, which others provide as well. By default it sends
 * server-sent events and ends with `response.completed`, `response.incomplete` or `response.failed`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses
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
  ...options
}: OpenAIResponsesOptions): OpenAIResponsesProvider =>
  makeProvider(
    {
      protocol: openAIResponses(customTools),
      framing: sseFraming,
      unwrap: named,
      terminal: 'event',
      error: responsesError,
      request: responsesRequest
    },
    options
  )
