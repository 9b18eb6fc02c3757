/**
 * A command at work on one body.
 *
 * @since 0.1.0
 */
import type { Piece } from '../machine/framing/utf8.ts'
import { cutInto } from './cutInto.ts'
import type { Job } from './job.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

/** @internal */
export interface Running {
  readonly push: (piece: Piece) => void
  /** Writes the state as JSON, reads it back and goes on from there; gives a result where that failed. */
  readonly resume: () => ((id: unknown) => object) | undefined
  readonly end: (id: unknown) => object
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * The result of a job: its body, cut and resumed as it says.
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
