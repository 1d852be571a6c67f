import { createElement, type ReactNode } from 'react'
import { type Attributes, BODY_TAGS, type Body, safeAddress } from '../../notes/index.ts'

/** Renders one kind of element in its own way; `children` are revived already. */
export type Part = (attributes: Attributes, children: ReactNode[], inLink: boolean) => ReactNode

/** A stretch of the text that is shown in a way of its own; offsets into `bodyText`, end exclusive. */
export interface Painted {
  start: number
  end: number
  /** Shows a piece of it. `last`: its end; `inLink`: no button may stand there. */
  show: (words: string, last: boolean, inLink: boolean) => ReactNode
}

const TAGS = new Set(BODY_TAGS)

const ATTRIBUTES =
  /^(?:id|href|src|alt|title|className|lang|dir|dateTime|start|type|checked|disabled|loading|colSpan|rowSpan|value|data-[a-z-]+|aria-[a-z]+)$/

/**
 * Turns a note's body into elements. What is not on the lists above is left out, so that no artifact can bring in
 * more than text, structure and safe addresses. `painted`: in order, none over another; `from`: where this part of the
 * body begins in its text.
 */
export function revive(
  body: readonly Body[],
  parts: Readonly<Record<string, Part>>,
  painted: readonly Painted[] = [],
  from = 0,
): ReactNode[] {
  /** How much of the text is revived, and the first stretch that does not end before. */
  let done = from
  let next = painted.findIndex(({ end }) => end > from)
  return reviveAll(body, false, false)

  function reviveAll(bodies: readonly Body[], inLink: boolean, inDate: boolean): ReactNode[] {
    return bodies.map((one, i) => reviveOne(one, i, inLink, inDate))
  }

  function reviveOne(one: Body, key: number, inLink: boolean, inDate: boolean): ReactNode {
    if (typeof one === 'string') return reviveText(one, key, inLink || inDate)
    const [tag, given, ...inner] = one
    if (!TAGS.has(tag)) return null
    const attributes = safeAttributes(given)
    const children = reviveAll(inner, inLink || tag === 'a', inDate || tag === 'time')
    // A date may lie across a link: then the link is one, and the date is none.
    const made = parts[tag]?.(attributes, children, inLink || (tag === 'time' && holdsLink(inner)))
    const element = made === undefined ? createElement(tag, attributes, ...children) : made
    return <Keyed key={key}>{element}</Keyed>
  }

  /** Its pieces stand in one place: what is beside it stays what it was. */
  function reviveText(text: string, key: number, inLink: boolean): ReactNode {
    const start = done
    const end = start + text.length
    done = end
    const pieces: ReactNode[] = []
    let at = start
    for (let stretch = painted[next]; stretch && stretch.start < end; stretch = painted[next]) {
      const begin = Math.max(at, stretch.start)
      const to = Math.min(end, stretch.end)
      const { show } = stretch
      if (begin > at) pieces.push(text.slice(at - start, begin - start))
      pieces.push(
        <Keyed key={begin}>{show(text.slice(begin - start, to - start), to === stretch.end, inLink)}</Keyed>,
      )
      at = to
      if (stretch.end > end) break
      next += 1
    }
    if (pieces.length === 0) return text
    if (at < end) pieces.push(text.slice(at - start))
    return <Keyed key={key}>{pieces}</Keyed>
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
