/** The same folds in a Node that would throw at any write to what all programs share, and at any use of `__proto__`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'deltafold-'))
const bundle = join(folder, 'short.cjs')

const run = (...args: ReadonlyArray<string>): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args.slice(), { encoding: 'utf8' })
  return status === 0 ? stdout : `${stdout}${stderr}`
}

describe('a short campaign of hostile inputs', () => {
  beforeAll(() => {
    const options = { entryPoints: ['spec/fuzz/short.ts'], bundle: true, platform: 'node', outfile: bundle }
    // Its own process: in the realm of a test, esbuild does not know the bytes that it made itself.
    expect(run('-e', `require('esbuild').buildSync(${JSON.stringify(options)})`)).toBe('')
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it.each(['--frozen-intrinsics', '--disable-proto=throw', '--disable-proto=delete'])(
    'finds nothing under %s',
    (flag) => {
      expect(JSON.parse(run(flag, bundle))).toEqual({ inputs: 6000, faults: [] })
    }
  )
})
