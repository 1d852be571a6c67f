import type { ReadingStore } from '../reading/index.ts'

/** Keeps the looks of the page as they are chosen, from here or in another tab; `before-paint.js` begins it. */
export function wearSettings(reading: ReadingStore, root: HTMLElement): void {
  const wear = () => {
    const { theme, size, measure, face, spacing } = reading.getState().settings
    for (const [name, value] of Object.entries({ theme, size, measure, face, spacing })) {
      if (root.dataset[name] !== value) root.dataset[name] = value
    }
  }
  wear()
  reading.subscribe(wear)
}
