import type { ComponentProps } from 'react'
import { type To, useHref, useLinkClickHandler } from 'react-router'

/**
 * A link within the site, by the parts that react-router makes its own of: with that one comes the fetching ahead of a
 * framework that is not used here.
 */
export function Link({
  to,
  state,
  onClick,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & {
  to: To
  /** Of the move: see {@link STAY}. */
  state?: unknown
}) {
  const href = useHref(to)
  const follow = useLinkClickHandler(to, { state })
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) follow(event)
      }}
    />
  )
}
