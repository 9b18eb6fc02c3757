/**
 * What folding a stream costs, beside a loop written by hand and beside other libraries.
 *
 *     npm run bench -- [--quick] [--no-peers] [--only NAME] [--workload NAME] [--json]
 *     npm run bench -- --scaling [--quick] [--json]
 *     npm run bench -- --codecs [--json]
 *     npm run bench -- --partial [--only NAME] [--json]
 *     npm run bench -- --save
 *
 * Tables on standard output, or one JSON object with `--json`; what it is at, on standard error. `--save` measures all of it,
 * keeps it in `results.json` and draws the chart and the table of the README anew. Nothing here fails: it measures, tests
 * assert.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { measureCodecs, shownCodecs } from './codecs.mjs'
import { compare, compareStreams, planOf } from './compare.mjs'
import { packages } from './contestants.mjs'
import { measurePartial, shownPartial } from './partial.mjs'
import { measureScaling, shownScaling } from './scaling.mjs'
import { shownStreams, shownVersions, shownWorkload } from './table.mjs'

const { values } = parseArgs({
  options: {
    codecs: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    only: { type: 'string' },
    partial: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
    scaling: { type: 'boolean', default: false },
    workload: { type: 'string' }
  }
})

const folder = fileURLToPath(new URL('.', import.meta.url))
const hasPeers = !values['no-peers'] && !values.codecs && !values.scaling

/** The places where a package may be: here, or in the project. */
const versionOf = (name) => {
  const [path] = [`node_modules/${name}`, `../../node_modules/${name}`]
    .map((place) => new URL(`${place}/package.json`, import.meta.url))
    .filter((url) => existsSync(url))
  return path === undefined ? 'missing' : JSON.parse(readFileSync(path, 'utf8')).version
}

const progress = (text) => process.stderr.write(`${text}\n`)
const print = (text) => {
  if (!values.json) process.stdout.write(`${text}\n\n`)
}

if (hasPeers && !existsSync(`${folder}/node_modules`)) {
  progress('installs what it compares with: npm ci --prefix spec/bench')
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', process.stderr, process.stderr] })
  if (status !== 0) process.exit(status ?? 1)
}

const named = Object.entries(packages).filter(([file]) => hasPeers || file === 'deltafold')
const about = {
  node: process.version,
  processor: cpus()[0]?.model ?? 'unknown',
  versions: {
    deltafold: JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version,
    ...Object.fromEntries(named.flatMap(([, names]) => names.map((name) => [name, versionOf(name)])))
  }
}
print(shownVersions(about))

/** Four digits say all that is known. */
const rounded = (key, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value)

const jsonOf = (results) => `${JSON.stringify({ ...about, ...results }, rounded, 2)}\n`

const compareAll = async () => {
  const options = {
    isQuick: values.quick,
    hasPeers,
    only: values.only,
    workload: values.workload,
    begun: performance.now(),
    progress
  }
  const plan = planOf(options)
  const rows = []
  for (const one of plan.rows) {
    const some = await compare(one, options)
    rows.push(...some)
    print(shownWorkload(one.name, some))
  }
  const streams = await compareStreams(plan.streams, options)
  if (streams.length > 0) print(shownStreams(streams))
  return { rows, streams }
}

const scale = () => {
  const scaling = measureScaling({ isQuick: values.quick, progress })
  print(shownScaling(scaling))
  return { scaling }
}

const decode = async () => {
  const codecs = await measureCodecs({ progress })
  print(shownCodecs(codecs))
  return { codecs }
}

const live = async () => {
  const partial = await measurePartial({ only: values.only, progress })
  print(shownPartial(partial))
  return { partial }
}

const measured = async () => {
  if (values.save) return { ...(await compareAll()), ...(await decode()), ...scale() }
  if (values.scaling) return scale()
  if (values.codecs) return decode()
  if (values.partial) return live()
  return compareAll()
}

const results = await measured()
if (values.json) process.stdout.write(jsonOf(results))
if (values.save) {
  writeFileSync(new URL('results.json', import.meta.url), jsonOf(results))
  await import('./report.mjs')
}
