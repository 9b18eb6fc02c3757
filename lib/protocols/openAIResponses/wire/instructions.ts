/**
 * The instructions of the request, which the response repeats.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { textual } from '../../../codec/acrossTypes.ts'
import { either } from '../../../codec/either.ts'
import { kind } from '../../../codec/kind.ts'
import { list } from '../../../codec/list.ts'
import { maybe } from '../../../codec/maybe.ts'
import type { Fields } from '../../../codec/open.ts'
import { open } from '../../../codec/open.ts'
import type { Other } from '../../../codec/Other.ts'
import { tagged } from '../../../codec/tagged.ts'
import { word } from '../../../codec/word.ts'
import { ResponsesInputFile, ResponsesInputImage, ResponsesInputText } from './inputs.ts'
import { ResponsesOutputText, ResponsesRefusal } from './parts.ts'
import type { ResponsesSharedItem } from './sharedItems.ts'
import { sharedItems } from './sharedItems.ts'

/**
 * A value of the codec `ResponsesInstructionContent`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesInstructionContent =
  ResponsesInputText | ResponsesInputImage | ResponsesInputFile | ResponsesOutputText | ResponsesRefusal | Other

/**
 * A part of a message of the instructions. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInstructionContent = /* @__PURE__ */ tagged<ResponsesInstructionContent>(
  'ResponsesInstructionContent',
  () => ({
    input_text: ResponsesInputText,
    input_image: ResponsesInputImage,
    input_file: ResponsesInputFile,
    output_text: ResponsesOutputText,
    refusal: ResponsesRefusal
  })
)

const responsesInstructionMessage = () => ({
  type: kind('message'),
  id: maybe(textual),
  role: maybe(word('developer', 'system', 'user', 'assistant')),
  content: maybe(either(t.string, list(ResponsesInstructionContent))),
  status: maybe(word('in_progress', 'completed', 'incomplete')),
  phase: maybe(word('commentary', 'final_answer'))
})

/**
 * A value of the codec `ResponsesInstructionMessage`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesInstructionMessage extends Fields<typeof responsesInstructionMessage> {}

/**
 * A message of the instructions.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInstructionMessage = /* @__PURE__ */ open<ResponsesInstructionMessage>(
  'ResponsesInstructionMessage',
  responsesInstructionMessage
)

const responsesItemReference = () => ({
  type: kind('item_reference'),
  id: maybe(textual)
})

/**
 * A value of the codec `ResponsesItemReference`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesItemReference extends Fields<typeof responsesItemReference> {}

/**
 * A reference to an item that the provider keeps.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesItemReference = /* @__PURE__ */ open<ResponsesItemReference>(
  'ResponsesItemReference',
  responsesItemReference
)

const responsesCompactionTrigger = () => ({
  type: kind('compaction_trigger')
})

/**
 * A value of the codec `ResponsesCompactionTrigger`.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResponsesCompactionTrigger extends Fields<typeof responsesCompactionTrigger> {}

/**
 * The place at which the conversation is compacted.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesCompactionTrigger = /* @__PURE__ */ open<ResponsesCompactionTrigger>(
  'ResponsesCompactionTrigger',
  responsesCompactionTrigger
)

/**
 * A value of the codec `ResponsesInstruction`.
 *
 * @category model
 * @since 0.1.0
 */
export type ResponsesInstruction =
  ResponsesInstructionMessage | ResponsesItemReference | ResponsesCompactionTrigger | ResponsesSharedItem | Other

/**
 * An item of the instructions. One of an unknown kind is an `Other`.
 *
 * Source: https://platform.openai.com/docs/api-reference/responses/object
 *
 * @category codecs
 * @since 0.1.0
 */
export const ResponsesInstruction = /* @__PURE__ */ tagged<ResponsesInstruction>('ResponsesInstruction', () => ({
  message: ResponsesInstructionMessage,
  item_reference: ResponsesItemReference,
  compaction_trigger: ResponsesCompactionTrigger,
  ...sharedItems()
}))
