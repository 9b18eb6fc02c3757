/**
 * The settings of agents.
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

const antigravityAgentConfig = () => ({
  type: kind('antigravity'),
  max_total_tokens: maybe(t.string),
  model: maybe(t.string)
})

/**
 * A value of the codec `InteractionsAntigravityAgentConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsAntigravityAgentConfig extends Fields<typeof antigravityAgentConfig> {}

/**
 * The settings of the agent Antigravity.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAntigravityAgentConfig = /* @__PURE__ */ open<InteractionsAntigravityAgentConfig>(
  'InteractionsAntigravityAgentConfig',
  antigravityAgentConfig
)

const fileContent = () => ({
  content: maybe(t.string),
  path: maybe(t.string)
})

/**
 * A value of the codec `InteractionsFileContent`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFileContent extends Fields<typeof fileContent> {}

/**
 * A file.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFileContent = /* @__PURE__ */ open<InteractionsFileContent>(
  'InteractionsFileContent',
  fileContent
)

const findRequest = () => ({
  description: maybe(t.string),
  finding_id: maybe(t.string),
  mode: maybe(word('scan', 'verify')),
  source_files: maybe(list(InteractionsFileContent))
})

/**
 * A value of the codec `InteractionsFindRequest`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFindRequest extends Fields<typeof findRequest> {}

/**
 * A request to find faults in source code.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFindRequest = /* @__PURE__ */ open<InteractionsFindRequest>(
  'InteractionsFindRequest',
  findRequest
)

const fixRequest = () => ({
  description: maybe(t.string),
  finding_id: maybe(t.string),
  source_files: maybe(list(InteractionsFileContent))
})

/**
 * A value of the codec `InteractionsFixRequest`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsFixRequest extends Fields<typeof fixRequest> {}

/**
 * A request to mend a fault in source code.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsFixRequest = /* @__PURE__ */ open<InteractionsFixRequest>('InteractionsFixRequest', fixRequest)

const sessionConfig = () => ({
  max_rounds: maybe(t.number)
})

/**
 * A value of the codec `InteractionsSessionConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsSessionConfig extends Fields<typeof sessionConfig> {}

/**
 * The settings of a session.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsSessionConfig = /* @__PURE__ */ open<InteractionsSessionConfig>(
  'InteractionsSessionConfig',
  sessionConfig
)

const codeMenderAgentConfig = () => ({
  type: kind('code-mender'),
  find_request: maybe(InteractionsFindRequest),
  fix_request: maybe(InteractionsFixRequest),
  model: maybe(t.string),
  session_config: maybe(InteractionsSessionConfig),
  session_id: maybe(t.string)
})

/**
 * A value of the codec `InteractionsCodeMenderAgentConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsCodeMenderAgentConfig extends Fields<typeof codeMenderAgentConfig> {}

/**
 * The settings of the agent CodeMender.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsCodeMenderAgentConfig = /* @__PURE__ */ open<InteractionsCodeMenderAgentConfig>(
  'InteractionsCodeMenderAgentConfig',
  codeMenderAgentConfig
)

const deepResearchAgentConfig = () => ({
  type: kind('deep-research'),
  collaborative_planning: maybe(t.boolean),
  enable_bigquery_tool: maybe(t.boolean),
  thinking_summaries: maybe(word('auto', 'none')),
  visualization: maybe(word('auto', 'off'))
})

/**
 * A value of the codec `InteractionsDeepResearchAgentConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsDeepResearchAgentConfig extends Fields<typeof deepResearchAgentConfig> {}

/**
 * The settings of the agent Deep Research.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsDeepResearchAgentConfig = /* @__PURE__ */ open<InteractionsDeepResearchAgentConfig>(
  'InteractionsDeepResearchAgentConfig',
  deepResearchAgentConfig
)

const dynamicAgentConfig = () => ({
  type: kind('dynamic')
})

/**
 * A value of the codec `InteractionsDynamicAgentConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export interface InteractionsDynamicAgentConfig extends Fields<typeof dynamicAgentConfig> {}

/**
 * The settings of an agent of any kind.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsDynamicAgentConfig = /* @__PURE__ */ open<InteractionsDynamicAgentConfig>(
  'InteractionsDynamicAgentConfig',
  dynamicAgentConfig
)

/**
 * A value of the codec `InteractionsAgentConfig`.
 *
 * @category model
 * @since 0.1.0
 */
export type InteractionsAgentConfig =
  | InteractionsAntigravityAgentConfig
  | InteractionsCodeMenderAgentConfig
  | InteractionsDeepResearchAgentConfig
  | InteractionsDynamicAgentConfig
  | Other

/**
 * The settings of an agent. Those of an unknown kind are an `Other`.
 *
 * Source: https://ai.google.dev/api/interactions-api
 *
 * @category codecs
 * @since 0.1.0
 */
export const InteractionsAgentConfig = /* @__PURE__ */ tagged<InteractionsAgentConfig>(
  'InteractionsAgentConfig',
  () => ({
    antigravity: InteractionsAntigravityAgentConfig,
    'code-mender': InteractionsCodeMenderAgentConfig,
    'deep-research': InteractionsDeepResearchAgentConfig,
    dynamic: InteractionsDynamicAgentConfig
  })
)
