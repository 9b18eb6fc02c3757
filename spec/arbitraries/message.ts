/** Messages of any form that the types allow, also those that no fold makes: two parts of one key, two choices of one index. */
import fc from 'fast-check'

import type { Message } from '../../lib/data/Message.ts'
import { finishReason } from './delta.ts'
import { loosePart, part } from './part.ts'
import { extra, text } from './raw.ts'
import { looseUsage, usage } from './usage.ts'

const messagesOf = (
  parts: typeof part,
  usages: typeof usage,
  optional: <A>(arbitrary: fc.Arbitrary<A>) => fc.Arbitrary<A>
): fc.Arbitrary<Message> => {
  const choice = fc.record(
    {
      index: fc.nat(2),
      parts: fc.array(parts, { maxLength: 3 }),
      finishReason: optional(finishReason),
      rawFinishReason: optional(text),
      extra: optional(extra)
    },
    { requiredKeys: ['index', 'parts'], noNullPrototype: true }
  )
  return fc.record(
    {
      id: optional(text),
      model: optional(text),
      choices: fc.array(choice, { maxLength: 3 }),
      usage: optional(usages),
      extra: optional(extra)
    },
    { requiredKeys: ['choices'], noNullPrototype: true }
  )
}

export const message = messagesOf(part, usage, (arbitrary) => arbitrary)

/** Messages in which an optional field may be `undefined`, as it may where `exactOptionalPropertyTypes` is off. */
export const looseMessage = messagesOf(
  loosePart,
  looseUsage,
  <A>(arbitrary: fc.Arbitrary<A>) => fc.option(arbitrary, { nil: undefined }) as fc.Arbitrary<A> // as without that flag
)
