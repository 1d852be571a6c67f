import type { Definition, FootnoteDefinition, Link, LinkReference, List, Nodes, Paragraph, Root } from 'mdast'
import { dateInAddress } from './address-dates.ts'
import { normaliseAddress, safeAddress, siteOf } from './addresses.ts'
import type { Reference, ReferenceKind } from './artifacts.ts'
import { plainText, trimMarks } from './plain-text.ts'
import type { Problem } from './problem.ts'
import {
  findLists,
  isSourceLine,
  labelsIn,
  linesOf,
  ownNumber,
  partLines,
  sourcesBelow,
} from './reference-lists.ts'
import { addressAsTitle, betterTitle, isTelling } from './titles.ts'
import { linksIn, walk } from './walk.ts'

/** A paragraph that cites more cites nothing in particular. */
const MOST_CITED = 50
/** UTF-16 units. */
const LONGEST_TITLE = 500
/** What a text names sources by that are numbered in a list. */
const MARK = /\[\d{1,3}(?:\s?[,，–-]\s?\d{1,3}){0,9}\]/g
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
  const byPrinted = new Map<number, number | undefined>()
  const anchored = new Set<number>()

  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  })
  const leadsOut = (link: Link | LinkReference) => addressOf(link) !== undefined
  const { lists, others } = findLists(root, leadsOut)
  for (const block of lists) {
    if (block.type === 'paragraph') readLines(block)
    else readList(block)
  }
  const below = sourcesBelow(root, leadsOut)
  const { used, ofImages } = labelsIn(root)
  for (const definition of definitions.values()) {
    if (!ofImages.has(definition.identifier)) readDefinition(definition)
  }
  for (const footnote of footnotesIn(root)) readFootnote(footnote)
  walk(root, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') readLink(node)
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

  /** Each item, or row, is one reference; its first link is the address. */
  function readList(block: Nodes): void {
    // Listed sources are numbered, whatever marks the note gives them.
    const first = block.type === 'list' && block.ordered ? (block.start ?? 1) : undefined
    if (block.type === 'list') block.ordered = true
    for (const [i, item] of itemsOf(block).entries()) {
      const [link] = linksIn(item)
      const { number = first === undefined ? undefined : first + i, rest } = ownNumber(titleText(item))
      const title = link ? titleBeside(link, item, rest) : rest
      const url = link && addressOf(link)
      if (url || title) keep(item, add(title, url, 'list'), number)
    }
  }

  /** Each link is one; a line with a number of its own is all about its link. */
  function readLines(block: Paragraph): void {
    partLines(block)
    for (const line of linesOf(block)) {
      const whole: Paragraph = { type: 'paragraph', children: line }
      const { number, rest } = ownNumber(titleText(whole))
      for (const link of linksIn(whole)) {
        const url = addressOf(link)
        const title = number === undefined ? titleText(link) : titleBeside(link, whole, rest)
        if (url || title) keep(link, add(title, url, 'list'), number)
      }
    }
  }

  /** What a link is called, or, where it says nothing, what stands beside it. */
  function titleBeside(link: Link | LinkReference, item: Nodes, whole: string): string {
    const own = titleText(link)
    if (isTelling(own)) return own
    const beside = ownNumber(plainText(item, ['link', 'linkReference'])).rest.slice(0, LONGEST_TITLE)
    const words = stripAddress(beside.replace(/[(（[][\s,;·|/]{0,20}[)）\]]/g, ' '), '').replace(/\s+/g, ' ')
    return isTelling(words) ? words : stripAddress(whole, own)
  }

  /** `printed`: the number that the note itself gives it. */
  function keep(node: Nodes, reference: Reference, printed: number | undefined): void {
    anchor(node, reference)
    // Where lists begin anew, a number says no more which is meant.
    if (printed !== undefined) byPrinted.set(printed, byPrinted.has(printed) ? undefined : reference.number)
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

  /** The references that marks such as `[1]` and `[2, 5–7]` name, where the note numbers its own. */
  function printedIn(text: string): number[] {
    if (byPrinted.size === 0) return []
    const marks = [...text.matchAll(MARK)].slice(0, MOST_CITED)
    const ranges = marks.flatMap(([mark]) => [...mark.matchAll(/(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?/g)])
    return ranges.flatMap(([, from, to = from]) => {
      const count = Math.min(MOST_CITED, Number(to) - Number(from) + 1)
      return Array.from(
        { length: Math.max(0, count) },
        (_, i) => byPrinted.get(Number(from) + i) ?? [],
      ).flat()
    })
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
      if (inner.type === 'text') {
        for (const number of printedIn(inner.value)) numbers.add(number)
      } else if (inner.type === 'footnoteReference') {
        for (const number of byFootnote.get(inner.identifier)?.slice(0, MOST_CITED) ?? []) numbers.add(number)
      } else if (inner.type === 'link' || inner.type === 'linkReference') {
        const url = addressOf(inner)
        const known = url && byAddress.get(normaliseAddress(url))
        if (known) numbers.add(known.number)
      }
    }
  }
}

/**
 * Footnotes in the order in which the text uses them, as they are numbered for readers: before the links in the text,
 * they keep these from having a number that a footnote has.
 */
function footnotesIn(root: Root): FootnoteDefinition[] {
  const uses = new Map<string, number>()
  const footnotes: FootnoteDefinition[] = []
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition') footnotes.push(node)
    else if (node.type === 'footnoteReference' && !uses.has(node.identifier)) {
      uses.set(node.identifier, uses.size)
    }
  })
  const use = ({ identifier }: FootnoteDefinition) => uses.get(identifier) ?? uses.size
  return footnotes.sort((a, b) => use(a) - use(b))
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

/** What lists one source each. */
function itemsOf(block: Nodes): readonly Nodes[] {
  if (block.type === 'list') return block.children
  // The first row names the columns.
  return block.type === 'table' ? block.children.slice(1) : [block]
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
