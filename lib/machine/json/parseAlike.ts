import { own } from '../../data/rope.ts'
import { isTooDeep } from './jsonDepth.ts'
import type { JsonTemplate } from './jsonTemplate.ts'
import { fill, OTHER, templateOf } from './jsonTemplate.ts'
import { parseJson } from './parseJson.ts'

/**
 * Never a value of JSON: the text is nested too deep.
 *
 * @internal
 */
export const TOO_DEEP = Symbol('JSON that is nested too deep')

// In characters: longer texts are seldom alike, and one is held.
const LONGEST = 4096

// In levels: templates are made level by level.
const DEEPEST = 64

// In events. A search costs as much as eight events of a known kind save: so many shorten the pause by one event.
const PATIENCE = 8
const LONGEST_PAUSE = 1024
const GAIN = 1 / 8

/**
 * `JSON.parse` for texts that are mostly alike, such as the events of a stream. It remembers what two of them have in common
 * and reads the next one by comparing. It looks for such a template more and more seldom as long as it finds none, and drops
 * one that does not help.
 *
 * - Held in memory: a text of at most 4,096 characters, and a template of it. Make a parser for each stream.
 *
 * Law: whatever it parsed before, `parseAlike(limit)(text)` is what `parseJson` returns, or `TOO_DEEP` where the text is nested deeper
 * than the limit; two values share nothing.
 *
 * @internal
 */
export const parseAlike = (limit: number): ((text: string) => unknown) => {
  let sample: string | undefined
  let template: JsonTemplate | undefined
  let misses = 0
  let waits = 0
  let pause = 1

  const learn = (text: string): void => {
    waits -= 1
    if (waits > 0 || text === sample || text.length > LONGEST || isTooDeep(text, DEEPEST)) return
    waits = pause
    pause = Math.min(2 * pause, LONGEST_PAUSE)
    const found = sample === undefined ? undefined : templateOf(sample, text, template)
    if (found === undefined && template !== undefined) return
    template = found
    misses = 0
    sample = own(text)
  }

  return (text) => {
    if (template !== undefined) {
      const value = fill(template, text)
      if (value !== OTHER) {
        misses = 0
        pause = Math.max(1, pause - GAIN)
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
}
