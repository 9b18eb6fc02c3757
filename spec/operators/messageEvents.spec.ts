import { concat, of, throwError } from 'rxjs'

import type { MessageEvent } from '../../lib/data/MessageEvent.ts'
import { messageEvents } from '../../lib/operators/messageEvents.ts'
import { messageEventsMachine } from '../../lib/reading/messageEventsMachine.ts'
import { results } from '../fixtures/results.ts'
import { operatorLaws } from '../laws/operator.ts'

describe('messageEvents', () => {
  operatorLaws(() => messageEvents(), messageEventsMachine, results)

  it('emits an error of the source as a failure, then the end', () => {
    const seen: MessageEvent[] = []
    const broken = throwError(() => Object.assign(new Error('x'), { code: 'ECONNRESET' }))
    concat(of(...results.slice(0, 1)), broken)
      .pipe(messageEvents())
      .subscribe((event) => seen.push(event))
    expect(seen.slice(-3)).toMatchObject([
      { _tag: 'Failure', failure: { _tag: 'TransportFailure', code: 'ECONNRESET' } },
      { _tag: 'TextEnd' },
      { _tag: 'MessageEnd', outcome: 'Truncated' }
    ])
  })
})
