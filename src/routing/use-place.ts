import { useCallback, useMemo } from 'react'
import { matchPath, type Params } from './match.ts'
import type { Place, To } from './place.ts'
import type { MoveOptions, Way } from './router.ts'
import { useRouter, useShown } from './router-provider.tsx'

export const useLocation = (): Place => useShown().place
export const useNavigationType = (): Way => useShown().way
export const useParams = (): Params => useShown().params

/** What stands in the places of a pattern, where the present place is one of it. */
export function useMatch(pattern: string): Params | undefined {
  return matchPath(pattern, useShown().place.pathname)
}

/** An address as the browser has it. */
export const useHref = (to: To): string => useRouter().href(to)

/** The same as long as there is a page. */
export const useNavigate = (): ((to: To | number, options?: MoveOptions) => Promise<void>) =>
  useRouter().navigate

type Search = URLSearchParams | Record<string, string>

/** What the address asks for, and a way to ask for something else, which may build on what is there. */
export function useSearchParams() {
  const { search } = useLocation()
  const { navigate } = useRouter()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const set = useCallback(
    (next: Search | ((last: URLSearchParams) => Search), options?: MoveOptions) => {
      const wanted = typeof next === 'function' ? next(new URLSearchParams(params)) : next
      void navigate({ search: `?${new URLSearchParams(wanted)}` }, options)
    },
    [params, navigate],
  )
  return [params, set] as const
}
