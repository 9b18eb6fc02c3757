import { asItCame, instead } from '../../codec/asItCame.ts'
import { fieldsOf, isNothing } from '../../codec/field.ts'
import { lengthOf } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import type { ChatChoice, ChatChunk, ChatResponse } from './wire/chunk.ts'
import type { ChatDelta } from './wire/delta.ts'

/** The messages of a choice: one, or (Mistral) a list, in which those with the role `tool` are not part of the answer. */
const messagesOf = ({ message, messages, delta, text }: ChatChoice): ReadonlyArray<ChatDelta> => {
  if (!isNothing(message)) return [message]
  if (typeof messages === 'string') return [{ content: messages }]
  if (!isNothing(messages) && messages.length > 0) return messages
  return [delta ?? { content: text ?? '' }]
}

const isTextual = (choice: ChatChoice): boolean =>
  messagesOf(choice).some(({ content }) => !isNothing(content) && content.length > 0)

// Choices with equal or no indexes are one answer, in a body as in a stream, unless several of them have a text.
const areApart = (choices: ReadonlyArray<ChatChoice>): boolean =>
  new Set(choices.map(({ index }) => toIndex(index))).size < choices.length && choices.filter(isTextual).length > 1

/** The message with its calls numbered; it remembers the fields that were left out. */
const numberedOf = (message: ChatDelta, calls: ChatDelta['tool_calls']): ChatDelta => {
  const tool_calls = calls ?? null
  const original = asItCame(message)
  const numbered = { ...message, tool_calls }
  return original === message ? numbered : instead(numbered, { ...fieldsOf(original), tool_calls })
}

/**
 * A complete answer as one chunk. Every entry of a list is a complete call.
 *
 * @internal
 */
export const toChunk = ({ choices, ...envelope }: ChatResponse): ChatChunk => {
  const apart = areApart(choices)
  const calls = new Map<number, number>()
  return {
    ...envelope,
    choices: choices.flatMap((choice, place) => {
      const { message, finish_reason: finish, ...rest } = choice
      const index = apart ? place : Math.max(toIndex(choice.index), 0)
      const all = messagesOf(choice)
      return all.map((said, i) => {
        const before = calls.get(index) ?? 0
        calls.set(index, before + lengthOf(said.tool_calls))
        const numbered = said.tool_calls?.map((call, at) => ({ ...call, index: before + at })) ?? null
        const isLast = i === all.length - 1
        return {
          ...rest,
          ...(isLast
            ? { finish_reason: finish ?? null }
            : { usage: null, native_finish_reason: null, finish_details: null }),
          index: choices.length > 1 || all.length > 1 ? index : (choice.index ?? null),
          delta: numberedOf(said, numbered)
        }
      })
    })
  }
}
