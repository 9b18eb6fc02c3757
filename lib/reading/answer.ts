import { asItCame } from '../codec/asItCame.ts'
import { decodeFailureOf } from '../codec/decodeFailure.ts'
import { plainDelta } from '../codec/plain.ts'
import type { Chunk } from '../data/Chunk.ts'
import type { Delta } from '../data/Delta.ts'
import type { Failure, Position } from '../data/Failure.ts'
import { depthExceeded, endedEarly, malformedJson, notAStream, truncatedFrame } from '../data/Failure.ts'
import type { Frame } from '../data/Frame.ts'
import { saidBy } from '../data/headers.ts'
import { limitExceeded } from '../data/limitExceeded.ts'
import type { Limits } from '../data/Limits.ts'
import { providerFailure } from '../data/providerFailure.ts'
import type { Result } from '../data/Result.ts'
import { isLeft, left, right } from '../data/Result.ts'
import { isTooDeep } from '../machine/json/jsonDepth.ts'
import { advance, advanceToEnd, beginsJson, isBroken, startOfJson } from '../machine/json/jsonProgress.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import { collectOutputs } from '../machine/Machine.ts'
import type { BesideState } from '../protocols/beside.ts'
import { headDeltas } from '../protocols/beside.ts'
import type { OpenProvider, ProviderError } from '../protocols/Provider.ts'
import { measure, noSizes, passedBy } from '../protocols/sizes.ts'
import { errorChunks } from './errorChunks.ts'
import { decodedWithDigits, hasDigits } from './hasDigits.ts'
import { withLostDigits } from './withLostDigits.ts'

/** The error in the first of several JSON texts: some servers send an error body, and then the end of a stream. */
const errorBefore = <W, R, S>(provider: OpenProvider<W, R, S>, data: string): ProviderError | undefined =>
  provider.error(parseJson(data.slice(0, advanceToEnd(startOfJson, data, 0).at)), '')

const unreadable = <W, R, S>(
  provider: OpenProvider<W, R, S>,
  { data, unfinished }: Frame,
  position: Position
): ReadonlyArray<Failure> => {
  if (unfinished) return [truncatedFrame(data.length, position)]
  if (!isBroken(advance(startOfJson, data))) {
    // Words may begin like a JSON value: `404 page not found`, `no healthy upstream`.
    return beginsJson(data)
      ? [malformedJson(data.length, position), endedEarly(position)]
      : [notAStream('text', position)]
  }
  const error = errorBefore(provider, data)
  return [error === undefined ? notAStream('several JSON texts', position) : providerFailure(error, position)]
}

/**
 * An answer that arrived as one JSON body, to its results: the `ResponseChunk`, then the `TerminalChunk` if the response is
 * complete, otherwise the reason why it is not.
 *
 * @internal
 */
export const answer = <W, R, S>(
  provider: OpenProvider<W, R, S>,
  limits: Limits,
  before: BesideState,
  frame: Frame
): ReadonlyArray<Result<Chunk<W, R>>> => {
  const position = { atByte: frame.atByte, atEvent: frame.atEvent }
  if (isTooDeep(frame.data, limits.depth)) return [left(depthExceeded(limits.depth, position))]
  const json = parseJson(frame.data)
  if (isMalformed(json)) return unreadable(provider, frame, position).map(left)

  const of = passedBy(provider.counts(json), limits)
  if (of !== undefined) return [left(limitExceeded(of, limits[of], position))]

  const error = provider.error(json, frame.event)
  const failures = error === undefined ? [] : [left(providerFailure({ ...saidBy(before.message), ...error }, position))]
  const decoded = decodedWithDigits(provider.response, json, frame.data)
  const not = left(notAStream(`JSON, but not ${provider.response.name}`, position))
  if (isLeft(decoded)) {
    if (error !== undefined) return [...errorChunks(provider, before, json, position), ...failures]
    return [left(decodeFailureOf(provider.response, decoded.left, position)), not]
  }
  if (error === undefined && !provider.knows(decoded.right)) return [not]

  let beside = before
  const answered = (): { readonly value: S; readonly outputs: ReadonlyArray<Delta> } =>
    collectOutputs<Delta, S>((emit) => {
      headDeltas(before).forEach(emit)
      const last = provider.answer(decoded.right, emit)
      beside = provider.beside?.(before, asItCame(decoded.right), emit) ?? before
      return last
    })
  const once = answered()
  const { value: state, outputs } = hasDigits(
    once.outputs,
    provider.held(once.value).size > 0,
    decoded.right,
    frame.data
  )
    ? answered()
    : once
  const deltas = withLostDigits(outputs.map(plainDelta))
  const measured = measure(noSizes, deltas, provider.held(state), beside.size, limits)
  if (typeof measured === 'string') return [left(limitExceeded(measured, limits[measured], position))]
  const whole: Result<Chunk<W, R>> = right({ _tag: 'ResponseChunk', wire: decoded.right, deltas, ...position })
  if (error !== undefined) return [whole, ...failures]
  if (provider.isWhole?.(decoded.right) === false) return [whole, left(endedEarly(position))]
  const { outputs: ends } = collectOutputs<Delta, S>((emit) => provider.machine.end(state, emit))
  return [whole, right({ _tag: 'TerminalChunk', deltas: ends, ...position })]
}
