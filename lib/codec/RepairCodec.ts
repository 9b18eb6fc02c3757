/**
 * io-ts codecs of repairs.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Repair } from '../data/Repair.ts'
import * as f from './fields.ts'

type TagsOf<R extends Repair> = { readonly [Tag in R['_tag']]: null }

const ofCall: TagsOf<Extract<Repair, { readonly key: number }>> = {
  SlotReused: null,
  IndexDrift: null,
  NameRepeated: null,
  NameContinued: null,
  IdIgnored: null,
  IdReplaced: null,
  IdReused: null,
  SyntheticId: null,
  ArgumentsSerialised: null,
  ArgumentsRepeated: null,
  TextRepeated: null,
  PlaceholderReplaced: null,
  DigitsLost: null,
  NamelessCall: null,
  TextContradicted: null,
  KindMismatch: null
}

const ofChoice: TagsOf<Exclude<Extract<Repair, { readonly choice: number }>, { readonly key: number }>> = {
  InvalidIndex: null,
  MessageRestarted: null
}

const ofEvent: TagsOf<Extract<Repair, { readonly atEvent: number }>> = {
  FlushedAtEnd: null,
  EventSplit: null
}

const tag = (): t.Type<Repair['_tag']> =>
  t.union([t.keyof(ofCall), t.keyof(ofChoice), t.keyof(ofEvent), t.literal('FieldIgnored')])

const repair = (): t.Type<Repair> =>
  t.union([
    t.type({ _tag: t.keyof(ofCall), choice: f.natural, key: f.natural }),
    t.type({ _tag: t.keyof(ofChoice), choice: f.natural }),
    t.type({ _tag: t.keyof(ofEvent), atByte: f.natural, atEvent: f.natural }),
    t.type({ _tag: t.literal('FieldIgnored'), path: t.string })
  ])

/** @internal */
export const RepairTag: t.Type<Repair['_tag']> = /* @__PURE__ */ tag()

/** @internal */
export const RepairCodec: t.Type<Repair> = /* @__PURE__ */ repair()
