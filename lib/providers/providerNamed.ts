/**
 * `deltafold/providers`: the providers by name, or by what a body looks like, for gateways, routers and configuration. A program that imports it carries
 * all of them, and their protocols; `deltafold` and `deltafold/core` carry only those that are imported.
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
 * Returns the provider of that name, `None` where there is none. The wire of its chunks is `unknown`.
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
