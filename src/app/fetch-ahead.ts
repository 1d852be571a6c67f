/** How long a pointer, or the focus, rests on a link before it means something; milliseconds. */
const REST = 60

let underway = 0

/** Whether something is being fetched that nobody has asked for yet: where it cannot be had, nothing has happened. */
export const isFetchingAhead = (): boolean => underway > 0

/** Tells of something that is being fetched ahead. */
export function goesAhead(coming: Promise<unknown> | undefined): void {
  if (!coming) return
  underway += 1
  void Promise.allSettled([coming]).then(() => {
    underway -= 1
  })
}

/**
 * Fetches what a link leads to, its script and its data, as soon as the reader turns to it. What cannot be had now is
 * asked for again, and told, when the reader goes there.
 */
export function fetchAhead(fetchScreen: (to: URL) => Promise<unknown> | undefined): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const begin = (href: string) => goesAhead(fetchScreen(new URL(href)))
  const turn = ({ target, type }: Event) => {
    clearTimeout(timer)
    const link = (target as Element).closest?.('a')
    if (!link || link.origin !== location.origin || link.pathname === location.pathname) return
    timer = setTimeout(begin, type === 'pointerdown' ? 0 : REST, link.href)
  }
  for (const type of ['pointerover', 'focusin', 'pointerdown']) {
    document.addEventListener(type, turn, { passive: true })
  }
}
