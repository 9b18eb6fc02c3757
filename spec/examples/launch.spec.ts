import { spawn, spawnSync } from 'node:child_process'

const launch = ['examples/launch.mjs']

interface Ended {
  readonly status: number | null
  readonly complaints: string
}

/** Runs a program whose reader leaves after the first text. */
const untilClosed = (args: ReadonlyArray<string>): Promise<Ended> =>
  new Promise((resolve) => {
    const program = spawn(process.execPath, [...launch, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let complaints = ''
    program.stdout.once('data', () => program.stdout.destroy())
    program.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
    program.on('close', (status) => {
      resolve({ status, complaints })
    })
  })

const run = (...args: ReadonlyArray<string>) => spawnSync(process.execPath, [...launch, ...args], { encoding: 'utf8' })

describe('the launcher', () => {
  it.each([[['start', '--fast', '--cut', '1']], [['example', 'two-providers']]])(
    '%j ends quietly where its reader stops reading',
    async (args) => {
      expect(await untilClosed(args)).toEqual({ status: 0, complaints: '' })
    }
  )

  it.each([
    ['start', 'npm start -- [--fast] [--cut N | --seed N]'],
    ['example', 'npm run example -- NAME']
  ])('%s prints its usage', (program, line) => {
    const { status, stdout, stderr } = run(program, '--help')
    expect([status, stdout.split('\n')[0], stderr]).toEqual([0, line, ''])
  })

  it.each([
    [['start', '--quick'], "npm start: Unknown option '--quick'"],
    [['example'], 'npm run example: a name is missing'],
    [['example', 'nothing'], 'npm run example: no example is called nothing'],
    [['example', 'chat', 'extra'], 'npm run example: it takes one name, not also extra']
  ])('%j is refused, with the usage', (args, why) => {
    const { status, stdout, stderr } = run(...args)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.startsWith(why)).toBe(true)
    expect(stderr).toMatch(/\n\nnpm (start|run example) -- /)
  })
})
