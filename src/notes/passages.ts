import type { Nodes, Root, RootContent } from 'mdast'
import type { Dateline, Section } from './artifacts.ts'
import { plainText } from './plain-text.ts'
import type { GatheredReferences } from './references.ts'
import { walk } from './walk.ts'

/** A paragraph, list item or table row, with the ids of the statements in it. */
export interface Unit {
  text: string
  /** Its first words, where they are set in bold as a heading of its own. */
  lead: string
  statements: string[]
}

/** What a source of the note's list may support: a section, or, in a note without sections, a unit of its own. */
export interface Passage {
  /** Id of the section that it stands in. */
  section?: string
  /** 1 to 6; 0 for what stands before the first heading. */
  level: number
  heading: string
  dateline?: Dateline
  /** Whether other sections stand below its heading. */
  leads: boolean
  units: Unit[]
  /** Sources that stand by themselves below words which name none: with the statements in those. */
  below: { numbers: number[]; statements: string[] }[]
}

/** More would be searched for nothing: no list of sources names that many. */
const MOST = 2000

/** Cuts a note whose statements are marked into passages; blocks that list sources are none. */
export function passagesOf(
  root: Root,
  sections: readonly Section[],
  { lists, alone, citedIn }: Pick<GatheredReferences, 'lists' | 'alone' | 'citedIn'>,
): Passage[] {
  const passages: Passage[] = [{ level: 0, heading: '', leads: false, units: [], below: [] }]
  const byId = new Map(sections.map((section, i) => [section.id, { section, next: sections[i + 1] }]))
  let since: Unit[] = []
  let namesOthers = false
  for (const block of root.children) {
    const passage = passages.at(-1) as Passage
    const opened = block.type === 'heading' && byId.get(String(block.data?.hProperties?.id))
    if (opened) passages.push(passageOf(opened.section, opened.next))
    else if (alone.has(block)) {
      const statements = since.flatMap((unit) => unit.statements)
      if (since.length > 0 && !namesOthers) passage.below.push({ numbers: citedIn(block), statements })
    } else if (block.type !== 'heading' && !lists.has(block)) {
      const units = unitsOf(block)
      passage.units.push(...units)
      since.push(...units)
      namesOthers ||= citedIn(block).length > 0
      continue
    }
    since = []
    namesOthers = false
  }
  const told = passages.filter(({ units }) => units.length > 0)
  return (told.length > 2 ? told : told.flatMap(partPassage)).slice(0, MOST)
}

function passageOf({ id, title, level, dateline }: Section, next: Section | undefined): Passage {
  const leads = next !== undefined && next.level > level
  return {
    section: id,
    level,
    heading: title,
    ...(dateline ? { dateline } : {}),
    leads,
    units: [],
    below: [],
  }
}

/** Without sections to tell apart, each unit is a passage. */
function partPassage({ below, ...passage }: Passage): Passage[] {
  return passage.units.map((unit, i) => {
    return { ...passage, heading: unit.lead, leads: false, units: [unit], below: i === 0 ? below : [] }
  })
}

function unitsOf(block: RootContent): Unit[] {
  if (block.type === 'definition' || block.type === 'footnoteDefinition' || block.type === 'code') return []
  const parts: readonly Nodes[] =
    block.type === 'list' || block.type === 'table' || block.type === 'blockquote' ? block.children : [block]
  return parts.flatMap((part) => {
    // Cells of a row touch only in the tree.
    const text =
      part.type === 'tableRow' ? part.children.map((cell) => plainText(cell)).join(' · ') : plainText(part)
    if (!text.trim()) return []
    const statements = new Set<string>()
    walk(part, ({ data }) => {
      const { id, 'data-statement': isStatement } = data?.hProperties ?? {}
      if (isStatement && typeof id === 'string') statements.add(id)
    })
    return [{ text, lead: leadOf(part), statements: [...statements] }]
  })
}

function leadOf(node: Nodes): string {
  let first: Nodes | undefined = node
  while (first && 'children' in first && first.type !== 'strong') first = first.children[0]
  return first?.type === 'strong' ? plainText(first) : ''
}
