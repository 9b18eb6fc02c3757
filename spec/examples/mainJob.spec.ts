import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { either as E } from 'fp-ts'
import { lastValueFrom } from 'rxjs'

import type { Conversation } from '../../examples/conversations.ts'
import { conversations } from '../../examples/conversations.ts'
import { parseOptions } from '../../examples/options.ts'
import { readCassettes } from '../../examples/replay/cassettes.ts'
import type { Pace } from '../../examples/replay/server.ts'
import { startReplay } from '../../examples/replay/server.ts'
import { terminalView } from '../../examples/view.ts'

const cassettes = readCassettes()

interface Shown {
  readonly all: ReadonlyArray<Conversation>
  readonly screen: string
}

const show = async (pace: Pace, colour = false): Promise<Shown> => {
  const server = await startReplay(cassettes, pace)
  let screen = ''
  const view = terminalView((text) => {
    screen += text
  }, colour)
  try {
    return { all: await lastValueFrom(conversations(cassettes, server.urlOf, 0, view)), screen }
  } finally {
    await server.close()
  }
}

const expected = cassettes.map(
  ({ name }) =>
    JSON.parse(readFileSync(join('spec', 'fixtures', 'cassettes', `${name}.expected.json`), 'utf8')) as ReadonlyArray<{
      readonly outcome: string
      readonly message: object
    }>
)

describe('the main job', () => {
  it.each<[string, Pace]>([
    ['with an event a piece', { eventDelay: 0 }],
    ['with a pause before each event', { eventDelay: 1 }],
    ['with one byte a piece', { eventDelay: 0, cut: { bytes: 1 } }],
    ['cut at random places', { eventDelay: 0, cut: { seed: 7 } }]
  ])('reads every conversation over HTTP, %s', async (_title, pace) => {
    const { all } = await show(pace)
    expect(all.map(({ outcomes }) => outcomes.map(({ _tag, message }) => ({ outcome: _tag, message })))).toEqual(
      expected.map((outcomes) => outcomes.map(({ outcome, message }) => ({ outcome, message })))
    )
  })

  it('shows text, calls, the second turn, the 429 and its retry, usage and cost', async () => {
    const { screen } = await show({ eventDelay: 0 })
    for (const line of [
      'OpenRouter through Fireworks\n  asked: Add and multiply the number 2 and 3\n',
      '  I\'ll add and multiply the numbers 2 and 3 for you.\n  call add {"a": 2, "b": 3}\n  call multiply {"a": 2, "b": 3}\n',
      '  complete · tool_call · 210 + 55 tokens · $0.000264\n',
      '  tool results: 5, 6\n',
      '  failed · 429 Provider returned error (WandB)\n  the same question again, in 0 ms\n',
      '  - Multiplication: 2 × 3 = 6\n',
      'cost not reported\n',
      '11 answers'
    ]) {
      expect(screen).toContain(line)
    }
  })

  it('is coloured in a terminal, and says the same without colour', async () => {
    const escapes = /\u001b\[[0-9]+m/g
    const plain = (await show({ eventDelay: 0 })).screen
    const coloured = (await show({ eventDelay: 0 }, true)).screen
    expect(plain).not.toMatch(escapes)
    expect(coloured).toMatch(escapes)
    expect(coloured.replaceAll(escapes, '')).toBe(plain)
  })

  it('appends only: what is on the screen is never written again', async () => {
    const { screen } = await show({ eventDelay: 0, cut: { bytes: 1 } })
    expect(screen).not.toMatch(/[\r\b]/)
    expect(screen.split('call add').length - 1).toBe(4)
  })
})

describe('the options of the main job', () => {
  it.each([
    [[], { help: false, fast: false, cut: undefined }],
    [['--help'], { help: true, fast: false, cut: undefined }],
    [['-h'], { help: true, fast: false, cut: undefined }],
    [['--fast'], { help: false, fast: true, cut: undefined }],
    [['--cut', '1'], { help: false, fast: false, cut: { bytes: 1 } }],
    [['--fast', '--seed=0'], { help: false, fast: true, cut: { seed: 0 } }]
  ])('%j are taken', (args, expected) => {
    expect(parseOptions(args)).toEqual(E.right(expected))
  })

  it.each([
    [['--cut', 'abc'], '--cut takes a whole number of bytes from 1'],
    [['--cut', '0'], '--cut takes a whole number of bytes from 1'],
    [['--seed', '-1'], '--seed takes a whole number from 0'],
    [['--cut', '-1', '--fast'], '--cut takes a whole number of bytes from 1'],
    [['--seed=-1'], '--seed takes a whole number from 0'],
    [['--cut', '1', '--seed', '2'], '--cut and --seed exclude each other'],
    [['--quick'], "Unknown option '--quick'"],
    [['now'], "Unexpected argument 'now'"]
  ])('%j are refused', (args, why) => {
    expect(parseOptions(args)).toEqual(E.left(expect.stringContaining(why)))
  })
})

describe('the replay server', () => {
  it('refuses what was not recorded', async () => {
    const server = await startReplay(cassettes, { eventDelay: 0 })
    const response = await fetch(server.urlOf(cassettes[0]?.name ?? ''), { method: 'POST', body: '{}' })
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: { message: 'there is no recording of this request', code: 404 } }
    ])
    await server.close()
  })
})
