/**
 * io-ts codecs of the fields that the machines' states share.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import * as f from '../codec/fields.ts'
import { FinishReasonCodec } from '../codec/FinishReasonCodec.ts'

/** @internal */
export const endingProps = { key: f.natural, json: t.string, ended: t.boolean, damaged: t.boolean }

const identityProps = { id: t.string, name: t.string, repeated: t.boolean, size: f.natural, hash: f.hash }

/** @internal */
export const namedCallProps = { ...endingProps, ...identityProps }

/** @internal */
export const blockProps = <K extends Readonly<Record<string, null>>>(kinds: K) => ({
  ...namedCallProps,
  index: f.index,
  kind: t.keyof(kinds),
  closed: t.boolean,
  drifted: t.boolean,
  again: t.union([t.type({ of: f.natural, arguments: t.string, extra: t.union([t.UnknownRecord, t.null]) }), t.null])
})

const finish = t.union([FinishReasonCodec, t.literal('')])

/** @internal */
export const blocksProps = <B>(block: t.Type<B, unknown>) => ({
  parts: f.natural,
  blocks: t.readonlyArray(block),
  last: f.index,
  finish,
  misindexed: t.boolean,
  orphan: f.wholeNumber('a whole number from -2', -2)
})

/** @internal */
export const rowProps = <C>(call: t.Type<C, unknown>) => ({
  parts: f.natural,
  open: t.keyof({ nothing: null, text: null, refusal: null, reasoning: null, call: null, other: null }),
  openKey: f.index,
  calls: t.readonlyArray(call),
  finish
})
