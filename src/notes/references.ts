import type { Definition, FootnoteDefinition, Link, LinkReference, List, Nodes, Root } from 'mdast'
import { dateInAddress } from './address-dates.ts'
import { normaliseAddress, safeAddress, siteOf } from './addresses.ts'
import type { Reference, ReferenceKind } from './artifacts.ts'
import { plainText, trimMarks } from './plain-text.ts'
import type { Problem } from './problem.ts'
import { findLists, isSourceLine, labelsIn, partLines, sourcesBelow } from './reference-lists.ts'
import { addressAsTitle, betterTitle, isTelling } from './titles.ts'
import { linksIn, walk } from './walk.ts'

/** A paragraph that cites more cites nothing in particular. */
const MOST_CITED = 50
/** UTF-16 units. */
const LONGEST_TITLE = 500
/** Other titles of one source. */
const MOST_TITLES = 12

/** What the tree says of the note's sources. */
export interface GatheredReferences {
  references: Reference[]
  /** The blocks that are lists of sources: no statement is drawn from them. */
  lists: ReadonlySet<Nodes>
  problems: Problem[]
  /** Blocks between the text that are nothing but links to sources. */
  alone: ReadonlySet<Nodes>
  /** Numbers of the references that the text itself leads to. */
  cited: ReadonlySet<number>
  /** Numbers of the references that the links and footnotes below a node lead to. */
  citedIn: (node: Nodes) => number[]
}

/**
 * Gathers a note's sources: lists under a heading or lead-in, trailing link lines, definitions, footnotes and
 * inline links. Gives each listed item the anchor `ref-N`. One address is one reference.
 */
