import type { Nodes, Root } from 'mdast'
import { readProse } from './prose.ts'

/** Why a note is not read as Markdown: where, and what is too much. */
export interface Knot {
  /** UTF-16 offset into the raw file. */
  offset: number
  message: string
}

/** Blocks or phrases inside one another; browsers and the libraries on the way recurse. */
const DEEPEST = 100
/** More than a browser lays out within a second or two. */
const MOST_NODES = 30_000
/** Lines that begin a block (they count twice) and cells: more than the parser reads in about a second. */
const MOST_PARTS = 20_000
/**
 * Comparisons that the parser may have to make, in units of about a quarter of a microsecond: their number grows
 * with the square of what is nested, so it ends at half a second.
 */
const MOST_WORK = 2_000_000

/** UTF-16 units of one paragraph, or one block of code. */
const LONGEST_BLOCK = 100_000
/**
 * Characters that browsers shape one by one, times the length of the block that they stand in: Chromium's time
 * grows with that. About a second.
 */
const MOST_SHAPING = 500_000_000
/** All but what lies in a line like type: no joining, no stacking, no change of direction. */
const SHAPED =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{P}\p{S}\p{Nd}\s]/gu

const CONTAINERS = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){100}/y
/** A line that begins a block of its own, or is empty. */
const BEGINS_BLOCK = /^[ \t]*(?:[-+*>|#=]|\d{1,9}[.)]|$)/
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/
const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/
const DEFINITION = /^ {0,3}\[[^\]]{1,999}\]:/
const FENCE = /^ {0,3}(?:`{3,}[^`]*|~{3,}.*)$/

/**
 * Finds what Markdown's parser would take too long for, without parsing: containers nested beyond reason, and
 * blocks with so many delimiters that comparing each with each is too much work. Linear, and rough: what it
 * misses, the limit on time catches.
 */
export function findKnot(raw: string, bodyStart: number): Knot | undefined {
  let work = 0
  let parts = 0
  let items = 0
  let underlines = 0
  let definitions = 0
  let inFence = false
  let afterText = false
  let block = new Block()
  const lineBreak = /[\r\n]/g
  for (let at = bodyStart; at < raw.length; ) {
    lineBreak.lastIndex = at
    const end = lineBreak.exec(raw)?.index ?? raw.length
    CONTAINERS.lastIndex = at
    if (CONTAINERS.test(raw) && CONTAINERS.lastIndex <= end) return { offset: at, message: TOO_DEEP }
    const line = raw.slice(at, end)
    if (FENCE.test(line)) inFence = !inFence
    else if (!inFence) {
      if (BEGINS_BLOCK.test(line)) {
        block = new Block()
        if (line.trim()) parts += 2
        if (ITEM.test(line)) items += 1
        if (afterText && UNDERLINE.test(line)) underlines += 1
      }
      if (DEFINITION.test(line)) definitions += 1
      work += block.add(line)
      parts += block.cells(line)
    }
    afterText = line.trim() !== ''
    // The parser goes through all it has read again for each of these.
    const again = items ** 2 / 4 + underlines ** 2 + definitions ** 2 / 2
    if (work + again > MOST_WORK) return { offset: at, message: 'too many marks here may belong together' }
    if (parts > MOST_PARTS) return { offset: at, message: 'the note has too many parts' }
    at = end + 1
  }
  return undefined
}

const TOO_DEEP = `this is nested more than ${DEEPEST} deep`

/** What a run of lines may cost the parser, which compares delimiters in quadratic time. */
class Block {
  private length = 0
  private emphasis = 0
  private brackets = 0
  private scans = 0
  private images = 0
  private readonly ticks = new Set<number>()

  /** Takes a line more; returns how much work it adds. */
  add(line: string): number {
    const before = this.work()
    this.length += line.length + 1
    // A run of one character is one delimiter.
    for (const [run] of line.matchAll(/([*_~`])\1*|\]\(|!?\[|\]|<[!?]/g)) {
      if (/^[*_~]/.test(run)) this.emphasis += 1
      else if (run[0] === '`') this.ticks.add(run.length)
      else if (run[0] === '<') this.scans += 2
      else this.brackets += 1
      if (run === '![') this.images += 1
      if (run === '](') this.scans += 0.25
    }
    return this.work() - before
  }

  cells(line: string): number {
    return /^[ \t]*\|/.test(line) ? line.split('|').length : 0
  }

  private work(): number {
    // What opens with these is looked for to the end of the block.
    const looks = (this.scans + this.ticks.size) * this.length
    return this.emphasis ** 2 + this.images ** 2 + this.brackets ** 2 / 16 + looks / 12
  }
}

/** Finds where the tree is deeper, or has more in it, than can be shown. */
export function findExcess(root: Root): Knot | undefined {
  const stack: { node: Nodes; depth: number }[] = [{ node: root, depth: 0 }]
  const blocks: { node: Nodes; text: string }[] = []
  let nodes = 0
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next
    nodes += 1
    if (depth > DEEPEST) return { offset: offsetOf(node), message: TOO_DEEP }
    if (nodes > MOST_NODES) return { offset: 0, message: `the note has more than ${MOST_NODES} parts` }
    if (node.type === 'code' || node.type === 'html') blocks.push({ node, text: node.value })
    if ('children' in node) for (const child of node.children) stack.push({ node: child, depth: depth + 1 })
  }
  // Only now: this goes down into phrases by calls.
  return findHeavy([...blocks, ...readProse(root)])
}

/** Finds the block with which the text becomes more than a browser sets in about a second. */
function findHeavy(blocks: readonly { node: Nodes; text: string }[]): Knot | undefined {
  // Were all of it such characters, most notes would still be far below: they need not be counted.
  if (blocks.reduce((sum, { text }) => sum + text.length ** 2, 0) <= MOST_SHAPING) return undefined
  let shaping = 0
  for (const { node, text } of blocks) {
    shaping += (text.match(SHAPED)?.length ?? 0) * text.length
    if (text.length > LONGEST_BLOCK || shaping > MOST_SHAPING) {
      return { offset: offsetOf(node), message: 'this is too much text in one piece' }
    }
  }
  return undefined
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}
