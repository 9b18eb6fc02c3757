/** What decoding costs: every provider's codec, as a part of the time that `JSON.parse` takes for the same chunks. */
import { ask } from './ask.mjs'
import * as library from './library.mjs'

const TIMEOUT = 30_000

const isProvider = (value) => typeof value === 'object' && value !== null && 'framing' in value && 'chunk' in value

/** One provider for each codec: several share one. */
const providers = () => {
  const byCodec = new Map()
  for (const [key, value] of Object.entries(library)) {
    if (isProvider(value) && !byCodec.has(value.chunk)) byCodec.set(value.chunk, key)
  }
  return [...byCodec.values()]
}

export const measureCodecs = async ({ progress }) => {
  const rows = []
  for (const provider of providers()) {
    progress(`codec of ${provider}`)
    rows.push({ provider, ...(await ask('codec.mjs', { provider }, { timeout: TIMEOUT })) })
  }
  return rows.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
}

export const shownCodecs = (rows) =>
  [
    ['to JSON.parse of the chunk', 'as shipped', 'fuse(codec)', 'io-ts alone', 'JSON.parse'],
    ...rows.map(({ provider, name, why, nanoseconds, idiomatic, fused, shipped }) =>
      why === undefined
        ? [name, ...[shipped, fused, idiomatic].map((ratio) => `${ratio.toFixed(2)}x`), `${Math.round(nanoseconds)} ns`]
        : [provider, why]
    )
  ]
    .map(([name, ...cells]) => `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(13)).join('')}`)
    .join('\n')
