import * as t from 'io-ts'

import { across, jsonOf } from '../../../codec/acrossTypes.ts'
import { field } from '../../../codec/field.ts'
import { argumentsOf } from '../../argumentsOf.ts'

const textIn = (u: unknown): unknown => jsonOf(field(u, 'text') ?? u)

/**
 * A text; a number or a boolean is read as its JSON text, and an object with a text, which the older events have, as the
 * text.
 *
 * @internal
 */
export const fragment: t.Type<string> = /* @__PURE__ */ across(t.string, textIn)

/**
 * The arguments of a call as a text; a value of another type, which some servers send, is read as its JSON text.
 *
 * @internal
 */
export const serialised: t.Type<string> = /* @__PURE__ */ across(t.string, argumentsOf)
