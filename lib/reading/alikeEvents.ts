import type { JsonTemplate } from '../machine/json/jsonTemplate.ts'
import type { Parser } from '../machine/json/parseAlike.ts'
import { parseAlike } from '../machine/json/parseAlike.ts'
import type { BesideState } from '../protocols/beside.ts'

/** An event that was decoded: its template, its name, and the values beside the parts after it. */
interface Verdict {
  readonly template: JsonTemplate
  readonly event: string
  readonly beside: BesideState
}

/**
 * What the events of a stream have in common.
 *
 * @internal
 */
export interface AlikeEvents {
  /** The JSON value of the data of an event, or a mark. */
  readonly parse: (text: string) => unknown
  /** The template of the text that was parsed last, if it matched one. */
  readonly template: () => JsonTemplate | undefined
  /** Whether an event is like one that was accepted: no error, within the limits and of the codec, with no new value beside the parts. Not for the first event of a stream, which shows whose it is. */
  readonly isAccepted: (template: JsonTemplate | undefined, event: string, beside: BesideState) => boolean
  /** Remembers such an event, if its template leaves open only places that decide nothing. */
  readonly accept: (template: JsonTemplate | undefined, event: string, beside: BesideState) => void
  readonly forget: () => void
}

/**
 * A memory for the events of a stream. `free` are the places that decide nothing (`Protocol.free`).
 *
 * - Held in memory: the template of `parseAlike`, and the last verdict.
 *
 * Law: a machine that forgets after each event emits the same, with the same states.
 *
 * @internal
 */
export const alikeEvents = (depth: number, free: ReadonlyArray<string>): AlikeEvents => {
  let parser: Parser | undefined
  let verdict: Verdict | undefined
  const isFree = (place: string): boolean => free.includes(place)
  return {
    parse: (text) => (parser ??= parseAlike(depth)).parse(text),
    template: () => parser?.matched(),
    isAccepted: (template, event, beside) =>
      verdict !== undefined && verdict.template === template && verdict.event === event && verdict.beside === beside,
    accept: (template, event, beside) => {
      if (template?.places.every(isFree) === true) verdict = { template, event, beside }
    },
    forget: () => {
      parser = undefined
      verdict = undefined
    }
  }
}
