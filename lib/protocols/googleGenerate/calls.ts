/**
 * Function calls. Almost always a call arrives whole, with its arguments as an object. Vertex AI can stream them: a
 * name, then pieces of arguments, then an empty call, which may be missing.
 *
 * A name begins a call, unless it has the id of the call that is being streamed. Pieces without a name belong to that
 * call, whatever came between.
 *
 * Source: https://ai.google.dev/api/caching#FunctionCall,
 * https://cloud.google.com/vertex-ai/generative-ai/docs/multimodal/function-calling#streaming-fc
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, isNothing } from '../../codec/field.ts'
import type { Delta, Extra } from '../../data/Delta.ts'
import { textOfField } from '../../machine/json/jsonDigits.ts'
import { parseJson } from '../../machine/json/parseJson.ts'
import type { Emit } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { newIdFields, repairRepeated } from '../CallIdentity.ts'
import { around } from '../otherFields.ts'
import { repairCall, repairDigits } from '../repair.ts'
import type { NamedCall } from '../row.ts'
import { newNamedCall, repeatedBy, withNamedArguments, withRepeated } from '../row.ts'
import type { idFields } from '../syntheticId.ts'
import { toPath } from './jsonPath.ts'
import type { Writer } from './partialArgs.ts'
import { close, emptyWriter, write } from './partialArgs.ts'
import type { CandidateState, StreamedCall } from './state.ts'
import { withPart } from './state.ts'
import type { GoogleFunctionCall } from './wire/calls.ts'

// -------------------------------------------------------------------------------------
// fields of a call
// -------------------------------------------------------------------------------------

const textOf = (u: unknown): string => (typeof u === 'string' ? u : typeof u === 'number' ? String(u) : '')

type Fields = Readonly<Record<string, unknown>>

const known = ['id', 'name', 'args', 'partialArgs', 'willContinue']

const values = ['stringValue', 'numberValue', 'boolValue', 'structValue', 'listValue'] as const

const piecesOf = (call: GoogleFunctionCall): ReadonlyArray<Fields> =>
  (call.partialArgs ?? []).map((piece) => fieldsOf(asItCame(piece)))

// As JSON text. It is `null` if the field is present and null, and there is no other value.
const valueOf = (piece: Fields): string | undefined => {
  const name = values.find((one) => !isNothing(piece[one]))
  if (name !== undefined) return textOfField(piece, name)
  return 'nullValue' in piece ? 'null' : undefined
}

// -------------------------------------------------------------------------------------
// deltas of a call
// -------------------------------------------------------------------------------------

const emitCall = (
  emit: Emit<Delta>,
  choice: number,
  key: number,
  said: Partial<ReturnType<typeof idFields>> & {
    readonly name?: string
    readonly text: string
    readonly extra?: Extra | undefined
  }
): void => {
  const { id = '', name = '', text, extra, ...ours } = said
  if (id === '' && name === '' && text === '' && extra === undefined) return
  const delta: Delta = { _tag: 'ToolCallDelta', choice, key, id, name, arguments: text, ...ours }
  emit(extra === undefined ? delta : { ...delta, extra })
}

const unrecognised = (candidate: CandidateState, raw: unknown, emit: Emit<Delta>): CandidateState => {
  emit({ _tag: 'UnrecognisedDelta', choice: candidate.index, key: candidate.parts, raw })
  return withPart(candidate, 'other')
}

const withText = (candidate: CandidateState, key: number, text: string, ended: boolean): CandidateState => ({
  ...candidate,
  calls: candidate.calls.map((call) => (call.key === key ? withNamedArguments(call, text, ended) : call))
})

/**
 * The candidate after the end of the call that is being streamed. If the provider did not end the call, an unfinished
 * string stays open, so that the call does not look complete.
 *
 * @internal
 */
export const closeStreamed = (candidate: CandidateState, isEnded: boolean, emit: Emit<Delta>): CandidateState => {
  const { index, streamed } = candidate
  if (streamed === null) return candidate
  const { key, writer } = streamed
  const text = writer.continues && !isEnded ? '' : close(writer)
  // What was written again was parsed.
  if (writer.late !== '') repairDigits(parseJson(writer.text + text), index, key, emit)
  emitCall(emit, index, key, { text })
  return { ...withText(candidate, key, text, true), streamed: null }
}

