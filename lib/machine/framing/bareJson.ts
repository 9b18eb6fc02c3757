/**
 * JSON that stands between server-sent events, without a field name, as some servers say an error. It is a value of its
 * own, so that a program that only parses events does not carry it.
 *
 * @since 0.1.0
 */
import { advance, isInside, startOfJson } from '../json/jsonProgress.ts'

/**
 * How far a JSON text has come with another line of it; -1 = there was none before, and it is whole after.
 *
 * @internal
 */
export type BareJson = (progress: number, line: string) => number

/** @internal */
export const bareJson: BareJson = (progress, line) => {
  const next = advance(progress === -1 ? startOfJson : progress, line)
  return isInside(next) ? next : -1
}
