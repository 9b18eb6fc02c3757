/**
 * Amazon Bedrock's Converse: one protocol for all its models.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 *
 * @since 0.1.0
 */
import { field, isObject } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Frame } from '../../data/Frame.ts'
import { awsEventStreamFraming } from '../../machine/framing/frames.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { exceptionFrame } from '../awsException.ts'
import type { Provider } from '../Provider.ts'
import { lengthOf, noCounts, nothingHeld } from '../sizes.ts'
import { ConverseChunk, ConverseResponse } from './codec.ts'
import { converseError } from './errors.ts'
import { converseEnded, converseLost, converseMachine } from './machine.ts'
import type { ConverseAssistantMessage, ConverseToolResult } from './request.ts'
import { converseAssistantMessage, converseToolResult } from './request.ts'
import type { ConverseState } from './state.ts'
import { eventsOf } from './whole.ts'

// The name of an event stands in the head of its frame: it becomes the one field of the JSON, as the SDKs of AWS have it.
const unwrap = (frame: Frame): Frame => {
  const exception = exceptionFrame(frame)
  if (exception !== undefined) return exception
  const { event, data } = frame
  if (event === '' || event === 'error' || !isObject(parseJson(data))) return frame
  return { ...frame, data: `{${JSON.stringify(event)}:${data}}` }
}

const answer = (response: ConverseResponse, emit: Emit<Delta>): ConverseState =>
  eventsOf(response).reduce((state, event) => converseMachine.step(state, event, emit), converseMachine.initial)

/**
 * A provider that speaks the protocol.
 *
 * @internal
 */
export const converse = (dialect: {
  readonly name: string
  readonly source: string
}): Provider<ConverseChunk, ConverseResponse, ConverseState, ConverseAssistantMessage, ConverseToolResult> => ({
  ...dialect,
  framing: awsEventStreamFraming,
  terminal: 'event',
  chunk: ConverseChunk,
  response: ConverseResponse,
  machine: converseMachine,
  lost: converseLost,
  held: () => nothingHeld,
  counts: (json) => ({
    ...noCounts,
    parts: lengthOf(field(field(field(json, 'output'), 'message'), 'content'))
  }),
  ended: converseEnded,
  answer,
  error: converseError,
  unwrap,
  assistantMessage: converseAssistantMessage,
  toolResult: converseToolResult
})
