/** Programs against the declarations of the package as it is published, without a build: they are made in memory. */
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

import ts from 'typescript'

const consumer = resolve('.build', 'consumer')
const installed = join(consumer, 'node_modules', 'deltafold')

const { config } = ts.readConfigFile('tsconfig.json', (name) => ts.sys.readFile(name))
const { options: own } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.'))

/** What a library that is built on this one exports. */
const library = `
import { ChatChunk, fromMachine, fuse, openAIChatProvider, openRouter, readChunks, utf8Machine, withName } from 'deltafold'
import { accumulateToolCalls, anthropic, foldMachine, restoreFold, toAssistantMessage } from 'deltafold'
import { providerNamed } from 'deltafold/providers'
import { agUITarget, anthropicTarget, encodeChunksMachine } from 'deltafold/encoding'
import type { Fields } from 'deltafold/wire'
import { AnthropicUsage, maybe, open } from 'deltafold/wire'
import { pipe } from 'rxjs'
import * as t from 'io-ts'

export const MineChunk = fuse(t.intersection([ChatChunk, t.partial({ latency: t.number })]))
export interface MineChunk extends t.TypeOf<typeof MineChunk> {}
export const Again = ChatChunk
const usage = () => ({ ...AnthropicUsage.table(), cost: maybe(t.number) })
export interface MineUsage extends Fields<typeof usage> {}
export const MineUsage = open<MineUsage>('MineUsage', usage)
export const cost = (one: MineUsage): number => one.cost ?? 0
export const mine = openAIChatProvider({ name: 'mine', source: 'https://example.com', chunk: MineChunk })
export const renamed = withName('renamed')(openRouter)
export const table = { anthropic, openRouter, mine }
export const calls = (name: keyof typeof table) => pipe(readChunks(table[name]), accumulateToolCalls())
export const machine = foldMachine(mine)
export const restored = restoreFold(openRouter)
export const decoded = fromMachine(utf8Machine, () => 'error')
export const sent = toAssistantMessage(anthropic)
export const found = providerNamed
export const written = { claude: encodeChunksMachine(anthropicTarget), run: agUITarget }
export const response = import('deltafold/core').then((core) => core.foldBody(openRouter, ''))
`

const emitted = (): ReadonlyMap<string, string> => {
  const files = new Map([
    [join(consumer, 'package.json'), '{ "private": true }'],
    [join(installed, 'package.json'), readFileSync('package.json', 'utf8')]
  ])
  const entries = ['index.ts', 'core.ts', 'providers/providerNamed.ts', 'encoding/index.ts', 'wire.ts'].map((name) =>
    resolve('lib', name)
  )
  ts.createProgram(entries, { ...own, emitDeclarationOnly: true, declarationMap: false }).emit(
    undefined,
    (name, text) => {
      files.set(join(installed, relative(resolve('.'), resolve(name))), text)
    }
  )
  return files
}

const consumerOf = (files: ReadonlyMap<string, string>, text: string): [program: ts.Program, file: string] => {
  const file = join(consumer, 'library.mts')
  const all = new Map([...files, [file, text]])
  const folders = new Set([...all.keys()].flatMap((name) => parents(name)))
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    skipLibCheck: false,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: []
  }
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => all.has(name) || disk.fileExists(name),
    readFile: (name) => all.get(name) ?? disk.readFile(name),
    directoryExists: (name) => folders.has(name) || ts.sys.directoryExists(name),
    realpath: (name) => (name.startsWith(consumer) ? name : (ts.sys.realpath?.(name) ?? name)),
    getSourceFile: (name, target, ...rest) => {
      const text = all.get(name)
      return text === undefined ? disk.getSourceFile(name, target, ...rest) : ts.createSourceFile(name, text, target)
    }
  }
  return [ts.createProgram([file], options, host), file]
}

const parents = (name: string): ReadonlyArray<string> => {
  const above = resolve(name, '..')
  return above === name ? [] : [above, ...parents(above)]
}

const real = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol)

const exportedBy = (program: ts.Program, entry: string): ReadonlyArray<readonly [symbol: ts.Symbol, name: string]> => {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(installed, 'dist', 'esm', entry))
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  return module === undefined
    ? []
    : checker.getExportsOfModule(module).map((symbol) => [real(checker, symbol), symbol.name] as const)
}

/** The interfaces of this library that the types of a declaration name. What an interface extends is never written down. */
const interfacesIn = (checker: ts.TypeChecker, node: ts.Node): ReadonlyArray<ts.Symbol> => {
  if (ts.isHeritageClause(node)) return []
  const symbol = ts.isTypeReferenceNode(node) ? checker.getSymbolAtLocation(node.typeName) : undefined
  const named = symbol === undefined ? undefined : real(checker, symbol)
  const isOwn = named?.declarations?.some((one) => one.getSourceFile().fileName.startsWith(installed)) === true
  const here = named !== undefined && isOwn && (named.flags & ts.SymbolFlags.Interface) !== 0 ? [named] : []
  const inside: ts.Symbol[] = []
  ts.forEachChild(node, (child) => {
    interfacesIn(checker, child).forEach((one) => inside.push(one))
  })
  return [...here, ...inside]
}

describe('declarations', () => {
  const [program, file] = consumerOf(emitted(), library)

  it('let a library export codecs, providers and pipelines', () => {
    const source = program.getSourceFile(file)
    const problems = [...program.getSemanticDiagnostics(), ...program.getDeclarationDiagnostics(source)]
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  }, 60_000)

  it('name no interface that is not exported', () => {
    const checker = program.getTypeChecker()
    const exported = new Map(
      ['index.d.ts', 'providers/providerNamed.d.ts', 'encoding/index.d.ts', 'wire.d.ts'].flatMap((entry) =>
        exportedBy(program, entry)
      )
    )
    expect(exported.size).toBeGreaterThan(200)
    // The insides of a state are its machine's own.
    const owners = [...exported].filter(([, name]) => !name.endsWith('State'))
    const hidden = owners.flatMap(([symbol, name]) =>
      (symbol.declarations ?? [])
        .flatMap((declaration) => interfacesIn(checker, declaration))
        .filter((one) => !exported.has(one))
        .map((one) => `${name}: ${one.name}`)
    )
    expect(hidden).toEqual([])
  })
})
