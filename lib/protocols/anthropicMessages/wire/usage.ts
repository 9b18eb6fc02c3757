/**
 * Usage.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const cacheCreation = () => ({
  /** For five minutes. */
  ephemeral_5m_input_tokens: maybe(t.number),
  /** For one hour. */
  ephemeral_1h_input_tokens: maybe(t.number)
})

/**
 * A value of the codec `AnthropicCacheCreation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicCacheCreation extends Fields<typeof cacheCreation> {}

/**
 * The tokens that were written to the cache, by their time to live.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/prompt-caching#tracking-cache-performance
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCacheCreation = /* @__PURE__ */ open<AnthropicCacheCreation>(
  'AnthropicCacheCreation',
  cacheCreation
)

const iterationUsage = () => ({
  /** What the run was for. */
  type: maybe(word('message', 'compaction', 'advisor_message', 'fallback_message')),
  model: maybe(t.string),
  /** Without the tokens that were read from the cache or written to it. */
  input_tokens: maybe(t.number),
  /** With thinking. */
  output_tokens: maybe(t.number),
  /** Tokens that were written to the cache. */
  cache_creation_input_tokens: maybe(t.number),
  /** Tokens that were read from the cache. */
  cache_read_input_tokens: maybe(t.number),
  cache_creation: maybe(AnthropicCacheCreation)
})

/**
 * A value of the codec `AnthropicIterationUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicIterationUsage extends Fields<typeof iterationUsage> {}

/**
 * The tokens of one of the runs that make up an answer.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicIterationUsage = /* @__PURE__ */ open<AnthropicIterationUsage>(
  'AnthropicIterationUsage',
  iterationUsage
)

const outputTokensDetails = () => ({
  thinking_tokens: maybe(t.number)
})

/**
 * A value of the codec `AnthropicOutputTokensDetails`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicOutputTokensDetails extends Fields<typeof outputTokensDetails> {}

/**
 * The output tokens by their purpose.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicOutputTokensDetails = /* @__PURE__ */ open<AnthropicOutputTokensDetails>(
  'AnthropicOutputTokensDetails',
  outputTokensDetails
)

const serverToolUsage = () => ({
  web_search_requests: maybe(t.number),
  web_fetch_requests: maybe(t.number)
})

/**
 * A value of the codec `AnthropicServerToolUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicServerToolUsage extends Fields<typeof serverToolUsage> {}

/**
 * The number of the requests of tools that the provider ran.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicServerToolUsage = /* @__PURE__ */ open<AnthropicServerToolUsage>(
  'AnthropicServerToolUsage',
  serverToolUsage
)

const fallbackCreditStatus = () => ({
  type: maybe(word('redeemed', 'not_applied')),
  /** Why it was not applied. */
  reason: maybe(
    word(
      'body_mismatch',
      'continuation_excluded',
      'continuation_only',
      'expired',
      'invalid_target_model',
      'not_enabled',
      'reprice_unavailable',
      'temporarily_unavailable',
      'variant_fields_present',
      'wrong_organization',
      'wrong_platform',
      'wrong_workspace'
    )
  ),
  /** The fields of the request without which it would have been. */
  remove_to_redeem: maybe(list(t.string))
})

/**
 * A value of the codec `AnthropicFallbackCreditStatus`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicFallbackCreditStatus extends Fields<typeof fallbackCreditStatus> {}

/**
 * What became of a credit for an answer that was declined.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicFallbackCreditStatus = /* @__PURE__ */ open<AnthropicFallbackCreditStatus>(
  'AnthropicFallbackCreditStatus',
  fallbackCreditStatus
)

const fallbackCredit = () => ({
  status: maybe(AnthropicFallbackCreditStatus)
})

/**
 * A value of the codec `AnthropicFallbackCredit`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicFallbackCredit extends Fields<typeof fallbackCredit> {}

/**
 * The credit for an answer that was declined.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicFallbackCredit = /* @__PURE__ */ open<AnthropicFallbackCredit>(
  'AnthropicFallbackCredit',
  fallbackCredit
)

const usage = () => ({
  /** Without the tokens that were read from the cache or written to it. */
  input_tokens: maybe(t.number),
  /** With thinking. */
  output_tokens: maybe(t.number),
  /** Tokens that were written to the cache. */
  cache_creation_input_tokens: maybe(t.number),
  /** Tokens that were read from the cache. */
  cache_read_input_tokens: maybe(t.number),
  cache_creation: maybe(AnthropicCacheCreation),
  output_tokens_details: maybe(AnthropicOutputTokensDetails),
  server_tool_use: maybe(AnthropicServerToolUsage),
  service_tier: maybe(word('standard', 'priority', 'batch')),
  speed: maybe(word('standard', 'fast')),
  /** The region in which the model ran. */
  inference_geo: maybe(t.string),
  /** The runs, in order; the top level excludes compactions. */
  iterations: maybe(list(AnthropicIterationUsage)),
  fallback_credit: maybe(AnthropicFallbackCredit)
})

/**
 * A value of the codec `AnthropicUsage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicUsage extends Fields<typeof usage> {}

/**
 * The tokens of an answer. In a stream, running totals.
 *
 * Source: https://platform.claude.com/docs/en/api/messages
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicUsage = /* @__PURE__ */ open<AnthropicUsage>('AnthropicUsage', usage)

const invocationMetrics = () => ({
  inputTokenCount: maybe(t.number),
  outputTokenCount: maybe(t.number),
  cacheReadInputTokenCount: maybe(t.number),
  cacheWriteInputTokenCount: maybe(t.number),
  /** In milliseconds. */
  invocationLatency: maybe(t.number),
  /** In milliseconds. */
  firstByteLatency: maybe(t.number)
})

/**
 * A value of the codec `AnthropicInvocationMetrics`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicInvocationMetrics extends Fields<typeof invocationMetrics> {}

/**
 * Amazon Bedrock's own counts, at the end of a stream.
 *
 * Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicInvocationMetrics = /* @__PURE__ */ open<AnthropicInvocationMetrics>(
  'AnthropicInvocationMetrics',
  invocationMetrics
)
