/**
 * Addressed blocks: the content of protocols whose fragments name the block that they belong to. A block is a part of the
 * message. Blocks may be interleaved, and an index that is used again is a new block.
 *
 * Laws: keys are given in the order in which blocks begin; `closeEnded` and `closeAll` emit one end for each call, and
 * `closeAll` leaves none open; `loseEvent` changes only calls that more can come of.
 *
 * @since 0.1.0
 */
import type { Delta } from '../data/Delta.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import { isCutShort } from '../data/FinishReason.ts'
import type { Emit } from '../machine/Machine.ts'
import type { Ending } from './closing.ts'
import { emitEnd, newEnding, withLoss } from './closing.ts'

const choice = 0

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * One block.
 *
 * @category model
 * @since 0.1.0
 */
export interface Block<Kind extends string> extends Ending {
  /** The provider's index of the block; -1 = none. */
  readonly index: number
  /** `call` and `server` take arguments; `unknown` is a block that was not understood, and may take some. */
  readonly kind: Kind
  /** Whether its end was emitted, if it is a call. */
  readonly closed: boolean
  /** Whether a fragment of it came under another index. */
  readonly drifted: boolean
}

/**
 * The blocks of a message.
 *
 * @category model
 * @since 0.1.0
 */
export interface Blocks<B> {
  /** How many parts there are; the key of the next one. */
  readonly parts: number
  /** In order of appearance. */
  readonly blocks: ReadonlyArray<B>
  /** Key of the part that had the last fragment; -1 = none. */
  readonly last: number
  readonly finish: FinishReason | ''
  /** Whether `InvalidIndex` was emitted. */
  readonly misindexed: boolean
  /** The index of the last fragment of arguments that came before any call; -2 = there was none. */
  readonly orphan: number
}

/** @internal */
export type AnyBlocks = Blocks<Block<string>>

/** @internal */
export type BlockIn<S extends AnyBlocks> = S['blocks'][number]

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const noBlocks: Blocks<never> = { parts: 0, blocks: [], last: -1, finish: '', misindexed: false, orphan: -2 }

