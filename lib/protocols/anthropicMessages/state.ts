/**
 * What the Anthropic machine remembers between events: which blocks there are and how far each has come. It holds no text
 * of the answer.
 *
 * @since 0.1.0
 */
import type { Block, Blocks } from '../blocks.ts'
import { newBlock, noBlocks } from '../blocks.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export type BlockKind = 'text' | 'thinking' | 'call' | 'server' | 'compaction' | 'other'

/**
 * A content block.
 *
 * @category model
 * @since 0.1.0
 */
export interface BlockState extends Block<BlockKind> {
  /** The input that it began with, as JSON text, which counts unless fragments of input come; `""` = none. */
  readonly input: string
  /** The signature so far. */
  readonly signature: string
  /** What a compaction holds so far. */
  readonly compaction: Compaction | null
}

/**
 * A compaction, whose content comes in fragments.
 *
 * @category model
 * @since 0.1.0
 */
export interface Compaction {
  /** Its other fields. */
  readonly fields: Readonly<Record<string, unknown>>
  /** `null` = there is none. */
  readonly content: string | null
  /** The length of `content` when the compaction was last emitted; -1 = there are changes since. */
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
  /** Whether `message_stop` came. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialAnthropic: AnthropicState = { ...noBlocks, usage: null, id: '', ended: false }

/** @internal */
export const newContent = (
  index: number,
  key: number,
  kind: BlockKind,
  { input = '', signature = '' }: { readonly input?: string; readonly signature?: string } = {}
): BlockState => ({ ...newBlock(index, key, kind), input, signature, compaction: null })
