/**
 * The events of Groq, and a complete answer as one JSON body.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { anyObject } from '../../../codec/anyObject.ts'
import { content } from '../../../codec/content.ts'
import { fragments } from '../../../codec/fragments.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import { word } from '../../../codec/word.ts'
import { chatChoice, chatChunk, chatResponse } from './chunk.ts'
import { chatAnnotation, chatDelta } from './delta.ts'
import { GroqExecutedTool } from './groqTools.ts'
import { GroqUsage, GroqUsageBreakdown, GroqX } from './groqUsage.ts'

const groqDocumentCitation = () => ({
  document_id: maybe(t.string),
  start_index: maybe(t.number),
  end_index: maybe(t.number)
})

/**
 * A value of the codec `GroqDocumentCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqDocumentCitation extends Fields<typeof groqDocumentCitation> {}

/**
 * A citation of a document of the request, and the place in the text.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqDocumentCitation = /* @__PURE__ */ open<GroqDocumentCitation>(
  'GroqDocumentCitation',
  groqDocumentCitation
)

const groqFunctionCitation = () => ({
  tool_call_id: maybe(t.string),
  start_index: maybe(t.number),
  end_index: maybe(t.number)
})

/**
 * A value of the codec `GroqFunctionCitation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqFunctionCitation extends Fields<typeof groqFunctionCitation> {}

/**
 * A citation of the result of a call, and the place in the text.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqFunctionCitation = /* @__PURE__ */ open<GroqFunctionCitation>(
  'GroqFunctionCitation',
  groqFunctionCitation
)

const groqAnnotation = () => ({
  ...chatAnnotation(),
  type: maybe(word('document_citation', 'function_citation')),
  document_citation: maybe(GroqDocumentCitation),
  function_citation: maybe(GroqFunctionCitation)
})

/**
 * A value of the codec `GroqAnnotation`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqAnnotation extends Fields<typeof groqAnnotation> {}

/**
 * A source of the text.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqAnnotation = /* @__PURE__ */ open<GroqAnnotation>('GroqAnnotation', groqAnnotation)

const groqDelta = () => ({
  ...chatDelta(),
  annotations: maybe(list(GroqAnnotation)),
  executed_tools: maybe(list(GroqExecutedTool))
})

/**
 * A value of the codec `GroqDelta`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqDelta extends Fields<typeof groqDelta> {}

/**
 * The new part of a choice; in a JSON body, the message.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqDelta = /* @__PURE__ */ open<GroqDelta>('GroqDelta', groqDelta)

const groqChoice = () => ({
  ...chatChoice(),
  delta: content(GroqDelta),
  message: content(GroqDelta)
})

/**
 * A value of the codec `GroqChoice`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqChoice extends Fields<typeof groqChoice> {}

/**
 * A choice: in a stream, its new part; in a JSON body, the whole.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqChoice = /* @__PURE__ */ open<GroqChoice>('GroqChoice', groqChoice)

const groqMcpTool = () => ({
  name: maybe(t.string),
  description: maybe(t.string),
  annotations: maybe(t.unknown),
  /** A JSON schema. */
  input_schema: maybe(anyObject)
})

/**
 * A value of the codec `GroqMcpTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqMcpTool extends Fields<typeof groqMcpTool> {}

/**
 * A tool of a server of the Model Context Protocol.
 *
 * Source: https://console.groq.com/docs/mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqMcpTool = /* @__PURE__ */ open<GroqMcpTool>('GroqMcpTool', groqMcpTool)

const groqMcpTools = () => ({
  id: maybe(t.string),
  type: maybe(t.string),
  server_label: maybe(t.string),
  tools: maybe(list(GroqMcpTool))
})

/**
 * A value of the codec `GroqMcpTools`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqMcpTools extends Fields<typeof groqMcpTools> {}

/**
 * The tools of a server of the Model Context Protocol.
 *
 * Source: https://console.groq.com/docs/mcp
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqMcpTools = /* @__PURE__ */ open<GroqMcpTools>('GroqMcpTools', groqMcpTools)

const envelope = () => ({
  usage: maybe(GroqUsage),
  usage_breakdown: maybe(GroqUsageBreakdown),
  x_groq: maybe(GroqX)
})

const groqChunk = () => ({
  ...chatChunk(),
  ...envelope(),
  choices: content(fragments(GroqChoice))
})

/**
 * A value of the codec `GroqChunk`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqChunk extends Fields<typeof groqChunk> {}

/**
 * One event of a stream of Groq.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqChunk = /* @__PURE__ */ open<GroqChunk>('GroqChunk', groqChunk)

const groqResponse = () => ({
  ...chatResponse(),
  ...envelope(),
  choices: fragments(GroqChoice),
  mcp_list_tools: maybe(list(GroqMcpTools))
})

/**
 * A value of the codec `GroqResponse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface GroqResponse extends Fields<typeof groqResponse> {}

/**
 * A complete answer of Groq as one JSON body.
 *
 * Source: https://console.groq.com/docs/api-reference#chat-create
 *
 * @category codecs
 * @since 0.1.0
 */
export const GroqResponse = /* @__PURE__ */ open<GroqResponse>('GroqResponse', groqResponse)
