/** Bodies and their cuts. They shrink towards short bodies in one uncut piece. */
import fc from 'fast-check'

export const joined = (pieces: ReadonlyArray<Uint8Array>): Uint8Array => {
  const body = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    body.set(piece, at)
    at += piece.length
  }
  return body
}

/** Cuts at any places, the same place more than once included, which gives empty pieces. */
export const randomCuts = (body: Uint8Array): fc.Arbitrary<ReadonlyArray<Uint8Array>> =>
  fc.array(fc.nat(body.length), { maxLength: 40 }).map((places) => {
    const at = [0, ...places.toSorted((a, b) => a - b), body.length]
    return at.slice(1).map((end, i) => body.subarray(at[i], end))
  })

/** Bytes that mean something to UTF-8, to line ends and to SSE, in any order. */
export const hostileBytes = (maxLength: number): fc.Arbitrary<Uint8Array> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['\r', '\n', '\r\n', ':', ' ', 'data', 'data:', 'data: ', 'event:', 'id: ', 'id: \0', 'retry: 1', '\uFEFF']
        ),
        fc.constantFrom(...['é', '€', '😀', '\u2028', 'a', '"', '{', '}', '[DONE]', '{"choices":[]}'])
      ),
      { maxLength }
    )
    .chain((texts) =>
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }).map((noise) => {
        const bytes = new TextEncoder().encode(texts.join(''))
        for (const [at, byte] of noise) if (bytes.length > 0) bytes[at % bytes.length] = byte
        return bytes
      })
    )
