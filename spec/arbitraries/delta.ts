/** Deltas of any kind, in few choices and parts, so that they meet. */
import fc from 'fast-check'

import type { Delta } from '../../lib/data/Delta.ts'
import type { FinishReason } from '../../lib/data/FinishReason.ts'
import type { Usage } from '../../lib/data/Usage.ts'

const place = { choice: fc.nat(2), key: fc.nat(3) }
const text = fc.string({ maxLength: 3 })
/** Something that no codec knows. */
const raw = fc.oneof(fc.constant(null), fc.boolean(), fc.array(fc.nat(9), { maxLength: 2 }), text)

const tag = <T extends string>(_tag: T) => fc.constant(_tag)

// Multiples of a power of two, so that sums of them are exact in any order.
const cost = fc.nat(1000).map((n) => n / 1024)

/** Where input and output are known, so is the total. */
const withTotal = (one: Usage): Usage =>
  one.totalTokens === undefined && one.inputTokens !== undefined && one.outputTokens !== undefined
    ? { ...one, totalTokens: one.inputTokens + one.outputTokens }
    : one

const anyUsage: fc.Arbitrary<Usage> = fc.record(
  {
    inputTokens: fc.nat(1000),
    outputTokens: fc.nat(1000),
    totalTokens: fc.nat(1000),
    cacheReadInputTokens: fc.nat(1000),
    cacheCreationInputTokens: fc.nat(1000),
    reasoningOutputTokens: fc.nat(1000),
    cost,
    raw: raw
  },
  { requiredKeys: [], noNullPrototype: true }
)

export const usage: fc.Arbitrary<Usage> = anyUsage.map(withTotal)

const extra = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.nat(9), { maxKeys: 2, noNullPrototype: true })

const finishReason: fc.Arbitrary<FinishReason> = fc.constantFrom('stop', 'length', 'tool_call', 'other')

const media = <T extends string>(_tag: T) =>
  fc.record(
    { _tag: tag(_tag), ...place, id: text, mediaType: text, name: text, url: text, data: text, text, extra },
    {
      requiredKeys: ['_tag', 'choice', 'key', 'id', 'mediaType', 'name', 'url', 'data', 'text'],
      noNullPrototype: true
    }
  )

export const delta: fc.Arbitrary<Delta> = fc.oneof(
  fc.record(
    { _tag: tag('TextDelta'), ...place, text, extra },
    { requiredKeys: ['_tag', 'choice', 'key', 'text'], noNullPrototype: true }
  ),
  fc.record({ _tag: tag('RefusalDelta'), ...place, text }),
  fc.record(
    {
      _tag: tag('ReasoningDelta'),
      ...place,
      kind: fc.constantFrom('text' as const, 'summary' as const, 'encrypted' as const),
      text,
      signature: text,
      data: text,
      id: text,
      format: text,
      index: fc.nat(3)
    },
    { requiredKeys: ['_tag', 'choice', 'key', 'kind', 'text', 'signature'], noNullPrototype: true }
  ),
  fc.record(
    { _tag: tag('ToolCallDelta'), ...place, id: text, name: text, arguments: text, extra },
    { requiredKeys: ['_tag', 'choice', 'key', 'id', 'name', 'arguments'], noNullPrototype: true }
  ),
  fc.record({ _tag: tag('ToolCallEnd'), ...place, state: fc.constantFrom('Closed' as const, 'Truncated' as const) }),
  fc.record({ _tag: tag('UnrecognisedDelta'), ...place, raw: raw }),
  fc.record(
    { _tag: tag('ServerToolCallDelta'), ...place, kind: text, id: text, name: text, arguments: text, extra },
    { requiredKeys: ['_tag', 'choice', 'key', 'kind', 'id', 'name', 'arguments'], noNullPrototype: true }
  ),
  fc.record({ _tag: tag('ServerToolResultDelta'), ...place, kind: text, id: text, raw }),
  fc.record(
    {
      _tag: tag('CitationDelta'),
      ...place,
      of: fc.nat(3),
      url: text,
      title: text,
      text,
      start: fc.nat(9),
      end: fc.nat(9),
      raw
    },
    { requiredKeys: ['_tag', 'choice', 'key', 'raw'], noNullPrototype: true }
  ),
  media('ImageDelta'),
  media('FileDelta'),
  fc.record({ _tag: tag('FinishDelta'), choice: fc.nat(2), finishReason, rawFinishReason: text }),
  fc.record({ _tag: tag('UsageDelta'), usage }),
  fc.record({ _tag: tag('ResponseMetadata'), id: text, model: text }),
  fc.record({
    _tag: tag('RepairDelta'),
    repair: fc.record({ _tag: tag('NameRepeated'), choice: fc.nat(2), key: fc.nat(3) })
  })
)

export const deltas = fc.array(delta, { maxLength: 10 })
