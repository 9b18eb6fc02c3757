/**
 * `deltafold fold`: bodies to results.
 *
 * @since 0.1.0
 */
import { either as E } from 'fp-ts'

import type { Head } from '../data/Head.ts'
import { cutInto } from '../machine/cutInto.ts'
import type { Job } from './job.ts'
import { parseJob } from './job.ts'
import type { Folding } from './providers.ts'
import { startOf } from './providers.ts'
import { failedFold, foldResult, invalidJob } from './result.ts'

const headOf = ({ status, contentType }: Job): Head => ({
  ...(status === undefined ? {} : { status }),
  ...(contentType === undefined ? {} : { contentType })
})

/** @internal */
export const finish = (id: unknown, folding: Folding): object => {
  const folded = folding.end()
  return folded === undefined ? failedFold(id, invalidJob('the fold has no outcome')) : foldResult(id, folded)
}

const foldJob = (job: Job): object => {
  const { id, provider, body, cut, resumeAt } = job
  if (provider === undefined) return failedFold(id, invalidJob('the job names no provider'))
  const start = startOf(provider)
  if (start === undefined) return failedFold(id, invalidJob(`no provider is called ${provider}`))
  const folding = start(headOf(job))
  const push = (part: Uint8Array): void => {
    cutInto(part, cut).forEach(folding.push)
  }
  if (resumeAt === undefined) push(body)
  else {
    push(body.subarray(0, resumeAt))
    const failure = folding.resume()
    if (failure !== undefined) return failedFold(id, failure)
    push(body.subarray(resumeAt))
  }
  return finish(id, folding)
}

/**
 * The result of one line of jobs.
 *
 * @internal
 */
export const foldLine = (line: string): object => {
  const job = parseJob(line)
  return E.isLeft(job) ? failedFold(job.left.id, invalidJob(job.left.reason)) : foldJob(job.right)
}
