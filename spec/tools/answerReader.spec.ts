import fc from 'fast-check'

import { isWhole } from '../../lib/machine/json/jsonReader.ts'
import { partialJson } from '../../lib/machine/json/PartialJson.ts'
import { hasJson, newAnswerReader, readAnswer } from '../../lib/tools/answerReader.ts'
import { textCuts } from '../laws/partialJson.ts'

const read = (pieces: ReadonlyArray<string>): unknown => {
  const reader = newAnswerReader(undefined)
  for (const piece of pieces) readAnswer(reader, piece)
  if (!hasJson(reader)) return 'no JSON'
  return isWhole(reader.json) ? partialJson(reader.json).value : 'not whole'
}

const value = { a: ['```', { b: '}' }] }
const json = JSON.stringify(value, null, 2)

describe('answerReader', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    [' \n\ufeff[1]\n', [1]],
    ['```json\n{"a":1}\n```', { a: 1 }],
    ['```\n[1]```', [1]],
    ['```json{"a":1}```', { a: 1 }],
    ['````json\n[1]\n````', [1]],
    ['Here you are [1]:\n\n```JSON\r\n[1]\r\n```\nAnything else {}?', [1]],
    ['`a` ``b`` ```json\n[1]\n```', [1]],
    ['[1] and more', 'not whole'],
    ['[1', 'not whole'],
    ['```json\n[1', 'not whole'],
    ['I cannot {do} that.', 'no JSON'],
    ['```json\n', 'no JSON'],
    ['', 'no JSON']
  ])('in %j finds %j', (text, expected) => {
    expect(read([text])).toEqual(expected)
    expect(read(Array.from({ length: text.length }, (_, i) => text.charAt(i)))).toEqual(expected)
  })

  it('law: fenced JSON is what the JSON is, however it is cut', () => {
    const texts = fc.constantFrom(json, `\`\`\`json\n${json}\n\`\`\``, `So:\n\`\`\`\n${json}\n\`\`\`\nand {}`)
    fc.assert(
      fc.property(texts.chain(textCuts), (pieces) => {
        expect(read(pieces)).toEqual(value)
      })
    )
  })
})
