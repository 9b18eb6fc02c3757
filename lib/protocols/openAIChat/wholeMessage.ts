import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { callFragment } from './callFragment.ts'
import { withCall, withCallAgain } from './calls.ts'
import { withAnnotations } from './citations.ts'
import type { ChatDelta } from './codec.ts'
import { withContent } from './content.ts'
import { withAudio } from './media.ts'
import { withReasoning } from './reasoning.ts'
import { withExecutedTools } from './serverTools.ts'
import type { ChoiceState } from './state.ts'

/**
 * The choice after the whole message of a streamed answer: parts of a kind that was streamed are skipped, and a call is
 * matched with the streamed one by its id, otherwise by its position.
 *
 * @internal
 */
export const withWholeMessage = (choice: ChoiceState, message: ChatDelta, emit: Emit<Delta>): ChoiceState => {
  const { annotations, audio, executed_tools: executed, tool_calls: calls } = message
  let next = choice.reasoning === null ? withReasoning(choice, message, emit) : choice
  if (executed !== undefined) next = withExecutedTools(next, executed, emit)
  if (choice.text === -1) next = withContent(next, message.content, emit)
  if (annotations !== undefined) next = withAnnotations(next, annotations, emit)
  if (audio !== undefined && choice.beside.audio === -1) next = withAudio(next, audio, emit)
  if (calls === undefined || calls === null) return next
  const free = new Set(choice.calls.keys())
  calls.forEach((call, i) => {
    const fragment = callFragment(call)
    const byId = fragment.id === '' ? -1 : choice.calls.findIndex(({ id }, at) => id === fragment.id && free.has(at))
    const at = byId === -1 && free.has(i) && (fragment.id === '' || choice.calls[i]?.id === '') ? i : byId
    free.delete(at)
    next = at === -1 ? withCall(next, { ...fragment, slot: -1 }, emit) : withCallAgain(next, at, fragment, emit)
  })
  return next
}
