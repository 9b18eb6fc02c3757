/** `node examples/launch.mjs start|example …`: bundles a program with the library, in a fraction of a second, and runs it. */
import { buildSync } from 'esbuild'

const [node, , program, ...args] = process.argv
const outfile = `.build/examples/${program}.js`

buildSync({
  entryPoints: [`examples/${program}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: { deltafold: './lib/index.ts', 'deltafold/core': './lib/core.ts' },
  logLevel: 'warning'
})

process.argv = [node, outfile, ...args]
await import(`../${outfile}`)
