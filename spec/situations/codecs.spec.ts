import type * as t from 'io-ts'

import { anthropic } from '../../lib/providers/anthropic.ts'
import { bedrockConverse } from '../../lib/providers/bedrockConverse.ts'
import { cohere } from '../../lib/providers/cohere.ts'
import { google } from '../../lib/providers/google.ts'
import { ollama } from '../../lib/providers/ollama.ts'
import { openAIResponses } from '../../lib/providers/openAIResponses.ts'
import { chatProviders } from '../fixtures/chatProviders.ts'
import { codecLaws, openLaws } from '../laws/provider.ts'

const others = [anthropic, openAIResponses, google, bedrockConverse, ollama, cohere]

// Providers that differ in nothing but their name share their codecs.
const chunks: ReadonlyArray<t.Mixed> = [...new Set([...chatProviders, ...others].map(({ chunk }) => chunk))]
const responses: ReadonlyArray<t.Mixed> = [...new Set([...chatProviders, ...others].map(({ response }) => response))]

const named = (codecs: ReadonlyArray<t.Mixed>) => codecs.map((codec) => [codec.name, codec] as const)

describe.each(named([...chunks, ...responses]))('%s', (_name, codec) => {
  codecLaws(codec)
})

describe.each(named(chunks))('%s is open', (_name, codec) => {
  openLaws(codec)
})
