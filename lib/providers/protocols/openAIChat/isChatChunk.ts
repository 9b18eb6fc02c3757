/**
 * `ChatChunk.is` written out, for every event is asked: fields that are named in the source cost a third of fields that are
 * looked up by a name that is held.
 *
 * Law: `isChatChunk(u) = ChatChunk.is(u)`.
 *
 * @since 0.1.0
 */
import { isNothing, isObject } from '../../../data/field.ts'

type Fields<K extends string> = { readonly [key in K]?: unknown }

const isText = (u: unknown): boolean => typeof u === 'string' || isNothing(u)

const isObjects = (u: unknown, is: (item: object) => boolean): boolean => {
  if (isNothing(u)) return true
  if (!Array.isArray(u)) return false
  const items: ReadonlyArray<unknown> = u
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    if (!isObject(item) || !is(item)) return false
  }
  return true
}

const isNamed = (u: unknown): boolean => isNothing(u) || (isObject(u) && isText((u as Fields<'name'>).name)) // what an object has not is undefined

const isCall = (call: Fields<'function' | 'custom'>): boolean => isNamed(call.function) && isNamed(call.custom)

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
  isObjects(delta.reasoning_details, isDetail) &&
  isObjects(delta.tool_calls, isCall)

const isChoice = ({ finish_reason: finish, usage, delta }: Fields<'finish_reason' | 'usage' | 'delta'>): boolean =>
  isText(finish) && (isNothing(usage) || isObject(usage)) && (isNothing(delta) || (isObject(delta) && isDelta(delta)))

const isEnvelope = ({ choices, usage }: Fields<'choices' | 'usage'>): boolean =>
  (isNothing(usage) || isObject(usage)) && isObjects(choices, isChoice)

/** @internal */
export const isChatChunk = (u: unknown): boolean => isObject(u) && isEnvelope(u)
