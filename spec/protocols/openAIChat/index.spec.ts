import fc from 'fast-check'

import type { Outcome } from '../../../lib/data/MessageState.ts'
import { openAICompatible } from '../../../lib/providers/openAIChatServers.ts'
import { foldBody } from '../../../lib/reading/foldBody.ts'
import { chunk, delta, finish } from '../../fixtures/chat.ts'

// A body has a message where a stream has deltas.
const withoutPaths = ({ repairs, ...outcome }: Outcome): unknown => ({
  ...outcome,
  repairs: repairs.map((repair) =>
    repair._tag === 'FieldIgnored' ? repair.path.replace('.message.', '.delta.') : repair
  )
})

describe('a stream and its JSON twin', () => {
  const json = fc.jsonValue({ maxDepth: 3 })

  it('law: whatever stands beside the text of one delta, the message is the same', () => {
    const beside = fc.record(
      {
        annotations: json,
        images: json,
        audio: json,
        executed_tools: json,
        content: fc.string(),
        reasoning: fc.string()
      },
      { requiredKeys: [] }
    )
    const sources = fc.record({ citations: json, search_results: json }, { requiredKeys: [] })
    fc.assert(
      fc.property(beside, sources, (message, rest) => {
        const body = { id: 'c1', model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }], ...rest }
        const streamed = foldBody(openAICompatible, delta(message) + chunk({ choices: [], ...rest }) + finish('stop'))
        expect(withoutPaths(streamed)).toEqual(withoutPaths(foldBody(openAICompatible, JSON.stringify(body))))
      })
    )
  })
})
