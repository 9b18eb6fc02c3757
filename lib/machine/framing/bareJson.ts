import { advance, isInside, startOfJson } from '../json/jsonProgress.ts'

/**
 * The progress of a JSON text after another line of it; -1 = there was none before, and the text is whole after.
 *
 * @internal
 */
export type BareJson = (progress: number, line: string) => number

/**
 * JSON between server-sent events, without a field name: the way some servers report an error. It is a value that the SSE
 * machine is given, so that a program that only parses events does not carry it.
 *
 * @internal
 */
export const bareJson: BareJson = (progress, line) => {
  const next = advance(progress === -1 ? startOfJson : progress, line)
  return isInside(next) ? next : -1
}