/** @internal */
export const newBlock = <Kind extends string>(index: number, key: number, kind: Kind): Block<Kind> => ({
  ...newEnding(key),
  ...(kind === 'call' ? {} : { json: '' }),
  index,
  kind,
  closed: false,
  drifted: false
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state in which a part had the last fragment.
 *
 * @internal
 */
export const touch = <S extends Blocks<unknown>>(state: S, key: number): S =>
  state.last === key ? state : { ...state, last: key }

/**
 * The state after one more part, which had the last fragment, and is no block.
 *
 * @internal
 */
export const withPart = <S extends Blocks<unknown>>(state: S, last = state.parts): S => ({
  ...state,
  parts: state.parts + 1,
  last
})

const isOpenCall = ({ kind, closed }: Block<string>): boolean => kind === 'call' && !closed

/**
 * The state after a block began, which is the next part. Older ones of its kind under its index can be reached no more,
 * and are given up, except for calls that are still open. A call of whose arguments some came before it has lost them.
 *
 * @internal
 */
export const withBlock = <S extends AnyBlocks>(state: S, block: BlockIn<S>): S => {
  const isOrphaned = block.kind === 'call' && block.index === state.orphan
  return {
    ...withPart(state),
    blocks: [
      ...state.blocks.filter((other) => other.index !== block.index || other.kind !== block.kind || isOpenCall(other)),
      isOrphaned ? { ...block, damaged: true } : block
    ]
  }
}

/**
 * The state with a block as it is now, which had the last fragment.
 *
 * @internal
 */
export const replaceBlock = <S extends AnyBlocks>(state: S, block: BlockIn<S>): S => ({
  ...state,
  last: block.key,
  blocks: state.blocks.map((other) => (other.key === block.key ? block : other))
})

/**
 * The state in which some blocks are changed.
 *
 * @internal
 */
export const updated = <S extends AnyBlocks>(
  state: S,
  isMeant: (block: BlockIn<S>) => boolean,
  change: (block: BlockIn<S>) => BlockIn<S>
): S =>
  state.blocks.some(isMeant)
    ? { ...state, blocks: state.blocks.map((block) => (isMeant(block) ? change(block) : block)) }
    : state

/**
 * The state after the provider ended some blocks.
 *
 * @internal
 */
export const endBlocks = <S extends AnyBlocks>(state: S, isMeant: (block: BlockIn<S>) => boolean): S =>
  updated<S>(
    state,
    (block) => !block.ended && isMeant(block),
    (block) => ({ ...block, ended: true })
  )

const closed =
  <S extends AnyBlocks>(state: S, emit: Emit<Delta>) =>
  (block: BlockIn<S>): BlockIn<S> => {
    emitEnd(choice, block, { cutShort: isCutShort(state.finish), last: state.last }, emit)
    return { ...block, closed: true }
  }

/**
 * The state in which a block may begin under an index: calls that the provider has ended are closed, and so is one that
 * had this index, because nothing more can reach it. The end of a call does not close it by itself, for a call that was
 * cut by a limit is ended in the same way. An index of -1 is no index.
 *
 * @internal
 */
export const closeEnded = <S extends AnyBlocks>(state: S, index: number, emit: Emit<Delta>): S =>
  updated<S>(
    state,
    (block) => isOpenCall(block) && (block.ended || (index !== -1 && block.index === index)),
    closed<S>(state, emit)
  )

/**
 * The state after the end of the message.
 *
 * @internal
 */
export const closeAll = <S extends AnyBlocks>(state: S, emit: Emit<Delta>): S =>
  updated<S>(state, isOpenCall, closed<S>(state, emit))

/**
 * Whether a call is neither closed nor ended.
 *
 * @internal
 */
export const mayGrow = (block: Block<string>): boolean => isOpenCall(block) && !block.ended

/**
 * The state after an event was lost, which may have held a fragment of any call that was not ended.
 *
 * @internal
 */
export const loseEvent = <S extends AnyBlocks>(state: S): S => updated<S>(state, mayGrow, withLoss)

/**
 * The state after the provider has withdrawn the calls that are not closed.
 *
 * @internal
 */
export const withdrawCalls = <S extends AnyBlocks>(state: S, emit: Emit<Delta>): S =>
  closeAll<S>(
    updated<S>(state, isOpenCall, (block) => ({ ...block, damaged: true })),
    emit
  )

/**
 * The state after a message began inside another one, which was spliced in: the open blocks receive nothing more.
 *
 * @internal
 */
export const restartMessage = <S extends AnyBlocks>(state: S, emit: Emit<Delta>): S => {
  emit({ _tag: 'RepairDelta', repair: { _tag: 'MessageRestarted', choice } })
  return withdrawCalls<S>(
    endBlocks<S>(state, () => true),
    emit
  )
}

/**
 * The state after a finish reason.
 *
 * @internal
 */
export const withFinish = <S extends Blocks<unknown>>(
  state: S,
  rawFinishReason: string,
  toFinishReason: (word: string) => FinishReason,
  emit: Emit<Delta>
): S => {
  if (rawFinishReason === '') return state
  const finish = toFinishReason(rawFinishReason)
  emit({ _tag: 'FinishDelta', choice, finishReason: finish, rawFinishReason })
  return { ...state, finish }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The block under an index: of several, the last that began; without an index, the last that was not ended. Most fragments
 * belong to the last block of all: the search begins there.
 *
 * @internal
 */
export const blockAt = <B extends Block<string>>(
  { blocks }: Blocks<B>,
  index: number,
  isMeant?: (block: B) => boolean
): B | undefined => {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    if (block === undefined || (block.index !== index && (index !== -1 || block.ended))) continue
    if (isMeant === undefined || isMeant(block)) return block
  }
  return undefined
}
