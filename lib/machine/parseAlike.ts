/**
 * `JSON.parse` for a row of texts that are mostly alike: what it remembers of them saves time and changes nothing. It looks
 * for what two of them have in common, ever more seldom while it is in vain, and forgets what does not help.
 *
 * Held in memory: two texts of 4,096 characters.
 *
 * Law: `parseAlike(limit)` gives for every text, whatever it was asked before, what `parseJson` gives, or `TOO_DEEP` where
 * the text is nested deeper than the limit; two values share nothing.
 *
 * @since 0.1.0
 */
import { own } from '../data/rope.ts'
import { isTooDeep } from './jsonDepth.ts'
import type { JsonTemplate } from './jsonTemplate.ts'
import { fill, OTHER, templateOf } from './jsonTemplate.ts'
import { parseJson } from './parseJson.ts'

/** @internal */
export const TOO_DEEP = Symbol('JSON that is nested too deep')

// In characters: what is longer is seldom alike, and two texts are held.
const LONGEST = 4096

// In events.
const PATIENCE = 8
const LONGEST_PAUSE = 1024

/** @internal */
export const parseAlike = (limit: number): ((text: string) => unknown) => {
  let template: JsonTemplate | undefined
  let misses = 0
  let before: string | undefined
  let waits = 0
  let pause = 1

  const learn = (text: string): void => {
    if (waits > 0) waits -= 1
    if (waits > 0 || text.length > LONGEST || text === before) return
    if (before === undefined) {
      before = own(text)
      return
    }
    const found = templateOf(before, text)
    if (found !== undefined) {
      template = found
      misses = 0
    }
    before = undefined
    waits = pause
    pause = Math.min(2 * pause, LONGEST_PAUSE)
  }

  return (text) => {
    if (template !== undefined) {
      const value = fill(template, text)
      if (value !== OTHER) {
        misses = 0
        waits = 0
        pause = 1
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
