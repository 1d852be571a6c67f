import type { words as first } from './en.ts'
import type { words as more } from './more/en.ts'

type Wide<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Wide<T[K]>
}

/** What a catalogue holds, as the English one does, in words of its own: what a note says before its reader acts… */
export type FirstMessages = Wide<typeof first>
/** …and all else. */
export type MoreMessages = Wide<typeof more>
export type Messages = FirstMessages & MoreMessages
