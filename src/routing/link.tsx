import type { ComponentProps, MouseEvent } from 'react'
import type { To } from './place.ts'
import { useRouter, useShown } from './router-provider.tsx'

type Props = Omit<ComponentProps<'a'>, 'href'> & {
  to: To
  /** The window stays where it is. */
  preventScrollReset?: boolean
}

/** A link within the site: real to the browser and to who opens it elsewhere, without a new page for a plain click. */
export function Link({ to, preventScrollReset, onClick, ...rest }: Props) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const { button, metaKey, ctrlKey, shiftKey, altKey } = event
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
    event.preventDefault()
    void router.navigate(to, { preventScrollReset })
  }
  return <a {...rest} href={router.href(to)} onClick={follow} />
}

/** A link that says whether it leads to where the reader is, or, unless it is to the `end`, to what lies above. */
export function NavLink({ to, end, ...rest }: Props & { to: string; end?: boolean }) {
  const { pathname } = useShown().place
  const [path = ''] = to.split(/[?#]/, 1)
  const isHere = pathname === path || (!end && pathname.startsWith(`${path}/`))
  return <Link to={to} aria-current={isHere ? 'page' : undefined} {...rest} />
}
