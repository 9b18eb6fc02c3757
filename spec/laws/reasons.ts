/** An outcome that is not complete has exactly one reason. */
import type { Outcome } from '../../lib/data/MessageState.ts'
import { isFatal, isReason, outcomeReason } from '../../lib/data/MessageState.ts'

const expected = { Complete: 'none', Truncated: 'one' } as const

/** The faults in the reasons of an outcome. */
export const faultsOfReasons = (outcome: Outcome): ReadonlyArray<string> => {
  const { _tag, failures } = outcome
  const tags = failures.filter(isReason).map((failure) => failure._tag)
  const reason = outcomeReason(outcome)
  if (_tag === 'Failed') return reason !== undefined && isFatal(reason) ? [] : ['a failed outcome has no fatal reason']
  const isRight =
    _tag === 'Complete' ? tags.length === 0 && reason === undefined : tags.length === 1 && reason !== undefined
  return isRight ? [] : [`a ${_tag} outcome has ${tags.join(', ') || 'none'} for reasons, not ${expected[_tag]}`]
}
