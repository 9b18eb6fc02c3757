/**
 * ```ts
 * interface Message { id?: string; model?: string; choices: ReadonlyArray<Choice>; usage?: Usage; extra?: Extra }
 * ```
 *
 * The response as received so far. `MessageMonoid` has the laws of its fold. Parts and choices that a delta does not change
 * keep their identity (`===`).
 *
 * @since 0.1.0
 */
import type { eq } from 'fp-ts'

import type { Delta } from './Delta.ts'
import type { Extra } from './extra.ts'
import type { FinishReason } from './FinishReason.ts'
import { isEqual } from './isEqual.ts'
import type { Part, ReasoningPart, TextPart, ToolCall } from './Part.ts'
import { combineParts, isToolCall, kindOf } from './Part.ts'
import { replaced } from './replaced.ts'
import type { Usage } from './Usage.ts'
import { UsageMonoidLatest } from './Usage.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One of the answers of a response; usually there is only one.
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
  /** The fields beside the parts that the protocol's list names, such as the stop sequence or safety ratings. */
  readonly extra?: Extra
}

/**
 * A response as received so far.
 *
 * @category model
 * @since 0.1.0
 */
export interface Message {
  /** The response's id: the first that was not empty. */
  readonly id?: string
  /** The model that answered: the last that was not empty, because another model may continue an answer. */
  readonly model?: string
  /** In order of first appearance. */
  readonly choices: ReadonlyArray<Choice>
  readonly usage?: Usage
  /** The fields beside the choices that the protocol's list names, and the response's request ids and rate limits. */
  readonly extra?: Extra
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/**
 * The message before anything was received.
 *
 * @category constructors
 * @since 0.1.0
 */
export const emptyMessage: Message = { choices: [] }

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

type Draft<A> = { -readonly [K in keyof A]: A[K] }

/**
 * A message of its fields. A copy field by field costs a fraction of an object spread on the hot path.
 *
 * @internal
 */
export const messageOf = (
  id: string | undefined,
  model: string | undefined,
  choices: ReadonlyArray<Choice>,
  usage: Usage | undefined,
  extra: Extra | undefined
): Message => {
  const next: Draft<Message> = { choices }
  if (id !== undefined) next.id = id
  if (model !== undefined) next.model = model
  if (usage !== undefined) next.usage = usage
  if (extra !== undefined) next.extra = extra
  return next
}

const withChoices = ({ id, model, usage, extra }: Message, choices: ReadonlyArray<Choice>): Message =>
  messageOf(id, model, choices, usage, extra)

/**
 * A choice of its fields.
 *
 * @internal
 */
export const choiceOf = (
  index: number,
  parts: ReadonlyArray<Part>,
  finishReason: FinishReason | undefined,
  rawFinishReason: string | undefined,
  extra: Extra | undefined
): Choice => {
  const next: Draft<Choice> = { index, parts }
  if (finishReason !== undefined) next.finishReason = finishReason
  if (rawFinishReason !== undefined) next.rawFinishReason = rawFinishReason
  if (extra !== undefined) next.extra = extra
  return next
}

const none: ReadonlyArray<Part> = []

/**
 * The place of a choice; -1 = none. If several have one index, which no fold produces, the last one counts.
 *
 * @internal
 */
export const placeOf = (choices: ReadonlyArray<Choice>, index: number): number =>
  choices.findLastIndex((choice) => choice.index === index)

const withChoice = (message: Message, index: number, change: (choice: Choice) => Choice): Message => {
  const { choices } = message
  const at = placeOf(choices, index)
  return withChoices(message, replaced(choices, at, change(choices[at] ?? { index, parts: none })))
}

/**
 * The place of the part that a fragment continues; -1 = none. Most continue the last part: the search begins there.
 *
 * @internal
 */
export const partPlaceOf = (parts: ReadonlyArray<Part>, { _tag, key }: Part): number => {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]
    if (part?.key === key && part._tag === _tag) return i
  }
  return -1
}

type Combine = (first: Part, second: Part) => Part

const joined = (parts: ReadonlyArray<Part>, fragment: Part, combine: Combine): ReadonlyArray<Part> => {
  const at = partPlaceOf(parts, fragment)
  const part = parts[at]
  return replaced(parts, at, part === undefined ? fragment : combine(part, fragment))
}

/**
 * The message after more of a part, or with a new part.
 *
 * Law: for fragments `a` and `b` of one part,
 * `withPart(m, i, combineParts(toPart(a), toPart(b))) = appendDelta(appendDelta(m, a), b)`.
 *
 * @internal
 */
export const withPart = (message: Message, choice: number, fragment: Part, combine: Combine = combineParts): Message =>
  withChoice(message, choice, ({ index, parts, finishReason, rawFinishReason, extra }) =>
    choiceOf(index, joined(parts, fragment, combine), finishReason, rawFinishReason, extra)
  )

const withUsage = (message: Message, usage: Usage): Message => ({
  ...message,
  usage: UsageMonoidLatest.concat(message.usage ?? {}, usage)
})

// The first id that is not empty counts, and the last model.
const withMetadata = (message: Message, newId: string, newModel: string): Message => {
  const id = message.id || newId || message.id
  const model = newModel || message.model
  if (id === message.id && model === message.model) return message
  return messageOf(id, model, message.choices, message.usage, message.extra)
}

const withBeside = (message: Message, index: number | undefined, extra: Extra): Message =>
  index === undefined
    ? { ...message, extra: { ...message.extra, ...extra } }
    : withChoice(message, index, (choice) => ({ ...choice, extra: { ...choice.extra, ...extra } }))

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
    case 'FinishDelta': {
      const { finishReason, rawFinishReason } = delta
      return withChoice(message, delta.choice, (choice) => ({ ...choice, finishReason, rawFinishReason }))
    }
    case 'UsageDelta':
      return withUsage(message, delta.usage)
    case 'ResponseMetadata':
      return withMetadata(message, delta.id, delta.model)
    case 'ExtraDelta':
      return withBeside(message, delta.choice, delta.extra)
    case 'RepairDelta':
      return message
  }
  const { toPart, combine } = kindOf(delta)
  return withPart(message, delta.choice, toPart(delta), combine)
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
 * All reasoning text and summaries of the first choice, joined; an empty line separates two summaries, because each is a
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
 * Equality of messages by value; `extra` and `raw` are compared deeply, and a field that is `undefined` equals one that is
 * missing. Parts that are the same object are not compared.
 *
 * @example
 * import { fromDelta, MessageEq } from 'deltafold'
 *
 * const hi = fromDelta({ _tag: 'TextDelta', choice: 0, key: 0, text: 'Hi' })
 * assert.deepStrictEqual(MessageEq.equals(hi, JSON.parse(JSON.stringify(hi))), true)
 * assert.deepStrictEqual(MessageEq.equals(hi, { choices: [] }), false)
 *
 * @category instances
 * @since 0.1.0
 */
export const MessageEq: eq.Eq<Message> = { equals: isEqual }
