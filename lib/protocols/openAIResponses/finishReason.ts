/**
 * Why a response ended, in our words. The protocol has no word for "the model asks for a call": it is what a completed
 * response with a call means.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object#responses/object-status
 *
 * @since 0.1.0
 */
import { textOf } from '../../codec/field.ts'
import type { FinishReason } from '../../data/FinishReason.ts'
import { reasonIn } from '../../data/FinishReason.ts'

/**
 * How a response ended.
 *
 * @internal
 */
export interface Finish {
  readonly finishReason: FinishReason
  readonly rawFinishReason: string
  /** Whether the last call may be half. */
  readonly cut: boolean
}

const reasons: Readonly<Record<string, FinishReason>> = {
  max_output_tokens: 'length',
  max_tokens: 'length',
  content_filter: 'content_filter'
}

/**
 * @internal
 */
export const toFinish = (status: string, reason: unknown, hasCall: boolean): Finish => {
  switch (status) {
    case 'incomplete': {
      const word = textOf(reason)
      return { finishReason: reasonIn(reasons, word), rawFinishReason: word === '' ? status : word, cut: true }
    }
    case 'failed':
      return { finishReason: 'error', rawFinishReason: status, cut: true }
    case 'cancelled':
      return { finishReason: 'other', rawFinishReason: status, cut: true }
    default:
      return { finishReason: hasCall ? 'tool_call' : 'stop', rawFinishReason: status, cut: false }
  }
}
