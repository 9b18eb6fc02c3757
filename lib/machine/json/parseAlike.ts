import { own } from '../../data/rope.ts'
import { isTooDeep } from './jsonDepth.ts'
import type { JsonTemplate } from './jsonTemplate.ts'
import { fill, OTHER, templateOf } from './jsonTemplate.ts'
import { parseJson } from './parseJson.ts'

/**
 * The result for a text that is nested too deep; never a JSON value.
 *
 * @internal
 */
export const TOO_DEEP = Symbol('JSON that is nested too deep')

// In characters: longer texts are seldom alike, and the sample is held in memory.
const LONGEST = 4096

// In levels: templates are made recursively.
const DEEPEST = 64

const PATIENCE = 8

// In eighths of an event. A search costs as much as eight matches save, so eight matches shorten the pause by one event.
const SHORTEST_PAUSE = 8
const LONGEST_PAUSE = 8192

/** @internal */
export interface Parser {
  /** The value of a text; `TOO_DEEP` if it is nested deeper than the limit. */
  readonly parse: (text: string) => unknown
  /** The template that the last text matched, if it matched one. */
  readonly matched: () => JsonTemplate | undefined
}

/**
 * `JSON.parse` for texts that are mostly alike, such as the events of a stream. It keeps a template of two texts and
 * reads the next one by comparing it. As long as it finds no template it searches less and less often, and it drops a
 * template that no longer matches.
 *
 * - Held in memory: a text of at most 4,096 characters, and a template of it. Make a parser for each stream.
 *
 * Law: whatever it parsed before, `parseAlike(limit).parse(text)` is `parseJson(text)`, or `TOO_DEEP` if the text is nested
 * deeper than the limit; no two values share an object.
 *
 * @internal
 */
export const parseAlike = (limit: number): Parser => {
  let sample: string | undefined
  let template: JsonTemplate | undefined
  let isMatch = false
  let misses = 0
  let waits = 0
  let pause = SHORTEST_PAUSE

  const learn = (text: string): void => {
    waits -= 1
    if (waits > 0 || text === sample || text.length > LONGEST || isTooDeep(text, DEEPEST)) return
    waits = pause >> 3
    pause = Math.min(2 * pause, LONGEST_PAUSE)
    const found = sample === undefined ? undefined : templateOf(sample, text, template)
    if (found === undefined && template !== undefined) return
    template = found
    misses = 0
    sample = own(text)
  }

  const parse = (text: string): unknown => {
    isMatch = false
    if (template !== undefined) {
      const value = fill(template, text)
      if (value !== OTHER) {
        isMatch = true
        misses = 0
        pause = Math.max(SHORTEST_PAUSE, pause - 1)
        return value
      }
      misses += 1
      if (misses > PATIENCE) template = undefined
    }
    if (isTooDeep(text, limit)) return TOO_DEEP
    const value = parseJson(text)
    learn(text)
    return value
  }

  return { parse, matched: () => (isMatch ? template : undefined) }
}
