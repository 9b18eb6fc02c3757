import { UsageCodec } from '../../lib/codec/UsageCodec.ts'
import { usage } from '../arbitraries/usage.ts'
import { codecLaws } from '../laws/codec.ts'

describe('UsageCodec', () => {
  codecLaws(UsageCodec, usage, [
    ['tokens below 0', { inputTokens: -1 }],
    ['half a token', { outputTokens: 0.5 }],
    ['tokens beyond the integers', { totalTokens: 2 ** 53 }],
    ['tokens as text', { cacheReadInputTokens: '1' }],
    ['tokens that are null', { reasoningOutputTokens: null }],
    ['a cost below 0', { cost: -0.5 }],
    ['a cost without end', { cost: Infinity }],
    ['a cost that is no number', { cost: NaN }]
  ])
})
