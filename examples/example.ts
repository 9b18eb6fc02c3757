/** The command behind `npm run example -- NAME`. */
import { printer } from './print.ts'
import { examples, runExample } from './run.ts'

const usage = `npm run example -- NAME

  NAME is ${Object.keys(examples).join(', ')}
`

const [name = '', ...rest] = process.argv.slice(2)
const print = printer()

const refuse = (why: string): void => {
  process.stderr.write(`npm run example: ${why}\n\n${usage}`)
  process.exitCode = 1
}

if (name === '--help' || name === '-h') print(usage)
else if (rest.length > 0) refuse(`it takes one name, not also ${rest.join(' ')}`)
else if (!(await runExample(name, print))) refuse(name === '' ? 'a name is missing' : `no example is called ${name}`)
