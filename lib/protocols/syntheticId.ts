/**
 * The ids of tool calls that arrived without one.
 *
 * @since 0.1.0
 */
import type { ToolCall, ToolCallDelta } from '../data/parts/ToolCall.ts'

/** @internal */
export const syntheticId = (choice: number, key: number): string => `call_${choice}_${key}`

/**
 * An id that no call has, which begins with this one.
 *
 * @internal
 */
export const distinctId = (calls: ReadonlyArray<{ readonly id: string }>, id: string): string =>
  calls.some((call) => call.id === id) ? distinctId(calls, `${id}_`) : id

/**
 * The id of a call as fields of its delta: the provider's, or if that is `""`, a function of the call's position, marked as
 * synthetic.
 *
 * @internal
 */
export const idFields = (id: string, choice: number, key: number): Pick<ToolCallDelta, 'id' | 'syntheticId'> =>
  id === '' ? { id: syntheticId(choice, key), syntheticId: true } : { id }

/**
 * The id of a call that the provider sent; `""` = none.
 *
 * @internal
 */
export const providerId = ({ id, syntheticId: isOurs }: ToolCall): string => (isOurs === true ? '' : id)
