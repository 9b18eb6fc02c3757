/**
 * The fields of events about the whole response: its id and model, its usage, and at its end all items and the finish
 * reason.
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { withIgnored } from '../ignored.ts'
import { withBegunTexts } from './begun.ts'
import { withClosedCalls } from './calls.ts'
import { endingStatus, statusOf, toFinish } from './finishReason.ts'
import { NEW } from './identity.ts'
import type { CustomTools } from './items.ts'
import { placesOf, withoutRepeated } from './outputs.ts'
import type { ResponsesState } from './state.ts'
import { initialResponses } from './state.ts'
import { toUsage } from './usage.ts'
import { withNewItem, withWholeItem } from './wholes.ts'
import type { ResponsesItem } from './wire/item.ts'
import type { ResponsesResponse, ResponsesSnapshot } from './wire/snapshot.ts'

type Say = Emit<Delta>

/** @internal */
export const withMetadata = (state: ResponsesState, response: ResponsesSnapshot, emit: Say): ResponsesState => {
  const id = state.id ? '' : (response.id ?? '')
  const model = response.model ?? ''
  if (id !== '' || (model !== '' && model !== state.model)) emit({ _tag: 'ResponseMetadata', id, model })
  const usage = fieldsOf(asItCame(response.usage))
  if (Object.keys(usage).length > 0) emit({ _tag: 'UsageDelta', usage: toUsage(usage) })
  return {
    ...state,
    id: state.id || id !== '',
    model: model || state.model,
    stored: response.store ?? state.stored
  }
}

const withOutput = (
  before: ResponsesState,
  output: ReadonlyArray<ResponsesItem>,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const places = placesOf(before, output)
  return withoutRepeated(before, output, places).reduce<ResponsesState>((state, item, i) => {
    const at = places[i] ?? NEW
    const begun = at === NEW ? withNewItem(state, i, item, customTools, emit) : state
    const whole = withWholeItem(begun, at === NEW ? begun.items.length - 1 : at, item, customTools, emit)
    return withClosedCalls(whole, emit)
  }, before)
}

/** Whether the client must answer: there is a call without a result in the same response. */
const isAsking = ({ items }: ResponsesState): boolean => {
  const answered = new Set(items.map(({ role, callId }) => (role === 'serverResult' ? callId : '')))
  return items.some(
    ({ role, key, callId, done, damaged }) =>
      (role === 'call' && key !== -1) ||
      (role === 'awaited' && done && !damaged && (callId === '' || !answered.has(callId)))
  )
}

/**
 * The state after the end of the response; `event` is the name of the event that ended it.
 *
 * @internal
 */
export const withEnd = (
  before: ResponsesState,
  response: ResponsesSnapshot,
  event: string,
  customTools: CustomTools,
  emit: Say
): ResponsesState => {
  const known = withOutput(withMetadata(before, response, emit), response.output ?? [], customTools, emit)
  const state = withBegunTexts(known, customTools, emit)
  const reason = response.incomplete_details?.reason
  const status = endingStatus(response.status, event, reason)
  const { finishReason, rawFinishReason, cut } = toFinish(status, reason, isAsking(state))
  emit({ _tag: 'FinishDelta', choice: 0, finishReason, rawFinishReason })
  return { ...state, ended: true, cut }
}

/**
 * Whether a response in one JSON body has ended: a background response may still be running.
 *
 * @internal
 */
export const isWhole = ({ status }: ResponsesResponse): boolean => !['queued', 'in_progress'].includes(statusOf(status))

/**
 * The state after a response in one JSON body.
 *
 * @internal
 */
export const responsesAnswer =
  (customTools: CustomTools) =>
  (response: ResponsesResponse, emit: Say): ResponsesState =>
    isWhole(response)
      ? withEnd(withIgnored(initialResponses, response, emit), response, 'completed', customTools, emit)
      : withOutput(
          withMetadata(withIgnored(initialResponses, response, emit), response, emit),
          response.output,
          customTools,
          emit
        )
