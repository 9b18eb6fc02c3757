/**
 * The machine of an agent.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const envVar = () => ({
  credential: maybe(t.string),
  value: maybe(t.string)
})

/**
 * A value of the codec `InteractionsEnvVar`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsEnvVar extends Fields<typeof envVar> {}

/**
 * The value of an environment variable.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsEnvVar = /* @__PURE__ */ open<InteractionsEnvVar>('InteractionsEnvVar', envVar)

const allowlistEntry = () => ({
  credential: maybe(t.string),
  domain: maybe(t.string),
  transform: maybe(either(list(t.record(t.string, t.string)), t.record(t.string, t.string)))
})

/**
 * A value of the codec `InteractionsAllowlistEntry`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAllowlistEntry extends Fields<typeof allowlistEntry> {}

/**
 * A host that the environment may reach.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAllowlistEntry = /* @__PURE__ */ open<InteractionsAllowlistEntry>(
  'InteractionsAllowlistEntry',
  allowlistEntry
)

const allowlist = () => ({
  allowlist: maybe(either(word('disabled'), list(InteractionsAllowlistEntry)))
})

/**
 * A value of the codec `InteractionsAllowlist`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAllowlist extends Fields<typeof allowlist> {}

/**
 * The hosts that the environment may reach.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAllowlist = /* @__PURE__ */ open<InteractionsAllowlist>('InteractionsAllowlist', allowlist)

const source = () => ({
  content: maybe(t.string),
  encoding: maybe(t.string),
  source: maybe(t.string),
  target: maybe(t.string),
  type: maybe(word('inline', 'gcs', 'repository', 'skill_registry'))
})

/**
 * A value of the codec `InteractionsSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSource extends Fields<typeof source> {}

/**
 * Files that are copied into the environment.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSource = /* @__PURE__ */ open<InteractionsSource>('InteractionsSource', source)

const environment = () => ({
  env: maybe(t.record(t.string, either(t.string, InteractionsEnvVar))),
  environment_id: maybe(t.string),
  network: maybe(either(word('disabled'), InteractionsAllowlist)),
  sources: maybe(list(InteractionsSource)),
  type: maybe(word('remote'))
})

/**
 * A value of the codec `InteractionsEnvironment`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsEnvironment extends Fields<typeof environment> {}

/**
 * The machine on which an agent runs.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsEnvironment = /* @__PURE__ */ open<InteractionsEnvironment>(
  'InteractionsEnvironment',
  environment
)
