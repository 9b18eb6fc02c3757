/** What decoding costs: the codec of every protocol's events, as a part of the time that `JSON.parse` takes for the same chunks. */
import { ask } from './ask.mjs'
import * as library from './library.mjs'

const TIMEOUT = 30_000

const codecs = () => Object.keys(library).filter((name) => name.endsWith('Chunk') && 'decode' in library[name])

export const measureCodecs = async ({ progress }) => {
  const rows = []
  for (const codec of codecs()) {
    progress(codec)
    rows.push({ codec, ...(await ask('codec.mjs', { codec }, { timeout: TIMEOUT })) })
  }
  return rows.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
}

export const shownCodecs = (rows) =>
  [
    ['to JSON.parse of the chunk', 'as shipped', 'fuse(codec)', 'io-ts alone', 'JSON.parse'],
    ...rows.map(({ codec, name, why, nanoseconds, idiomatic, fused, shipped }) =>
      why === undefined
        ? [name, ...[shipped, fused, idiomatic].map((ratio) => `${ratio.toFixed(2)}x`), `${Math.round(nanoseconds)} ns`]
        : [codec, why]
    )
  ]
    .map(([name, ...cells]) => `  ${name.padEnd(30)}${cells.map((cell) => cell.padStart(13)).join('')}`)
    .join('\n')
