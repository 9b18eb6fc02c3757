/**
 * What the Anthropic machine remembers between events: which blocks there are and how far each has come. It holds no text
 * of the answer.
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
export type BlockKind = 'text' | 'thinking' | 'call' | 'server' | 'compaction' | 'other'

/**
 * A content block; of several with one index, the last.
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
  /** The input that it began with, as JSON text, which counts unless fragments of input come; `""` = none. */
  readonly input: string
  /** The signature so far. */
  readonly signature: string
  /** Whether the provider has ended the block. */
  readonly stopped: boolean
  /** Whether `ToolCallEnd` was told. */
  readonly closed: boolean
}

/**
 * The state of the Anthropic machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface AnthropicState {
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** In order of appearance, each index once. */
  readonly blocks: ReadonlyArray<BlockState>
  /** Key of the part that the last fragment belonged to; -1 = none. */
  readonly last: number
  readonly finish: FinishReason | ''
  /** The usage so far, as the provider sent it. */
  readonly usage: Readonly<Record<string, unknown>> | null
  /** Whether `InvalidIndex` was told. */
  readonly misindexed: boolean
  /** Whether `message_stop` came. */
  readonly ended: boolean
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialAnthropic: AnthropicState = {
  parts: 0,
  blocks: [],
  last: -1,
  finish: '',
  usage: null,
  misindexed: false,
  ended: false
}

/** @internal */
export const newBlock = (index: number, key: number, kind: BlockKind): BlockState => ({
  index,
  key,
  kind,
  input: '',
  signature: '',
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
export const touched = (state: AnthropicState, key: number): AnthropicState =>
  state.last === key ? state : { ...state, last: key }

/**
 * The state with a block as it is now.
 *
 * @internal
 */
export const changed = (state: AnthropicState, block: BlockState): AnthropicState => ({
  ...state,
  blocks: state.blocks.map((other) => (other.index === block.index ? block : other))
})

/**
 * The state with a new block, which is the next part; an older one with its index is given up.
 *
 * @internal
 */
export const begun = (state: AnthropicState, block: BlockState): AnthropicState => ({
  ...state,
  parts: block.key + 1,
  last: block.key,
  blocks: [...state.blocks.filter(({ index }) => index !== block.index), block]
})

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The block under an index. Most fragments belong to the last one: the search begins there.
 *
 * @internal
 */
export const blockAt = ({ blocks }: AnthropicState, index: number): BlockState | undefined => {
  for (let at = blocks.length - 1; at >= 0; at--) {
    if (blocks[at]?.index === index) return blocks[at]
  }
  return undefined
}
