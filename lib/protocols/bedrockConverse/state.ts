/**
 * What the Converse machine remembers between events: which blocks there are and how far each has come. It holds no text
 * of the answer, but what a tool that Bedrock ran gave so far.
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
export type BlockKind = 'text' | 'reasoning' | 'call' | 'server' | 'result' | 'image' | 'other'

/**
 * The result of a tool that Bedrock ran, which comes in fragments.
 *
 * @category model
 * @since 0.1.0
 */
export interface ResultState {
  /** How it began. */
  readonly start: Readonly<Record<string, unknown>>
  /** What it holds so far: JSON texts, with a comma between them. */
  readonly content: string
  /** The length of `content` when the result was last emitted. */
  readonly emitted: number
}

/**
 * A content block, or what of one kind is under its index.
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
  /** Whether `messageStop` came. */
  readonly stopped: boolean
  /** Whether `metadata` came. */
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
