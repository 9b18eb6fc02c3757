/**
 * The usage and the errors of OpenRouter.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { chatPromptTokensDetails, chatUsage } from './usage.ts'

const openRouterPromptTokensDetails = () => ({
  ...chatPromptTokensDetails(),
  video_tokens: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterPromptTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterPromptTokensDetails extends Fields<typeof openRouterPromptTokensDetails> {}

/**
 * The tokens of the prompt, by what they are.
 *
 * Source: https://openrouter.ai/docs/use-cases/usage-accounting
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterPromptTokensDetails = /* @__PURE__ */ open<OpenRouterPromptTokensDetails>(
  'OpenRouterPromptTokensDetails',
  openRouterPromptTokensDetails
)

const openRouterCostDetails = () => ({
  server_tool_cost: maybe(t.number),
  /** Of requests with a key of your own for the provider. */
  upstream_inference_cost: maybe(t.number),
  upstream_inference_prompt_cost: maybe(t.number),
  upstream_inference_completions_cost: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterCostDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterCostDetails extends Fields<typeof openRouterCostDetails> {}

/**
 * The items of the cost, in dollars.
 *
 * Source: https://openrouter.ai/docs/use-cases/usage-accounting
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterCostDetails = /* @__PURE__ */ open<OpenRouterCostDetails>(
  'OpenRouterCostDetails',
  openRouterCostDetails
)

const openRouterServerToolUseDetails = () => ({
  tool_calls_executed: maybe(t.number),
  tool_calls_requested: maybe(t.number),
  web_search_requests: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterServerToolUseDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterServerToolUseDetails extends Fields<typeof openRouterServerToolUseDetails> {}

/**
 * The uses of tools that the server ran.
 *
 * Source: https://openrouter.ai/docs/use-cases/usage-accounting
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterServerToolUseDetails = /* @__PURE__ */ open<OpenRouterServerToolUseDetails>(
  'OpenRouterServerToolUseDetails',
  openRouterServerToolUseDetails
)

const openRouterUsage = () => ({
  ...chatUsage(),
  prompt_tokens_details: maybe(OpenRouterPromptTokensDetails),
  /** In credits, of which one is a dollar. */
  cost: maybe(t.number),
  cost_details: maybe(OpenRouterCostDetails),
  /** Whether the request was made with your own key for the provider. */
  is_byok: maybe(t.boolean),
  server_tool_use_details: maybe(OpenRouterServerToolUseDetails)
})

/**
 * A value of the codec `OpenRouterUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterUsage extends Fields<typeof openRouterUsage> {}

/**
 * The tokens of an answer, and its cost.
 *
 * Source: https://openrouter.ai/docs/use-cases/usage-accounting
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterUsage = /* @__PURE__ */ open<OpenRouterUsage>('OpenRouterUsage', openRouterUsage)

const openRouterErrorMetadata = () => ({
  error_type: maybe(t.string),
  provider_code: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterErrorMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterErrorMetadata extends Fields<typeof openRouterErrorMetadata> {}

/**
 * The cause of an error.
 *
 * Source: https://openrouter.ai/docs/api-reference/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterErrorMetadata = /* @__PURE__ */ open<OpenRouterErrorMetadata>(
  'OpenRouterErrorMetadata',
  openRouterErrorMetadata
)

const openRouterError = () => ({
  /** An HTTP status. */
  code: maybe(either(t.number, t.string)),
  message: maybe(t.string),
  metadata: maybe(OpenRouterErrorMetadata)
})

/**
 * A value of the codec `OpenRouterError`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterError extends Fields<typeof openRouterError> {}

/**
 * An error; in a stream it is beside the choices.
 *
 * Source: https://openrouter.ai/docs/api-reference/errors
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterError = /* @__PURE__ */ open<OpenRouterError>('OpenRouterError', openRouterError)
