import { concat, from, lastValueFrom, Subject, throwError, toArray } from 'rxjs'

import { anthropicTarget, encodeChunksMachine, openAITarget } from '../../lib/encoding/index.ts'
import { runMachine } from '../../lib/machine/Machine.ts'
import { encodeChunks } from '../../lib/operators/encodeChunks.ts'
import { cutResults, results } from '../fixtures/results.ts'

describe('encodeChunks', () => {
  it('law: emits the outputs of its machine, of a whole source and of a cut one', async () => {
    for (const some of [results, cutResults, []]) {
      const emitted = await lastValueFrom(from(some).pipe(encodeChunks(anthropicTarget), toArray()))
      expect(emitted).toEqual(runMachine(encodeChunksMachine(anthropicTarget))(some))
    }
  })

  it("ends in the target's error event where the source errors, and completes", async () => {
    const failing = concat(
      from(cutResults),
      throwError(() => Object.assign(new Error('gone'), { code: 'ECONNRESET' }))
    )
    const emitted = await lastValueFrom(failing.pipe(encodeChunks(openAITarget), toArray()))
    const last = emitted.at(-1)
    expect(last?._tag === 'EncodedEvent' && last.data).toContain('TransportFailure')
  })

  it('emits a fragment of text before the next chunk arrives', () => {
    const chunks = new Subject<(typeof results)[number]>()
    const seen: string[] = []
    chunks.pipe(encodeChunks(openAITarget)).subscribe((one) => {
      if (one._tag === 'EncodedEvent') seen.push(one.data)
    })
    for (const result of results.slice(0, 1)) chunks.next(result)
    expect(seen.join('')).toContain('"content":"Hel"')
  })
})
