import { limits } from '../../lib/data/Limits.ts'
import { cutInto } from '../../lib/machine/cutInto.ts'
import { andThen } from '../../lib/machine/Machine.ts'
import { ndjson } from '../../lib/machine/ndjson.ts'
import { utf8 } from '../../lib/machine/utf8.ts'
import { parseNDJSON } from '../../lib/operators/parseNDJSON.ts'
import { keepsTime, operatorLaws, passesErrors } from '../laws/operator.ts'

const text = '{"a":"é"}\n\n{"b":1}\r\n{"c"'
const body = new TextEncoder().encode(text)

describe('parseNDJSON', () => {
  operatorLaws(() => parseNDJSON(), andThen(ndjson())(utf8), cutInto(body, { bytes: 3 }))
  operatorLaws(() => parseNDJSON(), andThen(ndjson())(utf8), Array.from(text))
  passesErrors(() => parseNDJSON(), body)
  keepsTime(() => parseNDJSON(), '{}\n', expect.objectContaining({ _tag: 'Right' }))

  describe('with limits', () => {
    const small = { limits: limits({ line: 8 }) }
    operatorLaws(() => parseNDJSON(small), andThen(ndjson(small))(utf8), cutInto(body, { bytes: 20 }))
  })
})
