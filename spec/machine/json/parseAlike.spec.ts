import { deepStrictEqual } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

import { buildSync } from 'esbuild'
import fc from 'fast-check'

import { parseAlike, TOO_DEEP } from '../../../lib/machine/json/parseAlike.ts'
import { parseJson } from '../../../lib/machine/json/parseJson.ts'
import { alikeTexts } from '../../arbitraries/alikeTexts.ts'

describe('parseAlike', () => {
  it('law: it returns the value of JSON.parse, whatever it parsed before', () => {
    fc.assert(
      fc.property(alikeTexts, (all) => {
        const parse = parseAlike(128).parse
        for (const text of all) deepStrictEqual(parse(text), parseJson(text))
      }),
      { numRuns: 1000 }
    )
  })

  it('reads most of similar texts without JSON.parse, and all of them correctly', () => {
    const parse = parseAlike(128).parse
    const said = jest.spyOn(JSON, 'parse')
    const row = Array.from({ length: 1000 }, (_, i) => `{"choices":[{"delta":{"content":"${String(i)}"}}]}`)
    const values = row.map(parse)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(values).toEqual(row.map((text) => JSON.parse(text) as unknown))
    expect(times).toBeLessThan(10)
  })

  it('searches for a template less and less often while it finds none', () => {
    const parse = parseAlike(128).parse
    const row = Array.from({ length: 4000 }, (_, i) => `{"at":${String(i)},"${String(i * 7)}":"id"}`)
    const said = jest.spyOn(JSON, 'parse')
    for (const text of row) parse(text)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(times).toBeLessThan(row.length + 40)
  })

  it('makes no template of a deeply nested text', () => {
    const row = Array.from({ length: 9 }, (_, i) => '['.repeat(2000) + String(i) + ']'.repeat(2000))
    const parse = parseAlike(100_000).parse
    const said = jest.spyOn(JSON, 'parse')
    for (const text of row) parse(text)
    const times = said.mock.calls.length
    said.mockRestore()
    expect(times).toBe(row.length)
  })

  it('checks the depth of texts that match no template', () => {
    const nested = (depth: number, text: string): string => '{"a":'.repeat(depth) + `"${text}"` + '}'.repeat(depth)
    const parse = parseAlike(128).parse
    for (const text of ['x', 'y', 'z']) {
      expect(parse(nested(129, text))).toBe(TOO_DEEP)
      expect(parse(nested(128, text))).toEqual(JSON.parse(nested(128, text)))
    }
  })

  describe('parseAlike in a machine that is used for many streams', () => {
    // A heap snapshot of jest's own process would take minutes, so a small program makes the checks and prints the results.
    const program = `
      import { getHeapSnapshot } from 'node:v8'
      import { Subject } from 'rxjs'
      import {
        decodeChunk, decodeChunkMachine, feedMachine, foldMachine, frameOf, limitsOf, openAICompatible, openAIResponses,
        openRouter, runMachine
      } from 'deltafold'

      // One machine for each way, so that none forgets because of the stream of another.
      const machines = Array.from({ length: 4 }, () => foldMachine(openRouter))
      const limited = foldMachine(openRouter, { limits: limitsOf({ events: 30 }) })
      const lenient = foldMachine(openAICompatible)
      const failing = foldMachine(openAIResponses)
      const decoding = decodeChunkMachine(openRouter)
      const operators = [decodeChunk(openRouter), decodeChunk(openRouter)]

      const texts = (mark) =>
        Array.from({ length: 40 }, (_, i) => '{"system":"' + ['held', mark].join(' by ') + '","choices":[{"delta":{"content":"w' + i + '"}}]}')
      const body = (mark) => texts(mark).map((text) => 'data: ' + text + '\\n\\n')
      const frames = (mark) => texts(mark).map((text, i) => ({ _tag: 'Right', right: frameOf(text, i) }))
      const unsubscribed = (mark) => {
        const source = new Subject()
        const subscription = source.pipe(operators[0]).subscribe()
        frames(mark).forEach((frame) => source.next(frame))
        subscription.unsubscribe()
      }
      const broken = (mark) => {
        const source = new Subject()
        source.pipe(operators[1]).subscribe({ error: () => undefined })
        frames(mark).forEach((frame) => source.next(frame))
        source.error(new Error('cut'))
      }
      const ways = {
        going: (mark) => void feedMachine(machines[0])(machines[0].initial, body(mark)),
        terminal: (mark) => void runMachine(machines[1])([...body(mark), 'data: [DONE]\\n\\n']),
        cut: (mark) => void runMachine(machines[2])(body(mark)),
        inside: (mark) => void runMachine(machines[3])([...body(mark), 'data: {"choi']),
        limit: (mark) => void runMachine(limited)(body(mark)),
        finish: (mark) => void runMachine(lenient)([...body(mark), 'data: {"choices":[{"finish_reason":"stop"}]}\\n\\n']),
        failed: (mark) =>
          void runMachine(failing)([
            ...body(mark),
            'data: {"type":"response.failed","response":{"status":"failed","error":{"message":"m"}}}\\n\\n'
          ]),
        frames: (mark) => void runMachine(decoding)(frames(mark)),
        unsubscribed,
        broken
      }
      for (const [way, run] of Object.entries(ways)) run(way)
      // The engine keeps the last text that a regular expression matched.
      ;/x/.exec('x')
      globalThis.gc()
      let heap = ''
      for await (const piece of getHeapSnapshot()) heap += piece
      const held = Object.keys(ways).map((way) => [way, heap.includes(['held', way].join(' by '))])
      console.log(JSON.stringify(Object.fromEntries(held)))
      // They are all still in use.
      ;[...machines, limited, lenient, failing, decoding].every(({ initial }) => initial)
    `

    it('keeps nothing of a stream after its end', () => {
      const { outputFiles } = buildSync({
        stdin: { contents: program, resolveDir: resolve('lib'), loader: 'js' },
        bundle: true,
        format: 'esm',
        platform: 'node',
        alias: { deltafold: resolve('lib', 'index.ts') },
        write: false
      })
      const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-'], {
        input: outputFiles[0]?.text ?? '',
        encoding: 'utf8'
      })
      expect(stderr).toBe('')
      // During a stream it is held, otherwise this would prove nothing.
      expect(JSON.parse(stdout)).toEqual({
        going: true,
        terminal: false,
        cut: false,
        inside: false,
        limit: false,
        finish: false,
        failed: false,
        frames: false,
        unsubscribed: false,
        broken: false
      })
    }, 60_000)
  })
})
