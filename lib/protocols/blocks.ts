/**
 * Addressed blocks: the content of protocols whose fragments name the block that they belong to. A block is a part of the
 * message. Blocks may be interleaved, and an index that is used again is a new block.
 *
 * Laws: keys are assigned in the order in which blocks begin; `closeEnded` and `closeAll` emit one end for each call, and
 * `closeAll` leaves no call open; `loseEvent` changes only calls that are not complete.
 *
 * @since 0.1.0
 */
import type { Delta, Extra } from '../data/Delta.ts'
import type { FinishReason } from '../data/FinishReason.ts'
import { isCutShort } from '../data/FinishReason.ts'
import type { Emit } from '../machine/Machine.ts'
import type { CallIdentity } from './CallIdentity.ts'
import { emitCallStart, haveSameArguments, newIdentity, repairRepeated } from './CallIdentity.ts'
import type { Ending } from './closing.ts'
import { emitEnd, newEnding, withLoss } from './closing.ts'
import { isCancelled } from './openAIChat/finishReason.ts'

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
export interface Block<Kind extends string> extends Ending, CallIdentity {
  /** The provider's index of the block; -1 = none. */
  readonly index: number
  /** `call` and `server` take arguments; `unknown` is a block that was not understood, and may take some. */
  readonly kind: Kind
  /** For a call, whether its end was emitted. */
  readonly closed: boolean
  /** Whether a fragment of it arrived under another index. */
  readonly drifted: boolean
  /** For a call with the id and the name of an earlier one, what is held until its end shows whether it is that call. */
  readonly again: Again | null
}

/**
 * A call that may be an earlier one.
 *
 * @category model
 * @since 0.1.0
 */
export interface Again {
  /** Key of the earlier call. */
  readonly of: number
  /** The arguments so far. */
  readonly arguments: string
  readonly extra: Extra | null
}

/**
 * The blocks of a message.
 *
 * @category model
 * @since 0.1.0
 */
export interface Blocks<B> {
  /** The number of parts, which is the key of the next one. */
  readonly parts: number
  /** In order of appearance. */
  readonly blocks: ReadonlyArray<B>
  /** Key of the part that had the last fragment; -1 = none. */
  readonly last: number
  /** `error` also after a word that cancels the answer: its last call is cut. */
  readonly finish: FinishReason | ''
  /** Whether `InvalidIndex` was emitted. */
  readonly misindexed: boolean
  /** The index of the last fragment of arguments that arrived before any call; -2 = none. */
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
  ...newIdentity('', ''),
  ...(kind === 'call' ? {} : { json: '' }),
  index,
  kind,
  closed: false,
  drifted: false,
  again: null
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The state in which this part had the last fragment.
 *
 * @internal
 */
export const touch = <S extends Blocks<unknown>>(state: S, key: number): S =>
  state.last === key ? state : { ...state, last: key }

/**
 * The state after one more part that had the last fragment and is not a block.
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
 * The state after the start of a block, which is the next part. Older blocks of its kind at its index can no longer be
 * addressed and are dropped, except for calls, which may be repeated. If arguments arrived before their call, the call counts as damaged.
 *
 * @internal
 */
export const withBlock = <S extends AnyBlocks>(state: S, block: BlockIn<S>): S => {
  const isOrphaned = block.kind === 'call' && block.index === state.orphan
  return {
    ...withPart(state),
    blocks: [
      ...state.blocks.filter(
        (other) => other.index !== block.index || other.kind !== block.kind || other.kind === 'call'
      ),
      isOrphaned ? { ...block, damaged: true } : block
    ]
  }
}

/**
 * The state with a changed block, which had the last fragment.
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

/**
 * The state after a call came again.
 *
 * @internal
 */
export const withRepeated = <S extends AnyBlocks>(state: S, block: BlockIn<S>, emit: Emit<Delta>): S => {
  repairRepeated(block, choice, block.key, emit)
  return block.repeated
    ? state
    : updated<S>(
        state,
        ({ key }) => key === block.key,
        (one) => ({ ...one, repeated: true })
      )
}

/**
 * The calls before a call.
 *
 * @internal
 */
export const callsBefore = <S extends AnyBlocks>({ blocks }: S, { key }: Block<string>): ReadonlyArray<BlockIn<S>> =>
  blocks.filter((block) => block.kind === 'call' && block.key < key)

const withoutBlock = <S extends AnyBlocks>(state: S, { key }: BlockIn<S>): S => ({
  ...state,
  blocks: state.blocks.filter((block) => block.key !== key)
})

const closed = <S extends AnyBlocks>(state: S, block: BlockIn<S>, emit: Emit<Delta>): S => {
  const { again } = block
  if (again !== null) {
    const earlier = state.blocks.find(({ key }) => key === again.of)
    // A start alone says nothing new.
    if (earlier !== undefined && (block.size === 0 || haveSameArguments(block, earlier))) {
      return withRepeated<S>(withoutBlock<S>(state, block), earlier, emit)
    }
    emitCallStart(
      callsBefore(state, block),
      choice,
      block,
      { extra: again.extra ?? undefined, text: again.arguments },
      emit
    )
  }
  emitEnd(choice, block, { cutShort: isCutShort(state.finish), last: state.last }, emit)
  return updated<S>(
    state,
    ({ key }) => key === block.key,
    (one) => ({ ...one, closed: true, again: null })
  )
}

const close = <S extends AnyBlocks>(state: S, isMeant: (block: BlockIn<S>) => boolean, emit: Emit<Delta>): S =>
  state.blocks.filter(isMeant).reduce<S>((next, block) => closed<S>(next, block, emit), state)

/**
 * Closes calls before a new block begins at an index: those that the provider has ended, and the one at this index, which can
 * no longer be addressed. The end of a call alone does not close it, because a call that was cut by a limit ends in the same
 * way. An index of -1 is none.
 *
 * @internal
 */
export const closeEnded = <S extends AnyBlocks>(state: S, index: number, emit: Emit<Delta>): S =>
  close<S>(state, (block) => isOpenCall(block) && (block.ended || (index !== -1 && block.index === index)), emit)

/**
 * The state after the end of the message.
 *
 * @internal
 */
export const closeAll = <S extends AnyBlocks>(state: S, emit: Emit<Delta>): S => close<S>(state, isOpenCall, emit)

/**
 * Whether a call is neither closed nor ended.
 *
 * @internal
 */
export const mayGrow = (block: Block<string>): boolean => isOpenCall(block) && !block.ended

/**
 * The state after an event was lost that may have held a fragment of any call that was not ended.
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
 * The state after an unreadable fragment of arguments: the call at its index is damaged; if there is none, every call that may
 * still grow is.
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
  return { ...state, finish: isCancelled(rawFinishReason) ? 'error' : finish }
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The block at an index; if there are several, the last that began. Most fragments belong to the last block of all, so the
 * search begins there.
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
