/**
 * The probabilities of tokens.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const chatTopLogprob = () => ({
  token: maybe(t.string),
  logprob: maybe(t.number),
  /** Of the token in UTF-8. */
  bytes: maybe(list(t.number))
})

/**
 * A value of the codec `ChatTopLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatTopLogprob extends Fields<typeof chatTopLogprob> {}

/**
 * A token that was likely at a place.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatTopLogprob = /* @__PURE__ */ open<ChatTopLogprob>('ChatTopLogprob', chatTopLogprob)

const chatTokenLogprob = () => ({
  ...chatTopLogprob(),
  /** The most likely tokens at this place. */
  top_logprobs: maybe(list(ChatTopLogprob))
})

/**
 * A value of the codec `ChatTokenLogprob`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatTokenLogprob extends Fields<typeof chatTokenLogprob> {}

/**
 * A token of the answer, with its probability and those of others.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatTokenLogprob = /* @__PURE__ */ open<ChatTokenLogprob>('ChatTokenLogprob', chatTokenLogprob)

const chatLogprobs = () => ({
  content: maybe(list(ChatTokenLogprob)),
  refusal: maybe(list(ChatTokenLogprob))
})

/**
 * A value of the codec `ChatLogprobs`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatLogprobs extends Fields<typeof chatLogprobs> {}

/**
 * The probabilities of the tokens of a choice.
 *
 * Source: https://platform.openai.com/docs/api-reference/chat/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ChatLogprobs = /* @__PURE__ */ open<ChatLogprobs>('ChatLogprobs', chatLogprobs)
