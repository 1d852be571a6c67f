import { matchRoutes, type RouteObject } from 'react-router'

/** How long a pointer, or the focus, rests on a link before it means something; milliseconds. */
const REST = 60

let underway = 0

/** Whether something is being fetched that nobody has asked for yet: where it cannot be had, nothing has happened. */
export const isFetchingAhead = (): boolean => underway > 0

/** Fetches what a link leads to, its script and its data, as soon as the reader turns to it. */
export function fetchAhead(routes: RouteObject[], base: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const turn = ({ target, type }: Event) => {
    clearTimeout(timer)
    const link = (target as Element).closest?.('a')
    if (!link || link.origin !== location.origin || link.pathname === location.pathname) return
    timer = setTimeout(() => fetchScreen(routes, base, link.href), type === 'pointerdown' ? 0 : REST)
  }
  for (const type of ['pointerover', 'focusin', 'pointerdown']) {
    document.addEventListener(type, turn, { passive: true })
  }
}

/** What cannot be had now is asked for again, and told, when the reader goes there. */
function fetchScreen(routes: RouteObject[], base: string, href: string): void {
  const request = new Request(href)
  for (const { route, params } of matchRoutes(routes, new URL(href), base) ?? []) {
    const { lazy, loader } = route
    const asked = [
      typeof lazy === 'function' && lazy(),
      typeof loader === 'function' && loader({ request, params } as Parameters<typeof loader>[0], undefined),
    ]
    underway += 1
    void Promise.allSettled(asked).then(() => {
      underway -= 1
    })
  }
}
