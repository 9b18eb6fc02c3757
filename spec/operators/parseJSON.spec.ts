import fc from 'fast-check'
import { EMPTY, from, of, Subject } from 'rxjs'

import { cutInto } from '../../lib/cli/cutInto.ts'
import type { Frame } from '../../lib/data/Frame.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import type { Result } from '../../lib/data/Result.ts'
import { parseJSONMachine } from '../../lib/machine/framing/jsonBody.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import { andThen, runMachine } from '../../lib/machine/Machine.ts'
import { parseJSON } from '../../lib/operators/parseJSON.ts'
import { randomCuts } from '../arbitraries/pieces.ts'
import { operatorLaws, passesErrors } from '../laws/operator.ts'

const body = new TextEncoder().encode('\n {"a":"é"}\n')
const machine = andThen(parseJSONMachine())(utf8Machine)

describe('parseJSON', () => {
  // It emits only at the end, which is here caused by the limit.
  describe('with limits', () => {
    const small = { limits: limitsOf({ message: 9 }) }
    operatorLaws(() => parseJSON(small), andThen(parseJSONMachine(small))(utf8Machine), cutInto(body, { bytes: 3 }))
  })
  passesErrors(() => parseJSON(), body)

  it('law: over any cut = the machine over the body', () => {
    fc.assert(
      fc.property(randomCuts(body), (pieces) => {
        const seen: Result<Frame>[] = []
        from(pieces)
          .pipe(parseJSON())
          .subscribe((item) => seen.push(item))
        expect(seen).toEqual(runMachine(machine)([body]))
      })
    )
  })

  it('emits nothing before the end, and marks a text that is cut', () => {
    const source = new Subject<string>()
    const seen: Result<Frame>[] = []
    source.pipe(parseJSON()).subscribe((item) => seen.push(item))
    source.next('{"a"')
    expect(seen).toEqual([])
    source.complete()
    expect(seen).toMatchObject([{ right: { data: '{"a"', unfinished: true } }])
  })

  it('emits nothing for a blank body', () => {
    let count = 0
    EMPTY.pipe(parseJSON()).subscribe(() => (count += 1))
    of(' \n')
      .pipe(parseJSON())
      .subscribe(() => (count += 1))
    expect(count).toBe(0)
  })
})
