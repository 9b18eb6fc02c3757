import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import ts from 'typescript'

const file = resolve('spec', 'types', 'programs.ts')

const problemsOf = (text: string): ReadonlyArray<string> => {
  const { config } = ts.readConfigFile(resolve('spec', 'tsconfig.json'), (name) => ts.sys.readFile(name))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('spec'))
  const disk = ts.createCompilerHost(options)
  const program = ts.createProgram([file], options, {
    ...disk,
    getSourceFile: (name, target, ...rest) =>
      name === file ? ts.createSourceFile(name, text, target) : disk.getSourceFile(name, target, ...rest)
  })
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

const text = readFileSync(file, 'utf8')

describe('types', () => {
  it('refuse programs that would run half a call, and each refusal is the one that is expected', () => {
    expect(problemsOf(text)).toEqual([])
    const refused = problemsOf(text.replaceAll('// @ts-expect-error', '//'))
    expect(refused).toHaveLength(text.split('// @ts-expect-error').length - 1)
  }, 60_000)
})
