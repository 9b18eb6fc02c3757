import { field, isObject } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Frame } from '../../data/Frame.ts'
import { awsEventStreamFraming } from '../../machine/framing/frames.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { chunkFrame } from '../awsChunk.ts'
import { exceptionFrame } from '../awsException.ts'
import { heldOf } from '../callBlocks.ts'
import { isConverseEvent } from '../marks.ts'
import type { Protocol } from '../Protocol.ts'
import type { Provider, ProviderDefaults, ProviderOptions } from '../Provider.ts'
import { makeProvider } from '../Provider.ts'
import { lengthOf, noCounts } from '../sizes.ts'
import { converseBeside } from './beside.ts'
import { ConverseChunk, ConverseResponse } from './codec.ts'
import { converseError } from './errors.ts'
import { converseEnded, converseFinished, converseLost, converseMachine } from './machine.ts'
import type { ConverseAssistantMessage, ConverseToolResult, ConverseToolResults } from './request.ts'
import { converseRequest } from './request.ts'
import type { ConverseState } from './state.ts'
import { eventsOf } from './whole.ts'

// The name of an event is in the headers of its frame: it becomes the only field of the JSON, as in the SDKs of AWS. Amazon's own
// models send the same events, with that field, inside the chunks of `InvokeModelWithResponseStream`.
const unwrap = (frame: Frame): Frame => {
  const { event, data } = frame
  const other = exceptionFrame(frame) ?? (event === 'chunk' ? chunkFrame(frame) : undefined)
  if (other !== undefined) return other
  if (event === '' || event === 'error' || !isObject(parseJson(data))) return frame
  return { ...frame, data: `{${JSON.stringify(event)}:${data}}` }
}

const answer = (response: ConverseResponse, emit: Emit<Delta>): ConverseState =>
  eventsOf(response).reduce((state, event) => converseMachine.step(state, event, emit), converseMachine.initial)

/**
 * A provider of Bedrock's Converse.
 *
 * @category model
 * @since 0.1.0
 */
export interface BedrockConverseProvider extends Provider<
  ConverseChunk,
  ConverseResponse,
  ConverseState,
  ConverseAssistantMessage,
  ConverseToolResult,
  ConverseAssistantMessage | ConverseToolResults
> {}

const bedrockConverse: Protocol<ConverseChunk, ConverseResponse, ConverseState> = {
  name: 'bedrock-converse',
  version: 1,
  chunk: ConverseChunk,
  response: ConverseResponse,
  machine: converseMachine,
  lost: converseLost,
  held: heldOf,
  beside: converseBeside,
  free: [
    'contentBlockIndex',
    'contentBlockDelta.contentBlockIndex',
    'delta.text',
    'contentBlockDelta.delta.text',
    'delta.toolUse.input',
    'contentBlockDelta.delta.toolUse.input',
    'p'
  ],
  counts: (json) => ({
    ...noCounts,
    parts: lengthOf(field(field(field(json, 'output'), 'message'), 'content'))
  }),
  knows: isConverseEvent,
  ended: converseEnded,
  finished: converseFinished,
  mayEnd: ({ stopped }) => stopped,
  answer
}

const defaults: ProviderDefaults<
  ConverseChunk,
  ConverseResponse,
  ConverseState,
  ConverseAssistantMessage,
  ConverseToolResult,
  ConverseAssistantMessage | ConverseToolResults
> = {
  protocol: bedrockConverse,
  framing: awsEventStreamFraming,
  terminal: 'event',
  error: converseError,
  unwrap,
  request: converseRequest
}

/**
 * A provider of Bedrock's Converse, which is one protocol for all models of Bedrock. By default it sends binary event
 * streams, whose frames are named after their events, and ends with `messageStop`, which `metadata` may follow.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 *
 * @example
 * import { bedrockConverseProvider, foldBody, messageText } from 'deltafold'
 *
 * const mine = bedrockConverseProvider({ name: 'mine', source: 'https://example.com/docs/converse' })
 * const body = '{"output":{"message":{"role":"assistant","content":[{"text":"Hi"}]}},"stopReason":"end_turn"}'
 * const { _tag, message } = foldBody(mine, body)
 * assert.deepStrictEqual([_tag, messageText(message)], ['Complete', 'Hi'])
 *
 * @category constructors
 * @since 0.1.0
 */
export const bedrockConverseProvider = (options: ProviderOptions): BedrockConverseProvider =>
  makeProvider(defaults, options)
