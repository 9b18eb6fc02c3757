/**
 * `JSON.parse` for a row of texts that are mostly alike: what it remembers of them saves time and changes nothing. It looks
 * for what two of them have in common, ever more seldom while it is in vain, and forgets what does not help.
 *
 * Held in memory: a text of 4,096 characters, and what it has in common with others.
 *
 * Law: `parseAlike(limit)` gives for every text, whatever it was asked before, what `parseJson` gives, or `TOO_DEEP` where
 * the text is nested deeper than the limit; two values share nothing.
 *
 * @since 0.1.0
 */
import { own } from '../../data/rope.ts'
import { isTooDeep } from './jsonDepth.ts'
import type { JsonTemplate } from './jsonTemplate.ts'
import { fill, OTHER, templateOf } from './jsonTemplate.ts'
import { parseJson } from './parseJson.ts'

/** @internal */
export const TOO_DEEP = Symbol('JSON that is nested too deep')

// In characters: what is longer is seldom alike, and a text is held.
const LONGEST = 4096

// In levels: templates are made level by level.
const DEEPEST = 64

// In events. A look costs as much as some eight events of the kind that is known save: so many take a pause's event back.
const PATIENCE = 8
const LONGEST_PAUSE = 1024
const GAIN = 1 / 8

/** @internal */
export const parseAlike = (limit: number): ((text: string) => unknown) => {
  let sample: string | undefined
  let template: JsonTemplate | undefined
  let misses = 0
  let waits = 0
  let pause = 1

  const learn = (text: string): void => {
    if (waits > 0) waits -= 1
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
