import type { Heading, Nodes, Root, TableRow } from 'mdast'
import { type Anchor, type DateValue, type Mention, toEdtf } from '../calendar/index.ts'
import { findDates } from '../date-finder/index.ts'
import {
  type Dateline,
  gatherReferences,
  type Mark,
  type Metadata,
  markProse,
  oneLine,
  type Problem,
  type Prose,
  parseMarkdown,
  plainText,
  quotes,
  type Reference,
  rawRange,
  readDateline,
  readFrontMatter,
  readMetadata,
  readProse,
  type Section,
  type Statement,
  type Stretch,
  sentences,
  shortHash,
  slugify,
  uniqueNames,
} from '../notes/index.ts'

/** A mention with its place in the raw file, as `export --format mentions` tells it. */
export interface RawMention extends Mention {
  rawStart: number
  rawEnd: number
}

/** All that one file says, before it is known beside which other notes it stands. */
export interface CompiledNote {
  /** Relative to the folder of notes, with `/`. */
  file: string
  raw: string
  metadata: Metadata
  title: string
  /** The marked tree, ready to be rendered. */
  tree: Root
  sections: Section[]
  statements: Statement[]
  references: Reference[]
  mentions: RawMention[]
  minutes: number
  revision: string
  problems: Problem[]
}

/** Reads one note: its front matter, its dates, its statements, its sources. Pure. */
export function compileNote(file: string, raw: string): CompiledNote {
  const head = readFrontMatter(raw)
  const tree = parseMarkdown(raw, head.bodyStart)
  const body = raw.slice(head.bodyStart)
  const metadata = readMetadata(file, head, body)
  const title = takeTitle(tree, metadata)
  const gathered = gatherReferences(tree)
  const reader = new NoteReader(raw, metadata, title, gathered.citedIn)
  reader.read(tree, gathered.lists)
  return {
    file,
    raw,
    metadata,
    title,
    tree,
    sections: reader.sections,
    statements: reader.statements,
    references: gathered.references,
    mentions: reader.mentions,
    minutes: readingMinutes(body),
    revision: shortHash(raw),
    problems: [...head.problems, ...metadata.problems],
  }
}

/**
 * Front matter, else the first heading, else the file name. A heading that repeats the title at the very
 * beginning is taken out of the body: the page shows the title itself.
 */
function takeTitle(tree: Root, metadata: Metadata): string {
  const at = tree.children.findIndex((node) => node.type === 'heading')
  const first = tree.children[at] as Heading | undefined
  const text = first && oneLine(plainText(first)).trim()
  if (!metadata.title && first && text) {
    if (at === 0) first.data = { ...first.data, hName: 'hidden-title' }
    return text
  }
  if (at === 0 && first && text === metadata.title) first.data = { ...first.data, hName: 'hidden-title' }
  return metadata.title ?? metadata.slug
}

/** 400 characters of CJK or 230 words of other scripts a minute. */
function readingMinutes(text: string): number {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(
    /[\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Cyrillic}\p{Script=Hangul}]+/gu,
  )
  return Math.max(1, Math.round(cjk / 400 + (words?.length ?? 0) / 230))
}

/** Walks a note from top to bottom, knowing at each block under which heading and date it stands. */
class NoteReader {
  readonly sections: Section[] = []
  readonly statements: Statement[] = []
  readonly mentions: RawMention[] = []
  private readonly sectionIds = uniqueNames('section')
  private readonly statementIds = uniqueNames('s')
  /** Open headings, outermost first. */
  private readonly open: { level: number; dateline?: Dateline | undefined }[] = []
  private sectionDate: DateValue | undefined
  private readonly titleDate: DateValue | undefined

  constructor(
    private readonly raw: string,
    private readonly metadata: Metadata,
    title: string,
    private readonly citedIn: (node: Nodes) => number[],
  ) {
    this.titleDate = anchorOf(this.find(title, []))
  }

