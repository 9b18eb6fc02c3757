import type * as t from 'io-ts'

import { opened } from '../../lib/protocols/Provider.ts'
import { exported } from '../fixtures/providers.ts'
import { codecLaws, openLaws } from '../laws/provider.ts'

// Providers of a protocol share their codecs.
const open = exported.map(([, provider]) => opened(provider))
const chunks: ReadonlyArray<t.Mixed> = [...new Set(open.map(({ chunk }) => chunk))]
const responses: ReadonlyArray<t.Mixed> = [...new Set(open.map(({ response }) => response))]

const named = (codecs: ReadonlyArray<t.Mixed>) => codecs.map((codec) => [codec.name, codec] as const)

describe.each(named([...chunks, ...responses]))('%s', (_name, codec) => {
  codecLaws(codec)
})

describe.each(named(chunks))('%s is open', (_name, codec) => {
  openLaws(codec)
})
