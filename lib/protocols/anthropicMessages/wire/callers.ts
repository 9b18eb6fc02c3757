/**
 * The origins of tool calls.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { kind } from '../../../codec/kind.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'

const directCaller = () => ({
  type: kind('direct')
})

/**
 * A value of the codec `AnthropicDirectCaller`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicDirectCaller extends Fields<typeof directCaller> {}

/**
 * A call that the model made itself.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicDirectCaller = /* @__PURE__ */ open<AnthropicDirectCaller>('AnthropicDirectCaller', directCaller)

const serverToolCaller20250825 = () => ({
  type: kind('code_execution_20250825'),
  /** The id of the call of the tool that made it. */
  tool_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicServerToolCaller20250825`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicServerToolCaller20250825 extends Fields<typeof serverToolCaller20250825> {}

/**
 * A call that the code execution tool of this version made.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicServerToolCaller20250825 = /* @__PURE__ */ open<AnthropicServerToolCaller20250825>(
  'AnthropicServerToolCaller20250825',
  serverToolCaller20250825
)

const serverToolCaller20260120 = () => ({
  type: kind('code_execution_20260120'),
  /** The id of the call of the tool that made it. */
  tool_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicServerToolCaller20260120`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicServerToolCaller20260120 extends Fields<typeof serverToolCaller20260120> {}

/**
 * A call that the code execution tool of this version made.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicServerToolCaller20260120 = /* @__PURE__ */ open<AnthropicServerToolCaller20260120>(
  'AnthropicServerToolCaller20260120',
  serverToolCaller20260120
)

const serverToolCaller20260521 = () => ({
  type: kind('code_execution_20260521'),
  /** The id of the call of the tool that made it. */
  tool_id: maybe(t.string)
})

/**
 * A value of the codec `AnthropicServerToolCaller20260521`.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicServerToolCaller20260521 extends Fields<typeof serverToolCaller20260521> {}

/**
 * A call that the code execution tool of this version made.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicServerToolCaller20260521 = /* @__PURE__ */ open<AnthropicServerToolCaller20260521>(
  'AnthropicServerToolCaller20260521',
  serverToolCaller20260521
)

/**
 * A value of the codec `AnthropicCaller`.
 *
 * @category model
 * @since 0.1.0
 */
export type AnthropicCaller =
  | AnthropicDirectCaller
  | AnthropicServerToolCaller20250825
  | AnthropicServerToolCaller20260120
  | AnthropicServerToolCaller20260521
  | Other

/**
 * The origin of a tool call. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling
 *
 * @category codecs
 * @since 0.1.0
 */
export const AnthropicCaller = /* @__PURE__ */ tagged<AnthropicCaller>('AnthropicCaller', () => ({
  direct: AnthropicDirectCaller,
  code_execution_20250825: AnthropicServerToolCaller20250825,
  code_execution_20260120: AnthropicServerToolCaller20260120,
  code_execution_20260521: AnthropicServerToolCaller20260521
}))
