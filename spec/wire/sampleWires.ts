/** Types whose typed leaves are known, for the spec of the measure. */

declare class Unrecognised {
  private readonly unrecognised: true
}

interface Other {
  readonly type?: Unrecognised
  readonly [field: string]: unknown
}

interface Usage {
  readonly tokens?: number | null
}

interface Delta {
  readonly type: 'delta'
  readonly text: string
  readonly reason?: 'stop' | (string & {}) | null
  readonly usage?: Usage | null
}

interface Stop {
  readonly type: 'stop'
  readonly text: unknown
  readonly more?: ReadonlyArray<Delta | Other>
}

type One = { readonly text: string; readonly call?: null } | { readonly text?: null; readonly call: Usage }

interface Wire<E, B> {
  readonly event: E
  readonly body: B
}

export interface Samples {
  readonly tagged: Wire<Delta | Stop | Other, Delta>
  readonly untagged: Wire<
    {
      readonly type?: string
      readonly text?: string
      readonly more?: unknown
      readonly map?: ReadonlyArray<Readonly<Record<string, unknown>>>
    },
    Delta
  >
  readonly mixed: Wire<Delta | { readonly type?: string; readonly text?: unknown; readonly usage?: unknown }, Delta>
  readonly keyed: Wire<One | Other, One>
  readonly closed: Wire<Delta, unknown>
  readonly lists: Wire<
    { readonly a: ReadonlyArray<string>; readonly b: Readonly<Record<string, number>>; readonly c: string },
    { readonly a: ReadonlyArray<unknown>; readonly b: number; readonly c: string | ReadonlyArray<Usage> }
  >
}
