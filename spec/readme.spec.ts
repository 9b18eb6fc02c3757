import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { pages } from './fixtures/markdown.ts'
import { withText, written } from './readme/providers.ts'

const readme = readFileSync('README.md', 'utf8')

describe('the READMEs', () => {
  it.each(written)('%s has the providers that there are (npm run readme)', (file, text) => {
    const now = readFileSync(file, 'utf8')
    expect(now).toBe(withText(now, text()))
  })
})

describe('the README', () => {
  it('names a spec for each way to break', () => {
    const section = readme.split('## What happens when it breaks')[1]?.split('\n## ')[0] ?? ''
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fault |'))
    expect(rows.length).toBeGreaterThan(12)
    for (const row of rows) expect(row).toMatch(/\| `spec\/[\w./-]+\.spec\.ts`(?:, `spec\/[\w./-]+\.spec\.ts`)* \|$/)
  })

  it('says of each kind of failure when it comes', () => {
    const source = readFileSync('lib/data/Failure.ts', 'utf8')
    const kinds = Array.from(source.matchAll(/^ {2}\| (\w+)$/gm), ([, kind]) => kind ?? '')
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((kind) => !readme.includes(`\`${kind}\``))).toEqual([])
  })

  it.each(['README.md', 'lib/providers/README.md'])('%s points at files that there are', (name) => {
    const text = readFileSync(name, 'utf8')
    const files = Array.from(
      text.matchAll(/(?:\]\(|`)((?:spec|examples|lib)\/[\w./-]+\.\w+)[)`]/g),
      ([, file]) => file ?? ''
    )
    expect(files.length).toBeGreaterThan(2)
    for (const file of files) expect(() => readFileSync(file)).not.toThrow('ENOENT')
  })
})

describe('every page', () => {
  it.each(pages.map(({ file, text }) => [file, text] as const))('%s points at what there is', (file, text) => {
    const links = Array.from(text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g), ([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})
