/**
 * Holds the package as it would be published: packs it, puts it where a program would have it, and runs and compiles
 * programs against it. Needs `npm run build` before.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = resolve('.build', 'package')
const consumer = join(folder, 'consumer')
const installed = join(consumer, 'node_modules', 'deltafold')

const fail = (what, detail) => {
  console.error(`package: ${what}\n${detail ?? ''}`)
  process.exit(1)
}

const run = (what, command, args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: consumer, encoding: 'utf8', ...options })
  if (status !== (options.status ?? 0)) fail(`${what} ended with ${status}`, stdout + stderr)
  return stdout.trim()
}

const expectEqual = (what, actual, expected) => {
  if (actual !== expected) fail(what, `expected ${expected}\nreceived ${actual}`)
  console.log(`package: ${what}`)
}

// Packed and put where a program would have it; the peers are found in the project's own node_modules above.
rmSync(folder, { recursive: true, force: true })
mkdirSync(join(consumer, 'node_modules'), { recursive: true })
run('npm pack', 'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: resolve('.') })
const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))
run('tar', 'tar', ['-xzf', join(folder, tarball), '-C', folder])
renameSync(join(folder, 'package'), installed)

const allowed =
  /^(dist\/(esm|cjs)\/.*\.(js|d\.ts|js\.map|d\.ts\.map)|dist\/cjs\/package\.json|lib\/.*\.(ts|md)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
const strangers = files.filter((file) => !allowed.test(file))
expectEqual('holds nothing but the library', strangers.join(' '), '')
const isInternal = (file) => /@internal/.test(readFileSync(join(installed, file), 'utf8'))
const internals = files.filter((file) => file.endsWith('.d.ts') && isInternal(file))
expectEqual('declares no internal name', internals.join(' '), '')

// Programs.
const body = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\\n\\ndata: [DONE]\\n\\n'
const program = `
of('${body}')
  .pipe(readChunks(openRouter), collectMessage())
  .subscribe(({ _tag, message }) => console.log(_tag, messageText(message), foldBody(groq, '${body}')._tag))
`
const names = '{ collectMessage, foldBody, groq, openRouter, readChunks, messageText }'
writeFileSync(join(consumer, 'package.json'), '{ "private": true }\n')
writeFileSync(join(consumer, 'run.mjs'), `import { of } from 'rxjs'\nimport ${names} from 'deltafold'\n${program}`)
writeFileSync(
  join(consumer, 'run.cjs'),
  `const { of } = require('rxjs')\nconst ${names} = require('deltafold')\n${program}`
)
const core = `console.log(foldBody(groq, '${body}')._tag)`
writeFileSync(join(consumer, 'core.mjs'), `import { foldBody, groq } from 'deltafold/core'\n${core}`)
writeFileSync(
  join(consumer, 'core.cjs'),
  `const { foldBody, groq } = require('deltafold/core')\n${core}\n` +
    `console.log(Object.keys(require.cache).some((file) => file.includes('rxjs')))\n`
)
const named = `const provider = providerNamed('groq')\nconsole.log(provider._tag, foldBody(provider.value, '${body}')._tag)`
writeFileSync(
  join(consumer, 'named.mjs'),
  `import { foldBody } from 'deltafold/core'\nimport { providerNamed } from 'deltafold/providers'\n${named}`
)
writeFileSync(
  join(consumer, 'named.cjs'),
  `const { foldBody } = require('deltafold/core')\nconst { providerNamed } = require('deltafold/providers')\n${named}`
)
expectEqual('runs in Node as an ES module', run('node', 'node', ['run.mjs']), 'Complete Hi Complete')
expectEqual('runs in Node as CommonJS', run('node', 'node', ['run.cjs']), 'Complete Hi Complete')
expectEqual('core runs as an ES module', run('node', 'node', ['core.mjs']), 'Complete')
expectEqual('core runs as CommonJS, and loads no RxJS', run('node', 'node', ['core.cjs']), 'Complete\nfalse')
expectEqual('finds providers by name as an ES module', run('node', 'node', ['named.mjs']), 'Some Complete')
expectEqual('finds providers by name as CommonJS', run('node', 'node', ['named.cjs']), 'Some Complete')

// The command line.
const { bin, version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
const command = join(installed, bin.deltafold)
const sse = body.replaceAll('\\n', '\n')
const deltafold = (args, status, input = '') =>
  run(`deltafold ${args.join(' ')}`, 'node', [command, ...args], { input, status })
expectEqual('the command says its version', deltafold(['--version'], 0), version)
expectEqual('the command folds', JSON.parse(deltafold(['fold', '--provider', 'groq'], 0, sse)).message.text, 'Hi')
expectEqual(
  'the command says when a body is cut',
  JSON.parse(deltafold(['fold', '--provider', 'groq'], 2, sse.slice(0, 60))).outcome,
  'truncated'
)
expectEqual('the command refuses what it does not know', deltafold(['melt'], 1), '')

// The programs that measure the build, which no test runs.
const soak = run('soak', 'node', ['spec/soak/soak.mjs', '--help'], { cwd: resolve('.') })
const parts = /NAME is ([\w, -]+);/.exec(soak)[1].split(', ')
run(
  'the parts of soak',
  'node',
  ['--input-type=module', '-e', parts.map((part) => `import './spec/soak/${part}.mjs'`).join('\n')],
  {
    cwd: resolve('.')
  }
)
const { default: contestants } = await import('../bench/contestants/deltafold.mjs')
const takes = { stream: () => new Blob([sse]).stream(), pieces: () => [new TextEncoder().encode(sse)], body: () => sse }
for (const [name, { takes: form, prepare }] of Object.entries(contestants)) {
  expectEqual(`${name} of the bench answers`, (await prepare('chat')(takes[form]())).text, 'Hi')
}

// Declarations.
const types = join(consumer, 'types')
mkdirSync(types)
for (const name of ['module.mts', 'common.cts', 'plain.ts'])
  cpSync(resolve('spec', 'package', 'consumer.ts'), join(types, name))

// Every export, as a package may export it again: each type in it has a name that can be imported.
const reexports = (entry) => {
  const list = `import('${entry}').then((all) => console.log(Object.keys(all).join(' ')))`
  const all = run(entry, 'node', ['--input-type=module', '-e', list]).split(' ')
  return [`import * as all from '${entry}'`, ...all.map((name) => `export const its${name} = all.${name}`)].join('\n')
}
writeFileSync(join(types, 'index.mts'), reexports('deltafold'))
writeFileSync(join(types, 'core.mts'), reexports('deltafold/core'))

const compilers = ['typescript', 'typescript-5.4', 'typescript-5.0'].map((name) => {
  const folder =
    name === 'typescript'
      ? resolve('node_modules', name)
      : resolve('spec', 'package', name, 'node_modules', 'typescript')
  return {
    version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
    tsc: join(folder, 'bin', 'tsc')
  }
})

const compile = ({ version, tsc }, title, options, sources) => {
  const compilerOptions = {
    declaration: true,
    emitDeclarationOnly: true,
    outDir: 'out',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    ...options
  }
  writeFileSync(join(types, 'tsconfig.json'), JSON.stringify({ compilerOptions, exclude: [], ...sources }))
  run(`TypeScript ${version}, ${title}`, 'node', [tsc, '-p', 'types'])
  console.log(`package: TypeScript ${version} compiles ${title}`)
}

for (const compiler of compilers) {
  compile(compiler, 'programs for Node', { module: 'nodenext' }, { files: ['module.mts', 'common.cts', 'plain.ts'] })
  compile(compiler, 'programs for bundlers', { module: 'esnext', moduleResolution: 'bundler' }, { files: ['plain.ts'] })
}
for (const compiler of compilers.slice(1)) {
  compile(
    compiler,
    'programs with the module resolution of old',
    { module: 'commonjs', moduleResolution: 'node' },
    { files: ['plain.ts'] }
  )
}
compile(compilers[0], 'each export', { module: 'nodenext' }, { files: ['index.mts', 'core.mts'] })
compile(
  compilers[0],
  'each declaration by itself',
  { module: 'nodenext', declaration: false, emitDeclarationOnly: false, noEmit: true },
  { include: ['../node_modules/deltafold/dist/**/*.d.ts'] }
)
