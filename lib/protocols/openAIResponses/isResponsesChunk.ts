import { isObject } from '../../codec/field.ts'
import type { Fields } from '../../codec/guards.ts'
import { isNullable, isNullableArray } from '../../codec/guards.ts'

const isUsage = ({
  input_tokens_details: input,
  output_tokens_details: output
}: Fields<'input_tokens_details' | 'output_tokens_details'>): boolean => isNullable(input) && isNullable(output)

const isResponse = ({
  output,
  usage,
  incomplete_details: details
}: Fields<'output' | 'usage' | 'incomplete_details'>): boolean =>
  isNullableArray(output) && isNullable(usage, isUsage) && isNullable(details)

const isEvent = ({ response, item }: Fields<'response' | 'item'>): boolean =>
  isNullable(response, isResponse) && isNullable(item)

/**
 * `ResponsesChunk.is`, hand-written because it runs on every event.
 *
 * Law: `isResponsesChunk(u) = ResponsesChunk.is(u)`.
 *
 * @internal
 */
export const isResponsesChunk = (u: unknown): boolean => isObject(u) && isEvent(u)
