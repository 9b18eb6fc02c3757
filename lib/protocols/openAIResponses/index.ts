import type * as t from 'io-ts'

import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf } from '../../codec/field.ts'
import { sseFraming } from '../../machine/framing/frames.ts'
import { isResponsesEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { responsesBeside } from './beside.ts'
import { responsesError } from './errors.ts'
import type { CustomTools } from './items.ts'
import { responsesEnded, responsesHeld, responsesLost, responsesMachine } from './machine.ts'
import { named } from './named.ts'
import type { ResponsesInputItem, ResponsesToolOutput } from './request.ts'
import { responsesRequest } from './request.ts'
import { isWhole, responsesAnswer } from './response.ts'
import type { ResponsesState } from './state.ts'
import { ResponsesChunk } from './wire/events.ts'
import { ResponsesResponse } from './wire/snapshot.ts'

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
export interface OpenAIResponsesProvider<
  W extends ResponsesChunk = ResponsesChunk,
  R extends ResponsesResponse = ResponsesResponse
> extends Provider<W, R, ResponsesState, ReadonlyArray<ResponsesInputItem>, ResponsesToolOutput, ResponsesInputItem> {}

interface Codecs<W, R> {
  readonly chunk: t.Type<W, unknown>
  readonly response: t.Type<R, unknown>
}

const openAIResponses = <W extends ResponsesChunk, R extends ResponsesResponse>(
  customTools: CustomTools,
  { chunk, response }: Codecs<W, R>
): Protocol<W, R, ResponsesState> => ({
  name: 'openai-responses',
  version: 1,
  chunk,
  response,
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
  knows: (wire) => isResponsesEvent(asItCame(wire)),
  ended: responsesEnded,
  // The status of the response is one.
  finished: responsesEnded,
  answer: responsesAnswer(customTools),
  isWhole
})

/**
 * A provider of OpenAI Responses that adds fields.
 *
 * @internal
 */
export const responsesDialect =
  <W extends ResponsesChunk, R extends ResponsesResponse>(codecs: Codecs<W, R>) =>
  ({ customTools = 'client', ...options }: OpenAIResponsesOptions): OpenAIResponsesProvider<W, R> =>
    makeProvider(
      {
        protocol: openAIResponses(customTools, codecs),
        framing: sseFraming,
        unwrap: named,
        terminal: 'event',
        error: responsesError,
        request: responsesRequest
      },
      options
    )

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
export const openAIResponsesProvider = (options: OpenAIResponsesOptions): OpenAIResponsesProvider =>
  responsesDialect({ chunk: ResponsesChunk, response: ResponsesResponse })(options)
