import type { Piece } from '../machine/framing/utf8.ts'
import { cutInto } from './cutInto.ts'
import type { Job } from './job.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/**
 * A command that is reading one body.
 *
 * @internal
 */
export interface Running {
  readonly push: (piece: Piece) => void
  /** Writes the state as JSON, reads it back and continues; returns the result if that fails. */
  readonly resume: () => ((id: unknown) => object) | undefined
  readonly end: (id: unknown) => object
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The result of a job, with its body cut and resumed as the job specifies.
 *
 * @internal
 */
export const drive = ({ id, body, cut, resumeAt }: Job, running: Running): object => {
  const at = resumeAt ?? body.length
  cutInto(body.subarray(0, at), cut).forEach(running.push)
  const failed = resumeAt === undefined ? undefined : running.resume()
  if (failed !== undefined) return failed(id)
  cutInto(body.subarray(at), cut).forEach(running.push)
  return running.end(id)
}
