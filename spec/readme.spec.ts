import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { providerNames } from '../lib/cli/providers.ts'
import * as core from '../lib/core.ts'
import type { Message } from '../lib/data/Message.ts'
import type { Framing } from '../lib/machine/framing/frames.ts'
import { chatMachine } from '../lib/protocols/openAIChat/machine.ts'
import type { TerminalKind } from '../lib/protocols/Provider.ts'
import { foldBody } from '../lib/reading/foldBody.ts'
import { answers } from './fixtures/answers.ts'
import { pages } from './fixtures/markdown.ts'
import { pagesRead } from './fixtures/pages.ts'
import type { AnyProvider } from './fixtures/providers.ts'
import { exported } from './fixtures/providers.ts'

const framings: Readonly<Record<Framing['name'], string>> = {
  sse: 'SSE',
  ndjson: 'NDJSON',
  awsEventStream: 'AWS event stream'
}

const terminals: Readonly<Record<TerminalKind, string>> = {
  sentinel: '`[DONE]`',
  event: 'an event',
  finish: 'a finish reason and the end of the body'
}

/** Protocols by what their speakers have in common. */
const protocols: ReadonlyArray<readonly [name: string, common: unknown]> = [
  ['OpenAI Chat', chatMachine],
  ['OpenAI Responses', core.ResponsesChunk],
  ['Anthropic Messages', core.AnthropicChunk],
  ['Google generateContent', core.GoogleChunk],
  ['Bedrock Converse', core.ConverseChunk],
  ['Ollama chat', core.OllamaChunk],
  ['Cohere chat v2', core.CohereChunk]
]

const protocolOf = ({ machine, chunk }: AnyProvider): string =>
  protocols.find(([, common]) => Object.is(common, machine) || Object.is(common, chunk))?.[0] ?? ''

/** What comes out of the provider's answer: not what it may say, but what was read of it. */
const reportsOf = ({ choices, usage = {} }: Message): string => {
  const parts = choices.flatMap((choice) => choice.parts)
  const { totalTokens, cost, cacheReadInputTokens, cacheCreationInputTokens } = usage
  const reports: ReadonlyArray<readonly [what: string, is: boolean]> = [
    ['reasoning', parts.some(({ _tag }) => _tag === 'Reasoning')],
    ['usage', totalTokens !== undefined],
    ['cost', cost !== undefined],
    ['cache', (cacheReadInputTokens ?? cacheCreationInputTokens) !== undefined],
    ['citations', parts.some(({ _tag }) => _tag === 'Citation')]
  ]
  return reports.flatMap(([what, is]) => (is ? [what] : [])).join(', ')
}

const rowOf = (name: string): string => {
  const [value, provider] = exported.find(([, one]) => one.name === name) ?? []
  const answer = answers.find((one) => one.provider === name)
  if (provider === undefined || answer === undefined) throw new Error(`there is no answer of ${name}`)
  const { framing, terminal, source } = provider
  const read = pagesRead[source]
  const cells = [
    `\`${name}\``,
    `\`${value ?? ''}\``,
    protocolOf(provider),
    framings[framing.name],
    terminals[terminal],
    reportsOf(foldBody(provider, answer.stream).message),
    `[docs](${source})${read === undefined ? '' : `, ${read}`}`
  ]
  return `| ${cells.join(' | ')} |`
}

const table = [
  '| name | value | protocol | framing | ends with | reports | page |',
  '|---|---|---|---|---|---|---|',
  ...providerNames.map(rowOf)
].join('\n')

const readme = readFileSync('README.md', 'utf8')

describe('the README', () => {
  it('has the table of the providers, and no other', () => {
    const found = /^\| name \| value \|[^]*?(?=\n\n)/m.exec(readme)?.[0]
    // The whole table, to be copied.
    if (found !== table) throw new Error(`The table of README.md should be\n\n${table}\n`)
  })

  it('counts them', () => {
    const [, tens = '', ones = ''] = /reads (\w+)-(\w+) providers over seven wire protocols/.exec(readme) ?? []
    const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
    expect(tens).toBe('thirty')
    expect(30 + words.indexOf(ones) + 1).toBe(exported.length)
    expect(new Set(exported.map(([, provider]) => protocolOf(provider))).size).toBe(7)
  })

  it('dates pages that providers name', () => {
    const sources = exported.map(([, { source }]) => source)
    expect(Object.keys(pagesRead).filter((page) => !sources.includes(page))).toEqual([])
  })

  it('names a spec for each way to break', () => {
    const section = readme.split('## What happens when it breaks')[1]?.split('\n## ')[0] ?? ''
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| what happens'))
    expect(rows.length).toBeGreaterThan(12)
    for (const row of rows) expect(row).toMatch(/\| `spec\/[\w./-]+\.spec\.ts`(?:, `spec\/[\w./-]+\.spec\.ts`)* \|$/)
  })

  it('says of each kind of failure when it comes', () => {
    const source = readFileSync('lib/data/Failure.ts', 'utf8')
    const kinds = Array.from(source.matchAll(/^ {2}\| (\w+)$/gm), ([, kind]) => kind ?? '')
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([])
  })

  it('points at files that there are', () => {
    const files = Array.from(readme.matchAll(/(?:\]\(|`)((?:spec|examples)\/[\w./-]+)[)`]/g), ([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(15)
    for (const file of files) expect(() => readFileSync(file)).not.toThrow('ENOENT')
  })
})

describe('every page', () => {
  it.each(pages.map(({ file, text }) => [file, text] as const))('%s points at what there is', (file, text) => {
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})
