/**
 * The parts of an answer that are sent back as items of the next request's input.
 *
 * @since 0.1.0
 */
import { isNothing, isObject } from '../../codec/field.ts'
import { isCutShort } from '../../data/FinishReason.ts'
import type { Choice } from '../../data/Message.ts'
import type { ImagePart, Part, ServerToolCall, ServerToolResult, UnrecognisedPart } from '../../data/Part.ts'
import { sentWithCitations } from '../sentParts.ts'
import { isOutput, itemOf, roleOf } from './items.ts'
import { isWorthSending, thoughtsOf } from './thoughts.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The key that a call that the provider runs shares with its result.
 *
 * @internal
 */
export const callKey = ({ kind, id }: ServerToolCall | ServerToolResult): string => JSON.stringify([kind, id])

/**
 * Whether an item that has no part of its own waits for the client.
 *
 * @internal
 */
export const isAwaited = (part: Part): part is UnrecognisedPart & { readonly raw: Json } =>
  part._tag === 'Unrecognised' && isObject(part.raw) && roleOf(itemOf(part.raw), 'client') === 'awaited'

// Whether the last part may be incomplete.
const isCut = ({ finishReason, rawFinishReason = '' }: Choice): boolean =>
  isCutShort(finishReason ?? '') || ['incomplete', 'cancelled'].includes(rawFinishReason)

/**
 * Whether an item that waits for the client may be incomplete. If half an action or half a patch were sent back, the client
 * would have to answer it.
 *
 * @internal
 */
export const isHalf = (choice: Choice): ((part: UnrecognisedPart & { readonly raw: Json }) => boolean) => {
  const last = isCut(choice) ? choice.parts.at(-1) : undefined
  return (part) => part === last || !(isNothing(part.raw['status']) || part.raw['status'] === 'completed')
}

// Whether a call or an image of the provider has ended. An item that only began has no status.
const isOver = (choice: Choice): ((part: ServerToolCall | ImagePart) => boolean) => {
  const last = isCut(choice) ? choice.parts.at(-1) : undefined
  return (part) => {
    const status = part.extra?.['status']
    return isNothing(status)
      ? part !== last && choice.finishReason !== undefined
      : status === 'completed' || status === 'failed'
  }
}

// The API rejects reasoning without the item that followed it.
const followed = (parts: ReadonlyArray<Part>, isSent: (part: Part) => boolean): ReadonlySet<Part> => {
  const all = new Set<Part>()
  let waiting: Part[] = []
  for (const part of parts) {
    if (part._tag === 'Reasoning') waiting.push(part)
    else if (part._tag !== 'Citation') {
      if (isSent(part)) for (const one of waiting) all.add(one)
      waiting = []
    }
  }
  return all
}

/**
 * The parts that are sent back.
 *
 * @internal
 */
export const sent = (choice: Choice, isKept: (part: Part) => boolean): ReadonlyArray<Part> => {
  const { parts } = choice
  const isHalfOf = isHalf(choice)
  const isOverOf = isOver(choice)
  const calls = new Set(
    parts.flatMap((part) => (part._tag === 'ServerToolCall' && isOverOf(part) ? [callKey(part)] : []))
  )
  const isItem = (part: Part): boolean => {
    if (!isKept(part)) return false
    switch (part._tag) {
      case 'Text':
      case 'Refusal':
        return part.text !== ''
      case 'ToolCall':
        return true
      case 'ServerToolCall':
      case 'Image':
        return isOverOf(part)
      case 'ServerToolResult':
        return isOutput(part.kind) || calls.has(callKey(part))
      case 'Unrecognised':
        return isAwaited(part) ? !isHalfOf(part) : isObject(part.raw)
      case 'Reasoning':
      case 'Citation':
      case 'File':
        return false
    }
  }
  const isFollowed = followed(parts, isItem)
  const thoughts = new Set<Part>(
    thoughtsOf(parts).flatMap((thought) =>
      isWorthSending(thought) && thought.every(isKept) && thought.some((part) => isFollowed.has(part)) ? thought : []
    )
  )
  return sentWithCitations(parts, (part) => thoughts.has(part) || isItem(part))
}
