/**
 * What the Converse machine remembers between events: which blocks there are and how far each has come. It holds no text
 * of the answer, but what a tool that Bedrock ran gave so far.
 *
 * @since 0.1.0
 */
import type { FinishReason } from '../../data/FinishReason.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * @category model
 * @since 0.1.0
 */
export type BlockKind = 'text' | 'reasoning' | 'call' | 'server' | 'result' | 'image' | 'other'

/**
 * A content block, or what of one kind is under its index.
 *
 * @category model
 * @since 0.1.0
 */
export interface BlockState {
  /** The provider's index of the block; -1 = none. */
  readonly index: number
  /** Key of the part that it is. */
  readonly key: number
  readonly kind: BlockKind
  /** The signature so far. */
  readonly signature: string
  /** Of the result of a server tool: how it began, with what it holds so far. */
  readonly result: Readonly<Record<string, unknown>> | null
  /** Whether the provider has ended the block. */
  readonly stopped: boolean
  /** Whether `ToolCallEnd` was told. */
  readonly closed: boolean
}

/**
 * The state of the Converse machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface ConverseState {
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** In order of appearance. */
  readonly blocks: ReadonlyArray<BlockState>
  /** Key of the part that the last fragment belonged to; -1 = none. */
  readonly last: number
  readonly finish: FinishReason | ''
  /** Whether `InvalidIndex` was told. */
  readonly misindexed: boolean
  /** Whether `messageStop` came. */
  readonly stopped: boolean
  /** Whether `metadata` came. */
  readonly measured: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialConverse: ConverseState = {
  parts: 0,
  blocks: [],
  last: -1,
  finish: '',
  misindexed: false,
  stopped: false,
  measured: false
}

/** @internal */
export const newBlock = (index: number, key: number, kind: BlockKind): BlockState => ({
  index,
  key,
  kind,
  signature: '',
  result: null,
  stopped: false,
  closed: false
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state in which a part had the last fragment.
 *
 * @internal
 */
export const touched = (state: ConverseState, key: number): ConverseState =>
  state.last === key ? state : { ...state, last: key }

/**
 * The state with a block as it is now, which had the last fragment.
 *
 * @internal
 */
export const changed = (state: ConverseState, block: BlockState): ConverseState => ({
  ...state,
  last: block.key,
  blocks: state.blocks.map((other) => (other.key === block.key ? block : other))
})

/**
 * The state with a new block, which is the next part. Older ones of its kind under its index can be reached no more, and
 * are given up, but for calls that wait for their end.
 *
 * @internal
 */
export const begun = (state: ConverseState, block: BlockState): ConverseState => ({
  ...state,
  parts: block.key + 1,
  last: block.key,
  blocks: [
    ...state.blocks.filter(
      ({ index, kind, closed }) => index !== block.index || kind !== block.kind || (kind === 'call' && !closed)
    ),
    block
  ]
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * What of a kind is under an index.
 *
 * @internal
 */
export const blockAt = ({ blocks }: ConverseState, index: number, kind: BlockKind): BlockState | undefined =>
  blocks.findLast((block) => block.index === index && block.kind === kind)
