import fc from 'fast-check'
import { either as E } from 'fp-ts'

import { limitsOf } from '../../../lib/data/Limits.ts'
import { linesMachine } from '../../../lib/machine/framing/lines.ts'
import { utf8Machine } from '../../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../../lib/machine/Machine.ts'
import { hostileBytes } from '../../arbitraries/pieces.ts'
import { machineLaws } from '../../laws/machine.ts'

const ofBody = andThen(linesMachine())(utf8Machine)

const textsOf = (pieces: ReadonlyArray<Uint8Array | string>): ReadonlyArray<string> =>
  runMachine(ofBody)(pieces).map((line) => (E.isRight(line) ? line.right.text : line.left._tag))

describe('lines', () => {
  machineLaws(ofBody, hostileBytes(12))
  describe('with a small limit', () => {
    machineLaws(andThen(linesMachine({ limits: limitsOf({ line: 5 }) }))(utf8Machine), hostileBytes(12))
  })

  it('law: the lines are the text split at CRLF, LF and CR', () => {
    fc.assert(
      fc.property(hostileBytes(20), (body) => {
        const split = new TextDecoder().decode(body).split(/\r\n|\n|\r/)
        expect(textsOf([body])).toEqual(split.at(-1) === '' ? split.slice(0, -1) : split)
      })
    )
  })

  it('law: each line has its offset in the body', () => {
    fc.assert(
      fc.property(hostileBytes(20), (body) => {
        for (const line of runMachine(ofBody)([body])) {
          if (E.isLeft(line)) continue
          const { atByte, text } = line.right
          const there = new TextDecoder('utf-8', { ignoreBOM: atByte !== 0 }).decode(body.subarray(atByte))
          expect(there.startsWith(text)).toBe(true)
        }
      })
    )
  })

  it('ends a line at nothing else', () => {
    expect(textsOf(['a\u2028b\u2029c\u0085d\u000be\u000cf'])).toHaveLength(1)
  })

  it('marks a line that the end of the body cuts off', () => {
    expect(runMachine(ofBody)(['a\nb'])).toEqual([
      E.right({ text: 'a', atByte: 0, unfinished: false }),
      E.right({ text: 'b', atByte: 2, unfinished: true })
    ])
  })

  it('stops at a line that is too long, and reports its offset and the number of lines before it', () => {
    const short = andThen(linesMachine({ limits: limitsOf({ line: 3 }) }))(utf8Machine)
    const tooLong = { _tag: 'LineTooLong', message: 'a line is longer than 3 bytes', limit: 3 }
    for (const body of ['abc\nabcd\nab', 'abc\nabcd', 'abc\n€a\n']) {
      expect(runMachine(short)([body]).at(-1)).toEqual(E.left({ ...tooLong, atByte: 4, atEvent: 1 }))
    }
    expect(runMachine(short)(['abc\n€\n'])).toHaveLength(2)
  })
})
