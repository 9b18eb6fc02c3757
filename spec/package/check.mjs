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

// Declarations.
const typed = `import { of } from 'rxjs'
import { collectMessage, openRouter, readChunks, messageText } from 'deltafold'
import type { Outcome } from 'deltafold'
import { foldBody, groq } from 'deltafold/core'
import { providerNames } from 'deltafold/providers'
export const names: ReadonlyArray<string> = providerNames
export const outcome: Outcome = foldBody(groq, '')
of('').pipe(readChunks(openRouter), collectMessage()).subscribe(({ message }) => messageText(message).length)
`
mkdirSync(join(consumer, 'types'))
writeFileSync(join(consumer, 'types', 'module.mts'), typed)
writeFileSync(join(consumer, 'types', 'common.cts'), typed)
writeFileSync(join(consumer, 'types', 'plain.ts'), typed)
const tsc = resolve('node_modules', 'typescript', 'bin', 'tsc')
const compile = (title, options, sources) => {
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    ...options
  }
  writeFileSync(join(consumer, 'types', 'tsconfig.json'), JSON.stringify({ compilerOptions, files: sources }))
  run(title, 'node', [tsc, '-p', 'types'])
  console.log(`package: declarations compile, ${title}`)
}
compile('nodenext', { module: 'nodenext' }, ['module.mts', 'common.cts', 'plain.ts'])
compile('bundler', { module: 'esnext', moduleResolution: 'bundler' }, ['plain.ts'])
