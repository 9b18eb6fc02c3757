import { either as E, option as O } from 'fp-ts'

import type { Outcome } from '../data/MessageState.ts'
import { encodeBody, lossesOfBody } from '../encoding/encodeBody.ts'
import type { Encoded } from '../encoding/encodeChunksMachine.ts'
import { encodeChunksMachine } from '../encoding/encodeChunksMachine.ts'
import type { Feature } from '../encoding/Loss.ts'
import type { Target, TargetName } from '../encoding/Target.ts'
import { agUITarget } from '../encoding/targets/agUITarget.ts'
import { anthropicTarget } from '../encoding/targets/anthropicTarget.ts'
import { converseTarget } from '../encoding/targets/converseTarget.ts'
import { googleTarget } from '../encoding/targets/googleTarget.ts'
import { ollamaTarget } from '../encoding/targets/ollamaTarget.ts'
import { openAIResponsesTarget } from '../encoding/targets/openAIResponsesTarget.ts'
import { openAITarget } from '../encoding/targets/openAITarget.ts'
import { uiMessageStreamTarget } from '../encoding/targets/uiMessageStreamTarget.ts'
import type { Piece } from '../machine/framing/utf8.ts'
import { andThen } from '../machine/Machine.ts'
import type { AnyProvider } from '../protocols/Provider.ts'
import { providerNamed } from '../providers/providerNamed.ts'
import { outcomeOf } from '../reading/accumulateMessageMachine.ts'
import type { HeadOptions } from '../reading/headOf.ts'
import { readChunksMachine } from '../reading/readChunksMachine.ts'
import type { Job } from './job.ts'
import { headOfJob, parseJob } from './job.ts'
import { invalidJob } from './result.ts'
import { drive } from './Running.ts'

// -------------------------------------------------------------------------------------
// model
// -------------------------------------------------------------------------------------

type Output = string | Uint8Array

/**
 * A body that is being translated.
 *
 * @internal
 */
export interface Translating {
  /** Reads a piece, and returns what can be written. */
  readonly push: (piece: Piece) => ReadonlyArray<Output>
  /** Continues from the state written as JSON and read back. */
  readonly resume: () => void
  /** The rest of the translation. */
  readonly end: () => Translated
}

interface Translated {
  readonly output: ReadonlyArray<Output>
  readonly contentType: string
  readonly losses: ReadonlyArray<Feature>
  readonly outcome: Outcome
}

type Start = (provider: AnyProvider, head: HeadOptions) => Translating

// -------------------------------------------------------------------------------------
// targets
// -------------------------------------------------------------------------------------

/** A JSON body becomes a JSON body, if the target has JSON bodies; a stream becomes a stream. */
const translatingTo =
  <S>(target: Target<S>): Start =>
  (provider, head) => {
    const machine = andThen(encodeChunksMachine(target))(readChunksMachine(provider, head))
    let state = machine.initial
    let output: Output[] = []
    const losses: Feature[] = []
    const see = (item: Encoded): void => {
      if (item._tag === 'Loss') losses.push(item.feature)
      else output.push(target.format(item))
    }
    const flush = (): ReadonlyArray<Output> => {
      const ready = output
      output = []
      return ready
    }
    return {
      push: (piece) => {
        if (!machine.done(state)) state = machine.step(state, piece, see)
        return flush()
      },
      resume: () => {
        state = JSON.parse(JSON.stringify(state)) as typeof state // it was written as JSON
      },
      end: () => {
        const { first, second } = machine.end(state, see)
        const outcome = outcomeOf({ ...second.source, repairs: [] })
        const isBody = first.road === 'json' || first.road === 'error'
        // The output has no status: an error that clients know by the status alone is written as a stream.
        const isSeen = outcome._tag === 'Complete' || target.bodyErrors === 'seen'
        const encoded = isBody && isSeen ? encodeBody(target)(outcome) : undefined
        if (encoded === undefined) return { output: flush(), contentType: target.contentType, losses, outcome }
        const body = JSON.stringify(encoded.body)
        const more = lossesOfBody(target)(outcome).filter((feature) => !losses.includes(feature))
        return { output: [body], contentType: 'application/json', losses: [...losses, ...more], outcome }
      }
    }
  }

const starts: Readonly<Record<TargetName, Start>> = {
  openai: translatingTo(openAITarget),
  'openai-responses': translatingTo(openAIResponsesTarget),
  anthropic: translatingTo(anthropicTarget),
  google: translatingTo(googleTarget),
  ollama: translatingTo(ollamaTarget),
  'bedrock-converse': translatingTo(converseTarget),
  'ui-message-stream': translatingTo(uiMessageStreamTarget),
  'ag-ui': translatingTo(agUITarget({ threadId: 'thread', runId: 'run' }))
}

/** @internal */
export const targetNames: ReadonlyArray<string> = Object.keys(starts)

const isTarget = (name: string): name is TargetName => Object.hasOwn(starts, name)

/**
 * The translation from one name to another, or an error that says which of them is missing or unknown.
 *
 * @internal
 */
export const translationOf = (
  from: string | undefined,
  to: string | undefined
): E.Either<string, (head: HeadOptions) => Translating> => {
  if (from === undefined) return E.left('translate needs --from PROVIDER, or --jobs')
  if (to === undefined) return E.left('translate needs --to TARGET, or --jobs')
  const provider = O.toUndefined(providerNamed(from))
  if (provider === undefined) return E.left(`no provider is called ${from}; \`deltafold providers\` lists their names`)
  if (!isTarget(to)) return E.left(`no target is called ${to}; the targets are ${targetNames.join(', ')}`)
  return E.right((head) => starts[to](provider, head))
}

// -------------------------------------------------------------------------------------
// jobs
// -------------------------------------------------------------------------------------

const failed = (id: unknown, reason: string): object => ({
  id,
  contentType: null,
  bodyBase64: '',
  losses: [],
  outcome: 'failed',
  failures: [invalidJob(reason)]
})

const bytesOf = (output: Output): Uint8Array => (typeof output === 'string' ? Buffer.from(output) : output)

const translateJob = (job: Job, running: Translating): object => {
  const pieces: Uint8Array[] = []
  return drive(job, {
    push: (piece) => {
      for (const output of running.push(piece)) pieces.push(bytesOf(output))
    },
    resume: () => {
      running.resume()
      return undefined
    },
    end: (id) => {
      const { output, contentType, losses, outcome } = running.end()
      const body = Buffer.concat([...pieces, ...output.map(bytesOf)])
      return {
        id,
        contentType,
        bodyBase64: body.toString('base64'),
        losses,
        outcome: outcome._tag.toLowerCase()
      }
    }
  })
}

/**
 * `deltafold translate --jobs`: a line to its result.
 *
 * @internal
 */
export const translateLine = (line: string): object => {
  const job = parseJob(line)
  if (E.isLeft(job)) return failed(job.left.id, job.left.reason)
  const { id, from, to } = job.right
  const start = translationOf(from ?? '', to ?? '')
  return E.isLeft(start) ? failed(id, start.left) : translateJob(job.right, start.right(headOfJob(job.right)))
}
