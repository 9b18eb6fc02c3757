/** The command behind `npm run example -- NAME`. */
import { examples, runExample } from './run.ts'

const name = process.argv[2] ?? ''
const known = await runExample(name, (text) => {
  process.stdout.write(text)
})
if (!known) {
  process.stderr.write(`npm run example -- NAME, where NAME is ${Object.keys(examples).join(', ')}\n`)
  process.exitCode = 1
}
