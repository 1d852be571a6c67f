import type { Heading, Nodes, Parents, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { type Anchor, type DateValue, type Mention, toEdtf } from '../calendar/index.ts'
import { findDates } from '../date-finder/index.ts'
import {
  countingCells,
  type Dateline,
  danglingMarks,
  type Mark,
  type Metadata,
  markProse,
  type Note,
  oneLine,
  type Problem,
  type Prose,
  rawRange,
  readDateline,
  readProse,
  readStatement,
  type Section,
  type Statement,
  type Stretch,
  sectionAnchor,
  sentences,
  shortHash,
  uniqueNames,
} from '../notes/index.ts'

/** UTF-16 units. */
const LONGEST_TITLE = 300
/** UTF-16 units: a longer list item is a paragraph. */
const LONGEST_ITEM = 400
const UNSPACED_COLON = /^(?:zh|ja)(?:-|$)/

/** A mention with its place in the raw file. */
export interface RawMention extends Mention {
  rawStart: number
  rawEnd: number
}

/** Words of a block with the mentions found in them. */
interface DatedProse {
  prose: Prose
  mentions: Mention[]
}

/**
 * Walks a note from top to bottom, knowing at each block under which heading and date it stands, and marks the
 * mentions and statements in the tree as it goes. Reads one note, once.
 */
export class NoteReader {
  private readonly sections: Section[] = []
  private readonly statements: Statement[] = []
  private readonly mentions: RawMention[] = []
  private readonly undated: Note['undated'] = []
  private readonly problems: Problem[] = []
  private readonly sectionId = uniqueNames('h-section')
  private readonly statementId = uniqueNames('s')
  /** The headings that the current block stands under, outermost first. */
  private readonly open: { level: number; dateline: Dateline | undefined; isTitle: boolean }[] = []
  private sectionDate: DateValue | undefined
  private readonly titleDate: DateValue | undefined

  constructor(
    private readonly raw: string,
    private readonly metadata: Metadata,
    title: string,
    private readonly citedIn: (node: Nodes) => number[],
  ) {
    this.titleDate = anchorOf(this.find(title), title, undefined)
  }

  /** `lists`: the blocks that list sources; they are no statements. */
  read(root: Root, lists: ReadonlySet<Nodes>) {
    const proses = readProse(root)
    let i = 0
    for (const block of root.children) {
      const end = block.position?.end.offset ?? 0
      const own: Prose[] = []
      while ((proses[i]?.node.position?.start.offset ?? end) < end) own.push(proses[i++] as Prose)
      if (block.type === 'heading') this.readHeading(block, own)
      else this.readBlock(block, own, lists.has(block))
    }
    return {
      sections: this.sections,
      statements: this.statements,
      mentions: this.mentions,
      undated: this.undated,
      problems: this.problems,
    }
  }

  private readHeading(heading: Heading, proses: readonly Prose[]): void {
    while ((this.open.at(-1)?.level ?? 0) >= heading.depth) {
      this.open.pop()
      // What was said before stands in another section.
      this.sectionDate = undefined
    }
    const [dated] = proses.map((prose) => this.date(prose))
    if (!dated) return
    const title = clip(oneLine(dated.prose.text))
    const dateline = title === dated.prose.text ? readDateline(title, dated.mentions) : undefined
    const isTitle = heading.data?.hName !== undefined
    this.open.push({ level: heading.depth, dateline, isTitle })
    this.sectionDate = undefined
    // A hidden title dates what stands below it, but is no section.
    if (isTitle) return
    const id = this.sectionId(sectionAnchor(title))
    // Below the page's own `h1`, and without gaps, whatever levels the note uses.
    const depth = this.open.filter((above) => !above.isTitle).length
    heading.data = { ...heading.data, hName: `h${Math.min(6, depth + 1)}`, hProperties: { id } }
    const marks = dated.mentions.map((mention) => this.mark(mention))
    // A heading that is nothing but its date is set as a heading.
    if (dateline && dateline.end - dateline.start < title.length) {
      marks.push({
        stretch: [dateline.start, dateline.end],
        tag: 'span',
        attributes: { className: 'dateline' },
      })
    }
    markProse(heading, marks)
    this.sections.push({ id, title, level: heading.depth, ...(dateline ? { dateline } : {}) })
  }

  private readBlock(block: RootContent, proses: readonly Prose[], listsSources: boolean): void {
    const before = this.sectionDate
    const counting = block.type === 'table' ? countingCells(block) : undefined
    const dated = proses.map((prose) => {
      const found = counting?.has(prose.node) ? { prose, mentions: [] } : this.date(prose)
      this.sectionDate = anchorOf(found.mentions, prose.searchable, this.sectionDate)
      return found
    })
    // A table's rows are of many times: none of them says when what follows was.
    if (block.type === 'table' && (before || this.metadata.date !== undefined)) this.sectionDate = before
    if (listsSources) {
      for (const { prose, mentions } of dated) {
        mark(
          prose,
          mentions.map((mention) => this.mark(mention)),
        )
      }
    } else if (block.type === 'table') this.readTable(block, dated)
    else for (const { prose, mentions } of dated) this.readSentences(prose, mentions)
  }

  private readSentences(prose: Prose, mentions: readonly Mention[]): void {
    const marks = this.readDangling(prose)
    const whole = [
      ...mentions.map(({ start, end }): Stretch => [start, end]),
      ...marks.map(({ stretch }) => stretch),
      ...prose.whole,
    ]
    const cites = this.citedIn(prose.node)
    for (const stretch of this.statementsIn(prose, mentions, whole)) {
      const [start, end] = stretch
      const inside = mentions.filter((mention) => mention.start >= start && mention.end <= end)
      const shifted = inside.map((mention) => shift(mention, -start))
      const id = this.keepStatement(prose.text.slice(start, end), shifted, cites)
      if (id) marks.push({ stretch, tag: 'span', attributes: { id, 'data-statement': true } })
      marks.push(...inside.map((mention) => this.mark(mention, prose.text.slice(start, end))))
    }
    mark(prose, marks)
  }

  /** The sentences; a short list item whose dates stand in one of them is whole. */
  private statementsIn(prose: Prose, mentions: readonly Mention[], whole: readonly Stretch[]): Stretch[] {
    const found = sentences(prose.text, this.metadata.language, whole)
    const [first, last] = [found[0], found.at(-1)]
    if (!prose.isItem || !first || !last || last[1] - first[0] > LONGEST_ITEM) return found
    const dated = found.filter(([start, end]) =>
      mentions.some((mention) => mention.value && mention.start >= start && mention.end <= end),
    )
    return dated.length === 1 ? [[first[0], last[1]]] : found
  }

  /** A row is one statement: its cells, each named by its column, with the mentions of both. */
  private readTable(table: Table, dated: readonly DatedProse[]): void {
    const byCell = new Map<Nodes, DatedProse>(dated.map((cell) => [cell.prose.node, cell]))
    const [head, ...rows] = table.children
    const columns = (head?.children ?? []).map((cell) => byCell.get(cell))
    for (const column of columns) if (column) this.markCell(column)
    for (const row of rows) {
      let words = ''
      const mentions: Mention[] = []
      const add = ({ prose, mentions: found }: DatedProse) => {
        mentions.push(...found.map((mention) => shift(mention, words.length)))
        words += prose.text
      }
      const cells = row.children.map((cell) => byCell.get(cell))
      for (const [c, cell] of cells.entries()) {
        if (!cell?.prose.text.trim()) continue
        if (words) words += ' · '
        const column = columns[c]
        if (column?.prose.text.trim()) {
          add(column)
          words += UNSPACED_COLON.test(this.metadata.language) ? '：' : ': '
        }
        add(cell)
      }
      const id = this.keepStatement(words, mentions, this.citedIn(row))
      if (id) row.data = { ...row.data, hProperties: { id, 'data-statement': true } }
      for (const cell of cells) if (cell) this.markCell(cell)
      if (id) row.children.at(-1)?.children.push(placeForSources(id))
    }
  }

  private markCell({ prose, mentions }: DatedProse): void {
    mark(prose, [...mentions.map((mention) => this.mark(mention)), ...this.readDangling(prose)])
  }

  /** The marks of sources that lead nowhere: shown as such, and told. */
  private readDangling(prose: Prose): Mark[] {
    return danglingMarks(prose.text).map((stretch) => {
      this.problems.push({
        offset: rawRange(prose, this.raw, ...stretch)[0],
        severity: 'warning',
        message: `the mark ${prose.text.slice(...stretch)} leads to no source`,
        hint: 'Write the source as a link or a footnote, or take the mark out.',
      })
      return { stretch, tag: 'span', attributes: { className: 'dangling' } }
    })
  }

  /** Keeps what is a statement, and gives its anchor: from its words, so that it outlives edits around it. */
  private keepStatement(words: string, mentions: readonly Mention[], cites: number[]): string | undefined {
    const statement = readStatement({ words, mentions, said: this.dateline() })
    if (!statement) return undefined
    const id = this.statementId(`s-${shortHash(statement.text).slice(0, 6)}`)
    const section = this.sections.at(-1)?.id
    this.statements.push({ id, ...statement, ...(section ? { section } : {}), cites })
    return id
  }

  /** The mark of a mention; one whose year cannot be had gets an anchor, and is listed. */
  private mark(mention: Mention, sentence?: string): Mark {
    const made = mentionMark(mention)
    if (mention.value) return made
    const id = `undated-${this.undated.length + 1}`
    this.undated.push({ id, text: mention.text, ...(sentence ? { sentence: clip(oneLine(sentence)) } : {}) })
    return { ...made, attributes: { ...made.attributes, id } }
  }

  private dateline(): DateValue | undefined {
    return this.open.findLast(({ dateline }) => dateline)?.dateline?.value
  }

  private date(prose: Prose): DatedProse {
    const mentions = this.find(prose.searchable)
    for (const mention of mentions) {
      const [rawStart, rawEnd] = rawRange(prose, this.raw, mention.start, mention.end)
      this.mentions.push({ ...mention, rawStart, rawEnd })
    }
    return { prose, mentions }
  }

  private find(text: string): Mention[] {
    const { date, language } = this.metadata
    const outside: [DateValue | undefined, Anchor['by']][] = [
      [this.dateline(), 'heading'],
      [this.sectionDate, 'section'],
      [this.titleDate, 'title'],
    ]
    const anchors = outside.flatMap(([value, by]): Anchor[] => (value ? [{ value, by }] : []))
    return findDates(text, language, { ...(date === undefined ? {} : { date }), anchors })
  }
}

/** A heading of any length is shown in the text; where it is named elsewhere, its beginning is enough. */
function clip(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title
}

/** Nothing but a weekday. */
const BEGINS = /^[^\p{L}]*(?:[\p{L}\p{M}]{1,4}[.,]{1,2}\s)?[^\p{L}]*$/u

/**
 * The date that later blocks may lean on: the day that begins the text, else the last outside brackets; none, so that
 * the note's own holds, behind yesterday and next month, with no more than a year in passing.
 */
function anchorOf(
  mentions: readonly Mention[],
  text: string,
  before: DateValue | undefined,
): DateValue | undefined {
  const telling = mentions.filter(({ basis, value, fiscal }) => basis !== 'relative' && value && !fiscal)
  const [first] = telling
  if (
    first?.value?.precision === 'day' &&
    BEGINS.test(text.slice(0, first.start)) &&
    /^\W/.test(text.slice(first.end))
  )
    return first.value
  const last = (telling.findLast(({ aside }) => !aside) ?? telling.at(-1))?.value
  const ofNow = mentions.some(({ basis, value }) => basis === 'relative' && value && isOfDays(value))
  if (last) return ofNow && !isOfDays(last) ? undefined : last
  return ofNow ? undefined : before
}

/** A quarter at most. */
const isOfDays = ({ from, to }: DateValue) => to - from < 92

/** Where the numbers of a row's sources stand: a sentence has them behind it. */
function placeForSources(id: string): PhrasingContent {
  return { type: 'emphasis', children: [], data: { hName: 'span', hProperties: { 'data-sources': id } } }
}

function shift(mention: Mention, by: number): Mention {
  return { ...mention, start: mention.start + by, end: mention.end + by }
}

function mark({ node }: Prose, marks: readonly Mark[]): void {
  if ('children' in node) markProse(node as Parents, marks)
}

/** All that the page says of a mention stands in its mark: wherever it is, in a heading or a sentence. */
function mentionMark({ start, end, value, basis, impliedBy, guess, fiscal }: Mention): Mark {
  const attributes = {
    ...(value ? { dateTime: toEdtf(value) } : {}),
    ...(value?.mod ? { 'data-mod': value.mod } : {}),
    'data-known': basis === 'relative' ? basis : (impliedBy ?? basis),
    ...(guess ? { 'data-guess': guess } : {}),
    ...(fiscal ? { 'data-fiscal': true } : {}),
  }
  return { stretch: [start, end], tag: 'time', attributes }
}
