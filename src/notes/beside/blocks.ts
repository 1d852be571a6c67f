import type { DateValue } from '../../calendar/index.ts'
import type { Body, Note } from '../artifacts.ts'
import { bodyText } from '../body-text.ts'
import type { Stretch } from '../enclosures.ts'
import { markedValue } from '../marked-value.ts'
import { termsOf } from '../terms.ts'
import type { Unit } from './align.ts'
import { ending } from './body-text.ts'
import { numbersIn, type ProseNumber } from './numbers.ts'

type Element = Exclude<Body, string>

/** A date or a number, where it stands in the text of its block. */
export interface Fact {
  start: number
  end: number
  date?: DateValue
  /** The text itself says the whole date. */
  explicit?: boolean
  number?: ProseNumber
}

/** A statement, a row of a table, or what stands between them. */
export interface Sentence extends Unit {
  start: number
  end: number
  /** Of a statement: its anchor. */
  id?: string
}

/** What gets a row of its own: a paragraph, a heading, an item of a list, a whole table. */
export interface Block extends Unit {
  body: Body
  /** Where it begins in the {@link bodyText} of its note. */
  at: number
  text: string
  facts: Fact[]
  sentences: Sentence[]
}

/** A heading and what stands below it up to the next; what stands before the first has no heading. */
export interface Part extends Unit {
  blocks: Block[]
}

/** UTF-16 units; of a longer block the beginning is compared. */
const LONGEST = 20_000
/** Text that says nothing by its numbers. */
const SILENT = new Set(['code', 'pre', 'kbd', 'sup'])

/** Cuts the text of a note into parts and blocks, each with what a translation of it would have as well. */
export function partsOf({ body, language, sections }: Pick<Note, 'body' | 'language' | 'sections'>): Part[] {
  const levels = new Map(sections.map(({ id, level }) => [id, level]))
  const parts: Block[][] = [[]]
  for (const { element, at } of blocksOf(body)) {
    const read = { ...readBlock(element, language, levels), at }
    if (read.kind.startsWith('heading')) parts.push([])
    parts.at(-1)?.push(read)
  }
  return parts
    .filter((blocks) => blocks.length > 0)
    .map((blocks) => ({
      blocks,
      kind: blocks[0]?.kind.startsWith('heading') ? blocks[0].kind : 'beginning',
      length: blocks.reduce((sum, { length }) => sum + length, 0),
      terms: new Set(blocks.flatMap(({ terms }) => [...terms])),
    }))
}

/** A block as it is cut out, and where its text begins. */
interface Cut {
  element: Element
  at: number
}

function blocksOf(body: readonly Body[]): Cut[] {
  let at = 0
  return body.flatMap((one) => {
    const start = at
    at += bodyText([one]).length
    return cutsOf(one, start)
  })
}

/** Items of a list stand in rows of their own; a list of sources is one thing. */
function cutsOf(body: Body, at: number): Cut[] {
  if (typeof body === 'string') return body.trim() === '' ? [] : [{ element: ['p', null, body], at }]
  const [tag, attributes, ...children] = body as Element
  const items = children.filter((child): child is Element => typeof child !== 'string' && child[0] === 'li')
  const listsSources = items.some((item) => /^ref-/.test(String(item[1]?.id ?? '')))
  if ((tag !== 'ul' && tag !== 'ol') || items.length === 0 || listsSources) return [{ element: body, at }]
  const first = Number(attributes?.start ?? 1)
  const part = { 'data-part': true }
  const cuts: Cut[] = []
  let place = at
  for (const child of children) {
    if (typeof child !== 'string' && child[0] === 'li') {
      const [, own, ...inside] = child
      const number = tag === 'ol' ? { start: first + cuts.length } : {}
      const item: Element = ['li', { ...own, ...part }, ...inside]
      cuts.push({ element: [tag, { ...attributes, ...part, ...number }, item], at: place })
    }
    place += bodyText([child]).length
  }
  return cuts
}

function readBlock(body: Element, language: string, levels: ReadonlyMap<string, number>): Omit<Block, 'at'> {
  const { text, facts, sentences, silent, addresses } = readText(body)
  const numbers = numbersIn(text.slice(0, LONGEST), language).filter(
    ({ start, end }) => !silent.some(([from, to]) => start < to && end > from),
  )
  const all = [...facts, ...numbers.map((number): Fact => ({ start: number.start, end: number.end, number }))]
  const level = levels.get(String(body[1]?.id ?? ''))
  const unit = (kind: string, start: number, end: number): Unit => ({
    kind,
    length: end - start,
    terms: termsIn(text, all, start, end),
  })
  const block = unit(/^h\d$/.test(body[0]) ? `heading ${level ?? ''}` : kindOf(body[0]), 0, text.length)
  for (const address of addresses) (block.terms as Set<string>).add(address)
  return {
    ...block,
    body,
    text,
    facts: all.sort((a, b) => a.start - b.start),
    sentences: sentencesOf(text, sentences).map((one) => ({
      ...one,
      ...unit('sentence', one.start, one.end),
    })),
  }
}

/** A paragraph may become a quotation, and an item a paragraph; no prose becomes a table. */
function kindOf(tag: string): string {
  return /^(?:p|ul|ol|blockquote|details)$/.test(tag) ? 'prose' : tag
}

function termsIn(text: string, facts: readonly Fact[], start: number, end: number): ReadonlySet<string> {
  const terms = new Set(termsOf(text.slice(start, Math.min(end, start + LONGEST))).keys())
  for (const { date, number, ...fact } of facts) {
    if (fact.start < start || fact.end > end) continue
    if (date) terms.add(`date ${date.from} ${date.to}`)
    for (const value of number?.values ?? []) {
      if (value > 31 || !Number.isInteger(value)) terms.add(`number ${value}`)
    }
  }
  return terms
}

/** The text of a block as it is read, with the places of what its elements say. */
function readText(body: Body) {
  let text = ''
  const facts: Fact[] = []
  const sentences: { start: number; end: number; id: string }[] = []
  const silent: Stretch[] = []
  const addresses: string[] = []
  const visit = (one: Body): void => {
    if (typeof one === 'string') {
      text += one
      return
    }
    const [tag, attributes, ...children] = one
    const start = text.length
    for (const child of children) visit(child)
    const end = text.length
    const date = tag === 'time' ? markedValue(attributes) : undefined
    if (date) facts.push({ start, end, date, explicit: attributes?.['data-known'] === 'explicit' })
    if (tag === 'time' || SILENT.has(tag)) silent.push([start, end])
    if (attributes?.['data-statement']) {
      sentences.push({ start, end, id: String(attributes.id) })
    }
    if (/^https?:/.test(String(attributes?.href ?? ''))) addresses.push(String(attributes?.href))
    text += ending(tag)
  }
  visit(body)
  return { text, facts, sentences, silent, addresses }
}

function sentencesOf(text: string, statements: readonly { start: number; end: number; id: string }[]) {
  const sentences: { start: number; end: number; id?: string }[] = []
  let at = 0
  const between = (end: number) => {
    if (text.slice(at, end).trim() !== '') sentences.push({ start: at, end })
  }
  for (const statement of statements) {
    // A row within a row.
    if (statement.start < at) continue
    between(statement.start)
    sentences.push(statement)
    at = statement.end
  }
  between(text.length)
  return sentences
}
