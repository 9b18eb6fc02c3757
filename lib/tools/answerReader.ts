/**
 * Finds the JSON in the text of an answer: the text itself if it begins with a bracket, else the content of its first fenced
 * block. Text before a fence and behind it is ignored; text behind bare JSON makes it malformed.
 *
 * Source: https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 *
 * @since 0.1.0
 */
import { isBlank } from '../machine/json/jsonProgress.ts'
import type { JsonNumbers, JsonReader } from '../machine/json/jsonReader.ts'
import { newReader } from '../machine/json/jsonReader.ts'
import { readText } from '../machine/json/readJsonText.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

// Only blanks so far; other text; the line that opens a fence; JSON.
const BLANKS = 0
const TEXT = 1
const FENCE = 2
const JSON_TEXT = 3

/** @internal */
export interface AnswerReader {
  readonly json: JsonReader
  place: number
  /** The backticks in a row that the text ends with. */
  ticks: number
}

// -------------------------------------------------------------------------------------
// constructors
// -------------------------------------------------------------------------------------

/** @internal */
export const newAnswerReader = (numbers: JsonNumbers | undefined): AnswerReader => ({
  json: newReader(numbers),
  place: BLANKS,
  ticks: 0
})

// -------------------------------------------------------------------------------------
// combinators
// -------------------------------------------------------------------------------------

const isOpening = (unit: number): boolean => unit === 123 || unit === 91

const isByteOrderMark = (unit: number): boolean => unit === 0xfeff

/** Whether JSON begins with a character. */
const begins = (reader: AnswerReader, unit: number): boolean => {
  const { place } = reader
  if (place !== TEXT && isOpening(unit)) {
    reader.place = JSON_TEXT
    reader.json.ignoresRest = place === FENCE
    return true
  }
  if (place === FENCE || (place === BLANKS && (isBlank(unit) || isByteOrderMark(unit)))) return false
  reader.ticks = unit === 96 ? reader.ticks + 1 : 0
  reader.place = reader.ticks === 3 ? FENCE : TEXT
  return false
}

/**
 * Reads more of the text of an answer. Linear in the text.
 *
 * @internal
 */
export const readAnswer = (reader: AnswerReader, text: string): void => {
  let i = 0
  while (i < text.length && reader.place !== JSON_TEXT && !begins(reader, text.charCodeAt(i))) i += 1
  if (reader.place === JSON_TEXT) readText(reader.json, i === 0 ? text : text.slice(i))
}

// -------------------------------------------------------------------------------------
// destructors
// -------------------------------------------------------------------------------------

/**
 * Whether JSON has begun.
 *
 * @internal
 */
export const hasJson = ({ place }: AnswerReader): boolean => place === JSON_TEXT
