import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

import { buildSync } from 'esbuild'

const peers = ['rxjs', 'fp-ts', 'io-ts']

/** What a program is when it is bundled for a browser, minified: its text. */
const bundled = (program: string, external: ReadonlyArray<string>): string => {
  const { outputFiles, warnings } = buildSync({
    stdin: { contents: program, resolveDir: resolve('lib'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    external: external.slice(),
    alias: {
      deltafold: resolve('lib', 'index.ts'),
      'deltafold/core': resolve('lib', 'core.ts'),
      'deltafold/encoding': resolve('lib', 'encoding', 'index.ts'),
      'deltafold/providers': resolve('lib', 'providers', 'providerNamed.ts'),
      'deltafold/wire': resolve('lib', 'wire.ts')
    },
    write: false,
    logLevel: 'silent'
  })
  // A name that is not there is a warning to esbuild; a program that takes nothing is another, and one of these.
  expect(warnings.filter(({ id }) => id !== 'ignored-bare-import')).toEqual([])
  return outputFiles[0]?.text ?? 'nothing was built'
}

/** How many bytes it is when it is sent. */
const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length

const parseSSE = `export { parseSSE } from 'deltafold'`
const core = `export { foldBody, foldMachine, openRouter } from 'deltafold/core'`
const pipeline = `export { collectMessage, fromReadableStream, openRouter, readChunks } from 'deltafold'`

// What is true now, rounded up: these only go down.
const budgets = [
  ['parseSSE without its peers', parseSSE, peers, 3_400],
  ['parseSSE with rxjs and fp-ts', parseSSE, [], 6_000],
  ['core and one provider without their peers', core, peers, 34_500],
  ['core and one provider with fp-ts and io-ts', core, [], 36_200],
  ['a pipeline and one provider with rxjs, fp-ts and io-ts', pipeline, [], 36_700]
] as const

describe('size', () => {
  it.each(budgets)('%s', (_title, program, external, budget) => {
    const text = bundled(program, external)
    expect(text).toContain('export{')
    expect(gzipped(text)).toBeLessThanOrEqual(budget)
  })

  it('is what the README says', () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const [, , , budget] of budgets) expect(readme).toContain(`| ${budget / 1000} KB |`)
  })

  it.each(['deltafold', 'deltafold/core', 'deltafold/providers', 'deltafold/encoding', 'deltafold/wire'])(
    'a program that takes nothing of %s carries nothing',
    (entry) => {
      expect(bundled(`import '${entry}'`, [])).toBe('')
    }
  )

  it('a program that only detects protocols carries no provider', () => {
    const text = bundled(`export { detectProtocol } from 'deltafold/providers'`, peers)
    expect(gzipped(text)).toBeLessThanOrEqual(5_400)
    expect(text).not.toContain('https://')
  })

  it('a program carries no other provider than its own', () => {
    const text = bundled(core, peers)
    expect(text).toContain('openrouter.ai')
    for (const other of ['anthropic.com', 'cohere.com', 'ollama.com', 'ai.google.dev', 'groq.com']) {
      expect(text).not.toContain(other)
    }
  })

  it('a program carries no other framing than that of its provider', () => {
    const carries = (provider: string, word: string): boolean =>
      bundled(`export { foldBody, ${provider} } from 'deltafold/core'`, peers).includes(word)
    const ofMessages = ':message-type'
    const ofArrays = '"inside"'
    expect([carries('bedrockConverse', ofMessages), carries('bedrockConverse', ofArrays)]).toEqual([true, false])
    expect([carries('google', ofMessages), carries('google', ofArrays)]).toEqual([false, true])
    expect([carries('openRouter', ofMessages), carries('openRouter', ofArrays)]).toEqual([false, false])
  })

  it('a program that saves no state carries no codec of one, and a program that restores one does', () => {
    const ofState = 'LineScan'
    expect(bundled(core, peers)).not.toContain(ofState)
    expect(bundled(pipeline, peers)).not.toContain(ofState)
    expect(bundled(`export { openRouter, restoreFold } from 'deltafold/core'`, peers)).toContain(ofState)
  })

  it('a program that writes one wire carries no other target', () => {
    const text = bundled(`export { encodeChunksMachine, ollamaTarget } from 'deltafold/encoding'`, peers)
    expect(text).toContain('prompt_eval_count')
    for (const other of ['content_block_start', 'RUN_STARTED', 'tool-input-start', 'candidates', 'chat.completion']) {
      expect(text).not.toContain(other)
    }
  })

  it('a program that only parses server-sent events carries no codec', () => {
    const text = bundled(parseSSE, peers)
    expect(text).toContain('from"rxjs"')
    expect(text).not.toContain('from"io-ts"')
  })
})
