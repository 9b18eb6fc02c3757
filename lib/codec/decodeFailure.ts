/**
 * The errors of an io-ts codec, without the values that it rejected.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import type { DecodeFailure, Position } from '../data/Failure.ts'
import { decodeFailure } from '../data/Failure.ts'

const pathOf = ({ context }: t.ValidationError): string =>
  context
    .slice(1)
    .map(({ key }) => key)
    .join('.')

const expectedBy = ({ context }: t.ValidationError): string => context[context.length - 1]?.type.name ?? ''

/** @internal */
export const errorsOf = (errors: t.Errors): DecodeFailure['errors'] =>
  errors.map((error) => ({ path: pathOf(error), expected: expectedBy(error) }))

const MOST_ERRORS = 32

/** @internal */
export const decodeFailureOf = (codec: t.Mixed, errors: t.Errors, position: Position): DecodeFailure =>
  decodeFailure(codec.name, errorsOf(errors.slice(0, MOST_ERRORS)), position)
