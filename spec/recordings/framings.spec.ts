/** Recorded bodies in other framings than SSE. */
import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { cutInto } from '../../lib/cli/cutInto.ts'
import { parseAwsEventStreamMachine } from '../../lib/machine/framing/awsEventStream.ts'
import { parseNDJSONMachine } from '../../lib/machine/framing/ndjson.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import { describeShared, pathOf, readShared } from './shared.ts'

interface Row {
  readonly response: string
}

describeShared('framings', ['index.json'], () => {
  const responses = (ending: string): ReadonlyArray<string> =>
    (readShared('index.json') as ReadonlyArray<Row>).flatMap(({ response }) =>
      response.endsWith(ending) ? [response] : []
    )

  it('are there', () => {
    expect(responses('.evs').length).toBeGreaterThan(10)
    expect(responses('.ndjson').length).toBeGreaterThan(3)
  })

  it.each(responses('.evs'))('%s: all checksums are right, and each payload holds an event', (response) => {
    const body = readFileSync(pathOf(response))
    const frames = runMachine(parseAwsEventStreamMachine())([body])
    const events = frames.map((item) => {
      if (E.isLeft(item)) return item.left
      const { bytes } = JSON.parse(item.right.data) as { readonly bytes: string }
      const inside = JSON.parse(Buffer.from(bytes, 'base64').toString()) as { readonly type: string }
      return item.right.event === 'chunk' && !item.right.unfinished ? inside.type : item.right
    })
    expect([events[0], events.at(-1)]).toEqual(['message_start', 'message_stop'])
    expect(events.filter((event) => typeof event !== 'string')).toEqual([])
    expect(runMachine(parseAwsEventStreamMachine())(cutInto(body, { bytes: 1 }))).toEqual(frames)
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        expect(runMachine(parseAwsEventStreamMachine())(pieces)).toEqual(frames)
      }),
      { numRuns: 5 }
    )
  })

  it.each(responses('.ndjson'))('%s: each line is an event, and the last one is the end', (response) => {
    const body = readFileSync(pathOf(response))
    const machine = andThen(parseNDJSONMachine())(utf8Machine)
    const frames = runMachine(machine)([body])
    const done = frames.map((item) =>
      E.isLeft(item) ? item.left : (JSON.parse(item.right.data) as { readonly done: boolean }).done
    )
    expect(done.at(-1)).toBe(true)
    expect(done.slice(0, -1).every((isDone) => isDone === false)).toBe(true)
    expect(runMachine(machine)(cutInto(body, { bytes: 1 }))).toEqual(frames)
  })
})
