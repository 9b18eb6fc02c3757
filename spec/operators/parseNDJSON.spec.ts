import { cutInto } from '../../lib/cli/cutInto.ts'
import { limitsOf } from '../../lib/data/Limits.ts'
import { parseNDJSONMachine } from '../../lib/machine/framing/ndjson.ts'
import { utf8Machine } from '../../lib/machine/framing/utf8.ts'
import { andThen } from '../../lib/machine/Machine.ts'
import { parseNDJSON } from '../../lib/operators/parseNDJSON.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const text = '{"a":"é"}\n\n{"b":1}\r\n{"c"'
const body = new TextEncoder().encode(text)

describe('parseNDJSON', () => {
  operatorLaws(() => parseNDJSON(), andThen(parseNDJSONMachine())(utf8Machine), cutInto(body, { bytes: 3 }))
  operatorLaws(() => parseNDJSON(), andThen(parseNDJSONMachine())(utf8Machine), Array.from(text))
  passesErrors(() => parseNDJSON(), body)
  keepsTime(() => parseNDJSON(), '{}\n', expect.objectContaining({ _tag: 'Right' }))

  describe('with limits', () => {
    const small = { limits: limitsOf({ line: 8 }) }
    operatorLaws(
      () => parseNDJSON(small),
      andThen(parseNDJSONMachine(small))(utf8Machine),
      cutInto(body, { bytes: 20 })
    )
  })
})
