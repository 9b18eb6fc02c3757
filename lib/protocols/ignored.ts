import { asItCame } from '../codec/asItCame.ts'
import { leftOutOf } from '../codec/leftOutOf.ts'
import type { Delta } from '../data/Delta.ts'
import type { Emit } from '../machine/Machine.ts'

// It has a repair of its own, `InvalidIndex`.
const isIndex = (path: string): boolean => path === 'index' || path.endsWith('.index')

// A server that is wrong in more places is wrong in all of them.
const MOST = 32

/**
 * The state after the fields that a codec left out of an event or a body were reported: each path once.
 *
 * @internal
 */
export const withIgnored = <S extends { readonly ignored: ReadonlyArray<string> }>(
  state: S,
  wire: unknown,
  emit: Emit<Delta>
): S => {
  if (asItCame(wire) === wire) return state
  const { ignored: known } = state
  const news = [...new Set([...known, ...leftOutOf(wire).filter((path) => !isIndex(path))])].slice(known.length, MOST)
  for (const path of news) emit({ _tag: 'RepairDelta', repair: { _tag: 'FieldIgnored', path } })
  return news.length === 0 ? state : { ...state, ignored: [...known, ...news] }
}
