import type { Keeper } from './keeper.ts'
import { type Chosen, decodeSettings, encodeSettings, mergeSettings, type Settings } from './settings.ts'

export const SETTINGS = 'settings'

/**
 * What the reader has chosen, kept as it is chosen and joined with what other tabs choose. `onChange` is told all of
 * it, `onRefused` what could not be read; that answers whether it may be written over.
 */
export function createChooser(
  keeper: Keeper,
  now: () => number,
  onChange: (chosen: Chosen) => void,
  onRefused: (text: string, kind: 'newer' | 'broken') => boolean,
) {
  let chosen: Chosen = {}
  let writable = true

  function take(more: Chosen): void {
    chosen = mergeSettings(chosen, more)
    onChange(chosen)
  }

  function hear(text: string): void {
    const decoded = decodeSettings(text)
    if (decoded.kind !== 'newer') take(decoded.chosen)
    if (decoded.kind === 'settings') return
    writable = onRefused(text, decoded.kind) && writable
    // What of it could be read goes on in its place.
    if (writable) keeper.write(SETTINGS, encodeSettings(chosen))
  }

  function write(): void {
    const stored = keeper.read(SETTINGS)
    if (stored === undefined) return
    if (stored !== null) hear(stored)
    const text = encodeSettings(chosen)
    if (writable && text !== stored) keeper.write(SETTINGS, text)
  }

  return {
    chosen: (): Chosen => chosen,
    choose: <K extends keyof Settings>(name: K, value: Settings[K]): void => {
      // A clock may go backwards; a later choice may not lose to an earlier one.
      const at = Math.max(now(), (chosen[name]?.at ?? 0) + 1)
      take({ [name]: { value, at } })
      write()
    },
    /** Joins what was chosen elsewhere. */
    bring: (more: Chosen): void => {
      take(more)
      write()
    },
    hear,
    /** Another tab may not have known what this one has chosen when it wrote. */
    hearOther: (text: string): void => {
      hear(text)
      write()
    },
  }
}
