import type { FootnoteDefinition, Link, LinkReference, Nodes, Parents, Root, RootContent } from 'mdast'
import { dateInAddress, normaliseAddress, safeAddress, siteOf } from './addresses.ts'
import type { Reference } from './artifacts.ts'
import { plainText, trimMarks } from './plain-text.ts'

/** Headings and lead-in lines under which notes list their sources, in the languages of the house. */
const LIST_NAMES =
  /^(?:\d+[.)、]\s*)?(?:key |primary |main |selected |further |additional )?(?:references?|sources?|citations?|bibliography|works cited|further reading|links|参考(?:资料|資料|文献|来源|链接|連結|阅读)?|參考(?:資料|文獻|來源|連結|閱讀)?|引用(?:来源|來源|文献|文獻)?|资料来源|資料來源|来源|來源|延伸阅读|延伸閱讀|出典|参照|参考リンク|참고\s?(?:문헌|자료)|출처|referencias(?: clave)?|fuentes|bibliografía|enlaces|références(?: clés)?|sources? principales|bibliographie|liens|referenzen|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis)?|referências|fontes|fonti|riferimenti|bibliografia|المراجع|مراجع|المصادر|مصادر|संदर्भ(?: सूची)?|स्रोत|источники|ссылки|литература)(?:\s*[(（][^)）]*[)）])?\s*[:：]?$/iu

/** A paragraph that cites more cites nothing in particular. */
const MOST_CITED = 50
/** UTF-16 units. */
const LONGEST_TITLE = 500

/** What the tree says of the note's sources. */
export interface GatheredReferences {
  references: Reference[]
  /** The blocks that are lists of sources: no statement is drawn from them. */
  lists: ReadonlySet<Nodes>
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
  const definitions = new Map<string, string>()
  const anchored = new Set<number>()

  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node.url)
    }
  })
  const lists = findLists(root, (link) => addressOf(link) !== undefined)
  for (const block of lists) readList(block)
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition') readFootnote(node)
    else if (node.type === 'link' || node.type === 'linkReference') readLink(node)
  })
  return { references, lists, citedIn }

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
    return safeAddress(node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? ''))
  }

  function add(title: string, url: string | undefined): Reference {
    const key = url && normaliseAddress(url)
    const known = key ? byAddress.get(key) : undefined
    if (known) return known
    const date = url && dateInAddress(url)
    const reference: Reference = {
      number: references.length + 1,
      title: title || (url ? readable(url) : ''),
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
    const items = block.type === 'list' ? block.children : [block]
    for (const item of items) {
      const links = linksIn(item)
      const whole = block.type === 'list' ? titleText(item) : ''
      if (block.type === 'list' && links.length === 0) anchor(item, add(whole, undefined))
      for (const link of block.type === 'list' ? links.slice(0, 1) : links) {
        const url = addressOf(link)
        const own = titleText(link)
        const title = block.type === 'list' && (!own || safeAddress(own)) ? stripAddress(whole, own) : own
        if (url || title) anchor(block.type === 'list' ? item : link, add(title, url))
      }
    }
  }

  function readFootnote(node: FootnoteDefinition): void {
    const links = linksIn(node)
    const text = titleText(node)
    const numbers = links.flatMap((link) => {
      const url = addressOf(link)
      const own = titleText(link)
      return url ? [add(!own || safeAddress(own) ? stripAddress(text, own) : own, url).number] : []
    })
    byFootnote.set(node.identifier, numbers.length > 0 ? numbers : [add(text, undefined).number])
  }

  function readLink(node: Link | LinkReference): void {
    const url = addressOf(node)
    if (url) add(titleOf(node), url)
  }

  function citedIn(node: Nodes): number[] {
    const numbers = new Set<number>()
    walk(node, (inner) => {
      if (numbers.size >= MOST_CITED) return
      if (inner.type === 'footnoteReference') {
        for (const number of byFootnote.get(inner.identifier)?.slice(0, MOST_CITED) ?? []) numbers.add(number)
      } else if (inner.type === 'link' || inner.type === 'linkReference') {
        const url = addressOf(inner)
        const known = url && byAddress.get(normaliseAddress(url))
        if (known) numbers.add(known.number)
      }
    })
    return [...numbers]
  }
}

function titleText(node: Nodes): string {
  return plainText(node).trim().slice(0, LONGEST_TITLE)
}

function titleOf(link: Link | LinkReference): string {
  const text = titleText(link)
  return safeAddress(text) ? '' : text
}

/** An address as its own title: what stands after the site, decoded. */
function readable(url: string): string {
  const { hostname, pathname } = new URL(url)
  try {
    return decodeURIComponent(hostname.replace(/^www\./, '') + pathname.replace(/\/$/, ''))
  } catch {
    return hostname + pathname
  }
}

function stripAddress(text: string, address: string): string {
  return trimMarks(
    text.replace(address, () => ''),
    ':：,，;；–—-',
  )
}

function findLists(root: Root, leadsOut: (link: Link | LinkReference) => boolean): Set<Nodes> {
  const lists = new Set<Nodes>()
  let under = 0
  let leadIn = false
  for (const block of root.children) {
    if (block.type === 'heading') {
      const named = LIST_NAMES.test(plainText(block).trim())
      if (named) under = block.depth
      else if (under && block.depth <= under) under = 0
      leadIn = false
    } else if (under || leadIn) {
      if (block.type === 'list' || linksIn(block).length > 0) lists.add(block)
      if (block.type === 'list') leadIn = false
    } else leadIn = block.type === 'paragraph' && LIST_NAMES.test(plainText(block).trim())
  }
  if (lists.size === 0) for (const block of trailingLinks(root.children, leadsOut)) lists.add(block)
  return lists
}

/** The last blocks of a note that are nothing but links to other sites, two at least. */
function trailingLinks(
  blocks: readonly RootContent[],
  leadsOut: (link: Link | LinkReference) => boolean,
): Nodes[] {
  const run: Nodes[] = []
  let links = 0
  for (const block of [...blocks].reverse()) {
    if (block.type === 'definition' || block.type === 'footnoteDefinition') continue
    if (block.type !== 'list' && block.type !== 'paragraph') break
    const found = linksIn(block)
    const rest = plainText(block, ['link', 'linkReference'])
    if (found.length === 0 || !found.every(leadsOut) || /[\p{L}\p{N}]/u.test(rest)) break
    run.push(block)
    links += found.length
  }
  return links >= 2 ? run.reverse() : []
}

function linksIn(node: Nodes): (Link | LinkReference)[] {
  const found: (Link | LinkReference)[] = []
  walk(node, (inner) => {
    if (inner.type === 'link' || inner.type === 'linkReference') found.push(inner)
  })
  return found
}

/** Visits a node and all below it, in order, without recursion: notes may nest deeper than calls can. */
function walk(node: Nodes, visit: (node: Nodes) => void): void {
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    visit(next)
    const { children = [] } = next as Partial<Parents>
    for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i] as Nodes)
  }
}
