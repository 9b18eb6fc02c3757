import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import ts from 'typescript'

const fileOf = (name: string): string => resolve('spec', 'types', name)

const names = ['programs', 'providers', 'wire', 'anthropic', 'responses', 'chat', 'google', 'interactions', 'live']
const files = names.map((name) => fileOf(`${name}.ts`))
const providers = resolve('lib', 'providers', 'index.ts')

const programOf = (change: (text: string) => string): ts.Program => {
  const { config } = ts.readConfigFile(resolve('spec', 'tsconfig.json'), (name) => ts.sys.readFile(name))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('spec'))
  const disk = ts.createCompilerHost(options)
  return ts.createProgram([...files, providers], options, {
    ...disk,
    getSourceFile: (name, target, ...rest) =>
      files.includes(name)
        ? ts.createSourceFile(name, change(readFileSync(name, 'utf8')), target)
        : disk.getSourceFile(name, target, ...rest)
  })
}

const problemsOf = (program: ts.Program, file: string): ReadonlyArray<string> =>
  program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))

const found = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error('it is not there')
  return value
}

const expectations = (file: string): number => readFileSync(file, 'utf8').split('// @ts-expect-error').length - 1

describe('types', () => {
  const program = programOf((text) => text)
  const refusing = programOf((text) => text.replaceAll('// @ts-expect-error', '//'))

  it.each(files)(
    '%s compiles, and each refusal in it is the one that is expected',
    (file) => {
      expect(problemsOf(program, file)).toEqual([])
      expect(problemsOf(refusing, file)).toHaveLength(expectations(file))
    },
    60_000
  )

  it('of providers and of errors about them are names, never structures', () => {
    const checker = program.getTypeChecker()
    const module = checker.getSymbolAtLocation(found(program.getSourceFile(providers)))
    const shown = checker
      .getExportsOfModule(found(module))
      .map((symbol) => checker.typeToString(checker.getTypeOfSymbol(symbol)))
    expect(shown.length).toBeGreaterThan(30)
    expect(shown.filter((text) => !/^\w+Provider(<\w+, \w+>)?$/.test(text))).toEqual([])
    // TypeScript shows what an interface extends where a property is missing in it, and nowhere else.
    // Of unfinished values, the structure is all that there is to show.
    const named = files.filter((file) => file !== fileOf('live.ts'))
    const lines = named.flatMap((file) => problemsOf(refusing, file)).flatMap((text) => text.split('\n'))
    const structures = lines.filter((line) => line.includes('?:'))
    expect(structures.filter((line) => !/is missing in type|no properties in common/.test(line))).toEqual([])
  })
})
