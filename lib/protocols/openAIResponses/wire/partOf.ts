/**
 * The parts of items, for which some servers send something else.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { isObject } from '../../../codec/field.ts'
import { list } from '../../../codec/list.ts'
import { mended } from '../../../codec/mended.ts'

const isText = (u: unknown): boolean => typeof u === 'string' && u !== ''

/**
 * The codec of a part, for which some servers send its text.
 *
 * @internal
 */
export const part = <A extends object>(codec: t.Type<A, unknown>, type: string): t.Type<A, unknown> =>
  mended(codec, (u) => (isText(u) ? { type, text: u } : u))

/**
 * The codec of a list of parts, for which some servers send the only part, or its text.
 *
 * @internal
 */
export const parts = <A extends object>(codec: t.Type<A, unknown>, type: string): t.Type<ReadonlyArray<A>, unknown> =>
  mended(list(part(codec, type)), (u) => (isObject(u) || isText(u) ? [u] : u === '' ? [] : u))
