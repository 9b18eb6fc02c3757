/**
 * The state of the Converse machine between events: the blocks and the progress of each. It holds no text of the
 * answer, except for the results so far of tools that Bedrock ran.
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
export type BlockKind = 'text' | 'reasoning' | 'call' | 'server' | 'result' | 'image' | 'other' | 'unknown'

/**
 * The result of a tool that Bedrock ran, which arrives in fragments.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResultState {
  /** The start of its block. */
  readonly start: Readonly<Record<string, unknown>>
  /** Its contents so far: JSON texts, separated by commas. */
  readonly content: string
  /** The length of `content` when the result was last emitted. */
  readonly emitted: number
}

/**
 * A content block, or the block of one kind at its index.
 *
 * @category model
 * @since 0.1.0
 */
export interface BlockState extends Block<BlockKind> {
  /** The signature so far. */
  readonly signature: string
  readonly result: ResultState | null
}

/**
 * The state of the Converse machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseState extends Blocks<BlockState> {
  /** Whether `messageStop` has arrived. */
  readonly stopped: boolean
  /** Whether `metadata` has arrived. */
  readonly measured: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialConverse: ConverseState = { ...noBlocks, stopped: false, measured: false }

/** @internal */
export const newContent = (index: number, key: number, kind: BlockKind): BlockState => ({
  ...newBlock(index, key, kind),
  signature: '',
  result: null
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether a block is of a kind: an index holds one of each.
 *
 * @internal
 */
export const isOf =
  (kind: BlockKind) =>
  (block: BlockState): boolean =>
    block.kind === kind