  read(root: Root, lists: ReadonlySet<Nodes>): void {
    const proses = readProse(root)
    let i = 0
    for (const block of root.children) {
      const end = block.position?.end.offset ?? 0
      const own: Prose[] = []
      while ((proses[i]?.node.position?.start.offset ?? end) < end) own.push(proses[i++] as Prose)
      if (block.type === 'heading') this.readHeading(block, own)
      else this.readBlock(block, own, lists.has(block))
    }
  }

  private find(text: string, anchors: readonly Anchor[]): Mention[] {
    const { date, language } = this.metadata
    return findDates(text, language, { ...(date === undefined ? {} : { date }), anchors })
  }

  private readHeading(heading: Heading, proses: readonly Prose[]): void {
    while ((this.open.at(-1)?.level ?? 0) >= heading.depth) this.open.pop()
    const [prose] = proses
    if (!prose) return
    const mentions = this.record(prose, this.anchors())
    if (heading.data?.hName === 'hidden-title') return
    const title = oneLine(prose.text)
    const dateline = title.length === prose.text.length ? readDateline(title, mentions) : undefined
    const id = this.sectionIds(slugify(title))
    heading.data = { ...heading.data, hProperties: { id } }
    const marks: Mark[] = mentions.map((mention) => ({
      stretch: [mention.start, mention.end],
      tag: 'time',
      attributes: mentionAttributes(mention),
    }))
    if (dateline) {
      const stretch: Stretch = [dateline.start, dateline.end]
      marks.unshift({ stretch, tag: 'span', attributes: { className: 'dateline' } })
    }
    markProse(heading, marks)
    this.sections.push({ id, title, level: heading.depth, ...(dateline ? { dateline } : {}) })
    this.open.push({ level: heading.depth, dateline })
    this.sectionDate = undefined
  }

  private readBlock(block: Nodes, proses: readonly Prose[], isReferenceList: boolean): void {
    const rows = new Map<Nodes, { prose: Prose; mentions: Mention[] }[]>()
    const rowOf = block.type === 'table' ? rowsByCell(block.children) : undefined
    for (const prose of proses) {
      const mentions = this.record(prose, this.anchors())
      const row = rowOf?.get(prose.node)
      if (row) rows.set(row, [...(rows.get(row) ?? []), { prose, mentions }])
      else if (!('children' in prose.node)) continue
      else if (isReferenceList)
        markProse(
          prose.node,
          mentions.map((mention) => mentionMark(mention)),
        )
      else this.readSentences(prose, mentions)
      this.sectionDate = anchorOf(mentions) ?? this.sectionDate
    }
    for (const [row, cells] of rows)
      this.readRow(row, cells, row === (block as { children?: Nodes[] }).children?.[0])
  }

  private readSentences(prose: Prose, mentions: readonly Mention[]): void {
    const held: Stretch[] = [...mentions.map(({ start, end }): Stretch => [start, end]), ...prose.whole]
    const dateline = this.dateline()
    const marks: Mark[] = []
    const paragraphCites = this.citedIn(prose.node)
    for (const stretch of sentences(prose.text, this.metadata.language, held)) {
      const inside = mentions.filter(({ start, end }) => start >= stretch[0] && end <= stretch[1])
      const text = prose.text.slice(stretch[0], stretch[1])
      const id = this.state(text, stretch[0], inside, dateline, paragraphCites)
      if (id) marks.push({ stretch, tag: 'span', attributes: { id, 'data-statement': id } })
      inside.forEach((mention, n) => {
        marks.push(mentionMark(mention, id ? { 'data-of': id, 'data-mention': n } : undefined))
      })
    }
    if ('children' in prose.node) markProse(prose.node, marks)
  }

