import { type Attributes, type Body, safeAddress, tame } from '../notes/index.ts'
import type { PlacedLink } from './links.ts'

/**
 * Puts the addresses into a body whose links and images only have the number of theirs. Without an address a link
 * becomes plain words; an image on another site becomes a link that says so.
 */
export function placeLinks(body: readonly Body[], links: readonly PlacedLink[]): Body[] {
  return body.map((one) => {
    if (typeof one === 'string') return one
    const [tag, attributes, ...inner] = one
    const children = placeLinks(inner, links)
    const link = links[Number(attributes?.['data-link'] ?? -1)]
    if (!link) return [tag, attributes, ...children]
    const { 'data-link': _, ...others } = attributes as Attributes
    return tag === 'img' ? placeImage(String(others.alt ?? ''), link) : placeLink(others, children, link)
  })
}

function placeLink(attributes: Attributes, children: Body[], { address }: PlacedLink): Body {
  return address
    ? ['a', { ...attributes, href: address }, ...children]
    : ['span', { ...attributes, 'data-unresolved': true }, ...children]
}

function placeImage(alt: string, { address, written }: PlacedLink): Body {
  const words = alt || tame(written)
  if (!address) return ['span', { 'data-unresolved': true }, words]
  if (safeAddress(address)) return ['a', { href: address, 'data-remote-image': true }, words]
  return ['img', { src: address, alt, loading: 'lazy' }]
}
