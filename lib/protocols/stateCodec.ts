/**
 * io-ts codecs of what the machines' states share.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { FinishReasonCodec } from '../codec/FinishReasonCodec.ts'

/** @internal */
export const endingProps = { key: t.number, json: t.string, ended: t.boolean, damaged: t.boolean }

/** @internal */
export const blockProps = <K extends Readonly<Record<string, null>>>(kinds: K) => ({
  ...endingProps,
  index: t.number,
  kind: t.keyof(kinds),
  closed: t.boolean,
  drifted: t.boolean
})

const finish = t.union([FinishReasonCodec, t.literal('')])

/** @internal */
export const blocksProps = <B>(block: t.Type<B, unknown>) => ({
  parts: t.number,
  blocks: t.readonlyArray(block),
  last: t.number,
  finish,
  misindexed: t.boolean,
  orphan: t.number
})

/** @internal */
export const rowProps = <C>(call: t.Type<C, unknown>) => ({
  parts: t.number,
  open: t.keyof({ nothing: null, text: null, refusal: null, reasoning: null, call: null, other: null }),
  openKey: t.number,
  calls: t.readonlyArray(call),
  finish
})
