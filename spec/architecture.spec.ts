import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve('lib')

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .toSorted()

interface Source {
  readonly name: string
  readonly text: string
  /** What it imports from this library, as names of files. */
  readonly own: ReadonlyArray<string>
  /** What it imports from elsewhere. */
  readonly foreign: ReadonlyArray<string>
}

const read = (file: string): Source => {
  const text = readFileSync(file, 'utf8')
  const code = text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
  const specifiers = Array.from(
    code.matchAll(/\b(?:from|import) '([^']+)'|\b(?:import|require)\(\s*'([^']+)'/g),
    ([, named, called]) => named ?? called ?? ''
  )
  const isOwn = (specifier: string): boolean => specifier.startsWith('.')
  return {
    name: relative(root, file),
    text: code,
    own: specifiers.filter(isOwn).map((specifier) => relative(root, resolve(dirname(file), specifier))),
    foreign: specifiers.filter((specifier) => !isOwn(specifier))
  }
}

const sources = filesIn(root).map(read)

const layerOf = (name: string): string => (name.includes('/') ? (name.split('/')[0] ?? '') : name)

/** The rooms that the map draws, in its order, and what each may import beside itself. */
const rooms: ReadonlyArray<readonly [room: string, may: ReadonlyArray<string>]> = Array.from(
  readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| \[([\w.]+)\]\(\1\) \|[^|]+\|([^|]*)\|$/gm),
  ([, room = '', may = '']) =>
    [
      room,
      may
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    ] as const
)

const layers = new Map(rooms)

const packages: Readonly<Record<string, ReadonlyArray<string>>> = {
  data: ['fp-ts'],
  codec: ['fp-ts', 'io-ts'],
  machine: ['fp-ts', 'io-ts'],
  protocols: ['fp-ts', 'io-ts'],
  providers: ['fp-ts', 'io-ts'],
  reading: ['fp-ts', 'io-ts'],
  tools: ['fp-ts', 'io-ts'],
  encoding: ['fp-ts'],
  async: ['fp-ts', 'io-ts'],
  operators: ['fp-ts', 'rxjs'],
  cli: ['fp-ts', 'io-ts', 'node:fs', 'node:util']
}

const reachable = (from: string): ReadonlySet<string> => {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    sources.find((source) => source.name === name)?.own.forEach(visit)
  }
  visit(from)
  return seen
}

describe('architecture', () => {
  it('is what the map draws: each room once, and none above a room that it imports', () => {
    const there = readdirSync(root).filter((name) => name !== 'README.md')
    expect(rooms.map(([room]) => room).toSorted()).toEqual(there.toSorted())
    rooms.forEach(([room, may], i) => {
      const before = rooms.slice(0, i).map(([name]) => name)
      expect([room, may.filter((name) => !before.includes(name))]).toEqual([room, []])
    })
  })

  it.each(rooms.map(([room]) => room).filter((room) => !room.endsWith('.ts')))('%s has a page of its own', (room) => {
    const page = readFileSync(join(root, room, 'README.md'), 'utf8')
    expect(page.startsWith(`# ${room}\n`)).toBe(true)
  })

  it.each(sources.map((source) => [source.name, source] as const))('%s imports what its layer may', (name, source) => {
    const layer = layerOf(name)
    const may = [layer, ...(layers.get(layer) ?? [])]
    expect(source.own.filter((own) => !may.includes(layerOf(own)))).toEqual([])
    expect(source.foreign.filter((foreign) => !(packages[layer] ?? []).includes(foreign))).toEqual([])
    expect(source.own.filter((own) => !sources.some(({ name: there }) => there === own))).toEqual([])
  })

  it('has no cycle of imports', () => {
    const cycles = sources.filter(({ name, own }) => own.some((other) => reachable(other).has(name)))
    expect(cycles.map(({ name }) => name)).toEqual([])
  })

  it('reaches no RxJS and no Node from deltafold/core', () => {
    const core = sources.filter(({ name }) => reachable('core.ts').has(name))
    expect(core.length).toBeGreaterThan(30)
    expect(core.flatMap(({ foreign }) => foreign).filter((name) => name !== 'fp-ts' && name !== 'io-ts')).toEqual([])
  })

  it('takes types of fp-ts and none of its modules, which bundlers keep whole, beside the command line', () => {
    const takers = sources.filter(({ text }) => /^import (?!type ).*'fp-ts'$/m.test(text))
    expect(takers.map(({ name }) => layerOf(name)).filter((layer) => layer !== 'cli')).toEqual([])
  })

  it('reaches every file from an entry point', () => {
    const entries = ['index.ts', 'providers/providerNamed.ts', 'encoding/index.ts', 'wire.ts', 'cli/deltafold.ts'].map(
      reachable
    )
    expect(sources.filter(({ name }) => !entries.some((entry) => entry.has(name))).map(({ name }) => name)).toEqual([])
  })

  it('makes Observables by hand where the skin begins, and nowhere else', () => {
    const makers = sources.filter(({ text }) => /\bnew (Observable|Subject|BehaviorSubject|ReplaySubject)\b/.test(text))
    expect(makers.map(({ name }) => name)).toEqual([
      'operators/coalesce.ts',
      'operators/fanOut.ts',
      'operators/fromMachine.ts',
      'operators/fromReadableStream.ts',
      'operators/untilAborted.ts'
    ])
  })

  it('uses globals of Node in the command line only', () => {
    const users = sources.filter(({ text }) => /\b(process|Buffer|setTimeout|require|__dirname)\b/.test(text))
    expect(users.map(({ name }) => layerOf(name)).filter((layer) => layer !== 'cli')).toEqual([])
  })

  it('keeps no state in modules', () => {
    expect(sources.filter(({ text }) => /^(let|var) /m.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('has no regular expression that could take long', () => {
    // Each is anchored and has no choice in how to match: linear. A new one wants the same look.
    expect(sources.flatMap(({ text }) => text.match(/(?<=[ (])\/\^.*\/(?=\.test)/g) ?? []).toSorted()).toEqual([
      '/^(?:data|event|id|retry):/',
      '/^[0-9]+$/',
      '/^[0-9]{1,12}$/',
      '/^[A-Za-z0-9+/]*={0,2}$/',
      '/^[A-Za-z0-9+/]*={0,2}$/',
      '/^[A-Za-z]{3,9},? /',
      '/^[A-Za-z_0-9]{1,64}$/'
    ])
    expect(sources.filter(({ text }) => /\.(match|matchAll|replace|replaceAll|search|split)\(\//.test(text))).toEqual(
      []
    )
  })

  it('keeps its files small', () => {
    const lengths = filesIn(root).map((file) => readFileSync(file, 'utf8').split('\n').length)
    const sorted = lengths.toSorted((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(110)
    expect(sorted.at(-1)).toBeLessThan(350)
  })
})

describe('specs', () => {
  const specsIn = (folder: string): ReadonlyArray<string> =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => join(relative('spec', folder), file))

  // An aspect may follow the name: `calls.situations.spec.ts` is a second spec of `calls.ts`.
  const subjectOf = (spec: string): string => join(root, spec.replace(/(\.\w+)?\.spec\.ts$/, '.ts'))

  const own = rooms
    .map(([room]) => join('spec', room))
    .filter((folder) => existsSync(folder))
    .flatMap(specsIn)

  it('of a room are named after the file that they are about', () => {
    expect(own.length).toBeGreaterThan(50)
    expect(own.filter((spec) => !existsSync(subjectOf(spec)))).toEqual([])
  })
})
