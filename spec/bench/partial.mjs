/** Values of JSON that is still written: what one at each piece costs, beside other libraries and one `JSON.parse`. */
import { ask } from './ask.mjs'
import { exponentOf } from './statistics.mjs'

const TIMEOUT = 20_000
const EACH = Number.MAX_SAFE_INTEGER

const names = ['deltafold', 'jsonriver', '@streamparser/json', 'partial-json', 'ai parsePartialJson']

const workloads = [
  { title: 'a string of 256 KB, a value read at each 4 characters', kind: 'string', size: 1 << 18, reads: EACH },
  { title: 'edits, 64 KB, a value read at each 4 characters', kind: 'edits', size: 1 << 16, reads: EACH },
  { title: '20 fields, a value read at each 4 characters', kind: 'fields', size: 20, reads: EACH },
  { title: '1,000 fields, a value read at each 4 characters', kind: 'fields', size: 1_000, reads: EACH },
  { title: '1,000 fields, a value read at each 1 %', kind: 'fields', size: 1_000, reads: 100 },
  { title: '60,000 numbers, a value read at each 1 %', kind: 'numbers', size: 60_000, reads: 100 },
  {
    title: '60,000 numbers in 100 pieces, a value read at each',
    kind: 'numbers',
    size: 60_000,
    reads: EACH,
    piece: 3_534
  }
]

const doublings = (first, last) => (first > last ? [] : [first, ...doublings(first * 2, last)])

const scales = [
  { title: 'characters of a string', kind: 'string', sizes: doublings(1 << 17, 1 << 22), reads: EACH },
  { title: 'characters of edits', kind: 'edits', sizes: doublings(1 << 16, 1 << 22), reads: 100 },
  { title: 'fields', kind: 'fields', sizes: doublings(1_000, 64_000), reads: 1 },
  { title: 'numbers of a list', kind: 'numbers', sizes: doublings(15_000, 600_000), reads: 1 }
]

export const measurePartial = async ({ only, progress }) => {
  const rows = []
  for (const { title, ...question } of workloads) {
    progress(title)
    for (const name of names.filter((one) => only === undefined || one === only)) {
      rows.push({ title, name, ...(await ask('partials.mjs', { name, ...question }, { timeout: TIMEOUT })) })
    }
  }
  const scaling = []
  for (const { title, sizes, ...question } of scales) {
    progress(title)
    const points = []
    for (const size of sizes) {
      const found = await ask('partials.mjs', { name: 'deltafold', size, ...question }, { timeout: TIMEOUT })
      points.push([size, found.milliseconds ?? NaN])
    }
    scaling.push({ title, exponent: exponentOf(points), points })
  }
  return { rows, scaling }
}

export const shownPartial = ({ rows, scaling }) =>
  [
    ...[...new Set(rows.map(({ title }) => title))].flatMap((title) => [
      `  ${title.padEnd(58)}${['to JSON.parse', 'time'].map((cell) => cell.padStart(14)).join('')}`,
      ...rows
        .filter((row) => row.title === title)
        .map(({ name, why, ratio, milliseconds, differs }) =>
          why === undefined
            ? `    ${name.padEnd(56)}${[`${ratio.toFixed(1)}x`, `${milliseconds.toFixed(1)} ms`].map((cell) => cell.padStart(14)).join('')}${differs ? '   another value' : ''}`
            : `    ${name.padEnd(56)} ${why}`
        )
    ]),
    ...scaling.map(
      ({ title, exponent, points }) =>
        `  ${title.padEnd(40)} exponent ${exponent.toFixed(2)}   ${points.map(([size, time]) => `${size}: ${time.toFixed(1)}`).join('  ')}`
    )
  ].join('\n')
