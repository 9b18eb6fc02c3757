import type { Delta } from './Delta.ts'
import type { Fragment } from './Part.ts'
import { append } from './rope.ts'

/** The fragments that are joined: those of which answers have very many. */
const joined = (first: Fragment, second: Fragment): Fragment | undefined => {
  if (first._tag === 'TextDelta' && second._tag === 'TextDelta') {
    return (first.extra ?? second.extra) ? undefined : { ...first, text: append(first.text, second.text) }
  }
  if (first._tag === 'RefusalDelta' && second._tag === 'RefusalDelta') {
    return { ...first, ...second, text: append(first.text, second.text) }
  }
  if (first._tag === 'ReasoningDelta' && second._tag === 'ReasoningDelta') {
    return {
      ...first,
      ...second,
      text: append(first.text, second.text),
      signature: first.signature + second.signature
    }
  }
  if (first._tag === 'ToolCallDelta' && second._tag === 'ToolCallDelta') {
    const isPlain = second.id === '' && second.extra === undefined && second.syntheticId === undefined
    return isPlain
      ? { ...first, name: first.name + second.name, arguments: append(first.arguments, second.arguments) }
      : undefined
  }
  return undefined
}

// These change neither parts nor the order of choices, so a fragment may pass them.
const isPassed = ({ _tag }: Delta): boolean =>
  _tag === 'ResponseMetadata' || _tag === 'UsageDelta' || _tag === 'RepairDelta'

/**
 * The deltas, in which fragments of one text, reasoning or call are one fragment if no other part, finish or extra is between
 * them.
 *
 * Law: `fold(joinDeltas(xs)) = fold(xs)`.
 *
 * @internal
 */
export const joinDeltas = (deltas: ReadonlyArray<Delta>): ReadonlyArray<Delta> => {
  const all: Delta[] = []
  // The place of the last delta that is not passed.
  let at = -1
  for (const delta of deltas) {
    const last = all[at]
    const isOne =
      last !== undefined && 'key' in last && 'key' in delta && last.key === delta.key && last.choice === delta.choice
    const whole = isOne ? joined(last, delta) : undefined
    if (whole !== undefined) all[at] = whole
    else {
      all.push(delta)
      if (!isPassed(delta)) at = all.length - 1
    }
  }
  return all
}
