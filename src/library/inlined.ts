import { INLINED } from '../notes/index.ts'

let taken = false

/** The text of the artifact that came within the page, once: whoever asks again wants to know what it is now. */
export function takeInlined(path: string): string | undefined {
  const inlined = globalThis.document?.querySelector<HTMLElement>(INLINED)
  if (taken || inlined?.dataset.path !== path) return undefined
  taken = true
  return inlined.textContent ?? undefined
}
