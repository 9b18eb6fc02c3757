/**
 * The parts of a candidate's content. Adjoining text or thoughts are joined. A part with more than its text, such as a
 * thought signature, stays separate, because Gemini requires it back in this form, even if its text is empty.
 *
 * Source: https://ai.google.dev/gemini-api/docs/thought-signatures, https://ai.google.dev/api/caching#Part
 *
 * @since 0.1.0
 */
import { asItCame } from '../../codec/asItCame.ts'
import { fieldsOf, textOf } from '../../codec/field.ts'
import type { Delta } from '../../data/Delta.ts'
import type { Emit } from '../../machine/Machine.ts'
import { argumentsOf } from '../argumentsOf.ts'
import { around, otherThan } from '../otherFields.ts'
import { withCall } from './calls.ts'
import type { CandidateState } from './state.ts'
import { withPart } from './state.ts'
import type { GooglePart } from './wire/parts.ts'

type Fields = Readonly<Record<string, unknown>>

const withText = (candidate: CandidateState, text: string, part: Fields, emit: Emit<Delta>): CandidateState => {
  const { index: choice, open, openKey, parts } = candidate
  // An empty signature is none.
  const extra = otherThan(
    part,
    part['thoughtSignature'] === '' ? ['text', 'thought', 'thoughtSignature'] : ['text', 'thought']
  )
  if (extra !== undefined) {
    emit({ _tag: 'TextDelta', choice, key: parts, text, extra })
    return { ...withPart(candidate, 'other'), text: parts }
  }
  if (text === '') return candidate
  const continues = open === 'text'
  const key = continues ? openKey : parts
  emit({ _tag: 'TextDelta', choice, key, text })
  return continues ? candidate : { ...withPart(candidate, 'text'), text: key }
}

const withThought = (candidate: CandidateState, text: string, part: Fields, emit: Emit<Delta>): CandidateState => {
  const { index: choice, open, openKey, parts } = candidate
  const signature = textOf(part['thoughtSignature'])
  if (text === '' && signature === '') return candidate
  const continues = open === 'reasoning' && signature === ''
  const key = continues ? openKey : parts
  emit({ _tag: 'ReasoningDelta', choice, key, kind: 'text', text, signature })
  return continues ? candidate : withPart(candidate, signature === '' ? 'reasoning' : 'other')
}

const withMedia = (
  candidate: CandidateState,
  name: 'inlineData' | 'fileData',
  media: Fields,
  part: Fields,
  emit: Emit<Delta>
): CandidateState => {
  const { index: choice, parts: key } = candidate
  const mediaType = textOf(media['mimeType'])
  const extra = around(part, name, media, ['mimeType', 'data', 'fileUri', 'displayName'])
  emit({
    _tag: mediaType.toLowerCase().startsWith('image/') ? 'ImageDelta' : 'FileDelta',
    choice,
    key,
    id: '',
    mediaType,
    name: textOf(media['displayName']),
    url: textOf(media['fileUri']),
    data: textOf(media['data']),
    text: '',
    ...(extra === undefined ? {} : { extra })
  })
  return withPart(candidate, 'other')
}

const withCode = (candidate: CandidateState, code: Fields, part: Fields, emit: Emit<Delta>): CandidateState => {
  const extra = around(part, 'executableCode', code, ['id', 'code'])
  emit({
    _tag: 'ServerToolCallDelta',
    choice: candidate.index,
    key: candidate.parts,
    kind: 'executableCode',
    id: textOf(code['id']),
    name: 'codeExecution',
    arguments: textOf(code['code']),
    ...(extra === undefined ? {} : { extra })
  })
  return withPart(candidate, 'other')
}

const withServerTool = (candidate: CandidateState, call: Fields, part: Fields, emit: Emit<Delta>): CandidateState => {
  const kind = 'toolCall'
  const extra = around(part, kind, call, ['id', 'toolType', 'args'])
  emit({
    _tag: 'ServerToolCallDelta',
    choice: candidate.index,
    key: candidate.parts,
    kind,
    id: textOf(call['id']),
    name: textOf(call['toolType']),
    arguments: argumentsOf(call['args']),
    ...(extra === undefined ? {} : { extra })
  })
  return withPart(candidate, 'other')
}

/**
 * The candidate after one more part of its content.
 *
 * @internal
 */
export const withContent = (candidate: CandidateState, part: GooglePart, emit: Emit<Delta>): CandidateState => {
  const raw = fieldsOf(asItCame(part))
  const inside = (name: string): Fields => fieldsOf(raw[name])
  const { functionCall, executableCode, codeExecutionResult, toolCall, toolResponse, inlineData, fileData } = part
  if (functionCall) return withCall(candidate, functionCall, raw, emit)
  if (executableCode) return withCode(candidate, inside('executableCode'), raw, emit)
  if (toolCall) return withServerTool(candidate, inside('toolCall'), raw, emit)
  if (inlineData) return withMedia(candidate, 'inlineData', inside('inlineData'), raw, emit)
  if (fileData) return withMedia(candidate, 'fileData', inside('fileData'), raw, emit)
  const place = { choice: candidate.index, key: candidate.parts }
  const result = codeExecutionResult ?? toolResponse
  if (result) {
    const kind = codeExecutionResult ? 'codeExecutionResult' : 'toolResponse'
    emit({ _tag: 'ServerToolResultDelta', ...place, kind, id: result.id ?? '', raw })
    return withPart(candidate, 'other')
  }
  if (typeof part.text === 'string') {
    return raw['thought'] === true
      ? withThought(candidate, part.text, raw, emit)
      : withText(candidate, part.text, raw, emit)
  }
  // An unknown kind. An empty object is not a part.
  if (Object.values(raw).every((value) => value === null || value === undefined)) return candidate
  emit({ _tag: 'UnrecognisedDelta', ...place, raw })
  return withPart(candidate, 'other')
}
