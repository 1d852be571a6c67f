import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { isMap, isScalar, type Node, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'
import { tame } from './tame.ts'

/** A field's value as data only: strings, numbers, booleans and lists of them; the rest is left out. */
export type Field = string | number | boolean | (string | number | boolean)[]

export interface FrontMatter {
  fields: ReadonlyMap<string, Field>
  /** Where a field's value stands in the raw file. */
  placeOf: (name: string) => number
  /** Where the note's body begins in the raw file. */
  bodyStart: number
  problems: Problem[]
}

/** UTF-16 units; far above any real head, and keeps a hostile one from costing time. */
const LONGEST = 32 * 1024
/** Of one field, in UTF-16 units, and of one list. */
const LONGEST_TEXT = 2000
const LONGEST_LIST = 50

const FIELD = /^[ \t]*[\w-]+[ \t]*[:=]/

/** Reads YAML between `---` lines or TOML between `+++` lines at the very start of a file. */
export function readFrontMatter(raw: string): FrontMatter {
  const start = raw.startsWith('\uFEFF') ? 1 : 0
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(raw.slice(start, start + 100))
  if (!fence) return head(start)
  const textStart = start + fence[0].length
  const closing = new RegExp(`^${fence[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'm')
  const rest = raw.slice(textStart, textStart + LONGEST)
  const close = closing.exec(rest)
  if (!close && raw.length > textStart + LONGEST && FIELD.test(rest)) {
    return head(start, [
      {
        offset: start,
        severity: 'error',
        message: `the front matter that begins here is longer than ${LONGEST / 1024} KB, or never closed`,
        hint: 'Keep it short, and close it; until then the whole file is read as text.',
      },
    ])
  }
  if (!close) {
    // A thematic break may begin a note; only a head that was meant as one is a problem.
    if (!FIELD.test(rest)) return head(start)
    return head(start, [
      {
        offset: start,
        severity: 'error',
        message: `the front matter that begins here with ${fence[1]} is never closed`,
        hint: `Close it with a line ${fence[1]} before the text begins; until then the whole file is read as text.`,
      },
    ])
  }
  const text = rest.slice(0, close.index)
  const bodyStart = textStart + close.index + close[0].length
  const read = fence[1] === '---' ? readYaml(text) : readToml(text)
  for (const [name, field] of read.fields) {
    const bounded = bound(field)
    if (bounded === field) continue
    read.fields.set(name, bounded)
    read.problems.push({
      offset: read.placeOf(name),
      severity: 'warning',
      message: `${clip(name)} holds more than is kept, or characters that are not shown`,
      hint: `Up to ${LONGEST_TEXT} characters and ${LONGEST_LIST} items are kept; control characters become �.`,
    })
  }
  const shifted = read.problems.map((problem) => ({ ...problem, offset: problem.offset + textStart }))
  return {
    fields: read.fields,
    placeOf: (name) => textStart + read.placeOf(name),
    bodyStart,
    problems: shifted,
  }
}

function head(bodyStart: number, problems: Problem[] = []): FrontMatter {
  return { fields: new Map(), placeOf: () => bodyStart, bodyStart, problems }
}

interface Read {
  fields: Map<string, Field>
  placeOf: (name: string) => number
  problems: Problem[]
}

function readYaml(text: string): Read {
  const places = new Map<string, number>()
  const read: Read = { fields: new Map(), placeOf: (name) => places.get(name) ?? 0, problems: [] }
  const tell = (offset: number, message: string, hint: string) => {
    read.problems.push({ offset, severity: 'error', message: `the front matter ${message}`, hint })
  }
  let yaml: ReturnType<typeof parseDocument>
  try {
    yaml = parseDocument(text, {
      schema: 'core',
      resolveKnownTags: false,
      uniqueKeys: true,
      logLevel: 'silent',
    })
  } catch {
    // Nested too deep for the parser's calls.
    tell(0, 'cannot be read', 'Write plain fields: name: value.')
    return read
  }
  for (const { pos, code, message } of [...yaml.errors, ...yaml.warnings]) {
    tell(
      pos[0],
      `is not valid YAML: ${firstLine(message)}`,
      code === 'DUPLICATE_KEY'
        ? 'Keep one of the two; the first one counts.'
        : code === 'TAG_RESOLVE_FAILED'
          ? 'Tags mean nothing here; write the plain value.'
          : 'A value with a colon, a # or a leading quote needs quotation marks around it.',
    )
  }
  if (!isMap(yaml.contents)) return read
  for (const { key, value } of yaml.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const range = (value as { range?: [number, number, number] } | null)?.range ?? key.range
    if (read.fields.has(name)) continue
    places.set(name, range?.[0] ?? 0)
    try {
      const field = asField(
        isScalar(value) && typeof value.value === 'string'
          ? value.value
          : // An alias bomb is refused, not unfolded.
            (value as Node | null)?.toJS(yaml, { maxAliasCount: 20 }),
      )
      if (field !== undefined) read.fields.set(name, field)
    } catch {
      tell(range?.[0] ?? 0, `has aliases in ${clip(name)} that cannot be unfolded`, 'Write the value out.')
    }
  }
  return read
}

function readToml(text: string): Read {
  const read: Read = { fields: new Map(), placeOf: (name) => placeInToml(text, name), problems: [] }
  try {
    for (const [name, value] of Object.entries(parseToml(text))) {
      const field = asField(value)
      if (field !== undefined) read.fields.set(name, field)
    }
  } catch (error) {
    const hint = 'Text values stand in quotation marks, lists in square brackets.'
    const isToml = error instanceof TomlError
    const lines = isToml ? text.split('\n').slice(0, error.line - 1) : []
    const reason = isToml
      ? firstLine(error.message.replace('Invalid TOML document: ', ''))
      : 'it cannot be read'
    read.problems.push({
      offset: lines.reduce((sum, line) => sum + line.length + 1, 0) + (isToml ? error.column - 1 : 0),
      severity: 'error',
      message: `the front matter is not valid TOML: ${reason}`,
      hint,
    })
  }
  return read
}

function placeInToml(text: string, name: string): number {
  const key = name.replace(/[^\w-]/g, '\\$&')
  const at = new RegExp(`^[ \\t]*["']?${key}["']?[ \\t]*=[ \\t]*`, 'm').exec(text)
  return at ? at.index + at[0].length : 0
}

function firstLine(text: string): string {
  return clip((text.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''))
}

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}

function asField(value: unknown): Field | undefined {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return undefined
  return value.filter((item) => ['string', 'number', 'boolean'].includes(typeof item))
}

/** The field tamed and no longer than is kept; the same one where nothing had to change. */
function bound(field: Field): Field {
  if (typeof field === 'string') {
    const tamed = tame(field)
    return tamed.length > LONGEST_TEXT ? `${tamed.slice(0, LONGEST_TEXT)}…` : tamed
  }
  if (!Array.isArray(field)) return field
  const kept = field.slice(0, LONGEST_LIST).map((item) => bound(item) as string | number | boolean)
  return kept.length === field.length && kept.every((item, i) => item === field[i]) ? field : kept
}
