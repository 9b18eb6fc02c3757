/**
 * The tools that Groq runs.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { numeric } from '../../../codec/acrossTypes.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'

const groqBrowserResult = () => ({
  title: maybe(t.string),
  url: maybe(t.string),
  content: maybe(t.string),
  live_view_url: maybe(t.string)
})

/**
 * A value of the codec `GroqBrowserResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqBrowserResult extends Fields<typeof groqBrowserResult> {}

/**
 * A page that a tool opened.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqBrowserResult = /* @__PURE__ */ open<GroqBrowserResult>('GroqBrowserResult', groqBrowserResult)

const groqChartElement = () => ({
  label: maybe(t.string),
  group: maybe(t.string),
  value: maybe(t.number),
  angle: maybe(t.number),
  radius: maybe(t.number),
  min: maybe(t.number),
  first_quartile: maybe(t.number),
  median: maybe(t.number),
  third_quartile: maybe(t.number),
  max: maybe(t.number),
  outliers: maybe(list(t.number)),
  points: maybe(list(list(t.number)))
})

/**
 * A value of the codec `GroqChartElement`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqChartElement extends Fields<typeof groqChartElement> {}

/**
 * An element of a chart.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqChartElement = /* @__PURE__ */ open<GroqChartElement>('GroqChartElement', groqChartElement)

const groqChart = () => ({
  type: maybe(word('unknown', 'bar', 'box_and_whisker', 'line', 'pie', 'scatter', 'superchart')),
  title: maybe(t.string),
  elements: maybe(list(GroqChartElement)),
  x_label: maybe(t.string),
  x_scale: maybe(t.string),
  x_tick_labels: maybe(list(t.string)),
  x_ticks: maybe(list(t.number)),
  x_unit: maybe(t.string),
  y_label: maybe(t.string),
  y_scale: maybe(t.string),
  y_tick_labels: maybe(list(t.string)),
  y_ticks: maybe(list(t.number)),
  y_unit: maybe(t.string)
})

/**
 * A value of the codec `GroqChart`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqChart extends Fields<typeof groqChart> {}

/**
 * A chart that executed code made.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqChart = /* @__PURE__ */ open<GroqChart>('GroqChart', groqChart)

const groqCodeResult = () => ({
  text: maybe(t.string),
  /** Base64. */
  png: maybe(t.string),
  chart: maybe(GroqChart),
  charts: maybe(list(GroqChart))
})

/**
 * A value of the codec `GroqCodeResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqCodeResult extends Fields<typeof groqCodeResult> {}

/**
 * A result of executed code.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqCodeResult = /* @__PURE__ */ open<GroqCodeResult>('GroqCodeResult', groqCodeResult)

const groqSearchResult = () => ({
  title: maybe(t.string),
  url: maybe(t.string),
  content: maybe(t.string),
  /** From 0 to 1. */
  score: maybe(t.number)
})

/**
 * A value of the codec `GroqSearchResult`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqSearchResult extends Fields<typeof groqSearchResult> {}

/**
 * A result of a search.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqSearchResult = /* @__PURE__ */ open<GroqSearchResult>('GroqSearchResult', groqSearchResult)

const groqSearchResults = () => ({
  results: maybe(list(GroqSearchResult)),
  /** URLs. */
  images: maybe(list(t.string))
})

/**
 * A value of the codec `GroqSearchResults`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqSearchResults extends Fields<typeof groqSearchResults> {}

/**
 * The results of a search.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqSearchResults = /* @__PURE__ */ open<GroqSearchResults>('GroqSearchResults', groqSearchResults)

const groqExecutedTool = () => ({
  index: maybe(numeric),
  type: maybe(t.string),
  name: maybe(t.string),
  /** JSON text. */
  arguments: maybe(t.string),
  output: maybe(t.string),
  browser_results: maybe(list(GroqBrowserResult)),
  code_results: maybe(list(GroqCodeResult)),
  search_results: maybe(GroqSearchResults)
})

/**
 * A value of the codec `GroqExecutedTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqExecutedTool extends Fields<typeof groqExecutedTool> {}

/**
 * A tool that Groq ran.
 *
 * Source: https://console.groq.com/docs/tool-use/built-in-tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqExecutedTool = /* @__PURE__ */ open<GroqExecutedTool>('GroqExecutedTool', groqExecutedTool)
