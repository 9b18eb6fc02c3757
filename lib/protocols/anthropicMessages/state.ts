/**
 * The state of the Anthropic machine between events: the blocks and the progress of each. It holds no text of the
 * answer.
 *
 * @since 0.1.0
 */
import type { Block, Blocks } from '../blocks.ts'
import { newBlock, noBlocks } from '../blocks.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * The kind of a content block.
 *
 * @category model
 * @since 0.1.0
 */
export type BlockKind = 'text' | 'thinking' | 'call' | 'server' | 'compaction' | 'other' | 'unknown'

/**
 * A content block.
 *
 * @category model
 * @since 0.1.0
 */
export interface BlockState extends Block<BlockKind> {
  /** The input that it began with, as JSON text, used unless fragments of input follow; `""` = none. */
  readonly input: string
  /** The signature so far. */
  readonly signature: string
  /** The fields of a compaction so far. */
  readonly compaction: Compaction | null
}

/**
 * A compaction, whose content arrives in fragments.
 *
 * @category model
 * @since 0.1.0
 */
export interface Compaction {
  /** Its other fields. */
  readonly fields: Readonly<Record<string, unknown>>
  /** `null` = none. */
  readonly content: string | null
  /** The length of `content` when the compaction was last emitted; -1 = it has changed since. */
  readonly emitted: number
}

/**
 * The state of the Anthropic machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicState extends Blocks<BlockState> {
  /** The usage so far, as the provider sent it. */
  readonly usage: Readonly<Record<string, unknown>> | null
  /** The id of the message; `""` = not known. */
  readonly id: string
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
  /** Whether `message_stop` has arrived. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialAnthropic: AnthropicState = { ...noBlocks, usage: null, id: '', ignored: [], ended: false }

/** @internal */
export const newContent = (
  index: number,
  key: number,
  kind: BlockKind,
  { input = '', signature = '' }: { readonly input?: string; readonly signature?: string } = {}
): BlockState => ({ ...newBlock(index, key, kind), input, signature, compaction: null })
