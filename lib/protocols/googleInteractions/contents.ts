/**
 * The content of the answer: texts, their citations, and media. Each piece is a part. Text continues the last piece of its
 * step if that is a text.
 *
 * Source: https://ai.google.dev/gemini-api/docs/interactions/streaming
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, listOf, textOf } from '../../codec/field.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import { tokens } from '../../data/Usage.ts'
import type { Emit } from '../../machine/Machine.ts'
import { blockAt, replaceBlock, touch, withBlock, withPart } from '../blocks.ts'
import { otherThan } from '../otherFields.ts'
import { repairCall } from '../repair.ts'
import { grouped } from './sounds.ts'
import type { InteractionsState, StepKind, StepState } from './state.ts'
import { newStep } from './state.ts'
import type { InteractionsContent } from './wire/contents.ts'
import type { InteractionsDelta } from './wire/deltas.ts'

const choice = 0

const ofOutput: ReadonlyArray<StepKind> = ['text', 'sound']

/**
 * The state in which a piece of content may begin: the pieces of this step before it are over.
 *
 * @internal
 */
export const withPiece = (state: InteractionsState, index: number, emit: Emit<Delta>): InteractionsState => {
  const other = blockAt(state, index)
  if (other !== undefined && !other.ended && !ofOutput.includes(other.kind))
    repairCall('KindMismatch', choice, state.parts, emit)
  const isOver = (block: StepState): boolean => block.index === index && ofOutput.includes(block.kind)
  const flushed = state.blocks.filter(isOver).reduce((next, block) => withRest(next, block, emit), state)
  return flushed.blocks.some(isOver)
    ? { ...flushed, blocks: flushed.blocks.filter((block) => !isOver(block)) }
    : flushed
}

// -------------------------------------------------------------------------------------
// texts
// -------------------------------------------------------------------------------------

const isText = ({ kind }: StepState): boolean => kind === 'text'

/**
 * The state after more text of a step.
 *
 * @internal
 */
export const withText = (
  state: InteractionsState,
  index: number,
  text: string,
  emit: Emit<Delta>
): InteractionsState => {
  const block = blockAt(state, index, isText)
  if (block === undefined && text === '') return state
  const key = block?.key ?? state.parts
  if (block !== undefined) {
    if (text !== '') emit({ _tag: 'TextDelta', choice, key, text })
    return touch(state, key)
  }
  const ready = withPiece(state, index, emit)
  emit({ _tag: 'TextDelta', choice, key, text })
  return withBlock(ready, newStep(index, key, 'text'))
}

const withCitation = (state: InteractionsState, of: number, raw: unknown, emit: Emit<Delta>): InteractionsState => {
  const { url, document_uri: uri, title, file_name: file, name, start_index: from, end_index: to } = fieldsOf(raw)
  const address = textOf(url) || textOf(uri)
  const called = textOf(title) || textOf(file) || textOf(name)
  const start = tokens(from)
  const end = tokens(to)
  emit({
    _tag: 'CitationDelta',
    choice,
    key: state.parts,
    of,
    ...(address === '' ? {} : { url: address }),
    ...(called === '' ? {} : { title: called }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    raw
  })
  return withPart(state, of)
}

/**
 * The state after annotations of the last text of a step. They may arrive before the text.
 *
 * @internal
 */
export const withAnnotations = (
  before: InteractionsState,
  index: number,
  annotations: unknown,
  emit: Emit<Delta>
): InteractionsState => {
  const all = listOf(asItCame(annotations))
  if (all.length === 0) return before
  const key = blockAt(before, index, isText)?.key ?? before.parts
  if (key === before.parts) emit({ _tag: 'TextDelta', choice, key, text: '' })
  const state = key === before.parts ? withBlock(withPiece(before, index, emit), newStep(index, key, 'text')) : before
  return all.reduce<InteractionsState>((next, raw) => withCitation(next, key, raw, emit), state)
}

// -------------------------------------------------------------------------------------
// media
// -------------------------------------------------------------------------------------

type Media = Extract<
  InteractionsContent | InteractionsDelta,
  { readonly type: 'image' | 'audio' | 'video' | 'document' }
>

const known = ['type', 'data', 'uri', 'mime_type', 'name']

const isSound = ({ kind }: StepState): boolean => kind === 'sound'

const emitMedia = (key: number, media: Media, data: string, extra: Extra | undefined, emit: Emit<Delta>): void => {
  emit({
    _tag: media.type === 'image' ? 'ImageDelta' : 'FileDelta',
    choice,
    key,
    id: '',
    mediaType: media.mime_type ?? '',
    name: 'name' in media ? (media.name ?? '') : '',
    url: media.uri ?? '',
    data,
    text: '',
    ...(extra === undefined ? {} : { extra })
  })
}

/**
 * The state after an image, a video or a document, which are whole, or after more of a sound.
 *
 * @internal
 */
export const withMedia = (
  state: InteractionsState,
  index: number,
  media: Media,
  emit: Emit<Delta>
): InteractionsState => {
  const data = media.data ?? ''
  const sound = media.type === 'audio' ? blockAt(state, index, isSound) : undefined
  if (sound !== undefined) {
    const { whole, rest } = grouped(sound.rest, data)
    emitMedia(sound.key, media, whole, undefined, emit)
    return rest === sound.rest ? touch(state, sound.key) : replaceBlock(state, { ...sound, rest })
  }
  const key = state.parts
  const ready = withPiece(state, index, emit)
  const { whole, rest } = media.type === 'audio' ? grouped('', data) : { whole: data, rest: '' }
  emitMedia(key, media, whole, otherThan(fieldsOf(asItCame(media)), known), emit)
  return media.type === 'audio' ? withBlock(ready, newStep(index, key, 'sound', { rest })) : withPart(ready)
}

/**
 * The state after the end of a block: what is left of a sound is emitted.
 *
 * @internal
 */
export const withRest = (state: InteractionsState, block: StepState, emit: Emit<Delta>): InteractionsState => {
  if (block.rest === '') return state
  const nothing = { id: '', mediaType: '', name: '', url: '', text: '' }
  emit({ _tag: 'FileDelta', choice, key: block.key, ...nothing, data: block.rest })
  const { last } = state
  return { ...replaceBlock(state, { ...block, rest: '' }), last }
}
