/**
 * Material that lies outside of the project: recordings of real responses, and cases written for any implementation.
 * `DELTAFOLD_RECORDINGS` says where; where they are missing, what reads them says so and is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const recordings = resolve(process.env['DELTAFOLD_RECORDINGS'] ?? join('..', 'shared', 'recordings'))

export const pathOf = (...names: ReadonlyArray<string>): string => join(recordings, ...names)

/** The JSON of a file, for the spec to say what it is. */
export const readShared = (...names: ReadonlyArray<string>): unknown =>
  JSON.parse(readFileSync(pathOf(...names), 'utf8'))

/** A group of tests over a shared file. */
export const describeShared = (title: string, file: ReadonlyArray<string>, tests: () => void): void => {
  const path = pathOf(...file)
  if (existsSync(path)) {
    describe(title, tests)
    return
  }
  // Jest hides the names of skipped groups.
  process.stderr.write(`skipped ${title}: there is no ${path}\n`)
  describe.skip(title, () => it.todo(`needs ${path}`))
}
