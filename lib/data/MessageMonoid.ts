import type { monoid } from 'fp-ts'

import { joinExtra } from './extra.ts'
import type { Choice, Message } from './Message.ts'
import { choiceOf, emptyMessage, messageOf, partPlaceOf, placeOf } from './Message.ts'
import type { Part } from './Part.ts'
import { combineParts } from './Part.ts'
import type { Usage } from './Usage.ts'
import { UsageMonoidLatest } from './Usage.ts'

// The name that is not empty; the preferred one if neither is.
const joinName = (preferred: string | undefined, other: string | undefined): string | undefined =>
  preferred || other || (preferred ?? other)

const joinUsage = (first: Usage | undefined, second: Usage | undefined): Usage | undefined =>
  first === undefined || second === undefined ? (first ?? second) : UsageMonoidLatest.concat(first, second)

// Only a part of the first message is continued: two parts of the second with the same key stay two.
const joinParts = (first: ReadonlyArray<Part>, second: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const parts = first.slice()
  for (const fragment of second) {
    const at = partPlaceOf(first, fragment)
    const part = parts[at]
    if (part === undefined) parts.push(fragment)
    else parts[at] = combineParts(part, fragment)
  }
  return parts
}

const joinChoice = (first: Choice, second: Choice): Choice =>
  choiceOf(
    first.index,
    joinParts(first.parts, second.parts),
    second.finishReason ?? first.finishReason,
    second.rawFinishReason ?? first.rawFinishReason,
    joinExtra(first.extra, second.extra)
  )

const joinChoices = (first: ReadonlyArray<Choice>, second: ReadonlyArray<Choice>): ReadonlyArray<Choice> => {
  const choices = first.slice()
  for (const choice of second) {
    const at = placeOf(first, choice.index)
    const known = choices[at]
    if (known === undefined) choices.push(choice)
    else choices[at] = joinChoice(known, choice)
  }
  return choices
}

const concat = (first: Message, second: Message): Message =>
  messageOf(
    joinName(first.id, second.id),
    joinName(second.model, first.model),
    joinChoices(first.choices, second.choices),
    joinUsage(first.usage, second.usage),
    joinExtra(first.extra, second.extra)
  )

/**
 * Messages of one response, in order. A message is a monoid over deltas, with `fromDelta` as the inclusion:
 *
 * - `concat(empty, m) = m = concat(m, empty)`
 * - `concat(concat(a, b), c) = concat(a, concat(b, c))`
 * - `fold(xs ++ ys) = concat(fold(xs), fold(ys))`, where `fold` appends each delta to `empty`
 * - `appendDelta(m, d) = concat(m, fromDelta(d))`
 *
 * The laws hold by `MessageEq` for every message that the types allow. It is not commutative: parts are in order of first
 * appearance.
 *
 * @example
 * import { fromDelta, MessageMonoid, messageText } from 'deltafold'
 *
 * const [hel, lo] = ['Hel', 'lo'].map((text) => fromDelta({ _tag: 'TextDelta', choice: 0, key: 0, text }))
 * assert.deepStrictEqual(hel && lo && messageText(MessageMonoid.concat(hel, lo)), 'Hello')
 *
 * @category instances
 * @since 0.1.0
 */
export const MessageMonoid: monoid.Monoid<Message> = { empty: emptyMessage, concat }
