import { advance, isInside, startOfJson } from '../json/jsonProgress.ts'

/**
 * The progress of a JSON text after one more line. As an argument, -1 = no text has begun; as the result, -1 = the text
 * is complete.
 *
 * @internal
 */
export type BareJson = (progress: number, line: string) => number

/**
 * JSON between server-sent events, without a field name: the way some servers report an error. It is passed
 * to the SSE machine as a value, so that programs that only parse events do not bundle it.
 *
 * @internal
 */
export const bareJson: BareJson = (progress, line) => {
  const next = advance(progress === -1 ? startOfJson : progress, line)
  return isInside(next) ? next : -1
}