export function gatherReferences(root: Root): GatheredReferences {
  const references: Reference[] = []
  const byAddress = new Map<string, Reference>()
  const byFootnote = new Map<string, number[]>()
  const definitions = new Map<string, Definition>()
  const anchored = new Set<number>()

  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  })
  const leadsOut = (link: Link | LinkReference) => addressOf(link) !== undefined
  const { lists, others } = findLists(root, leadsOut)
  for (const block of lists) readList(block)
  const below = sourcesBelow(root, leadsOut)
  const { used, ofImages } = labelsIn(root)
  for (const definition of definitions.values()) {
    if (!ofImages.has(definition.identifier)) readDefinition(definition)
  }
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition') readFootnote(node)
    else if (node.type === 'link' || node.type === 'linkReference') readLink(node)
  })
  for (const reference of references) {
    if (reference.url && !isTelling(reference.title)) reference.title = addressAsTitle(reference.url)
  }
  const text = root.children.filter((block) => !lists.has(block) && block.type !== 'footnoteDefinition')
  const alone = new Set(text.filter((block) => block.type === 'paragraph' && isSourceLine(block, leadsOut)))
  const problems = [...others.map(noSources), ...[...definitions.values()].flatMap(notFollowed)]
  return {
    references,
    lists,
    alone,
    problems,
    cited: numbersIn(text.filter((block) => !alone.has(block))),
    citedIn,
  }

  /** An address that is defined, and not to be seen anywhere in the text: where it is used, that is told. */
  function notFollowed({ identifier, url, position }: Definition): Problem[] {
    if (safeAddress(url) || used.has(identifier) || !/^[a-z][a-z\d+.-]*:/i.test(url)) return []
    return [
      {
        offset: position?.start.offset ?? 0,
        severity: 'warning',
        message: `the source [${identifier.slice(0, 40)}] has no address that can be followed`,
        hint: 'Give it an http or https address, without name and password.',
      },
    ]
  }

  /** The first place of a reference is where links to it lead. */
  function anchor(node: Nodes, { number }: Reference): void {
    const id = anchored.has(number) ? {} : { id: `ref-${number}` }
    anchored.add(number)
    node.data = {
      ...node.data,
      hProperties: { ...id, ...(node.type === 'listItem' ? { value: String(number) } : {}) },
    }
  }

  function addressOf(node: Link | LinkReference): string | undefined {
    return safeAddress(node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? ''))
  }

  function add(title: string, url: string | undefined, kind: ReferenceKind): Reference {
    const key = url && normaliseAddress(url)
    const known = key ? byAddress.get(key) : undefined
    if (known) {
      // What a list calls its source stands; a link in the text only helps where that says nothing.
      if (kind !== 'link' || !isTelling(known.title)) retitle(known, title)
      return known
    }
    const date = url && dateInAddress(url)
    const reference: Reference = {
      number: references.length + 1,
      kind,
      title,
      ...(url ? { url, site: siteOf(url) } : {}),
      ...(typeof date === 'number' ? { date } : {}),
    }
    references.push(reference)
    if (key) byAddress.set(key, reference)
    return reference
  }

  /** Each item, or each line of a paragraph, is one reference; its first link is the address. */
  function readList(block: Nodes): void {
    // Listed sources are numbered, whatever marks the note gives them.
    if (block.type === 'list') block.ordered = true
    if (block.type === 'paragraph') partLines(block)
    const items = itemsOf(block)
    for (const item of items ?? [block]) {
      const links = linksIn(item)
      const whole = items ? titleText(item) : ''
      if (items && links.length === 0 && whole) anchor(item, add(whole, undefined, 'list'))
      for (const link of items ? links.slice(0, 1) : links) {
        const url = addressOf(link)
        const own = titleText(link)
        const title = items && !isTelling(own) ? stripAddress(whole, own) : own
        if (url || title) anchor(items ? item : link, add(title, url, 'list'))
      }
    }
  }

  function readDefinition({ url, title, label }: Definition): void {
    const address = safeAddress(url)
    // A label that is no number is what the link says.
    const name = title?.trim() || (label && !/^[\d\s^*]+$/.test(label) ? label : '')
    if (address) add(name.slice(0, LONGEST_TITLE), address, 'definition')
  }

  function readFootnote(node: FootnoteDefinition): void {
    const links = linksIn(node)
    const text = titleText(node)
    const numbers = links.flatMap((link) => {
      const url = addressOf(link)
      const own = titleText(link)
      return url ? [add(isTelling(own) ? own : stripAddress(text, own), url, 'footnote').number] : []
    })
    byFootnote.set(node.identifier, numbers.length > 0 ? numbers : [add(text, undefined, 'footnote').number])
  }

  function readLink(node: Link | LinkReference): void {
    const url = addressOf(node)
    if (url) add(titleText(node), url, 'link')
  }

  function citedIn(node: Nodes): number[] {
    return [...numbersIn([node, ...(below.get(node) ?? [])], MOST_CITED)]
  }

  function numbersIn(nodes: readonly Nodes[], most = Number.POSITIVE_INFINITY): Set<number> {
    const numbers = new Set<number>()
    for (const node of nodes) walk(node, cite)
    return numbers

    function cite(inner: Nodes): void {
      if (numbers.size >= most) return
      if (inner.type === 'footnoteReference') {
        for (const number of byFootnote.get(inner.identifier)?.slice(0, MOST_CITED) ?? []) numbers.add(number)
      } else if (inner.type === 'link' || inner.type === 'linkReference') {
        const url = addressOf(inner)
        const known = url && byAddress.get(normaliseAddress(url))
        if (known) numbers.add(known.number)
      }
    }
  }
}

/** A heading calls them sources; what they are is text like any other. */
function noSources({ position }: List): Problem {
  return {
    offset: position?.start.offset ?? 0,
    severity: 'warning',
    message: 'this list stands where sources do, and names none',
    hint: 'Give its items an address, a title in quotation marks or a year; or call the heading by another name.',
  }
}

/** The better title stands, the other is kept where it names the source as well. */
function retitle(known: Reference, title: string): void {
  const best = betterTitle(known.title, title)
  const also = new Set(known.also).add(known.title).add(title)
  also.delete(best)
  known.title = best
  const kept = [...also].filter(isTelling).slice(0, MOST_TITLES)
  if (kept.length > 0) known.also = kept
}

/** What lists one source each; undefined for a paragraph, where every link is one. */
function itemsOf(block: Nodes): Nodes[] | undefined {
  if (block.type === 'list') return block.children
  // The first row names the columns.
  return block.type === 'table' ? block.children.slice(1) : undefined
}

function titleText(node: Nodes): string {
  return plainText(node).trim().slice(0, LONGEST_TITLE)
}

/** The words beside an address are its title. */
function stripAddress(text: string, address: string): string {
  return trimMarks(
    text.replace(address, () => ''),
    ':：,，;；()（）[]–—-',
  )
}
