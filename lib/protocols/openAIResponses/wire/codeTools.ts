/**
 * The definitions of the tools that run code and commands, which the response repeats from the request.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'

const responsesNetworkDisabled = () => ({
  type: kind('disabled')
})

/**
 * A value of the codec `ResponsesNetworkDisabled`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesNetworkDisabled extends Fields<typeof responsesNetworkDisabled> {}

/**
 * A container without a network.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesNetworkDisabled = /* @__PURE__ */ open<ResponsesNetworkDisabled>(
  'ResponsesNetworkDisabled',
  responsesNetworkDisabled
)

const responsesDomainSecret = () => ({
  domain: maybe(t.string),
  name: maybe(t.string),
  value: maybe(t.string)
})

/**
 * A value of the codec `ResponsesDomainSecret`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesDomainSecret extends Fields<typeof responsesDomainSecret> {}

/**
 * A secret that requests to a domain may use.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesDomainSecret = /* @__PURE__ */ open<ResponsesDomainSecret>(
  'ResponsesDomainSecret',
  responsesDomainSecret
)

const responsesNetworkAllowlist = () => ({
  type: kind('allowlist'),
  allowed_domains: maybe(list(t.string)),
  domain_secrets: maybe(list(ResponsesDomainSecret))
})

/**
 * A value of the codec `ResponsesNetworkAllowlist`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesNetworkAllowlist extends Fields<typeof responsesNetworkAllowlist> {}

/**
 * A container that may reach some domains.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesNetworkAllowlist = /* @__PURE__ */ open<ResponsesNetworkAllowlist>(
  'ResponsesNetworkAllowlist',
  responsesNetworkAllowlist
)

/**
 * A value of the codec `ResponsesNetworkPolicy`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesNetworkPolicy = ResponsesNetworkDisabled | ResponsesNetworkAllowlist | Other

/**
 * The network of a container. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesNetworkPolicy = /* @__PURE__ */ tagged<ResponsesNetworkPolicy>('ResponsesNetworkPolicy', () => ({
  disabled: ResponsesNetworkDisabled,
  allowlist: ResponsesNetworkAllowlist
}))

const responsesAutoContainer = () => ({
  type: maybe(word('auto')),
  file_ids: maybe(list(t.string)),
  memory_limit: maybe(word('1g', '4g', '16g', '64g')),
  network_policy: maybe(ResponsesNetworkPolicy)
})

/**
 * A value of the codec `ResponsesAutoContainer`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesAutoContainer extends Fields<typeof responsesAutoContainer> {}

/**
 * A container that is made for the response.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesAutoContainer = /* @__PURE__ */ open<ResponsesAutoContainer>(
  'ResponsesAutoContainer',
  responsesAutoContainer
)

const responsesCodeInterpreterTool = () => ({
  type: kind('code_interpreter'),
  /** The id of a container, or a new one. */
  container: maybe(either(t.string, ResponsesAutoContainer)),
  allowed_callers: maybe(list(word('direct', 'programmatic')))
})

/**
 * A value of the codec `ResponsesCodeInterpreterTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCodeInterpreterTool extends Fields<typeof responsesCodeInterpreterTool> {}

/**
 * The tool that runs Python in a container.
 *
 * Source: https://platform.openai.com/docs/guides/tools-code-interpreter
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCodeInterpreterTool = /* @__PURE__ */ open<ResponsesCodeInterpreterTool>(
  'ResponsesCodeInterpreterTool',
  responsesCodeInterpreterTool
)

const responsesProgrammaticToolCalling = () => ({
  type: kind('programmatic_tool_calling')
})

/**
 * A value of the codec `ResponsesProgrammaticToolCalling`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesProgrammaticToolCalling extends Fields<typeof responsesProgrammaticToolCalling> {}

/**
 * The tool by which the model calls tools from a program.
 *
 * Source: https://platform.openai.com/docs/guides/tools
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesProgrammaticToolCalling = /* @__PURE__ */ open<ResponsesProgrammaticToolCalling>(
  'ResponsesProgrammaticToolCalling',
  responsesProgrammaticToolCalling
)

const responsesLocalShellTool = () => ({
  type: kind('local_shell')
})

/**
 * A value of the codec `ResponsesLocalShellTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalShellTool extends Fields<typeof responsesLocalShellTool> {}

/**
 * The tool that runs commands on the machine of the client.
 *
 * Source: https://platform.openai.com/docs/guides/tools-local-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalShellTool = /* @__PURE__ */ open<ResponsesLocalShellTool>(
  'ResponsesLocalShellTool',
  responsesLocalShellTool
)
