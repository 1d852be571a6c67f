import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * Whether there is a screen: false while a page is rendered to a string, and while that is taken over. For what is
 * drawn by measures, which no string can carry: the page's policy lets no markup bring style.
 */
export function useOnScreen(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
