/**
 * How OpenRouter routed a request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { anyObject } from '../../../codec/anyObject.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const openRouterAttempt = () => ({
  provider: maybe(t.string),
  model: maybe(t.string),
  /** An HTTP status. */
  status: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterAttempt`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterAttempt extends Fields<typeof openRouterAttempt> {}

/**
 * A request to a provider.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterAttempt = /* @__PURE__ */ open<OpenRouterAttempt>('OpenRouterAttempt', openRouterAttempt)

const openRouterEndpoint = () => ({
  provider: maybe(t.string),
  model: maybe(t.string),
  selected: maybe(t.boolean)
})

/**
 * A value of the codec `OpenRouterEndpoint`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterEndpoint extends Fields<typeof openRouterEndpoint> {}

/**
 * A provider that could be asked.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterEndpoint = /* @__PURE__ */ open<OpenRouterEndpoint>('OpenRouterEndpoint', openRouterEndpoint)

const openRouterEndpoints = () => ({
  available: maybe(list(OpenRouterEndpoint)),
  total: maybe(t.number)
})

/**
 * A value of the codec `OpenRouterEndpoints`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterEndpoints extends Fields<typeof openRouterEndpoints> {}

/**
 * The providers that could be asked.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterEndpoints = /* @__PURE__ */ open<OpenRouterEndpoints>('OpenRouterEndpoints', openRouterEndpoints)

const openRouterParams = () => ({
  quality_floor: maybe(t.number),
  throughput_floor: maybe(t.number),
  version_group: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterParams`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterParams extends Fields<typeof openRouterParams> {}

/**
 * The parameters of the choice of a provider.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterParams = /* @__PURE__ */ open<OpenRouterParams>('OpenRouterParams', openRouterParams)

const openRouterStage = () => ({
  type: maybe(word('guardrail', 'plugin', 'server_tools', 'response_healing', 'context_compression')),
  name: maybe(t.string),
  summary: maybe(t.string),
  cost_usd: maybe(t.number),
  data: maybe(anyObject),
  guardrail_id: maybe(t.string),
  guardrail_scope: maybe(t.string)
})

/**
 * A value of the codec `OpenRouterStage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterStage extends Fields<typeof openRouterStage> {}

/**
 * A step before or after the model.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterStage = /* @__PURE__ */ open<OpenRouterStage>('OpenRouterStage', openRouterStage)

const openRouterMetadata = () => ({
  requested: maybe(t.string),
  strategy: maybe(t.string),
  region: maybe(t.string),
  summary: maybe(t.string),
  attempt: maybe(t.number),
  attempts: maybe(list(OpenRouterAttempt)),
  endpoints: maybe(OpenRouterEndpoints),
  is_byok: maybe(t.boolean),
  /** Milliseconds. */
  generation_time: maybe(t.number),
  params: maybe(OpenRouterParams),
  pipeline: maybe(list(OpenRouterStage))
})

/**
 * A value of the codec `OpenRouterMetadata`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterMetadata extends Fields<typeof openRouterMetadata> {}

/**
 * How a request was routed.
 *
 * Source: https://openrouter.ai/docs/api-reference/overview
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterMetadata = /* @__PURE__ */ open<OpenRouterMetadata>('OpenRouterMetadata', openRouterMetadata)

const openRouterCacheControl = () => ({
  type: maybe(word('ephemeral')),
  ttl: maybe(word('5m', '1h'))
})

/**
 * A value of the codec `OpenRouterCacheControl`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterCacheControl extends Fields<typeof openRouterCacheControl> {}

/**
 * A mark of the cache.
 *
 * Source: https://openrouter.ai/docs/features/prompt-caching
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterCacheControl = /* @__PURE__ */ open<OpenRouterCacheControl>(
  'OpenRouterCacheControl',
  openRouterCacheControl
)

const openRouterBreakpoint = () => ({
  mode: maybe(word('explicit'))
})

/**
 * A value of the codec `OpenRouterBreakpoint`.
 *
 * @category model
 * @since 0.1.0
 */
export interface OpenRouterBreakpoint extends Fields<typeof openRouterBreakpoint> {}

/**
 * A mark of the cache.
 *
 * Source: https://openrouter.ai/docs/features/prompt-caching
 *
 * @category codecs
 * @since 0.1.0
 */
export const OpenRouterBreakpoint = /* @__PURE__ */ open<OpenRouterBreakpoint>(
  'OpenRouterBreakpoint',
  openRouterBreakpoint
)
