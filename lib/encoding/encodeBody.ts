import type { Outcome } from '../data/MessageState.ts'
import { outcomeReason } from '../data/MessageState.ts'
import { isMalformed, parseJson } from '../machine/json/parseJson.ts'
import type { Feature } from './Loss.ts'
import { reported } from './reported.ts'
import type { Target } from './Target.ts'
import { isClosed } from './written.ts'

/**
 * An answer as one JSON body, with the HTTP status of its response.
 *
 * @category model
 * @since 0.1.0
 */
export interface EncodedBody {
  /** 200, or the status of the error. */
  readonly status: number
  readonly body: unknown
}

/**
 * An outcome as one JSON body of a target: the answer, or the target's error. `undefined` if the wire has streams only.
 *
 * Law: the fold of the body by the target's own provider = the outcome's message, except for the losses.
 *
 * @example
 * import { foldBody, openRouter } from 'deltafold/core'
 * import { encodeBody, ollamaTarget } from 'deltafold/encoding'
 *
 * assert.deepStrictEqual(encodeBody(ollamaTarget)(foldBody(openRouter, '')), {
 *   status: 502,
 *   body: { error: 'the body ended without an event' }
 * })
 *
 * @category destructors
 * @since 0.1.0
 */
export const encodeBody =
  <S>({ body }: Target<S>) =>
  (outcome: Outcome): EncodedBody | undefined => {
    if (body === undefined) return undefined
    const reason = outcomeReason(outcome)
    const status = reason === undefined ? 200 : reported(reason).status
    return { status, body: body({ message: outcome.message, reason }) }
  }

const isCompact = (text: string): boolean => {
  const json = text === '' ? undefined : parseJson(text)
  return json === undefined || (!isMalformed(json) && JSON.stringify(json) === text)
}

/**
 * The features that a JSON body cannot express and a stream can: the spacing and the digits of arguments that are an object in it.
 *
 * @internal
 */
export const lossesOfBody =
  <S>({ bodyInput }: Target<S>) =>
  ({ message: { choices } }: Outcome): ReadonlyArray<Feature> => {
    const calls = choices.flatMap(({ parts }) => parts.filter(isClosed))
    return bodyInput === 'object' && !calls.every((call) => isCompact(call.arguments)) ? ['argument text'] : []
  }
