import { isNothing, listOf, scalarText } from '../../codec/field.ts'
import { lengthOf } from '../sizes.ts'
import { toIndex } from '../toIndex.ts'
import type { ChatChunk, ChatResponse } from './codec.ts'
import { ChatDelta } from './codec.ts'

type BodyChoice = ChatResponse['choices'][number]

/** The messages of a choice: one, or (Mistral) a list, in which those with the role `tool` are not part of the answer. */
const messagesOf = (choice: BodyChoice): ReadonlyArray<ChatDelta> => {
  const { delta, messages, text } = choice as Readonly<Record<string, unknown>> // its fields, also those without a type
  if (!isNothing(choice.message)) return [choice.message]
  if (typeof messages === 'string') return [{ content: messages }]
  const many = listOf(messages).filter((message): message is ChatDelta => ChatDelta.is(message))
  if (many.length > 0) return many
  return [ChatDelta.is(delta) ? delta : { content: scalarText(text) }]
}

const isTextual = (choice: BodyChoice): boolean =>
  messagesOf(choice).some(({ content }) => !isNothing(content) && content.length > 0)

// Choices with equal or no indexes are one answer, in a body as in a stream, unless several of them have a text.
const areApart = (choices: ReadonlyArray<BodyChoice>): boolean =>
  new Set(choices.map(({ index }) => toIndex(index))).size < choices.length && choices.filter(isTextual).length > 1

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
          index: choices.length > 1 || all.length > 1 ? index : choice.index,
          delta: { ...said, tool_calls: numbered }
        }
      })
    })
  }
}
