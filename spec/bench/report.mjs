/** `results.json` as a chart, and as the figures of the README between their marks. Nothing is measured here. */
import { readFileSync, writeFileSync } from 'node:fs'

import { chart } from './chart.mjs'
import { contestants } from './contestants.mjs'
import { median } from './statistics.mjs'

const at = (path) => new URL(path, import.meta.url)
const { node, processor, versions, rows, streams, codecs, scaling } = JSON.parse(
  readFileSync(at('results.json'), 'utf8')
)

const BEGIN = '<!-- figures: npm run bench -- --save -->'
const END = '<!-- end of figures -->'

const FLOOR = 'by hand'
const STREAM = 'by hand, over a web stream'

const rowOf = (workload, name) => rows.find((row) => row.workload === workload && row.name === name)

/** The floor's own way through a web stream, as the processes of this library saw it: others slow it down. */
const streamFloorOf = (workload) =>
  median(
    rows
      .filter((row) => row.workload === workload && row.isOurs && row.why === undefined)
      .map((row) => row.floorOverStream)
  )

const resultOf = (workload, name) => {
  if (name === FLOOR) return { ratio: 1 }
  if (name === STREAM) return { ratio: streamFloorOf(workload) }
  return rowOf(workload, name)
}

// -------------------------------------------------------------------------------------
// the chart
// -------------------------------------------------------------------------------------

const ratioOf = ({ name }) => resultOf('text-16k', name)?.ratio ?? Infinity

const charted = [
  { name: FLOOR, kind: 'floor' },
  { name: STREAM, kind: 'floor' },
  { name: 'deltafold collectMessage', kind: 'ours' },
  { name: 'deltafold accumulateMessage', kind: 'ours' },
  ...contestants
    .filter(({ isOurs, reads, name }) => !isOurs && reads.includes('chat') && !name.includes('create('))
    .map(({ name }) => ({ name, kind: '' }))
    .toSorted((a, b) => ratioOf(a) - ratioOf(b))
]

const panel = (title, workload) => ({
  title,
  bars: charted.map(({ name }) => {
    const { ratio, why } = resultOf(workload, name) ?? { why: 'not measured' }
    return ratio === undefined ? { why } : { ratio }
  })
})

const measured = Object.entries(versions).map(([name, version]) => `${name} ${version}`)

/** Words in lines of so many characters at most. */
const inLines = (words, width) =>
  words.reduce((lines, word) => {
    const last = lines.at(-1)
    return last === undefined || last.length + word.length + 3 > width
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} · ${word}`]
  }, [])

writeFileSync(
  at('chart.svg'),
  chart({
    title: 'From bytes to the final message',
    subtitle: 'Processor time beside a loop by hand that checks nothing; less is better.',
    names: charted,
    panels: [
      panel('10,000 deltas of text, 16 KB a piece', 'text-16k'),
      panel('8 calls of 32 KB, an event a piece', 'calls-event')
    ],
    notes: inLines([`Node ${node} on ${processor}`, ...measured], 125)
  })
)

// -------------------------------------------------------------------------------------
// the README
// -------------------------------------------------------------------------------------

const columns = [
  ['text, an event a piece', 'text-event'],
  ['text, 16 KB', 'text-16k'],
  ['text and padding, 16 KB', 'varied-16k'],
  ['events unlike each other, 16 KB', 'unlike-16k'],
  ['text, a byte', 'text-1b'],
  ['8 calls of 32 KB, an event', 'calls-event'],
  ['8 calls, 16 KB', 'calls-16k'],
  ['a call of 1 MB, 16 KB', 'call-1m'],
  ['Anthropic, an event', 'anthropic-event'],
  ['Anthropic, 16 KB', 'anthropic-16k'],
  ['Responses, an event', 'responses-event'],
  ['Responses, 16 KB', 'responses-16k']
]

const cell = (workload, name) => {
  const result = resultOf(workload, name)
  if (result === undefined) return ''
  const { ratio, why } = result
  return ratio === undefined ? (why === 'did not end in time' ? '> 60 s' : '–') : ratio.toFixed(ratio < 10 ? 2 : 1)
}

const line = (cells) => `| ${cells.join(' | ')} |`

const table = [
  `${['|', ...columns.map(([title]) => title)].join(' | ')} |`,
  `|---|${columns.map(() => '---:').join('|')}|`,
  ...[FLOOR, STREAM, ...contestants.map(({ name }) => name)].map((name) =>
    line([name.startsWith(FLOOR) ? name : `\`${name}\``, ...columns.map(([, workload]) => cell(workload, name))])
  )
]

const ranged = (numbers) => `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)}`
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`
const held = streams.filter(({ why }) => why === undefined)
const heapOf = (name) => held.find((row) => row.name === name)
const ours = heapOf('deltafold collectMessage')

const also = [
  ours === undefined
    ? []
    : [
        `- **${ours.count.toLocaleString('en')} open streams**, an event to each in turn: ${kilobytes(ours.bytes)} of live heap a stream` +
          ` (the loop ${kilobytes(ours.bytesOfFloor)}; ${held
            .filter(({ isOurs }) => !isOurs)
            .map(({ name, bytes }) => `\`${name}\` ${kilobytes(bytes)}`)
            .join(', ')}), in ${ours.ratio.toFixed(1)} times the time of the loop.`
      ],
  `- **Decoding**, beside \`JSON.parse\` of the same chunk: ${ranged(codecs.map(({ fused }) => fused))} with \`fuse(codec)\`,` +
    ` ${ranged(codecs.map(({ idiomatic }) => idiomatic))} with io-ts alone.`,
  `- **Twice as much takes twice as long**: exponents of ${ranged(scaling.map(({ exponent }) => exponent))} (the loop` +
    ` ${ranged(scaling.map(({ ofFloor }) => ofFloor))}) in the length of text, of arguments and of a line under one-byte` +
    ' pieces, in the number of deltas and of calls, and in states held.'
].flat()

const figures = [
  BEGIN,
  '![Processor time of deltafold and of other libraries, beside a loop by hand](spec/bench/chart.svg)',
  '',
  ...table,
  '',
  ...also,
  '',
  `Node ${node} on ${processor}, one run: ${measured.join(' · ')}.`,
  END
].join('\n')

const readme = at('../../README.md')
const before = readFileSync(readme, 'utf8')
const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)]
if (from === -1 || to === -1) throw new Error(`the README has no ${BEGIN} … ${END}`)
writeFileSync(readme, before.slice(0, from) + figures + before.slice(to + END.length))