  private readRow(
    row: Nodes,
    cells: readonly { prose: Prose; mentions: Mention[] }[],
    isHead: boolean,
  ): void {
    const mentions: Mention[] = []
    let text = ''
    const counts: number[] = []
    for (const { prose, mentions: own } of cells) {
      if (text && prose.text.trim()) text += ' · '
      for (const m of own) mentions.push({ ...m, start: m.start + text.length, end: m.end + text.length })
      counts.push(own.length)
      text += prose.text
    }
    const id = isHead ? undefined : this.state(text, 0, mentions, undefined, this.citedIn(row))
    if (id) row.data = { ...row.data, hProperties: { id, 'data-statement': id } }
    let n = 0
    for (const { prose, mentions: own } of cells) {
      const marks = own.map((mention) =>
        mentionMark(mention, id ? { 'data-of': id, 'data-mention': n++ } : undefined),
      )
      if ('children' in prose.node) markProse(prose.node, marks)
    }
  }

  /** Keeps a sentence or row that is a statement, and gives its anchor. */
  private state(
    words: string,
    start: number,
    mentions: readonly Mention[],
    dateline: DateValue | undefined,
    cites: number[],
  ): string | undefined {
    const said = dateline ?? this.dateline()
    const at = standsAt(mentions, said)
    if (!at || (!mentions.some(({ value }) => value) && !(said && quotes(words)))) return undefined
    const text = oneLine(words)
    // Soft breaks shorten the text; the marks follow by the words before them.
    const shift = (offset: number) => (text === words ? offset : oneLine(words.slice(0, offset)).length)
    const id = this.statementIds(`s-${shortHash(text).slice(0, 6)}`)
    const section = this.sections.at(-1)?.id
    this.statements.push({
      id,
      text,
      mentions: mentions.map(({ start: from, end: to, text: _, ...mention }) => ({
        ...mention,
        start: shift(from - start),
        end: shift(to - start),
      })),
      ...(section ? { section } : {}),
      ...(said ? { said } : {}),
      at,
      cites,
    })
    return id
  }

  private dateline(): DateValue | undefined {
    return this.open.findLast((heading) => heading.dateline)?.dateline?.value
  }

  private anchors(): Anchor[] {
    const anchors: Anchor[] = []
    const heading = this.dateline()
    if (heading) anchors.push({ value: heading, by: 'heading' })
    if (this.sectionDate) anchors.push({ value: this.sectionDate, by: 'section' })
    if (this.titleDate) anchors.push({ value: this.titleDate, by: 'title' })
    return anchors
  }

  private record(prose: Prose, anchors: readonly Anchor[]): Mention[] {
    const mentions = this.find(prose.searchable, anchors)
    for (const mention of mentions) {
      const [rawStart, rawEnd] = rawRange(prose, this.raw, mention.start, mention.end)
      this.mentions.push({ ...mention, rawStart, rawEnd })
    }
    return mentions
  }
}

/** The default place in time: its own explicit date, else when it was said, else what was resolved. */
function standsAt(mentions: readonly Mention[], said: DateValue | undefined): DateValue | undefined {
  const explicit = mentions.filter(({ basis, value }) => basis === 'explicit' && value)
  return narrowest(explicit) ?? said ?? narrowest(mentions)
}

function narrowest(mentions: readonly Mention[]): DateValue | undefined {
  let best: DateValue | undefined
  for (const { value } of mentions) {
    if (value && (!best || value.to - value.from < best.to - best.from)) best = value
  }
  return best
}

/** The date that later blocks may lean on: the last that holds its year. */
function anchorOf(mentions: readonly Mention[]): DateValue | undefined {
  return mentions.findLast(({ basis, value }) => basis !== 'relative' && value)?.value
}

function rowsByCell(rows: readonly TableRow[]): Map<Nodes, Nodes> {
  return new Map(rows.flatMap((row) => row.children.map((cell) => [cell as Nodes, row as Nodes] as const)))
}

function mentionMark(mention: Mention, of?: Record<string, string | number>): Mark {
  return {
    stretch: [mention.start, mention.end],
    tag: 'time',
    attributes: { ...mentionAttributes(mention), ...of },
  }
}

function mentionAttributes({ value }: Mention): Record<string, string> {
  const edtf = value && toEdtf(value)
  return edtf ? { dateTime: edtf } : {}
}
