/** What was measured, for people. */
import { median } from './statistics.mjs'
import { workloads } from './workloads.mjs'

const times = (ratio) => `${ratio.toFixed(2)}x`

const line = (name, cells) => `  ${name.padEnd(50)}${cells.map((cell) => cell.padStart(13)).join('')}`

const noteOf = ({ differs = [] }) => (differs.length === 0 ? '' : `   another ${differs.join(', ')} than the others`)

const floorLine = (name, ratio, time, megabytes) =>
  line(name, [
    times(ratio),
    '',
    `${(time * ratio).toFixed(1)} ms`,
    `${Math.round((megabytes * 1000) / (time * ratio))} MB/s`
  ])

/** One workload: who takes how often the time of the loop by hand. */
export const shownWorkload = (workload, rows) => {
  const measured = rows.filter(({ why }) => why === undefined)
  const [first] = measured
  const title = workloads[workload].title
  if (first === undefined) return [`${title}`, ...rows.map(({ name, why }) => `  ${name}: ${why}`)].join('\n')
  const clean = measured.filter(({ isOurs }) => isOurs)
  const of = (key) => median((clean.length === 0 ? measured : clean).map((row) => row[key]))
  const { events, megabytes } = first
  return [
    line(title, ['to floor', 'same source', 'time', '']),
    floorLine('by hand, over the pieces (the floor)', 1, of('floorMilliseconds'), megabytes),
    floorLine('by hand, over a web stream', of('floorOverStream'), of('floorMilliseconds'), megabytes),
    ...rows.map((row) =>
      row.why === undefined
        ? line(row.name, [
            times(row.ratio),
            times(row.takes === 'stream' ? row.toStream : row.ratio),
            `${row.milliseconds.toFixed(1)} ms`,
            `${Math.round((megabytes * 1000) / row.milliseconds)} MB/s`
          ]) + noteOf(row)
        : `  ${row.name.padEnd(50)} ${row.why}`
    ),
    `  ${events} events, ${megabytes.toFixed(2)} MB`
  ].join('\n')
}

/** The streams that are open at once. */
export const shownStreams = (rows) => {
  const measured = rows.filter(({ why }) => why === undefined)
  const floor = median(measured.map(({ bytesOfFloor }) => bytesOfFloor))
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`
  return [
    line('open streams, an event to each in turn', ['to floor', 'streams', 'heap each']),
    ...(measured.length === 0
      ? []
      : [line('by hand, over a web stream (the floor)', [times(1), '', kilobytes(floor)])]),
    ...rows.map((row) =>
      row.why === undefined
        ? line(row.name, [times(row.ratio), `${row.count}`, kilobytes(row.bytes)]) + noteOf(row)
        : `  ${row.name.padEnd(50)} ${row.why}`
    )
  ].join('\n')
}

/** What was measured, by versions. */
export const shownVersions = ({ node, processor, versions }) =>
  [
    `Node ${node} on ${processor}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(' · ')
  ].join('\n')
