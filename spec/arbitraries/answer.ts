/** Answers as a provider's machine makes them: parts in fragments, calls that end or are cut, usage, a finish, a terminal or none. */
import fc from 'fast-check'

import type { Chunk } from '../../lib/data/Chunk.ts'
import type { Delta } from '../../lib/data/Delta.ts'
import { endedEarly } from '../../lib/data/Failure.ts'
import type { FinishReason } from '../../lib/data/FinishReason.ts'
import type { Result } from '../../lib/data/Result.ts'
import { left, right } from '../../lib/data/Result.ts'

const choice = 0
const at = { atByte: 0, atEvent: 0 }

const words = fc.array(fc.constantFrom('Hé', 'llo ', '\n', '"', '€', '\u2028', '😀', '</a>', '\\', 'data: x'), {
  maxLength: 4
})

const json = fc.constantFrom('', '{}', '{"a":1}', '{"a": [1, 2.50], "é":"\\u0041"}', '{"n":12345678901234567890}')

const pieces = (text: string): fc.Arbitrary<ReadonlyArray<string>> =>
  fc.nat(text.length).map((k) => [text.slice(0, k), text.slice(k)])

interface Planned {
  readonly tag: 'Text' | 'Reasoning' | 'Refusal' | 'ToolCall'
  readonly texts: ReadonlyArray<string>
  readonly signature: string
  /** Whether the provider ends a call where it is whole; otherwise at the terminal. */
  readonly endsNow: boolean
}

const planned: fc.Arbitrary<Planned> = fc.oneof(
  fc.record({
    tag: fc.constantFrom('Text' as const, 'Reasoning' as const, 'Refusal' as const),
    texts: words,
    signature: fc.constantFrom('', 'c2ln'),
    endsNow: fc.constant(false)
  }),
  fc.record({
    tag: fc.constant('ToolCall' as const),
    texts: json.chain(pieces),
    signature: fc.constant(''),
    endsNow: fc.boolean()
  })
)

const fragmentsOf = ({ tag, texts, signature, endsNow }: Planned, key: number): ReadonlyArray<Delta> => {
  const place = { choice, key }
  switch (tag) {
    case 'Text':
    case 'Refusal':
      return texts.map((text): Delta => ({ _tag: `${tag}Delta`, ...place, text }))
    case 'Reasoning':
      return [
        ...texts.map((text): Delta => ({ _tag: 'ReasoningDelta', ...place, kind: 'text', text, signature: '' })),
        { _tag: 'ReasoningDelta', ...place, kind: 'text', text: '', signature }
      ]
    case 'ToolCall':
      return [
        { _tag: 'ToolCallDelta', ...place, id: `id${key}`, name: 'f', arguments: '' },
        ...texts.map((text): Delta => ({ _tag: 'ToolCallDelta', ...place, id: '', name: '', arguments: text })),
        ...(endsNow ? [{ _tag: 'ToolCallEnd' as const, ...place, state: 'Closed' as const }] : [])
      ]
  }
}

const usage = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)).map(([read, fresh, thought, output]): Delta => ({
  _tag: 'UsageDelta',
  usage: {
    inputTokens: read + fresh,
    outputTokens: thought + output,
    totalTokens: read + fresh + thought + output,
    cacheReadInputTokens: read,
    reasoningOutputTokens: thought
  }
}))

const isCut = (reason: FinishReason): boolean => reason === 'length' || reason === 'content_filter'

const finish = fc.constantFrom<FinishReason>('stop', 'length', 'content_filter', 'tool_call', 'other')

const endsOf = (parts: ReadonlyArray<Planned>, reason: FinishReason): ReadonlyArray<Delta> =>
  parts.flatMap(({ tag, endsNow }, key) => {
    if (tag !== 'ToolCall' || endsNow) return []
    const state = isCut(reason) && key === parts.length - 1 ? 'Truncated' : 'Closed'
    return [{ _tag: 'ToolCallEnd' as const, choice, key, state }]
  })

/** The parts one after another, or with the fragments of calls between each other. */
const woven = (lists: ReadonlyArray<ReadonlyArray<Delta>>, isWoven: boolean): ReadonlyArray<Delta> => {
  if (!isWoven) return lists.flat()
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat()
}

const chunksOf = (deltas: ReadonlyArray<Delta>, size: number): ReadonlyArray<Result<Chunk>> =>
  Array.from({ length: Math.ceil(deltas.length / size) }, (_, i) =>
    right({ _tag: 'StreamChunk', wire: null, deltas: deltas.slice(i * size, (i + 1) * size), ...at })
  )

/** The results of chunks of an answer. */
export const answer: fc.Arbitrary<ReadonlyArray<Result<Chunk>>> = fc
  .record({
    parts: fc.array(planned, { maxLength: 5 }),
    reason: finish,
    counts: fc.option(usage, { nil: undefined }),
    size: fc.integer({ min: 1, max: 4 }),
    isWoven: fc.boolean(),
    isWhole: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, fc.constant(false))
  })
  .map(({ parts, reason, counts, size, isWoven, isWhole }) => {
    // With its last call cut, an answer has not ended that call.
    const own = parts.map((part, i) => (isCut(reason) && i === parts.length - 1 ? { ...part, endsNow: false } : part))
    // A reader takes the call that was touched last for the one that was cut.
    const calls = isWoven && !isCut(reason) && own.every(({ tag }) => tag === 'ToolCall')
    const deltas: ReadonlyArray<Delta> = [
      { _tag: 'ResponseMetadata', id: 'r1', model: 'm' },
      ...woven(own.map(fragmentsOf), calls),
      { _tag: 'FinishDelta', choice, finishReason: reason, rawFinishReason: reason },
      ...(counts === undefined ? [] : [counts])
    ]
    const terminal = right({ _tag: 'TerminalChunk' as const, deltas: endsOf(own, reason), ...at })
    return [...chunksOf(deltas, size), isWhole ? terminal : left(endedEarly(at))]
  })
