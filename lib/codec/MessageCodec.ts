import * as t from 'io-ts'

import type { Choice, Message } from '../data/Message.ts'
import type { Part } from '../data/Part.ts'
import { shapes } from '../data/Part.ts'
import type { FieldShape } from '../data/parts/PartKind.ts'
import * as f from './fields.ts'
import { FinishReasonCodec } from './FinishReasonCodec.ts'
import type { MembersOf } from './unionOf.ts'
import { tagged, unionOf } from './unionOf.ts'
import { UsageCodec } from './UsageCodec.ts'

const codecOf = (shape: FieldShape): t.Mixed => {
  if (typeof shape === 'object') return t.keyof(shape)
  switch (shape) {
    case 'text':
      return t.string
    case 'count':
      return f.natural
    case 'extra':
      return t.UnknownRecord
    case 'json':
      return t.unknown
    case 'true':
      return t.literal(true)
  }
}

const propsOf = (fields: { readonly [name in string]: FieldShape }): t.Props =>
  Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, codecOf(shape)]))

const part = (): t.Type<Part> => {
  const members = Object.entries(shapes).map(([tag, { required, optional }]) => [
    tag,
    tagged(tag, { key: f.natural, ...propsOf(required) }, propsOf(optional))
  ])
  return unionOf<Part>('Part', Object.fromEntries(members) as MembersOf<Part>) // `shapes` has every member
}

const choice = (): t.Type<Choice> =>
  t.intersection(
    [
      t.type({ index: f.natural, parts: t.readonlyArray(part()) }),
      t.partial({ finishReason: FinishReasonCodec, rawFinishReason: t.string, extra: t.UnknownRecord })
    ],
    'Choice'
  )

const message = (): t.Type<Message> =>
  t.intersection(
    [
      t.type({ choices: t.readonlyArray(choice()) }),
      t.partial({ id: t.string, model: t.string, usage: UsageCodec, extra: t.UnknownRecord })
    ],
    'Message'
  )

/**
 * The io-ts codec of messages, to read a message from a file or a database.
 *
 * Law: `decode(JSON.parse(JSON.stringify(message))) = right(message)`.
 *
 * @example
 * import { either as E } from 'fp-ts'
 * import { foldBody, MessageCodec, openRouter } from 'deltafold/core'
 *
 * const { message } = foldBody(openRouter, '{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}')
 * const saved: unknown = JSON.parse(JSON.stringify(message))
 * assert.deepStrictEqual(MessageCodec.decode(saved), E.right(message))
 * assert.deepStrictEqual(MessageCodec.is({ choices: [{ index: 0, parts: [{ _tag: 'Text', key: -1, text: '' }] }] }), false)
 *
 * @category codecs
 * @since 0.1.0
 */
export const MessageCodec: t.Type<Message> = /* @__PURE__ */ message()
