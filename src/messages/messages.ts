import type { en } from './en.ts'

type Wide<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Wide<T[K]>
}

/** What a catalogue holds: as the English one does, in words of its own. */
export type Messages = Wide<typeof en>
