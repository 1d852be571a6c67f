/** Scrolls the page on by what is cut off of a small window that has been opened in it, as happens on a phone. */
export function showWhole(card: HTMLElement): void {
  if (card.getBoundingClientRect().bottom > innerHeight) card.scrollIntoView({ block: 'nearest' })
}
