/**
 * The reason why a response ended, as `FinishReason`. The protocol has no reason for a call: it is a completed response
 * with an item that the client answers.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object#responses/object-status
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'
import { toFinishReason } from '../openAIChat/finishReason.ts'

/**
 * How a response ended.
 *
 * @internal
 */
export interface Finish {
  readonly finishReason: FinishReason
  readonly rawFinishReason: string
  /** Whether the last call may be cut. */
  readonly cut: boolean
}

// The words that OpenAI Chat does not have.
const reasons: Readonly<Record<string, FinishReason>> = {
  max_len: 'length',
  max_context: 'length',
  max_context_length: 'length',
  max_prompt_tokens: 'length',
  context_window_exceeded: 'length'
}

const PREFIX = 'reason_'

/** The meaning of a reason: some servers send the names of their enumeration (xAI: `REASON_MAX_LEN`). */
const meaningOf = (reason: unknown): FinishReason => {
  const word = textOf(reason).toLowerCase()
  const own = word.startsWith(PREFIX) ? word.slice(PREFIX.length) : word
  const meaning = Object.hasOwn(reasons, own) ? reasonIn(reasons, own) : toFinishReason(own)
  return meaning === 'length' || meaning === 'content_filter' ? meaning : 'other'
}

const endings: ReadonlyArray<string> = ['completed', 'incomplete', 'failed', 'cancelled']

/**
 * The status of a response or of an item, in lower case and in OpenAI's spelling.
 *
 * @internal
 */
export const statusOf = (status: unknown): string => {
  const word = textOf(status).toLowerCase()
  return word === 'canceled' ? 'cancelled' : word
}

/**
 * The status in which a response ended: its own, which takes precedence over the name of the event that ends the
 * stream. A response whose reason is a limit or a filter is incomplete.
 *
 * @internal
 */
export const endingStatus = (status: unknown, event: string, reason: unknown): string => {
  const own = statusOf(status)
  const ending = endings.includes(own) ? own : event
  return ending === 'completed' && meaningOf(reason) !== 'other' ? 'incomplete' : ending
}

/** @internal */
export const toFinish = (status: string, reason: unknown, hasCall: boolean): Finish => {
  switch (status) {
    case 'incomplete': {
      const word = textOf(reason)
      return { finishReason: meaningOf(reason), rawFinishReason: word === '' ? status : word, cut: true }
    }
    case 'failed':
      return { finishReason: 'error', rawFinishReason: status, cut: true }
    case 'cancelled':
      return { finishReason: 'other', rawFinishReason: status, cut: true }
    default:
      return { finishReason: hasCall ? 'tool_call' : 'stop', rawFinishReason: status, cut: false }
  }
}
