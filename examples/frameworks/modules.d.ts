/** As much of the frameworks as the examples use: they are type-checked without being installed. */

declare module 'react' {
  export const useCallback: <A>(value: A, dependencies: ReadonlyArray<unknown>) => A
  export const useRef: <A>(value: A) => { current: A }
  export const useSyncExternalStore: <A>(subscribe: (changed: () => void) => () => void, snapshot: () => A) => A
}

declare module '@angular/core' {
  export type Signal<A> = () => A
  export const signal: <A>(value: A) => Signal<A> & { set: (value: A) => void }
}

declare module '@angular/core/rxjs-interop' {
  import type { Signal } from '@angular/core'
  import type { Observable } from 'rxjs'
  export const toObservable: <A>(source: Signal<A>) => Observable<A>
  export const toSignal: <A, I>(source: Observable<A>, options: { initialValue: I }) => Signal<A | I>
}
