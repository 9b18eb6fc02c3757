import { isObject } from '../../codec/field.ts'
import type { Fields } from '../../codec/guards.ts'
import { isNullable, isText } from '../../codec/guards.ts'

const isMessage = ({ stop_reason: reason, usage }: Fields<'stop_reason' | 'usage'>): boolean =>
  isText(reason) && isNullable(usage)

const isBlock = ({ type }: Fields<'type'>): boolean => isText(type)

const isDelta = ({ type, stop_reason: reason }: Fields<'type' | 'stop_reason'>): boolean =>
  isText(type) && isText(reason)

const isEvent = ({
  type,
  message,
  content_block: block,
  delta,
  usage,
  'amazon-bedrock-invocationMetrics': metrics
}: Fields<'type' | 'message' | 'content_block' | 'delta' | 'usage' | 'amazon-bedrock-invocationMetrics'>): boolean =>
  isText(type) &&
  isNullable(message, isMessage) &&
  isNullable(block, isBlock) &&
  isNullable(delta, isDelta) &&
  isNullable(usage) &&
  isNullable(metrics)

/**
 * `AnthropicChunk.is`, hand-written because it runs on every event.
 *
 * Law: `isAnthropicChunk(u) = AnthropicChunk.is(u)`.
 *
 * @internal
 */
export const isAnthropicChunk = (u: unknown): boolean => isObject(u) && isEvent(u)
