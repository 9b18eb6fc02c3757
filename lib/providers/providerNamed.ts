/**
 * `deltafold/providers`: the providers by name, or detected from a body, for gateways, routers and configuration. Importing it
 * bundles all providers and protocols; from `deltafold` and `deltafold/core`, only those that are imported are bundled.
 *
 * @since 0.1.0
 */
import type { option as O } from 'fp-ts'

import type { AnyProvider } from '../protocols/Provider.ts'
import * as all from './index.ts'

export { detectProtocol } from './detectProtocol.ts'
export { detectProvider } from './detectProvider.ts'

const providers: ReadonlyArray<AnyProvider> = /* @__PURE__ */ Object.values(all)

/**
 * The names of all providers, sorted: `openRouter.name` is one of them.
 *
 * @example
 * import { providerNames } from 'deltafold/providers'
 *
 * assert.deepStrictEqual(providerNames.includes('openrouter'), true)
 *
 * @category destructors
 * @since 0.1.0
 */
export const providerNames: ReadonlyArray<string> = /* @__PURE__ */ providers.map(({ name }) => name).sort()

/**
 * Returns the provider with that name, or `None`. The wire of its chunks is `unknown`.
 *
 * @example
 * import { option as O } from 'fp-ts'
 * import { foldBody } from 'deltafold'
 * import { providerNamed } from 'deltafold/providers'
 *
 * const provider = providerNamed('groq')
 * if (O.isSome(provider)) assert.deepStrictEqual(foldBody(provider.value, '')._tag, 'Failed')
 * assert.deepStrictEqual(providerNamed('gorq'), O.none)
 *
 * @category destructors
 * @since 0.1.0
 */
export const providerNamed = (name: string): O.Option<AnyProvider> => {
  const value = providers.find((provider) => provider.name === name)
  return value === undefined ? { _tag: 'None' } : { _tag: 'Some', value }
}
