/**
 * The state of the OpenAI Chat machine between chunks: the parts and tool calls of each choice, and those that the next
 * fragment may continue. It holds no text of the answer.
 *
 * @since 0.1.0
 */
import type { ReasoningKind } from '../../data/Delta.ts'
import type { Repair } from '../../data/Repair.ts'
import { replaced } from '../../data/replaced.ts'
import type { Ending } from '../closing.ts'
import { newEnding, withMore } from '../closing.ts'
import type { Fingerprint } from '../fingerprint.ts'
import { moreHash, SEED } from '../fingerprint.ts'
import type { Row } from '../row.ts'
import { emptyRow, loseEvent } from '../row.ts'
import type { Counted } from './usage.ts'
import { nothingCounted } from './usage.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A tool call that has a name, with the fingerprint of its arguments so far.
 *
 * @category model
 * @since 0.1.0
 */
export interface CallState extends Ending, Fingerprint {
  /** Whether its arguments are `{}` so far and are not emitted, since they may stand for others that are to come. */
  readonly held: boolean
  /** The provider's index of the call; -1 = none. */
  readonly slot: number
  /** The provider's id; `""` = none. */
  readonly id: string
  readonly name: string
  /** The repairs that were emitted for it. */
  readonly told: ReadonlyArray<Repair['_tag']>
  /** Names of its extra fields. */
  readonly extras: ReadonlyArray<string>
}

/**
 * Fragments that are held until their name.
 *
 * @category model
 * @since 0.1.0
 */
export interface HeldCall {
  readonly slot: number
  readonly id: string
  readonly arguments: string
  readonly extra?: Readonly<Record<string, unknown>>
  /** Whether an event was lost that may have held a part of it. */
  readonly damaged: boolean
  /** Its size in UTF-16 code units, as counted for the limits. */
  readonly size: number
}

/**
 * A text whose fragments may each have all of the text so far.
 *
 * @category model
 * @since 0.1.0
 */
export interface Repeats {
  /** UTF-16 code units so far. */
  readonly size: number
  readonly hash: number
  /** Whether a fragment did. */
  readonly told: boolean
}

/**
 * The last block of reasoning.
 *
 * @category model
 * @since 0.1.0
 */
export interface ReasoningBlock {
  readonly key: number
  readonly kind: ReasoningKind
  /** The provider's index; -1 = none. */
  readonly index: number
  readonly id: string
  readonly signature: string
  /** The text so far while it may be that each fragment repeats it; `null` = they do not. */
  readonly repeats: Repeats | null
}

/**
 * A source that was emitted.
 *
 * @category model
 * @since 0.1.0
 */
export interface Cited {
  readonly key: number
  /** Its identity: its URL, otherwise all of it. */
  readonly id: string
  /** The offsets of the cited text; -1 = not reported. */
  readonly start: number
  readonly end: number
  /** Whether its title is known. */
  readonly titled: boolean
}

/**
 * A tool that the provider ran.
 *
 * @category model
 * @since 0.1.0
 */
export interface Executed {
  /** The provider's index. */
  readonly index: number
  /** Whether its result was emitted. */
  readonly answered: boolean
}

/**
 * The state of the rare content of a choice beside its text.
 *
 * @category model
 * @since 0.1.0
 */
export interface Beside {
  readonly cited: ReadonlyArray<Cited>
  readonly executed: ReadonlyArray<Executed>
  /** Key of the sound; -1 = none. */
  readonly audio: number
  /** Whether there is an image. */
  readonly images: boolean
  /** Whether there is a refusal. */
  readonly refused: boolean
}

/**
 * The parts and tool calls of a choice.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChoiceState extends Row<CallState> {
  readonly index: number
  /** Key of the last part of text; -1 = none yet. */
  readonly text: number
  readonly reasoning: ReasoningBlock | null
  /** Index in `calls` of the call that had the last fragment; -1 = none. */
  readonly lastCall: number
  readonly held: ReadonlyArray<HeldCall>
  /** Whether `InvalidIndex` was emitted. */
  readonly misindexed: boolean
  /** Whether its parts were sent in whole messages instead of deltas. */
  readonly messages: boolean
  readonly beside: Beside
}

/**
 * The state of the OpenAI-chat machine.
 *
 * @category model
 * @since 0.1.0
 */
export interface ChatState {
  /** Whether the response's id is known. */
  readonly id: boolean
  /** The model that was emitted last; `""` = none yet. */
  readonly model: string
  readonly choices: ReadonlyArray<ChoiceState>
  /** Sources of the answer that arrived before its text, as they were sent. */
  readonly sources: ReadonlyArray<unknown>
  /** Their size in UTF-16 code units. */
  readonly sourcesSize: number
  /** The sides of usage that were counted. */
  readonly counted: Counted
  /** The paths of the fields that were reported as ignored. */
  readonly ignored: ReadonlyArray<string>
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const initialChat: ChatState = {
  id: false,
  model: '',
  choices: [],
  sources: [],
  sourcesSize: 0,
  counted: nothingCounted,
  ignored: []
}

const nothingBeside: Beside = { cited: [], executed: [], audio: -1, images: false, refused: false }

/** @internal */
export const initialChoice = (index: number): ChoiceState => ({
  index,
  ...emptyRow,
  text: -1,
  reasoning: null,
  lastCall: -1,
  held: [],
  misindexed: false,
  messages: false,
  beside: nothingBeside
})

/** @internal */
export const newCall = (key: number, slot: number, id: string, name: string, isText: boolean): CallState => ({
  ...newEnding(key),
  ...(isText ? { json: '' } : {}),
  held: false,
  slot,
  id,
  name,
  told: [],
  extras: [],
  size: 0,
  hash: SEED
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

/**
 * The call after more of its arguments. Field by field: on the hot path an object spread costs several times as much.
 *
 * @internal
 */
export const withArguments = (
  { key, json, ended, damaged, held, slot, id, name, told, extras, size, hash }: CallState,
  text: string
): CallState => ({
  key,
  json: withMore(json, text),
  ended,
  damaged,
  held,
  slot,
  id,
  name,
  told,
  extras,
  size: size + text.length,
  hash: moreHash(hash, text, json)
})

/**
 * The choice after a fragment of the call at an index.
 *
 * @internal
 */
export const withProceeded = (choice: ChoiceState, at: number, call: CallState): ChoiceState => {
  const calls = replaced(choice.calls, at, call)
  const { index, parts, text, reasoning, held, finish, misindexed, messages, beside } = choice
  return {
    index,
    parts,
    open: 'call',
    openKey: call.key,
    text,
    reasoning,
    calls,
    lastCall: at,
    held,
    finish,
    misindexed,
    messages,
    beside
  }
}

/**
 * The choice after an event was lost: fragments that are held until their name may miss a part, too.
 *
 * @internal
 */
export const loseEventOf = (choice: ChoiceState): ChoiceState => ({
  ...loseEvent(choice),
  held: choice.held.map((held) => ({ ...held, damaged: true }))
})
