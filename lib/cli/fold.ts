import { either as E } from 'fp-ts'

import { foldingOf } from './folding.ts'
import type { Job } from './job.ts'
import { headOfJob, parseJob } from './job.ts'
import { failedFold, invalidJob } from './result.ts'
import { drive } from './Running.ts'

const foldJob = (job: Job): object => {
  const { id, provider } = job
  if (provider === undefined) return failedFold(id, invalidJob('the job names no provider'))
  const start = foldingOf(provider)
  return start === undefined
    ? failedFold(id, invalidJob(`no provider is called ${provider}`))
    : drive(job, start(headOfJob(job)))
}

/**
 * `deltafold fold --jobs`: a line to its result.
 *
 * @internal
 */
export const foldLine = (line: string): object => {
  const job = parseJob(line)
  return E.isLeft(job) ? failedFold(job.left.id, invalidJob(job.left.reason)) : foldJob(job.right)
}
