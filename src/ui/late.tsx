import { type ReactNode, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { withWords } from '../messages/index.ts'

/** A part of the program, with its words, that no note needs before its reader acts. */
export interface Late<T> {
  /** Undefined until it has come. */
  get: () => T | undefined
  /** In a component, which is rendered anew when it comes. */
  use: () => T | undefined
  /** @throws Error where it cannot be had now; asked again, it is tried again */
  fetch: () => Promise<T>
}

const all: Late<unknown>[] = []

/** `load`: what imports it. All that is late is fetched by {@link fetchLate}, or by what needs it sooner. */
export function late<T>(load: () => Promise<T>): Late<T> {
  let found: T | undefined
  let coming: Promise<T> | undefined
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => found
  // A page is rendered with all of it, and taken over without.
  const getAhead = import.meta.env.SSR ? get : () => undefined
  const part: Late<T> = {
    get,
    use: () => useSyncExternalStore(subscribe, get, getAhead),
    fetch: () => {
      coming ??= withWords(load).then(
        (module) => {
          found = module
          for (const listener of listeners) listener()
          return module
        },
        (error: unknown) => {
          coming = undefined
          throw error
        },
      )
      return coming
    },
  }
  all.push(part)
  return part
}

/** Fetches all that is late, before it is asked for; undefined where it is at hand. */
export function fetchLate(): Promise<unknown> | undefined {
  const missing = all.filter((part) => part.get() === undefined)
  return missing.length > 0 ? Promise.all(missing.map((part) => part.fetch())) : undefined
}

/**
 * What a press has asked for, once the part that shows it is there. `onGone`: it cannot be had now, or the reader has
 * turned to something else.
 */
export function Awaited<T>({
  part,
  onGone,
  children,
}: {
  part: Late<T>
  onGone: () => void
  children: (there: T) => ReactNode
}) {
  const there = part.use()
  const gone = useEffectEvent(onGone)
  const isThere = there !== undefined
  useEffect(() => {
    if (isThere) return
    part.fetch().catch(() => gone())
    const turn = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key === 'Escape') gone()
    }
    document.addEventListener('pointerdown', turn)
    document.addEventListener('keydown', turn)
    return () => {
      document.removeEventListener('pointerdown', turn)
      document.removeEventListener('keydown', turn)
    }
  }, [part, isThere])
  return there && children(there)
}

/**
 * What was rendered ahead, left as it stands until what draws it is there. What takes its place has to be wrapped in a
 * `span`, too.
 */
export function AsRendered() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React keeps what it finds there, and puts in nothing
  return <span suppressHydrationWarning dangerouslySetInnerHTML={{ __html: '' }} />
}
