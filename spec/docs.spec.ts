import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import ts from 'typescript'

import { readCassettes } from '../examples/replay/cassettes.ts'
import type { ReplayServer } from '../examples/replay/server.ts'
import { startReplay } from '../examples/replay/server.ts'
import * as encoding from '../lib/encoding/index.ts'
import * as index from '../lib/index.ts'
import * as providers from '../lib/providers/providerNamed.ts'
import * as wire from '../lib/wire.ts'
import type { Page } from './fixtures/markdown.ts'
import { pages } from './fixtures/markdown.ts'
import { runProgram } from './fixtures/program.ts'

interface Example {
  /** Where it stands. */
  readonly name: string
  readonly code: string
  /** What it prints; `…` stands for anything. */
  readonly prints?: string
}

const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join('lib', file), 'utf8') }))

/** The examples of a source: what follows `@example` in a docblock, up to the next tag. */
const examplesOf = ({ file, text }: (typeof sources)[number]): ReadonlyArray<Example> =>
  Array.from(
    text.matchAll(/@example\n((?: \*(?! @| *\/).*\n)+)[\s\S]*?\*\/\n(?:export )?(?:const|type|interface) (\w+)/g),
    (match) => ({
      name: `${file}: ${match[2] ?? ''}`,
      code: (match[1] ?? '').replaceAll(/^ \* ?/gm, '')
    })
  )

/** The code blocks of a page, with what a text block below one says that it prints. */
const blocksOf = ({ file, text }: Page): ReadonlyArray<Example> =>
  Array.from(
    text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:(?:(?!^```)[\s\S])*?^```text\n([\s\S]*?)^```)?/gm),
    ([, code = '', prints], i) => ({
      name: `${file}: example ${i + 1}`,
      code,
      ...(prints === undefined ? {} : { prints })
    })
  )

const examples = [...sources.flatMap(examplesOf), ...pages.flatMap(blocksOf)]

/** What the examples take for granted: a question that was recorded, and where it is answered. */
const question = readCassettes().find(({ name }) => name.includes('fireworks'))
const request = { method: 'POST', body: question?.interactions[0]?.request ?? '' }
let url = ''
let server: ReplayServer

interface Ran {
  readonly printed: string
  /** How often it asserted something. */
  readonly assertions: number
}

const run = async ({ code }: Example): Promise<Ran> => {
  let assertions = 0
  const counting = {
    deepStrictEqual: (actual: unknown, expected: unknown): void => {
      assertions += 1
      assert.deepStrictEqual(actual, expected)
    }
  }
  const printed = await runProgram(code, { assert: counting, url, request })
  return { printed, assertions }
}

/** Whether a text is what another says, in which a line `…` stands for any lines. */
const matches = (text: string, pattern: string): boolean => {
  const quoted = pattern
    .trim()
    .split('\n…\n')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${quoted.join('\n(?:.*\n)*')}$`).test(text.replaceAll(/ +$/gm, '').trim())
}

const given = `declare const assert: typeof import('node:assert')
declare const url: string
declare const request: RequestInit
`

describe('documentation', () => {
  beforeAll(async () => {
    server = await startReplay(question === undefined ? [] : [question], { eventDelay: 0 })
    url = server.urlOf(question?.name ?? '')
  })

  afterAll(() => server.close())

  it.each(examples.map((example) => [example.name, example] as const))('%s runs', async (_name, example) => {
    const { printed, assertions } = await run(example)
    if (example.prints === undefined) expect(assertions).toBeGreaterThan(0)
    else if (!matches(printed, example.prints)) expect(printed).toBe(example.prints)
  })

  it.each(pages.map((page) => [page.file, page] as const))('all blocks of code in %s are among them', (_file, page) => {
    const fences = Array.from(page.text.matchAll(/^ *(?:```|~~~)(.*)$/gm), ([, language]) => language)
    expect(blocksOf(page)).toHaveLength(fences.filter((language) => language === 'ts').length)
    expect(fences.filter((language) => !['', 'ts', 'text', 'sh'].includes(language ?? ''))).toEqual([])
  })

  it('its examples have the types that they seem to have', () => {
    const folder = resolve('spec', 'examples-of-docs')
    const files = new Map(examples.map(({ code }, i) => [join(folder, `example${i}.ts`), `${code}\nexport {}\n`]))
    files.set(join(folder, 'given.d.ts'), given)
    const { config } = ts.readConfigFile(resolve('spec', 'tsconfig.json'), (file) => ts.sys.readFile(file))
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('spec'))
    const disk = ts.createCompilerHost(options)
    const host: ts.CompilerHost = {
      ...disk,
      fileExists: (file) => files.has(file) || disk.fileExists(file),
      readFile: (file) => files.get(file) ?? disk.readFile(file),
      getSourceFile: (file, target, ...rest) => {
        const text = files.get(file)
        return text === undefined ? disk.getSourceFile(file, target, ...rest) : ts.createSourceFile(file, text, target)
      }
    }
    const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: true }, host)
    const problems = [...files.keys()].flatMap((file) => {
      const source = program.getSourceFile(file)
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
        ({ messageText }) => `${files.get(file) ?? ''}\n${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      )
    })
    expect(problems).toEqual([])
  }, 60_000)

  const documented = sources.flatMap(({ file, text }) =>
    Array.from(text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\nexport const (\w+)/g), ([, block, name]) => ({
      file,
      block: block ?? '',
      name: name ?? ''
    }))
  )

  const exported = { ...index, ...providers, ...encoding, ...wire }

  it.each(Object.keys(exported))('%s is documented', (name) => {
    const blocks = documented.filter((one) => one.name === name && !one.block.includes('@internal'))
    expect(blocks.length).toBeGreaterThan(0)
    for (const { block } of blocks) {
      expect(block).toMatch(/@category \w+/)
      expect(block).toMatch(/@since \d+\.\d+\.\d+/)
    }
  })

  const callable = Object.entries(exported).filter(([, value]) => typeof value === 'function' && !('_tag' in value))

  it.each(callable.map(([name]) => name))('%s has an example', (name) => {
    expect(documented.some((one) => one.name === name && one.block.includes('@example'))).toBe(true)
  })
})
