/**
 * The shell tool and the environments in which it runs.
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
import { ResponsesNetworkPolicy } from './codeTools.ts'

const responsesSkillReference = () => ({
  type: kind('skill_reference'),
  skill_id: maybe(t.string),
  version: maybe(t.string)
})

/**
 * A value of the codec `ResponsesSkillReference`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSkillReference extends Fields<typeof responsesSkillReference> {}

/**
 * A skill that was uploaded.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSkillReference = /* @__PURE__ */ open<ResponsesSkillReference>(
  'ResponsesSkillReference',
  responsesSkillReference
)

const responsesSkillSource = () => ({
  type: maybe(word('base64')),
  /** A ZIP archive, in base64. */
  data: maybe(t.string),
  media_type: maybe(word('application/zip'))
})

/**
 * A value of the codec `ResponsesSkillSource`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesSkillSource extends Fields<typeof responsesSkillSource> {}

/**
 * The files of a skill.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSkillSource = /* @__PURE__ */ open<ResponsesSkillSource>(
  'ResponsesSkillSource',
  responsesSkillSource
)

const responsesInlineSkill = () => ({
  type: kind('inline'),
  name: maybe(t.string),
  description: maybe(t.string),
  source: maybe(ResponsesSkillSource)
})

/**
 * A value of the codec `ResponsesInlineSkill`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInlineSkill extends Fields<typeof responsesInlineSkill> {}

/**
 * A skill in the request.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInlineSkill = /* @__PURE__ */ open<ResponsesInlineSkill>(
  'ResponsesInlineSkill',
  responsesInlineSkill
)

/**
 * A value of the codec `ResponsesSkill`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesSkill = ResponsesSkillReference | ResponsesInlineSkill | Other

/**
 * A skill of a container. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesSkill = /* @__PURE__ */ tagged<ResponsesSkill>('ResponsesSkill', () => ({
  skill_reference: ResponsesSkillReference,
  inline: ResponsesInlineSkill
}))

const responsesContainerAuto = () => ({
  type: kind('container_auto'),
  file_ids: maybe(list(t.string)),
  memory_limit: maybe(word('1g', '4g', '16g', '64g')),
  network_policy: maybe(ResponsesNetworkPolicy),
  skills: maybe(list(ResponsesSkill))
})

/**
 * A value of the codec `ResponsesContainerAuto`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesContainerAuto extends Fields<typeof responsesContainerAuto> {}

/**
 * A container that is made for the response.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesContainerAuto = /* @__PURE__ */ open<ResponsesContainerAuto>(
  'ResponsesContainerAuto',
  responsesContainerAuto
)

const responsesLocalSkill = () => ({
  name: maybe(t.string),
  description: maybe(t.string),
  path: maybe(t.string)
})

/**
 * A value of the codec `ResponsesLocalSkill`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalSkill extends Fields<typeof responsesLocalSkill> {}

/**
 * A skill on the machine of the client.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalSkill = /* @__PURE__ */ open<ResponsesLocalSkill>('ResponsesLocalSkill', responsesLocalSkill)

const responsesLocalEnvironment = () => ({
  type: kind('local'),
  skills: maybe(list(ResponsesLocalSkill))
})

/**
 * A value of the codec `ResponsesLocalEnvironment`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesLocalEnvironment extends Fields<typeof responsesLocalEnvironment> {}

/**
 * The machine of the client.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesLocalEnvironment = /* @__PURE__ */ open<ResponsesLocalEnvironment>(
  'ResponsesLocalEnvironment',
  responsesLocalEnvironment
)

const responsesContainerReference = () => ({
  type: kind('container_reference'),
  container_id: maybe(t.string)
})

/**
 * A value of the codec `ResponsesContainerReference`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesContainerReference extends Fields<typeof responsesContainerReference> {}

/**
 * A container that exists.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesContainerReference = /* @__PURE__ */ open<ResponsesContainerReference>(
  'ResponsesContainerReference',
  responsesContainerReference
)

/**
 * A value of the codec `ResponsesShellEnvironment`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesShellEnvironment =
  ResponsesContainerAuto | ResponsesLocalEnvironment | ResponsesContainerReference | Other

/**
 * The place where commands run. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellEnvironment = /* @__PURE__ */ tagged<ResponsesShellEnvironment>(
  'ResponsesShellEnvironment',
  () => ({
    container_auto: ResponsesContainerAuto,
    local: ResponsesLocalEnvironment,
    container_reference: ResponsesContainerReference
  })
)

const responsesShellTool = () => ({
  type: kind('shell'),
  allowed_callers: maybe(list(word('direct', 'programmatic'))),
  environment: maybe(ResponsesShellEnvironment)
})

/**
 * A value of the codec `ResponsesShellTool`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesShellTool extends Fields<typeof responsesShellTool> {}

/**
 * The tool that runs commands.
 *
 * Source: https://platform.openai.com/docs/guides/tools-shell
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesShellTool = /* @__PURE__ */ open<ResponsesShellTool>('ResponsesShellTool', responsesShellTool)