const withPieces = (
  before: CandidateState,
  { key, id, writer: known }: StreamedCall,
  pieces: ReadonlyArray<Fields>,
  extra: Extra | undefined,
  emit: Emit<Delta>
): CandidateState => {
  let writer: Writer = known
  let text = ''
  const unread: Fields[] = []
  for (const piece of pieces) {
    const path = toPath(piece['jsonPath'])
    const value = valueOf(piece)
    repairDigits(piece, before.index, key, emit)
    if (path === undefined) unread.push(piece)
    else if (value !== undefined) {
      const written = write(writer, path, value, piece['willContinue'] === true)
      writer = written.writer
      text += written.added
    }
  }
  emitCall(emit, before.index, key, { text, extra })
  const streamed = { key, id, writer }
  const after: CandidateState = { ...withText(before, key, text, false), streamed, open: 'call', openKey: key }
  return unread.length === 0 ? after : unrecognised(after, { functionCall: { partialArgs: unread } }, emit)
}

const proceed = (
  candidate: CandidateState,
  streamed: StreamedCall,
  call: GoogleFunctionCall,
  part: Fields,
  emit: Emit<Delta>
): CandidateState => {
  const { index } = candidate
  const { key, writer } = streamed
  const pieces = piecesOf(call)
  const extra = around(part, 'functionCall', fieldsOf(asItCame(call)), known)
  const id = textOf(call.id)
  if (!isNothing(call.args) && writer.path.length > 0) return unrecognised(candidate, part, emit)
  if (id !== '' && streamed.id === '') {
    repairCall('IdReplaced', index, key, emit)
    emitCall(emit, index, key, { id, text: '' })
  }
  const named = { ...streamed, id: streamed.id === '' ? id : streamed.id }
  if (!isNothing(call.args)) {
    const text = argumentsOf(call.args)
    repairDigits(call.args, index, key, emit)
    emitCall(emit, index, key, { text, extra })
    return { ...withText(candidate, key, text, true), streamed: null, open: 'call', openKey: key }
  }
  const after = withPieces(candidate, named, pieces, extra, emit)
  if (pieces.length > 0 || call.willContinue === true) return after
  return { ...closeStreamed(after, true, emit), open: 'other' }
}

const isEmpty = (u: unknown): boolean => typeof u === 'object' && u !== null && Object.keys(u).length === 0

const begin = (before: CandidateState, call: GoogleFunctionCall, part: Fields, emit: Emit<Delta>): CandidateState => {
  const candidate = closeStreamed(before, false, emit)
  const { index, parts: key, calls } = candidate
  const pieces = piecesOf(call)
  const isStreamed = (pieces.length > 0 || call.willContinue === true) && (isNothing(call.args) || isEmpty(call.args))
  const id = textOf(call.id)
  const name = textOf(call.name)
  const text = isStreamed ? '' : argumentsOf(call.args)
  const extra = around(part, 'functionCall', fieldsOf(asItCame(call)), known)
  const named = withNamedArguments(newNamedCall(key, id, name), text, !isStreamed)
  const earlier = isStreamed ? undefined : repeatedBy(candidate, named)
  if (earlier !== undefined) {
    repairRepeated(earlier, index, earlier.key, emit)
    emitCall(emit, index, earlier.key, { text: '', extra })
    return withRepeated(candidate, earlier)
  }
  const ids = newIdFields(calls, id, index, key, emit)
  repairDigits(call.args, index, key, emit)
  emitCall(emit, index, key, { ...ids, name, text, extra })
  const next: CandidateState = { ...withPart(candidate, 'call'), calls: [...calls, named] }
  return isStreamed ? withPieces(next, { key, id, writer: emptyWriter }, pieces, undefined, emit) : next
}

const withDoubt = (call: NamedCall): NamedCall => ({ ...call, damaged: true })

/**
 * The candidate after one more part with a function call.
 *
 * @internal
 */
export const withCall = (
  candidate: CandidateState,
  call: GoogleFunctionCall,
  part: Fields,
  emit: Emit<Delta>
): CandidateState => {
  const { streamed } = candidate
  const id = textOf(call.id)
  const isSame = streamed !== null && streamed.id !== '' && streamed.id === id
  if (textOf(call.name) !== '' && !isSame) return begin(candidate, call, part, emit)
  // A fragment of a call that is over: which of them lack something cannot be told.
  if (streamed !== null && streamed.id !== '' && id !== '' && !isSame) {
    repairCall('NamelessCall', candidate.index, candidate.parts, emit)
    return unrecognised({ ...candidate, calls: candidate.calls.map(withDoubt) }, part, emit)
  }
  if (streamed !== null) return proceed(candidate, streamed, call, part, emit)
  const isSilent = id === '' && isNothing(call.args) && (call.partialArgs ?? []).length === 0
  if (isSilent && around(part, 'functionCall', fieldsOf(asItCame(call)), known) === undefined) return candidate
  repairCall('NamelessCall', candidate.index, candidate.parts, emit)
  return unrecognised(candidate, part, emit)
}
