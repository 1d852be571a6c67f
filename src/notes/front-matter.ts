import { parse as parseToml, TomlDate, TomlError } from 'smol-toml'
import { isMap, isScalar, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'

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

/** Far above any real head; keeps a hostile one from costing time. */
const LONGEST = 64 * 1024

/** Reads YAML between `---` lines or TOML between `+++` lines at the very start of a file. */
export function readFrontMatter(raw: string): FrontMatter {
  const start = raw.startsWith('\uFEFF') ? 1 : 0
  const fence = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(raw.slice(start, start + 100))
  if (!fence) return head(start)
  const textStart = start + fence[0].length
  const closing = new RegExp(`^${fence[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'm')
  const rest = raw.slice(textStart, textStart + LONGEST)
  const close = closing.exec(rest)
  if (!close) {
    // A thematic break may begin a note; only a head that was meant as one is a problem.
    if (!/^[ \t]*[\w-]+[ \t]*[:=]/.test(rest)) return head(start)
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
  const shifted = read.problems.map((problem) => ({ ...problem, offset: problem.offset + textStart }))
  return {
    fields: read.fields,
    placeOf: (name) => textStart + (read.places.get(name) ?? 0),
    bodyStart,
    problems: shifted,
  }
}

function head(bodyStart: number, problems: Problem[] = []): FrontMatter {
  return { fields: new Map(), placeOf: () => bodyStart, bodyStart, problems }
}

interface Read {
  fields: Map<string, Field>
  places: Map<string, number>
  problems: Problem[]
}

function readYaml(text: string): Read {
  const read: Read = { fields: new Map(), places: new Map(), problems: [] }
  const yaml = parseDocument(text, { schema: 'core', uniqueKeys: true, logLevel: 'silent' })
  for (const error of yaml.errors) {
    read.problems.push({
      offset: error.pos[0],
      severity: 'error',
      message: `the front matter is not valid YAML: ${firstLine(error.message)}`,
      hint:
        error.code === 'DUPLICATE_KEY'
          ? 'Keep one of the two; the first one counts.'
          : 'A value with a colon, a # or a leading quote needs quotation marks around it.',
    })
  }
  if (!isMap(yaml.contents)) return read
  for (const { key, value } of yaml.contents.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const range = (value as { range?: [number, number, number] } | null)?.range ?? key.range
    if (read.fields.has(name)) continue
    // maxAliasCount: an alias bomb is refused, not unfolded.
    const plain = isScalar(value) && typeof value.value === 'string' ? value.value : unfold(value, yaml)
    const field = asField(plain)
    if (field !== undefined) read.fields.set(name, field)
    read.places.set(name, range?.[0] ?? 0)
  }
  return read
}

function unfold(value: unknown, yaml: ReturnType<typeof parseDocument>): unknown {
  try {
    return (value as { toJS?: (doc: unknown, options: object) => unknown } | null)?.toJS?.(yaml, {
      maxAliasCount: 20,
    })
  } catch {
    return undefined
  }
}

function readToml(text: string): Read {
  const read: Read = { fields: new Map(), places: new Map(), problems: [] }
  try {
    for (const [name, value] of Object.entries(parseToml(text))) {
      const field = asField(value)
      if (field !== undefined) read.fields.set(name, field)
      const at = new RegExp(`^[ \\t]*["']?${name.replace(/[^\w-]/g, '\\$&')}["']?[ \\t]*=[ \\t]*`, 'm').exec(
        text,
      )
      if (at) read.places.set(name, at.index + at[0].length)
    }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const lines = text.split('\n').slice(0, error.line - 1)
    read.problems.push({
      offset: lines.reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1,
      severity: 'error',
      message: `the front matter is not valid TOML: ${firstLine(error.message.replace('Invalid TOML yaml: ', ''))}`,
      hint: 'Text values stand in quotation marks, lists in square brackets.',
    })
  }
  return read
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
}

function asField(value: unknown): Field | undefined {
  if (value instanceof TomlDate) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return undefined
  return value.filter((item) => ['string', 'number', 'boolean'].includes(typeof item))
}
