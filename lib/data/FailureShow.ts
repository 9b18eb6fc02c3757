import type { show } from 'fp-ts'

import type { Failure } from './Failure.ts'

/**
 * A failure in one line: its tag, its message, and its position in the body.
 *
 * Law: `show(f) = f._tag + ': ' + f.message + ' (event ' + f.atEvent + ', byte ' + f.atByte + ')'`.
 *
 * @example
 * import { FailureShow, foldBody, openRouter } from 'deltafold'
 *
 * const { failures } = foldBody(openRouter, 'data: {"choices":[]}\n\ndata: {bad\n\n')
 * assert.deepStrictEqual(
 *   failures.slice(0, 1).map(FailureShow.show),
 *   ['MalformedJson: the data of an event (4 characters) is not JSON (event 1, byte 22)']
 * )
 *
 * @category instances
 * @since 0.1.0
 */
export const FailureShow: show.Show<Failure> = {
  show: ({ _tag, message, atByte, atEvent }) => `${_tag}: ${message} (event ${atEvent}, byte ${atByte})`
}
