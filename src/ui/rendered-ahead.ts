let ahead = true

/**
 * Whether the page is still as it was rendered ahead: nothing was known then of the reader, the day, or the end of the
 * address behind `?` and `#`, and what it is taken over by must be the same. For the first look of a component alone.
 */
export const isRenderedAhead = (): boolean => ahead

/** From here on the page is the program's. */
export function takeOver(): void {
  ahead = false
}
