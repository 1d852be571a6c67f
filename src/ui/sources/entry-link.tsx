import type { ComponentProps } from 'react'
import { Link } from '../link.tsx'

/** To the entry of a source: within the page as the browser goes there, which marks it; else as the app does. */
export function EntryLink({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  return href.startsWith('#') ? <a href={href} {...rest} /> : <Link to={href} {...rest} />
}
