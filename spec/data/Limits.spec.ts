import fc from 'fast-check'

import { frameOf } from '../../lib/data/Frame.ts'
import type { Limits } from '../../lib/data/Limits.ts'
import { defaultLimits, limitsIn, limitsOf } from '../../lib/data/Limits.ts'
import { right } from '../../lib/data/Result.ts'
import { linesMachine } from '../../lib/machine/framing/lines.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { decodeChunkMachine } from '../../lib/reading/decodeChunkMachine.ts'
import { foldBody } from '../../lib/reading/foldBody.ts'
import { delta, DONE, finish } from '../fixtures/chat.ts'

const names = Object.keys(defaultLimits) as ReadonlyArray<keyof Limits> // it has these keys and no others

describe('limitsOf', () => {
  it('law: a limit is the given one, or the default', () => {
    const limit = fc.oneof(fc.nat(1000), fc.constantFrom(undefined, NaN, Infinity))
    const some = fc.dictionary(fc.constantFrom(...names), limit, { noNullPrototype: true })
    fc.assert(
      fc.property(some, (given: { readonly [Of in keyof Limits]?: number | undefined }) => {
        const limits = limitsOf(given)
        expect(Object.keys(limits)).toEqual(names)
        for (const name of names) {
          const isGiven = given[name] !== undefined && !Number.isNaN(given[name])
          expect(limits[name]).toBe(isGiven ? given[name] : defaultLimits[name])
        }
      })
    )
  })

  it.each(names)('uses the default for %s if it is undefined or NaN', (name) => {
    for (const limit of [undefined, NaN]) expect(limitsOf({ [name]: limit })).toEqual(defaultLimits)
  })

  it.each([undefined, NaN, null, '5'])(
    'holds the default where limits made by hand have %j, in every machine',
    (odd) => {
      const limits = Object.fromEntries(names.map((name) => [name, odd])) as unknown as Limits // a program without types
      for (const some of [limits, {} as Limits, { ...defaultLimits, line: odd } as Limits]) {
        expect(limitsIn({ limits: some })).toEqual(defaultLimits)
        const line = { text: `${'x'.repeat(defaultLimits.line + 1)}\n`, atByte: 0 }
        expect(runMachine(linesMachine({ limits: some }))([line])).toMatchObject([{ left: { _tag: 'LineTooLong' } }])
        const deep = '['.repeat(200) + ']'.repeat(200)
        for (const machine of [decodeChunkMachine(openRouter, { limits: some })]) {
          expect(runMachine(machine)([right(frameOf(deep, 0))])).toMatchObject([{ left: { _tag: 'DepthExceeded' } }])
        }
        expect(foldBody(openRouter, `data: ${line.text}`, { limits: some }).failures).toMatchObject([
          { _tag: 'LineTooLong' }
        ])
      }
    }
  )

  it('keeps a limit if its setting is missing, and lifts it if it is Infinity', () => {
    const long = delta({ content: 'x'.repeat(defaultLimits.line + 1) }) + finish('stop') + DONE
    const settings: Partial<Record<'maxLine', number>> = {}
    const tagOf = (limits: Limits): string | undefined => foldBody(openRouter, long, { limits }).failures[0]?._tag
    expect(tagOf(limitsOf({ line: settings.maxLine }))).toBe('LineTooLong')
    expect(tagOf(limitsOf({ line: NaN }))).toBe('LineTooLong')
    expect(tagOf(limitsOf({ line: Infinity, event: Infinity }))).toBeUndefined()
  })
})
