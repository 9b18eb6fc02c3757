/**
 * What one codec costs beside `JSON.parse` of the same chunks, in a process of its own: made of io-ts's own parts, fused by
 * `fuse`, and as it is shipped. Says on standard output what it found, as JSON.
 */
import * as t from 'io-ts'

import { nullable } from '../../dist/esm/codec/nullable.js'
import { chunks } from './bodies/chunks.mjs'
import * as library from './library.mjs'
import { median } from './statistics.mjs'

const COUNT = 4_000
const ROUNDS = 41
const WARM_UP = 11
const WORDS = ['The', ' results', ' are', ':\n', '-', ' Addition', ' of', ' numbers', '.', ' and']

const speaks = {
  AnthropicChunk: 'anthropic',
  CohereChunk: 'cohere',
  ConverseChunk: 'converse',
  GoogleChunk: 'google',
  OllamaChunk: 'ollama',
  ResponsesChunk: 'responses'
}

const propsOf = (props) => Object.fromEntries(Object.entries(props).map(([key, node]) => [key, idiomatic(node)]))

/** The codec again, made of nothing but io-ts's own parts: what it is before it is fused. */
const idiomatic = (node) => {
  switch (node._tag) {
    case 'PartialType':
      return t.partial(propsOf(node.props), node.name)
    case 'InterfaceType':
      return t.type(propsOf(node.props), node.name)
    case 'ArrayType':
      return t.array(idiomatic(node.type), node.name)
    case 'ReadonlyArrayType':
      return t.readonlyArray(idiomatic(node.type), node.name)
    case 'NullableType':
      return nullable(idiomatic(node.type))
    case 'UnionType':
      return t.union(node.types.map(idiomatic), node.name)
    case 'IntersectionType':
      return t.intersection(node.types.map(idiomatic), node.name)
    default:
      return node
  }
}

const { provider } = JSON.parse(process.argv[2])
const shipped = library[provider].chunk
const plain = idiomatic(shipped)
const texts = Array.from({ length: COUNT }, (_, i) => {
  const says = chunks[speaks[shipped.name] ?? 'chat']
  return JSON.stringify(says[i % says.length](WORDS[i % WORDS.length]))
})
const values = texts.map((text) => JSON.parse(text))

const decoding = (codec) => () => {
  let taken = 0
  for (const value of values) if (codec.decode(value)._tag === 'Right') taken += 1
  if (taken !== COUNT) throw new Error(`${codec.name} refuses a chunk`)
}

const ways = {
  parse: () => {
    for (const text of texts) JSON.parse(text)
  },
  idiomatic: decoding(plain),
  fused: decoding(library.fuse(plain)),
  shipped: decoding(shipped)
}

const names = Object.keys(ways)
const rounds = Array.from({ length: ROUNDS }, (_, round) => {
  const times = {}
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + round) % names.length]
    const start = process.cpuUsage()
    ways[name]()
    const { user, system } = process.cpuUsage(start)
    times[name] = user + system
  }
  return times
}).slice(WARM_UP)

const ratio = (name) => median(rounds.map((times) => times[name] / times.parse))

console.log(
  JSON.stringify({
    name: shipped.name,
    nanoseconds: (median(rounds.map(({ parse }) => parse)) * 1000) / COUNT,
    idiomatic: ratio('idiomatic'),
    fused: ratio('fused'),
    shipped: ratio('shipped')
  })
)
