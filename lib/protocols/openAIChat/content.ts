/**
 * The content of a delta: text, or an array of parts, as OpenAI accepts and Mistral sends them. Adjoining text is one
 * part; text after anything else is another.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/create,
 * https://docs.mistral.ai/capabilities/reasoning, https://docs.mistral.ai/api/endpoint/chat
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { field, fieldsOf, isNothing, manyOf, scalarText, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { keyOf, withFragment, withPart } from '../row.ts'
import { withReference } from './citations.ts'
import { withImage } from './media.ts'
import { withRedacted, withThought } from './reasoning.ts'
import type { ChoiceState } from './state.ts'
import { withUnknown } from './unknown.ts'
import type { ChatDelta } from './wire/delta.ts'

/** @internal */
export const withText = (choice: ChoiceState, text: string, emit: Emit<Delta>): ChoiceState => {
  if (text === '') return choice
  const key = keyOf(choice, 'text')
  emit({ _tag: 'TextDelta', choice: choice.index, key, text })
  return choice.open === 'text' ? choice : { ...withPart(choice, 'text'), text: key }
}

/** @internal */
export const withRefusal = (choice: ChoiceState, text: string, emit: Emit<Delta>): ChoiceState => {
  if (text === '') return choice
  emit({ _tag: 'RefusalDelta', choice: choice.index, key: keyOf(choice, 'refusal'), text })
  const next = withFragment(choice, 'refusal')
  return next.beside.refused ? next : { ...next, beside: { ...next.beside, refused: true } }
}

const textIn = (item: unknown): string => (typeof item === 'string' ? item : scalarText(field(item, 'text')))

// `output_text` is the word of OpenAI's Responses, which gateways leave as it is.
const isText = (item: unknown): boolean => {
  const { type, text } = fieldsOf(item)
  if (typeof item === 'string' || (type === undefined && scalarText(text) !== '')) return true
  return (type === 'text' || type === 'output_text') && (typeof text !== 'object' || text === null)
}

// `{"type": "thinking", "thinking": [{"type": "text", "text": "…"}], "signature": "…"}`, or the text itself. Other
// entries among the texts are kept as separate thinking.
const withThinking = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  const { thinking, signature } = fieldsOf(item)
  const items = typeof thinking === 'string' ? [thinking] : manyOf(thinking)
  let next = choice
  for (const one of items) {
    if (isText(one)) next = withThought(next, textIn(one), '', emit)
    else next = withUnknown(next, { type: 'thinking', thinking: [one] }, emit)
  }
  return withThought(next, '', textOf(signature), emit)
}

// `{"type": "reasoning", "summary": [{"type": "summary_text", "text": "…", "signature": "…"}]}`; what is redacted has `data`.
const withSummary = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  const { summary, text } = fieldsOf(item)
  const items = summary === undefined ? [text] : typeof summary === 'string' ? [summary] : manyOf(summary)
  return items.reduce<ChoiceState>((next, one) => {
    const { signature, data } = fieldsOf(one)
    return withRedacted(withThought(next, textIn(one), textOf(signature), emit), textOf(data), emit)
  }, choice)
}

const withItem = (choice: ChoiceState, item: unknown, emit: Emit<Delta>): ChoiceState => {
  if (isNothing(item)) return choice
  if (isText(item)) return withText(choice, textIn(item), emit)
  switch (field(item, 'type')) {
    case 'thinking':
      return withThinking(choice, item, emit)
    case 'reasoning':
      return withSummary(choice, item, emit)
    case 'redacted_thinking':
      return withRedacted(choice, textOf(field(item, 'data')), emit)
    case 'refusal': {
      const refusal = field(item, 'refusal')
      return typeof refusal === 'string' ? withRefusal(choice, refusal, emit) : withUnknown(choice, item, emit)
    }
    case 'image_url':
      return withImage(choice, item, emit)
    case 'reference':
      return withReference(choice, item, emit)
    default:
      return withUnknown(choice, item, emit)
  }
}

/**
 * The choice after the content of one delta.
 *
 * @internal
 */
export const withContent = (choice: ChoiceState, content: ChatDelta['content'], emit: Emit<Delta>): ChoiceState => {
  if (content === undefined || content === null) return choice
  if (typeof content === 'string') return withText(choice, content, emit)
  return content.reduce<ChoiceState>((next, item) => withItem(next, asItCame(item), emit), choice)
}
