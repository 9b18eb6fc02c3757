/**
 * ```ts
 * interface Message { id?: string; model?: string; choices: ReadonlyArray<Choice>; usage?: Usage }
 * ```
 *
 * What is known so far of a response. It is a monoid over deltas, with `fromDelta` as the inclusion:
 *
 * - `concat(empty, m) = m = concat(m, empty)`
 * - `concat(concat(a, b), c) = concat(a, concat(b, c))`
 * - `fold(xs ++ ys) = concat(fold(xs), fold(ys))`, where `fold` appends each delta to `empty`
 * - `appendDelta(m, d) = concat(m, fromDelta(d))`
 *
 * It is not commutative: parts stand in order of first appearance. What a fold does not touch keeps its identity (`===`).
 *
 * @since 0.1.0
 */
import type { monoid } from 'fp-ts'

import type { Delta } from './Delta.ts'
import { withExtra } from './extra.ts'
import type { FinishReason } from './FinishReason.ts'
import type { Part, ReasoningPart, TextPart } from './Part.ts'
import { combine, fromReasoning, isToolCall } from './Part.ts'
import { replaced } from './replaced.ts'
import type { ToolCall } from './ToolCall.ts'
import type { Usage } from './Usage.ts'
import { UsageMonoidLatest } from './Usage.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One of the answers of a response; usually there is one.
 *
 * @category model
 * @since 0.1.0
 */
export interface Choice {
  /** The provider's index of the choice. */
  readonly index: number
  /** In order of first appearance. */
  readonly parts: ReadonlyArray<Part>
  readonly finishReason?: FinishReason
  /** The provider's own word for it. */
  readonly rawFinishReason?: string
}

/**
 * @category model
 * @since 0.1.0
 */
export interface Message {
  /** The response's id: the first that was not empty. */
  readonly id?: string
  /** The model that answered: the first that was not empty. */
  readonly model?: string
  /** In order of first appearance. */
  readonly choices: ReadonlyArray<Choice>
  readonly usage?: Usage
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * Nothing is known yet.
 *
 * @category constructors
 * @since 0.1.0
 */
export const emptyMessage: Message = { choices: [] }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

type Draft<A> = { -readonly [K in keyof A]: A[K] }

// A copy field by field: on the hot path it costs a fraction of an object spread.
const messageOf = (
  id: string | undefined,
  model: string | undefined,
  choices: ReadonlyArray<Choice>,
  usage: Usage | undefined
): Message => {
  const next: Draft<Message> = { choices }
  if (id !== undefined) next.id = id
  if (model !== undefined) next.model = model
  if (usage !== undefined) next.usage = usage
  return next
}

const withChoices = ({ id, model, usage }: Message, choices: ReadonlyArray<Choice>): Message =>
  messageOf(id, model, choices, usage)

const withParts = ({ index, finishReason, rawFinishReason }: Choice, parts: ReadonlyArray<Part>): Choice => {
  const next: Draft<Choice> = { index, parts }
  if (finishReason !== undefined) next.finishReason = finishReason
  if (rawFinishReason !== undefined) next.rawFinishReason = rawFinishReason
  return next
}

// Most fragments continue the last part: the search begins there.
const withPart = (parts: ReadonlyArray<Part>, fragment: Part): ReadonlyArray<Part> => {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]
    const whole = part && combine(part, fragment)
    if (whole) return replaced(parts, i, whole)
  }
  return replaced(parts, -1, fragment)
}

const none: ReadonlyArray<Part> = []

const withChoice = (message: Message, index: number, change: (choice: Choice) => Choice): Message => {
  const { choices } = message
  const at = choices.findIndex((choice) => choice.index === index)
  return withChoices(message, replaced(choices, at, change(choices[at] ?? { index, parts: none })))
}

const withFragment = (message: Message, index: number, fragment: Part): Message =>
  withChoice(message, index, (choice) => withParts(choice, withPart(choice.parts, fragment)))

const withUsage = (message: Message, usage: Usage): Message => ({
  ...message,
  usage: message.usage === undefined ? usage : UsageMonoidLatest.concat(message.usage, usage)
})

const firstKnown = (known: string | undefined, said: string | undefined): string | undefined =>
  known ?? (said === '' ? undefined : said)

const withMetadata = (message: Message, saidId: string | undefined, saidModel: string | undefined): Message => {
  const id = firstKnown(message.id, saidId)
  const model = firstKnown(message.model, saidModel)
  if (id === message.id && model === message.model) return message
  return messageOf(id, model, message.choices, message.usage)
}

const partOf = {
  ServerToolCallDelta: 'ServerToolCall',
  ServerToolResultDelta: 'ServerToolResult',
  CitationDelta: 'Citation',
  ImageDelta: 'Image',
  FileDelta: 'File'
} as const

/**
 * The message after one more delta.
 *
 * @example
 * import { appendDelta, emptyMessage, messageText } from 'deltafold'
 *
 * const hello = appendDelta(emptyMessage, { _tag: 'TextDelta', choice: 0, key: 0, text: 'Hel' })
 * assert.deepStrictEqual(messageText(appendDelta(hello, { _tag: 'TextDelta', choice: 0, key: 0, text: 'lo' })), 'Hello')
 *
 * @category combinators
 * @since 0.1.0
 */
