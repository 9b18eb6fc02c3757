/**
 * The events of each kind of part, for `messageEventsMachine`.
 *
 * @since 0.1.0
 */
import type { MessageEvent } from '../data/MessageEvent.ts'
import type { Fragment, Part } from '../data/Part.ts'

type PartNamed<Tag extends Part['_tag']> = Extract<Part, { readonly _tag: Tag }>

type DeltaOf<Tag extends Part['_tag']> = Extract<Fragment, { readonly _tag: `${Tag}Delta` }>

/**
 * The place of a part, and its id.
 *
 * @internal
 */
export interface PartPlace {
  readonly id: string
  readonly choice: number
  readonly key: number
}

interface PartEvents<P, D> {
  /** The event of one fragment. */
  readonly fragment: (id: string, delta: D) => MessageEvent
  /** The events before the first fragment and after the last; a part that arrives whole has none. */
  readonly start?: (at: PartPlace, part: P) => MessageEvent
  readonly end?: (at: PartPlace, part: P) => MessageEvent
  /** Whether it ends where the next part of its choice begins. The others go on until the end, or until their own. */
  readonly endsAtNext?: true
}

const file: PartEvents<PartNamed<'File' | 'Image'>, DeltaOf<'File' | 'Image'>> = {
  start: (at) => ({ _tag: 'FileStart', ...at }),
  fragment: (id, delta) => ({ _tag: 'FileDelta', id, delta }),
  end: ({ id }, part) => ({ _tag: 'FileEnd', id, file: part })
}

const events: { readonly [Tag in Part['_tag']]: PartEvents<PartNamed<Tag>, DeltaOf<Tag>> } = {
  Text: {
    start: (at) => ({ _tag: 'TextStart', ...at }),
    fragment: (id, delta) => ({ _tag: 'TextDelta', id, delta }),
    end: ({ id }) => ({ _tag: 'TextEnd', id }),
    endsAtNext: true
  },
  Reasoning: {
    start: (at) => ({ _tag: 'ReasoningStart', ...at }),
    fragment: (id, delta) => ({ _tag: 'ReasoningDelta', id, delta }),
    end: ({ id }) => ({ _tag: 'ReasoningEnd', id }),
    endsAtNext: true
  },
  Refusal: {
    start: (at) => ({ _tag: 'RefusalStart', ...at }),
    fragment: (id, delta) => ({ _tag: 'RefusalDelta', id, delta }),
    end: ({ id }) => ({ _tag: 'RefusalEnd', id }),
    endsAtNext: true
  },
  ToolCall: {
    start: (at, { id, name }) => ({ _tag: 'ToolInputStart', ...at, toolCallId: id, name }),
    fragment: (id, delta) => ({ _tag: 'ToolInputDelta', id, delta }),
    end: (at, call) => ({
      _tag: 'ToolInputEnd',
      ...at,
      call: call.state === 'Open' ? { ...call, state: 'Truncated' } : call
    })
  },
  ServerToolCall: {
    start: (at) => ({ _tag: 'ServerToolInputStart', ...at }),
    fragment: (id, delta) => ({ _tag: 'ServerToolInputDelta', id, delta }),
    end: ({ id }) => ({ _tag: 'ServerToolInputEnd', id })
  },
  Image: file,
  File: file,
  ServerToolResult: { fragment: (id, delta) => ({ _tag: 'ServerToolResult', id, delta }) },
  Citation: { fragment: (id, delta) => ({ _tag: 'Source', id, delta }) },
  Unrecognised: { fragment: (id, delta) => ({ _tag: 'Unrecognised', id, delta }) }
}

/**
 * The events of a kind of part; they may be called for a part of this kind and its deltas only.
 *
 * @internal
 */
export const partEventsOf = (tag: Part['_tag']): PartEvents<Part, Fragment> => events[tag] as PartEvents<Part, Fragment> // of this kind
