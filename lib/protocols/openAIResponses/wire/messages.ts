/**
 * The items that hold the answer itself.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { parts } from './partOf.ts'
import { ResponsesPart, ResponsesSummary } from './parts.ts'

const responsesMessage = () => ({
  type: kind('message'),
  id: maybe(textual),
  role: maybe(word('assistant')),
  /** In a stream empty until the message is complete. */
  content: maybe(parts(ResponsesPart, 'output_text')),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  /** A message beside the work, or the answer. */
  phase: maybe(word('commentary', 'final_answer'))
})

/**
 * A value of the codec `ResponsesMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesMessage extends Fields<typeof responsesMessage> {}

/**
 * A message of the assistant.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesMessage = /* @__PURE__ */ open<ResponsesMessage>('ResponsesMessage', responsesMessage)

const responsesReasoning = () => ({
  type: kind('reasoning'),
  /** Must be sent back unchanged, with the reasoning. */
  id: maybe(textual),
  summary: maybe(parts(ResponsesSummary, 'summary_text')),
  /** The reasoning itself, from models that show it. */
  content: maybe(parts(ResponsesPart, 'reasoning_text')),
  /** Must be sent back unchanged; only if it was asked for. */
  encrypted_content: maybe(t.string),
  status: maybe(word('in_progress', 'completed', 'incomplete'))
})

/**
 * A value of the codec `ResponsesReasoning`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesReasoning extends Fields<typeof responsesReasoning> {}

/**
 * Reasoning of the model.
 *
 * Source: https://platform.openai.com/docs/guides/reasoning
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesReasoning = /* @__PURE__ */ open<ResponsesReasoning>('ResponsesReasoning', responsesReasoning)

const responsesCompaction = () => ({
  type: kind('compaction'),
  id: maybe(textual),
  encrypted_content: maybe(t.string),
  created_by: maybe(t.string)
})

/**
 * A value of the codec `ResponsesCompaction`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCompaction extends Fields<typeof responsesCompaction> {}

/**
 * The part of the conversation that was compacted; must be sent back unchanged.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCompaction = /* @__PURE__ */ open<ResponsesCompaction>('ResponsesCompaction', responsesCompaction)

const responsesImageGenerationCall = () => ({
  type: kind('image_generation_call'),
  id: maybe(textual),
  /** In base64; null until it is complete. */
  result: maybe(t.string),
  status: maybe(word('in_progress', 'generating', 'completed', 'failed')),
  action: maybe(word('auto', 'generate', 'edit')),
  background: maybe(word('auto', 'transparent', 'opaque')),
  output_format: maybe(word('png', 'webp', 'jpeg')),
  quality: maybe(word('auto', 'low', 'medium', 'high')),
  size: maybe(t.string),
  /** The prompt from which it was drawn. */
  revised_prompt: maybe(t.string)
})

/**
 * A value of the codec `ResponsesImageGenerationCall`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesImageGenerationCall extends Fields<typeof responsesImageGenerationCall> {}

/**
 * A picture that the model drew.
 *
 * Source: https://platform.openai.com/docs/guides/tools-image-generation
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesImageGenerationCall = /* @__PURE__ */ open<ResponsesImageGenerationCall>(
  'ResponsesImageGenerationCall',
  responsesImageGenerationCall
)
