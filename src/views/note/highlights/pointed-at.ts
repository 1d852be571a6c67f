import { type RefObject, useEffect } from 'react'
import { useLocation } from 'react-router'
import { decoded, paths } from '../../../notes/index.ts'

/** Leads to the words of a highlight, which are there only once they have been found. */
export const hashOf = (id: string): string => paths.highlight('', id).replace(/^[^#]*/, '')

/** The mark of a highlight in the text, where it begins. */
export function markOf(text: HTMLElement | null, id: string): HTMLElement | undefined {
  const marks = text?.querySelectorAll<HTMLElement>('mark[data-highlights]') ?? []
  return [...marks].find(({ dataset }) => dataset.highlights?.split(' ').includes(id))
}

/** Goes to the highlight that the address points at, once it is painted. */
export function usePointedAt(text: RefObject<HTMLElement | null>, painted: boolean): void {
  const { hash, key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place can be asked for again
  useEffect(() => {
    const id = hash.startsWith(hashOf('')) ? hash.slice(hashOf('').length) : ''
    const mark = painted && id ? markOf(text.current, decoded(id)) : undefined
    mark?.focus({ preventScroll: true })
    mark?.scrollIntoView({ block: 'center' })
  }, [text, painted, hash, key])
}
