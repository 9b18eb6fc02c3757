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

/**
 * The deltas, in which adjacent fragments of one text, reasoning or call are one fragment.
 *
 * Law: `fold(joinDeltas(xs)) = fold(xs)`.
 *
 * @internal
 */
export const joinDeltas = (deltas: ReadonlyArray<Delta>): ReadonlyArray<Delta> => {
  const all: Delta[] = []
  for (const delta of deltas) {
    const last = all.at(-1)
    const isOne =
      last !== undefined && 'key' in last && 'key' in delta && last.key === delta.key && last.choice === delta.choice
    const whole = isOne ? joined(last, delta) : undefined
    if (whole === undefined) all.push(delta)
    else all[all.length - 1] = whole
  }
  return all
}