export const appendDelta = (message: Message, delta: Delta): Message => {
  switch (delta._tag) {
    case 'TextDelta':
      return withFragment(
        message,
        delta.choice,
        withExtra({ _tag: 'Text', key: delta.key, text: delta.text }, delta.extra)
      )
    case 'ToolCallDelta': {
      const { choice, key, id, name, arguments: text, extra } = delta
      const call: ToolCall = { _tag: 'ToolCall', state: 'Open', key, id, name, arguments: text }
      return withFragment(message, choice, withExtra(call, extra))
    }
    case 'ReasoningDelta':
      return withFragment(message, delta.choice, fromReasoning(delta))
    case 'RefusalDelta':
      return withFragment(message, delta.choice, { _tag: 'Refusal', key: delta.key, text: delta.text })
    case 'UnrecognisedDelta':
      return withFragment(message, delta.choice, { _tag: 'Unrecognised', key: delta.key, raw: delta.raw })
    case 'ToolCallEnd': {
      const { choice, key, state } = delta
      return withFragment(message, choice, { _tag: 'ToolCall', state, key, id: '', name: '', arguments: '' })
    }
    case 'ServerToolCallDelta':
    case 'ServerToolResultDelta':
    case 'CitationDelta':
    case 'ImageDelta':
    case 'FileDelta': {
      const { _tag, choice, ...part } = delta
      return withFragment(message, choice, { _tag: partOf[_tag], ...part } as Part) // the part has the fields of its delta
    }
    case 'FinishDelta': {
      const { finishReason, rawFinishReason } = delta
      return withChoice(message, delta.choice, (choice) => ({ ...choice, finishReason, rawFinishReason }))
    }
    case 'UsageDelta':
      return withUsage(message, delta.usage)
    case 'ResponseMetadata':
      return withMetadata(message, delta.id, delta.model)
    case 'RepairDelta':
      return message
  }
}

/**
 * The message that a delta is by itself.
 *
 * @example
 * import { fromDelta, MessageMonoid, messageText } from 'deltafold'
 *
 * const hel = fromDelta({ _tag: 'TextDelta', choice: 0, key: 0, text: 'Hel' })
 * const lo = fromDelta({ _tag: 'TextDelta', choice: 0, key: 0, text: 'lo' })
 * assert.deepStrictEqual(messageText(MessageMonoid.concat(hel, lo)), 'Hello')
 *
 * @category combinators
 * @since 0.1.0
 */
export const fromDelta = (delta: Delta): Message => appendDelta(emptyMessage, delta)

const concatChoices = (first: Choice, second: Choice): Choice => ({
  ...first,
  ...second,
  parts: second.parts.reduce(withPart, first.parts)
})

const concat = (first: Message, second: Message): Message => {
  const named = withMetadata(first, second.id, second.model)
  const metered = second.usage === undefined ? named : withUsage(named, second.usage)
  return second.choices.reduce(
    (message, choice) => withChoice(message, choice.index, (mine) => concatChoices(mine, choice)),
    metered
  )
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The choice with index 0; where no choice has it, the first to appear.
 *
 * @example
 * import { firstChoice, fromDelta } from 'deltafold'
 *
 * const message = fromDelta({ _tag: 'FinishDelta', choice: 0, finishReason: 'stop', rawFinishReason: 'end_turn' })
 * assert.deepStrictEqual(firstChoice(message)?.rawFinishReason, 'end_turn')
 *
 * @category destructors
 * @since 0.1.0
 */
export const firstChoice = ({ choices }: Message): Choice | undefined =>
  choices.find(({ index }) => index === 0) ?? choices[0]

const parts = (message: Message): ReadonlyArray<Part> => firstChoice(message)?.parts ?? []

/**
 * All text of the first choice, joined; `""` when there is none.
 *
 * @example
 * import { foldBody, openRouter, messageText } from 'deltafold'
 *
 * const { message } = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * assert.deepStrictEqual(messageText(message), 'Hi')
 *
 * @category destructors
 * @since 0.1.0
 */
export const messageText = (message: Message): string =>
  parts(message)
    .filter((part): part is TextPart => part._tag === 'Text')
    .map((part) => part.text)
    .join('')

/**
 * All reasoning text and summaries of the first choice, joined; between two summaries stands an empty line, for each is a
 * paragraph of its own. `""` when there is none.
 *
 * @example
 * import { foldBody, openRouter, messageReasoning } from 'deltafold'
 *
 * const { message } = foldBody(openRouter, '{"choices":[{"message":{"reasoning":"Hm.","content":"Hi"}}]}')
 * assert.deepStrictEqual(messageReasoning(message), 'Hm.')
 *
 * @category destructors
 * @since 0.1.0
 */
export const messageReasoning = (message: Message): string =>
  parts(message)
    .filter((part): part is ReasoningPart => part._tag === 'Reasoning' && part.text !== '')
    .map(({ kind, text: said }, i, all) =>
      kind === 'summary' && all[i - 1]?.kind === 'summary' ? `\n\n${said}` : said
    )
    .join('')

/**
 * The tool calls of the first choice, in order of first appearance.
 *
 * @example
 * import { foldBody, openRouter, messageToolCalls } from 'deltafold'
 *
 * const call = '{"id":"a","function":{"name":"add","arguments":"{}"}}'
 * const { message } = foldBody(openRouter, `{"choices":[{"message":{"tool_calls":[${call}]}}]}`)
 * assert.deepStrictEqual(messageToolCalls(message), [{ _tag: 'ToolCall', state: 'Closed', key: 0, id: 'a', name: 'add', arguments: '{}' }])
 *
 * @category destructors
 * @since 0.1.0
 */
export const messageToolCalls = (message: Message): ReadonlyArray<ToolCall> => parts(message).filter(isToolCall)

// -------------------------------------------------------------------------------------
// instances
// -------------------------------------------------------------------------------------

/**
 * Messages of one response, in order.
 *
 * @category instances
 * @since 0.1.0
 */
export const MessageMonoid: monoid.Monoid<Message> = { empty: emptyMessage, concat }
