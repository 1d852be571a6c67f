import { createElement, type ReactNode } from 'react'
import { type Attributes, BODY_TAGS, type Body, safeAddress } from '../../notes/index.ts'

/** Renders one kind of element in its own way; `children` are revived already. */
export type Part = (attributes: Attributes, children: ReactNode[], inLink: boolean) => ReactNode

const TAGS = new Set(BODY_TAGS)

const ATTRIBUTES =
  /^(?:id|href|src|alt|title|className|lang|dir|dateTime|start|type|checked|disabled|loading|colSpan|rowSpan|value|data-[a-z-]+|aria-[a-z]+)$/

/**
 * Turns a note's body into elements. What is not on the lists above is left out, so that no artifact can bring in
 * more than text, structure and safe addresses.
 */
export function revive(body: readonly Body[], parts: Readonly<Record<string, Part>>): ReactNode[] {
  return reviveAll(body, false)

  function reviveAll(bodies: readonly Body[], inLink: boolean): ReactNode[] {
    return bodies.map((one, i) => reviveOne(one, i, inLink))
  }

  function reviveOne(one: Body, key: number, inLink: boolean): ReactNode {
    if (typeof one === 'string') return one
    const [tag, given, ...inner] = one
    if (!TAGS.has(tag)) return null
    const attributes = safeAttributes(given)
    const children = reviveAll(inner, inLink || tag === 'a')
    // A date may lie across a link: then the link is one, and the date is none.
    const made = parts[tag]?.(attributes, children, inLink || (tag === 'time' && holdsLink(inner)))
    const element = made === undefined ? createElement(tag, attributes, ...children) : made
    return <Keyed key={key}>{element}</Keyed>
  }
}

function holdsLink(bodies: readonly Body[]): boolean {
  return bodies.some(
    (one) => typeof one !== 'string' && (one[0] === 'a' || holdsLink(one.slice(2) as Body[])),
  )
}

function Keyed({ children }: { children: ReactNode }) {
  return children
}

function safeAttributes(given: Attributes | null): Attributes {
  const kept = Object.entries(given ?? {}).filter(
    ([name, value]) =>
      ATTRIBUTES.test(name) && ((name !== 'href' && name !== 'src') || isSafe(String(value))),
  )
  return Object.fromEntries(kept)
}

/** An address inside the site, or one that the allow list knows. */
function isSafe(address: string): boolean {
  return /^(?:\/(?![/\\])|#)/.test(address) || safeAddress(address) !== undefined
}
