import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { repeated } from '../fingerprint.ts'
import type { CallFragment } from './callFragment.ts'
import { callFragment, callsOf } from './callFragment.ts'
import { withCall, withCallAgain } from './calls.ts'
import { withAnnotations } from './citations.ts'
import { withContent, withRefusal } from './content.ts'
import { withAudio, withImages } from './media.ts'
import { withReasoning } from './reasoning.ts'
import { withExecutedTools } from './serverTools.ts'
import type { CallState, ChoiceState } from './state.ts'
import type { ChatDelta } from './wire/delta.ts'
import type { ChatToolCall } from './wire/toolCalls.ts'

const isAlike = (call: CallState, { name, arguments: text }: CallFragment): boolean =>
  name === call.name && (text === '' || repeated(text, call) !== undefined)

/** The calls of a whole message, each with the index of the streamed call that it is, or -1. */
const placesOf = (
  streamed: ReadonlyArray<CallState>,
  calls: ReadonlyArray<ChatToolCall>
): ReadonlyArray<readonly [CallFragment, number]> => {
  const free = new Set(streamed.keys())
  const taken = (is: (call: CallState, at: number) => boolean): number => {
    const at = streamed.findIndex((call, i) => free.has(i) && is(call, i))
    free.delete(at)
    return at
  }
  const fragments = calls.map(callFragment)
  const byId = fragments.map(({ id }) => (id === '' ? -1 : taken((call) => call.id === id)))
  const byPlace = fragments.map(({ id }, i) =>
    byId[i] === -1 ? taken((call, at) => at === i && (id === '' || call.id === '')) : -1
  )
  return fragments.map((fragment, i) => {
    const at = Math.max(byId[i] ?? -1, byPlace[i] ?? -1)
    return [fragment, at === -1 ? taken((call) => isAlike(call, fragment)) : at]
  })
}

/**
 * The choice after the whole message of a streamed answer: parts of a kind that was streamed are skipped, and a call is
 * matched with the streamed one by its id, otherwise by its position, otherwise by its name and arguments.
 *
 * @internal
 */
export const withWholeMessage = (choice: ChoiceState, message: ChatDelta, emit: Emit<Delta>): ChoiceState => {
  const raw = fieldsOf(asItCame(message))
  const { annotations, images, audio, executed_tools: executed } = raw
  let next = choice.reasoning === null ? withReasoning(choice, message, raw, emit) : choice
  if (executed !== undefined) next = withExecutedTools(next, executed, emit)
  if (choice.text === -1) next = withContent(next, message.content, emit)
  if (!choice.beside.refused) next = withRefusal(next, message.refusal ?? '', emit)
  if (annotations !== undefined) next = withAnnotations(next, annotations, emit)
  if (images !== undefined && !choice.beside.images) next = withImages(next, images, emit)
  if (audio !== undefined && choice.beside.audio === -1) next = withAudio(next, audio, emit)
  placesOf(choice.calls, callsOf(message)).forEach(([fragment, at]) => {
    next = at === -1 ? withCall(next, { ...fragment, slot: -1 }, emit) : withCallAgain(next, at, fragment, emit)
  })
  return next
}
