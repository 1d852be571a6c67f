import type { Router } from '../routing/index.ts'

/** How long a pointer, or the focus, rests on a link before it means something; milliseconds. */
const REST = 60

/** Fetches what a link leads to, its script and its data, as soon as the reader turns to it. */
export function fetchAhead(router: Router, base: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = ({ target, type }: Event) => {
    clearTimeout(timer)
    const link = (target as Element).closest?.('a')
    if (!link || link.origin !== location.origin || !link.pathname.startsWith(base)) return
    if (link.pathname === location.pathname) return
    const to = link.pathname.slice(base.length - 1) + link.search
    timer = setTimeout(() => router.fetchAhead(to), type === 'pointerdown' ? 0 : REST)
  }
  for (const type of ['pointerover', 'focusin', 'pointerdown']) {
    document.addEventListener(type, turn, { passive: true })
  }
}
