/**
 * The tools of a request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { InteractionsAllowedTools } from './generation.ts'
import { InteractionsRetrieval } from './retrieval.ts'

const codeExecution = () => ({
  type: kind('code_execution')
})

/**
 * A value of the codec `InteractionsCodeExecution`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeExecution extends Fields<typeof codeExecution> {}

/**
 * The tool that runs code.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeExecution = /* @__PURE__ */ open<InteractionsCodeExecution>(
  'InteractionsCodeExecution',
  codeExecution
)

const computerUse = () => ({
  type: kind('computer_use'),
  disabled_safety_policies: maybe(
    list(
      word(
        'financial_transactions',
        'sensitive_data_modification',
        'communication_tool',
        'account_creation',
        'data_modification',
        'user_consent_management',
        'legal_terms_and_agreements'
      )
    )
  ),
  enable_prompt_injection_detection: maybe(t.boolean),
  environment: maybe(word('browser', 'mobile', 'desktop')),
  excluded_predefined_functions: maybe(list(t.string))
})

/**
 * A value of the codec `InteractionsComputerUse`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsComputerUse extends Fields<typeof computerUse> {}

/**
 * The tool that uses a computer.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsComputerUse = /* @__PURE__ */ open<InteractionsComputerUse>(
  'InteractionsComputerUse',
  computerUse
)

const fileSearch = () => ({
  type: kind('file_search'),
  file_search_store_names: maybe(list(t.string)),
  metadata_filter: maybe(t.string),
  top_k: maybe(t.number)
})

/**
 * A value of the codec `InteractionsFileSearch`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileSearch extends Fields<typeof fileSearch> {}

/**
 * The tool that searches files.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileSearch = /* @__PURE__ */ open<InteractionsFileSearch>('InteractionsFileSearch', fileSearch)

const functionTable = () => ({
  type: kind('function'),
  description: maybe(t.string),
  name: maybe(t.string),
  parameters: maybe(t.unknown)
})

/**
 * A value of the codec `InteractionsFunction`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFunction extends Fields<typeof functionTable> {}

/**
 * A function of the client.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFunction = /* @__PURE__ */ open<InteractionsFunction>('InteractionsFunction', functionTable)

const googleMaps = () => ({
  type: kind('google_maps'),
  enable_widget: maybe(t.boolean),
  latitude: maybe(t.number),
  longitude: maybe(t.number)
})

/**
 * A value of the codec `InteractionsGoogleMaps`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleMaps extends Fields<typeof googleMaps> {}

/**
 * The tool that searches Google Maps.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleMaps = /* @__PURE__ */ open<InteractionsGoogleMaps>('InteractionsGoogleMaps', googleMaps)

const googleSearch = () => ({
  type: kind('google_search'),
  search_types: maybe(list(word('web_search', 'image_search', 'enterprise_web_search')))
})

/**
 * A value of the codec `InteractionsGoogleSearch`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsGoogleSearch extends Fields<typeof googleSearch> {}

/**
 * The tool that searches with Google.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsGoogleSearch = /* @__PURE__ */ open<InteractionsGoogleSearch>(
  'InteractionsGoogleSearch',
  googleSearch
)

const mCPServer = () => ({
  type: kind('mcp_server'),
  allowed_tools: maybe(list(InteractionsAllowedTools)),
  headers: maybe(t.record(t.string, t.string)),
  name: maybe(t.string),
  url: maybe(t.string)
})

/**
 * A value of the codec `InteractionsMCPServer`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsMCPServer extends Fields<typeof mCPServer> {}

/**
 * The tools of an MCP server.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsMCPServer = /* @__PURE__ */ open<InteractionsMCPServer>('InteractionsMCPServer', mCPServer)

const uRLContext = () => ({
  type: kind('url_context')
})

/**
 * A value of the codec `InteractionsURLContext`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsURLContext extends Fields<typeof uRLContext> {}

/**
 * The tool that reads web pages.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsURLContext = /* @__PURE__ */ open<InteractionsURLContext>('InteractionsURLContext', uRLContext)

/**
 * A value of the codec `InteractionsTool`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsTool =
  | InteractionsCodeExecution
  | InteractionsComputerUse
  | InteractionsFileSearch
  | InteractionsFunction
  | InteractionsGoogleMaps
  | InteractionsGoogleSearch
  | InteractionsMCPServer
  | InteractionsRetrieval
  | InteractionsURLContext
  | Other

/**
 * A tool of the request. One of an unknown kind is an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsTool = /* @__PURE__ */ tagged<InteractionsTool>('InteractionsTool', () => ({
  code_execution: InteractionsCodeExecution,
  computer_use: InteractionsComputerUse,
  file_search: InteractionsFileSearch,
  function: InteractionsFunction,
  google_maps: InteractionsGoogleMaps,
  google_search: InteractionsGoogleSearch,
  mcp_server: InteractionsMCPServer,
  retrieval: InteractionsRetrieval,
  url_context: InteractionsURLContext
}))
