/**
 * Probabilities of tokens.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'

const logprobsCandidate = () => ({
  logProbability: maybe(t.number),
  token: maybe(t.string),
  tokenId: maybe(t.number)
})

/**
 * A value of the codec `GoogleLogprobsCandidate`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleLogprobsCandidate extends Fields<typeof logprobsCandidate> {}

/**
 * A token with its probability.
 *
 * Source: https://ai.google.dev/api/generate-content#LogprobsResult
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleLogprobsCandidate = /* @__PURE__ */ open<GoogleLogprobsCandidate>(
  'GoogleLogprobsCandidate',
  logprobsCandidate
)

const logprobsTop = () => ({
  candidates: maybe(list(GoogleLogprobsCandidate))
})

/**
 * A value of the codec `GoogleLogprobsTop`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleLogprobsTop extends Fields<typeof logprobsTop> {}

/**
 * The likeliest tokens at a place.
 *
 * Source: https://ai.google.dev/api/generate-content#LogprobsResult
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleLogprobsTop = /* @__PURE__ */ open<GoogleLogprobsTop>('GoogleLogprobsTop', logprobsTop)

const logprobsResult = () => ({
  chosenCandidates: maybe(list(GoogleLogprobsCandidate)),
  topCandidates: maybe(list(GoogleLogprobsTop)),
  logProbabilitySum: maybe(t.number)
})

/**
 * A value of the codec `GoogleLogprobsResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GoogleLogprobsResult extends Fields<typeof logprobsResult> {}

/**
 * The probabilities of tokens.
 *
 * Source: https://ai.google.dev/api/generate-content#LogprobsResult
 *
 * @category codecs
 * @since 0.1.0
 */
export const GoogleLogprobsResult = /* @__PURE__ */ open<GoogleLogprobsResult>('GoogleLogprobsResult', logprobsResult)
