/**
 * Corrects chunks and responses whose fields have another type than the documented one: a number or a boolean instead
 * of a string becomes its JSON text, an object instead of a list a list of one; null elements of lists are dropped, and
 * other metadata or lists beside the content become null, so that the rest of the chunk is not lost. A field that may
 * hold a fragment of the answer and cannot be read is unchanged: the codec rejects it, and the event counts as lost.
 *
 * @since 0.1.0
 */
import { field, isNothing, isObject } from '../../codec/field.ts'

type Fields = Readonly<Record<string, unknown>>

type Mend = (u: unknown) => unknown

const mendText: Mend = (u) =>
  typeof u === 'string' || isNothing(u) ? u : typeof u === 'number' || typeof u === 'boolean' ? String(u) : null

const mendFields =
  (mends: Readonly<Record<string, Mend>>): Mend =>
  (u) => {
    if (!isObject(u)) return u
    const mended = Object.entries(mends).flatMap(([key, mend]) => {
      const value = field(u, key)
      return value === undefined ? [] : [[key, mend(value)] as const]
    })
    return { ...u, ...(Object.fromEntries(mended) as Fields) }
  }

const mendList =
  (mend: Mend): Mend =>
  (u) => {
    if (isObject(u)) return [mend(u)]
    return Array.isArray(u) ? u.filter((item) => !isNothing(item)).map(mend) : u
  }

/** A list beside the content, or null. */
const mendListBeside =
  (mend: Mend): Mend =>
  (u) =>
    isObject(u) || Array.isArray(u) ? mendList(mend)(u) : null

const mendContent: Mend = (u) =>
  Array.isArray(u) ? u.filter((item) => !isNothing(item)) : isObject(u) ? [u] : mendText(u)

const mendFact: Mend = (u) => (isObject(u) ? u : null)

const mendDetail = mendFields({
  type: mendText,
  text: mendText,
  summary: mendText,
  data: mendText,
  signature: mendText,
  format: mendText
})

const mendNamed = mendFields({ name: mendText })

const mendMessage = mendFields({
  content: mendContent,
  reasoning_details: mendListBeside(mendDetail),
  tool_calls: mendListBeside(mendFields({ function: mendNamed, custom: mendNamed })),
  function_call: mendNamed
})

const mendChoice = mendFields({
  finish_reason: mendText,
  usage: mendFact,
  delta: mendMessage,
  message: mendMessage
})

/**
 * A chunk or a response, corrected.
 *
 * @internal
 */
export const mended: Mend = mendFields({ choices: mendList(mendChoice), usage: mendFact })
