/** One text for all JSON texts that differ in the order of keys and in spaces only. */

const sorted = (u: unknown): unknown => {
  if (Array.isArray(u)) return u.map(sorted)
  if (typeof u !== 'object' || u === null) return u
  const entries = Object.entries(u).map(([key, value]) => [key, sorted(value)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const sameRequest = (text: string): string => {
  try {
    return JSON.stringify(sorted(JSON.parse(text)))
  } catch {
    return text
  }
}
