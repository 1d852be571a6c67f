import type { Attributes, Body, Note, SearchPassage } from '../notes/index.ts'

const BLOCKS = new Set(
  'p ul ol li table thead tbody tr blockquote hr pre section details summary h2 h3 h4 h5 h6'.split(' '),
)
const HEADING = /^h[2-6]$/
/** Line breaks between characters of scripts that write without spaces. */
const UNSPACED_BREAK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu
/** Words that are ours, and numbers that are no words. */
const OURS = ['data-footnote-ref', 'data-footnote-backref']
const OUR_HEADING = 'footnote-label'
const REFERENCE = /^ref-(\d+)$/

/** The words of a note in the order of its text, a block at a time, with the places that they are found at. */
export function passagesOf({ body, summary, statementList, references }: Note): SearchPassage[] {
  const times = new Map(statementList.map(({ id, at }) => [id, { from: at.from, to: at.to }]))
  const passages: SearchPassage[] = []
  let open = blank('text')
  if (summary) passages.push({ kind: 'text', text: summary.normalize('NFC') })
  readAll(body)
  close()
  const listed = new Set(passages.flatMap(({ kind, anchor }) => (kind === 'source' ? anchor : [])))
  for (const { number, title, site, url } of references) {
    const anchor = `ref-${number}`
    if (listed.has(anchor)) continue
    passages.push({ kind: 'source', text: oneLine(`${title} ${site ?? ''}`).trim(), ...(url ? { url } : {}) })
  }
  return passages

  function readAll(bodies: readonly Body[]): void {
    for (const one of bodies) {
      if (typeof one === 'string') write(one)
      else readOne(one[0], one[1] ?? {}, one.slice(2) as Body[])
    }
  }

  function readOne(tag: string, attributes: Attributes, children: readonly Body[]): void {
    if (OURS.some((name) => attributes[name] !== undefined) || attributes.id === OUR_HEADING) return
    const block = BLOCKS.has(tag)
    const id = typeof attributes.id === 'string' ? attributes.id : undefined
    if (block) start(tag, id)
    if (tag === 'td' || tag === 'th' || tag === 'br') write(' ')
    const statement = attributes['data-statement'] ? id : undefined
    const from = open.text.length
    readAll(children)
    const time = statement && times.get(statement)
    if (time) open.statements.push({ start: from, end: open.text.length, id: statement, ...time })
    if (block) close()
  }

  function start(tag: string, id: string | undefined): void {
    const { kind, anchor } = open
    close()
    if (HEADING.test(tag)) open = blank('heading', id)
    else if (id && REFERENCE.test(id)) open = blank('source', id)
    // A block in an item of the list of sources is of the source, too.
    else if (kind === 'source' && tag !== 'li') open = blank(kind, anchor)
  }

  function write(text: string): void {
    const line = oneLine(text)
    open.text += /^ |^$/.test(line) && (open.text === '' || open.text.endsWith(' ')) ? line.trimStart() : line
  }

  function close(): void {
    const { kind, anchor, statements } = open
    const text = open.text.trimEnd()
    open = blank('text')
    if (text === '') return
    const reference = references[Number(REFERENCE.exec(anchor ?? '')?.[1]) - 1]
    passages.push({
      kind,
      text: kind === 'source' && reference?.site ? `${text} ${reference.site}` : text,
      ...(anchor ? { anchor } : {}),
      ...(reference?.url ? { url: reference.url } : {}),
      ...(statements.length > 0 ? { statements: statements.map((one) => ended(one, text.length)) } : {}),
    })
  }
}

function blank(kind: SearchPassage['kind'], anchor?: string | undefined) {
  return { kind, anchor, text: '', statements: [] as NonNullable<SearchPassage['statements']> }
}

function ended<T extends { end: number }>(statement: T, end: number): T {
  return { ...statement, end: Math.min(statement.end, end) }
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(UNSPACED_BREAK, '').replace(/\s+/g, ' ')
}
