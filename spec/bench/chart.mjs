/** The chart of the README: bars, in colours that are told apart on light and on dark. */

const LABELS = 262
const PANEL = 270
const GAP = 26
const ROW = 25
const BAR = 15
const TOP = 74
const MARGIN = 18
/** Room for the figure beside the longest bar. */
const FIGURE = 46

const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
  .ground { fill: #ffffff; stroke: #d1d9e0 }
  .title { font-weight: 600; font-size: 15px }
  .panel { font-weight: 600 }
  .figure { font-variant-numeric: tabular-nums }
  .ours { font-weight: 600 }
  .quiet { fill: #59636e }
  .note { font-size: 11px; fill: #59636e }
  .axis { stroke: #59636e; stroke-opacity: .5 }
  .bar { fill: #8c959f }
  .bar.ours { fill: #0969da }
  .bar.floor { fill: #bf8700 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #0d1117; stroke: #3d444d }
    text { fill: #f0f6fc }
    .quiet, .note { fill: #9198a1 }
    .axis { stroke: #9198a1 }
    .bar { fill: #656c76 }
    .bar.ours { fill: #4493f8 }
    .bar.floor { fill: #d29922 }
  }
`

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const text = (x, y, words, kind = '', rest = '') =>
  `<text x="${x}" y="${y}" class="${kind}"${rest}>${escaped(words)}</text>`

const bar = (x, y, width, kind) =>
  `<rect x="${x}" y="${y - BAR + 3}" width="${width.toFixed(1)}" height="${BAR}" rx="2" class="bar ${kind}"/>`

const figure = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}×`

/**
 * Panels beside each other, each with the same names from top to bottom.
 *
 * A panel is `{ title, bars: [{ ratio } | { why }] }`; a name is `{ name, kind }`, where the kind is `floor`, `ours` or none.
 */
export const chart = ({ title, subtitle, names, panels, notes }) => {
  const width = LABELS + panels.length * (PANEL + GAP)
  const bottom = TOP + names.length * ROW
  const height = bottom + 14 + notes.length * 16
  const drawn = panels.flatMap(({ title: head, bars }, at) => {
    const left = LABELS + at * (PANEL + GAP)
    const most = Math.max(...bars.map(({ ratio = 0 }) => ratio))
    return [
      text(left, TOP - 14, head, 'panel'),
      `<line x1="${left - 0.5}" x2="${left - 0.5}" y1="${TOP - 4}" y2="${bottom - 6}" class="axis"/>`,
      ...bars.flatMap(({ ratio, why }, i) => {
        const y = TOP + i * ROW + 14
        if (ratio === undefined) return [text(left + 6, y, why, 'quiet')]
        const long = Math.max(2, (ratio / most) * (PANEL - FIGURE))
        return [bar(left, y, long, names[i].kind), text(left + long + 6, y, figure(ratio), `figure ${names[i].kind}`)]
      })
    ]
  })
  const box = { x: -MARGIN, y: -MARGIN + 4, width: width + MARGIN, height: height + MARGIN }
  const size = `width="${box.width}" height="${box.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${Object.values(box).join(' ')}" ${size} role="img" aria-label="${escaped(title)}">
<style>${STYLE}</style>
<rect x="${box.x + 0.5}" y="${box.y + 0.5}" width="${box.width - 1}" height="${box.height - 1}" rx="6" class="ground"/>
${[
  text(0, 18, title, 'title'),
  text(0, 36, subtitle, 'quiet'),
  ...names.map(({ name, kind }, i) => text(LABELS - 10, TOP + i * ROW + 14, name, kind, ' text-anchor="end"')),
  ...drawn,
  ...notes.map((note, i) => text(0, bottom + 22 + i * 16, note, 'note'))
].join('\n')}
</svg>
`
}
