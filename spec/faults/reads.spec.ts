/** The k-th read fails, for every k until none does: one outcome, with all that came before, and nothing left behind. */
import { messageText, messageToolCalls } from '../../lib/data/Message.ts'
import { isOutcome } from '../../lib/data/MessageState.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { openRouter } from '../../lib/providers/openAIChatGateways.ts'
import { foldMachine } from '../../lib/reading/foldMachine.ts'
import { faultsOfReasons } from '../laws/reasons.ts'
import type { Ended, Fault } from './faulty.ts'
import { FAIL, pieces, settled, ways } from './faulty.ts'

const whole = runMachine(foldMachine(openRouter))(pieces).filter(isOutcome)[0]

const failingAt =
  (k: number): Fault =>
  (i) =>
    i === k ? FAIL : pieces[i]

/** What the machine says of the pieces that came. */
const partial = (k: number) => runMachine(foldMachine(openRouter))(pieces.slice(0, k)).filter(isOutcome)[0]

const expectTidy = ({ outcome, outcomes, finalized, isLocked, states }: Ended): void => {
  expect(faultsOfReasons(outcome)).toEqual([])
  expect({ outcomes, finalized, isLocked }).toEqual({ outcomes: 1, finalized: 1, isLocked: false })
  expect(states.slice(0, -1).filter(isOutcome)).toEqual([])
}

describe.each(Object.entries(ways))('%s', (_, way) => {
  it('keeps what came before the k-th read fails, for every k', async () => {
    let k = 0
    for (; ; k++) {
      const one = await way(failingAt(k))
      expectTidy(one)
      const { outcome, seen } = one
      if (outcome._tag === 'Complete') {
        expect(outcome).toEqual(whole)
        break
      }
      expect(outcome.failures).toMatchObject([{ _tag: 'TransportFailure', code: 'ECONNRESET' }])
      expect(outcome.message).toEqual(partial(k)?.message)
      expect(messageText(whole?.message ?? outcome.message).startsWith(messageText(outcome.message))).toBe(true)
      expect(messageToolCalls(outcome.message).filter(({ state }) => state !== 'Truncated')).toEqual([])
      expect(seen.asked).toBe(k + 1)
      expect(JSON.stringify(outcome)).not.toContain('secret')
    }
    // The last piece has the terminal: what would fail behind it is not asked for.
    expect(k).toBe(pieces.length)
    await settled()
  })

  it('leaves its source at the terminal, once', async () => {
    const { outcome, seen } = await way((i) => pieces[i] ?? 'more')
    expect(outcome._tag).toBe('Complete')
    expect(seen).toEqual({ asked: pieces.length, left: 1 })
  })

  it('shares nothing with another run of its own', async () => {
    const [failed, complete] = await Promise.all([way(failingAt(3)), way(failingAt(Infinity))])
    expect(failed.outcome._tag).toBe('Truncated')
    expect(complete.outcome).toEqual(whole)
  })
})
