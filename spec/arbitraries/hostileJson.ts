/** Where the values of a JSON text stand, and what a hostile or careless hand may put there. */
import fc from 'fast-check'

/** A value or a key of a JSON text, from its first character to behind its last. */
export interface Place {
  readonly isKey: boolean
  readonly from: number
  readonly to: number
}

const endOfString = (text: string, from: number): number => {
  let i = from + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i + 1
}

/** The places of a valid JSON text, in the order in which they end. */
export const placesOf = (text: string): ReadonlyArray<Place> => {
  const places: Place[] = []
  const open: number[] = []
  let i = 0
  while (i < text.length) {
    const unit = text.charAt(i)
    const from = i
    if ('{['.includes(unit)) {
      open.push(i)
      i += 1
    } else if ('}]'.includes(unit)) {
      i += 1
      places.push({ isKey: false, from: open.pop() ?? 0, to: i })
    } else if (unit === '"') {
      i = endOfString(text, i)
      let next = i
      while (' \t\r\n'.includes(text[next] ?? '-')) next += 1
      places.push({ isKey: text[next] === ':', from, to: i })
    } else if (',: \t\r\n'.includes(unit)) i += 1
    else {
      while (i < text.length && !',:]} \t\r\n'.includes(text.charAt(i))) i += 1
      places.push({ isKey: false, from, to: i })
    }
  }
  return places
}

/** The text with something else at a place. */
export const withAt = (text: string, { from, to }: Place, other: string): string =>
  text.slice(0, from) + other + text.slice(to)

/** Names that mean something to an object of JavaScript. */
export const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'length',
  'then',
  '0',
  '-1',
  ''
] as const

const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth)

/** JSON values by what is wrong with them. Two of them, as JavaScript reads them, are no finite numbers. */
export const hostileValues: Readonly<Record<string, string>> = {
  'a negative number': '-1',
  'a negative zero': '-0',
  'a fraction': '1.5',
  'a large index': '1000000000',
  '2^31': '2147483648',
  '2^53': '9007199254740992',
  'the largest safe integer': '9007199254740991',
  'a number of 19 digits': '1234567890123456789',
  'a number that is hardly finite': '1e308',
  'a number that is not finite': '1e999',
  'the other one': '-1e999',
  'a number as text': '"12"',
  zero: '0',
  one: '1',
  'the empty text': '""',
  nothing: 'null',
  yes: 'true',
  no: 'false',
  'an empty object': '{}',
  'an empty list': '[]',
  'a list of nothing': '[null,null]',
  'a list of lists': '[[],[[1]]]',
  'a list of objects': '[{},{"a":1}]',
  'a list of texts': '["a","b"]',
  'a high surrogate': '"\\ud83d"',
  'a low surrogate': '"\\ude00a"',
  'surrogates in the wrong order': '"\\ude00\\ud83d"',
  'a NUL': '"a\\u0000b"',
  'a line separator': '"a\\u2028b\u2029c"',
  'a BOM': '"\\ufeff\uFEFF"',
  'control characters': '"\\b\\f\\n\\r\\t\\u001f\\u007f"',
  'a text with what ends an event': '"\\n\\ndata: [DONE]\\n\\n"',
  'a name of a prototype': '"__proto__"',
  'a name of every object': '"toString"',
  'a prototype': '{"__proto__":{"polluted":true}}',
  'a prototype within': '{"a":{"__proto__":{"polluted":true}},"b":[{"__proto__":null}]}',
  'a constructor': '{"constructor":{"prototype":{"polluted":true}}}',
  'functions that are none': '{"toString":1,"toJSON":2,"valueOf":null,"hasOwnProperty":"a","then":{}}',
  getters: '{"__defineGetter__":"a","__lookupGetter__":[],"get":1}',
  'what looks like a list': '{"0":"a","length":1}',
  'the same name twice': '{"a":1,"a":{"b":2},"type":"a","type":"text"}',
  'a tag of ours': '{"_tag":"Closed","key":0}',
  'a deep list': nested(100, '[', '1', ']'),
  'a deep object': nested(100, '{"a":', '1', '}'),
  'a list that is too deep': nested(200, '[', '', ']'),
  'an object that is too deep': nested(200, '{"a":', '{}', '}'),
  'a long text': `"${'x'.repeat(500)}"`
}

/** Members of an object, to be put in front of the others. */
export const hostileMembers = [
  '"__proto__":{"polluted":true}',
  '"__proto__":null',
  '"constructor":{"prototype":{"polluted":true}}',
  '"toJSON":{}',
  '"hasOwnProperty":1',
  '"length":-1'
] as const

/** What stands at a place, in the place of what stood there. */
export const hostileAt = (text: string, place: Place, choice: number): string => {
  if (place.isKey) {
    const name = hostileNames[choice % hostileNames.length] ?? ''
    return withAt(text, place, JSON.stringify(name))
  }
  const values = Object.values(hostileValues)
  const isObject = text[place.from] === '{'
  const at = choice % (values.length + (isObject ? hostileMembers.length : 0))
  const value = values[at]
  if (value !== undefined) return withAt(text, place, value)
  const member = hostileMembers[at - values.length] ?? ''
  const rest = text.slice(place.from + 1)
  return `${text.slice(0, place.from)}{${member}${rest.trimStart().startsWith('}') ? '' : ','}${rest}`
}

/** How many choices there are at any place. */
export const hostileChoices = Object.keys(hostileValues).length + hostileMembers.length

/** A JSON text with something hostile at one to three places. */
export const hostileJson = (text: string): fc.Arbitrary<string> =>
  fc.array(fc.tuple(fc.nat(), fc.nat(hostileChoices - 1)), { minLength: 1, maxLength: 3 }).map((changes) =>
    changes.reduce((now, [at, choice]) => {
      const places = placesOf(now)
      const place = places[at % places.length]
      return place === undefined ? now : hostileAt(now, place, choice)
    }, text)
  )
