/**
 * Compactions, which must be sent back unchanged. A block starts with some fields, and its deltas are merged into them:
 * text of `content` is appended, other fields replace, and `null` erases nothing. An `UnrecognisedDelta` holds the
 * whole compaction, so one is emitted only when the content has doubled and when the block ends.
 *
 * Source: https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @since 0.1.0
 */
import { isNothing } from '../../codec/field.ts'
import { plain } from '../../codec/plain.ts'
import type { Delta } from '../../data/Delta.ts'
import { append } from '../../data/rope.ts'
import type { Emit } from '../../machine/Machine.ts'
import { replaceBlock } from '../blocks.ts'
import type { AnthropicState, BlockState, Compaction } from './state.ts'

type Fields = Readonly<Record<string, unknown>>

const emitted = (key: number, { fields, content }: Compaction, emit: Emit<Delta>): Compaction => {
  emit({ _tag: 'UnrecognisedDelta', choice: 0, key, raw: { ...fields, content } })
  return { fields, content, emitted: content?.length ?? 0 }
}

/**
 * A compaction at the start of its block.
 *
 * @internal
 */
export const newCompaction = ({ content, ...fields }: Fields): Compaction => {
  const text = typeof content === 'string' ? content : null
  return { fields: plain(fields), content: text, emitted: text?.length ?? 0 }
}

/**
 * The state after more of a compaction.
 *
 * @internal
 */
export const withCompaction = (
  state: AnthropicState,
  block: BlockState,
  { type, content, ...delta }: Fields,
  emit: Emit<Delta>
): AnthropicState => {
  const { compaction } = block
  if (compaction === null) return state
  const news = Object.entries(plain(delta)).filter(([, value]) => !isNothing(value))
  const grown: Compaction = {
    fields: news.length === 0 ? compaction.fields : { ...compaction.fields, ...Object.fromEntries(news) },
    content: typeof content === 'string' ? append(compaction.content ?? '', content) : compaction.content,
    emitted: news.length === 0 ? compaction.emitted : -1
  }
  const isDue = (grown.content?.length ?? 0) >= 2 * grown.emitted
  return replaceBlock(state, { ...block, compaction: isDue ? emitted(block.key, grown, emit) : grown })
}

/**
 * The state after the compactions of some blocks were emitted as received so far.
 *
 * @internal
 */
export const flushCompactions = (
  state: AnthropicState,
  isMeant: (block: BlockState) => boolean,
  emit: Emit<Delta>
): AnthropicState =>
  state.blocks.reduce<AnthropicState>((next, block) => {
    const { compaction } = block
    if (compaction === null || compaction.emitted === (compaction.content?.length ?? 0) || !isMeant(block)) return next
    const known = { ...block, compaction: emitted(block.key, compaction, emit) }
    return { ...next, blocks: next.blocks.map((other) => (other.key === block.key ? known : other)) }
  }, state)
