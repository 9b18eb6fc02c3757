/**
 * The arguments of calls of the provider.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const code = () => ({
  code: maybe(t.string),
  language: maybe(word('bash', 'python'))
})

/**
 * A value of the codec `InteractionsCode`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCode extends Fields<typeof code> {}

/**
 * The code to run.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCode = /* @__PURE__ */ open<InteractionsCode>('InteractionsCode', code)

const queries = () => ({
  queries: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsQueries`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsQueries extends Fields<typeof queries> {}

/**
 * The queries of a search.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsQueries = /* @__PURE__ */ open<InteractionsQueries>('InteractionsQueries', queries)

const urls = () => ({
  urls: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsUrls`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsUrls extends Fields<typeof urls> {}

/**
 * The pages to read.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsUrls = /* @__PURE__ */ open<InteractionsUrls>('InteractionsUrls', urls)
