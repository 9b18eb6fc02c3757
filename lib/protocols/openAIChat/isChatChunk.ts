import { isObject } from '../../codec/field.ts'
import type { Fields } from '../../codec/guards.ts'
import { isNullable, isNullableArray, isText } from '../../codec/guards.ts'

const isNamed = ({ name }: Fields<'name'>): boolean => isText(name)

const isCall = (call: Fields<'function' | 'custom'>): boolean =>
  isNullable(call.function, isNamed) && isNullable(call.custom, isNamed)

const isDetail = ({
  type,
  text,
  summary,
  data,
  signature,
  format
}: Fields<'type' | 'text' | 'summary' | 'data' | 'signature' | 'format'>): boolean =>
  isText(type) && isText(text) && isText(summary) && isText(data) && isText(signature) && isText(format)

const isDelta = (delta: Fields<'content' | 'reasoning_details' | 'tool_calls'>): boolean =>
  (isText(delta.content) || Array.isArray(delta.content)) &&
  isNullableArray(delta.reasoning_details, isDetail) &&
  isNullableArray(delta.tool_calls, isCall)

const isChoice = ({ finish_reason: finish, usage, delta }: Fields<'finish_reason' | 'usage' | 'delta'>): boolean =>
  isText(finish) && isNullable(usage) && isNullable(delta, isDelta)

const isEnvelope = ({ choices, usage }: Fields<'choices' | 'usage'>): boolean =>
  isNullable(usage) && isNullableArray(choices, isChoice)

/**
 * `ChatChunk.is`, hand-written because it runs on every event.
 *
 * Law: `isChatChunk(u) = ChatChunk.is(u)`.
 *
 * @internal
 */
export const isChatChunk = (u: unknown): boolean => isObject(u) && isEnvelope(u)
