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
      href={withLetters(href)}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) follow(event)
      }}
    />
  )
}

/**
 * An address with its letters as they are, which browsers take for the same: percent-encoded, headings in Chinese are the
 * largest part of a page that is not its text.
 */
function withLetters(address: string): string {
  return address.replace(/(?:%[0-9A-F]{2})+/g, (codes) => {
    try {
      const letters = decodeURIComponent(codes)
      return /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : codes
    } catch {
      return codes
    }
  })
}
