import { type Day, parseIso } from '../calendar/index.ts'
import type { Provenance } from './artifacts.ts'
import { readFileName } from './file-name.ts'
import type { Field, FrontMatter } from './front-matter.ts'
import { detectLanguage, languageOfName, languageTag } from './language.ts'
import type { Problem } from './problem.ts'
import { tame } from './tame.ts'

/** What front matter and file name say of a note, before its text is read. */
export interface Metadata {
  /** Absent where only the text can tell. */
  title?: string
  language: string
  date?: Day
  /** Names as written, `a/b` nests. */
  topics: string[]
  /** The address that the owner or the file name asks for. */
  slug: string
  /** What translations share. */
  translationKey: string
  summary?: string
  draft: boolean
  provenance?: Provenance
  problems: Problem[]
}

const DATE_FIELDS = ['date', 'created', 'published', 'publishedOn', 'pubDate']
const TOPIC_FIELDS = ['topics', 'tags', 'categories', 'category']

export function readMetadata(file: string, head: FrontMatter, body: string): Metadata {
  // A name comes from the same hand as the text.
  const path = tame(file)
  const name = readFileName(path)
  const problems: Problem[] = []
  const text = (field: string) => asText(head.fields.get(field))
  const title = text('title')
  const summary = text('summary') ?? text('description')
  const language = readLanguage()
  const date = readDate()
  const provenance = readProvenance(head.fields)
  return {
    ...(title ? { title } : {}),
    language,
    ...(date === undefined ? {} : { date }),
    topics: readTopics(),
    slug: text('slug') ?? (path.split('/').pop() ?? '').replace(/\.(?:md|markdown)$/i, ''),
    translationKey: text('translationKey') ?? `${name.date ?? ''} ${name.stem}`,
    ...(summary ? { summary } : {}),
    draft: head.fields.get('draft') === true,
    ...(provenance ? { provenance } : {}),
    problems,
  }

  function readLanguage(): string {
    const written = text('lang') ?? text('language') ?? text('locale')
    const tag = written === undefined ? undefined : languageTag(written)
    if (written !== undefined && !tag) {
      problems.push({
        offset: head.placeOf(head.fields.has('lang') ? 'lang' : 'language'),
        severity: 'warning',
        message: `“${clip(written)}” is not a language tag`,
        hint: 'Write a BCP 47 tag such as zh-Hans, en or ar; until then the language is found from the text.',
      })
    }
    const folder = name.folders.findLast((part) => languageOfName(part))
    return tag ?? name.language ?? (folder && languageOfName(folder)) ?? detectLanguage(body)
  }

  function readDate(): Day | undefined {
    const field = DATE_FIELDS.find((key) => head.fields.has(key))
    const fromName = name.date === undefined ? undefined : parseIso(name.date)
    if (!field) return fromName
    const written = asText(head.fields.get(field)) ?? ''
    const day = parseIso(/^\d{4}-\d{2}-\d{2}/.exec(written.replaceAll('/', '-'))?.[0] ?? '')
    if (day === undefined && written) {
      problems.push({
        offset: head.placeOf(field),
        severity: 'warning',
        message: `“${clip(written)}” is not a day that Dateline can read`,
        hint: `Write ${field} as YYYY-MM-DD${name.date ? '; until then the date in the file name counts' : ''}.`,
      })
    }
    return day ?? fromName
  }

  function readTopics(): string[] {
    const field = TOPIC_FIELDS.find((key) => asList(head.fields.get(key)).length > 0)
    if (field) return [...new Set(asList(head.fields.get(field)))]
    const folders = name.folders.filter((part) => !languageOfName(part))
    return folders.length > 0 ? [folders.join('/')] : []
  }
}

function readProvenance(fields: ReadonlyMap<string, Field>): Provenance | undefined {
  const provenance: Provenance = {}
  const author = asList(fields.get('author') ?? fields.get('authors')).join(', ')
  const source = asText(fields.get('source'))
  const model = asText(fields.get('model'))
  if (author) provenance.author = author
  if (source) provenance.source = source
  if (model) provenance.model = model
  if (fields.get('generated') === true) provenance.generated = true
  if (fields.get('translated') === true) provenance.translated = true
  return Object.keys(provenance).length > 0 ? provenance : undefined
}

function asText(field: Field | undefined): string | undefined {
  if (typeof field === 'string') return field.trim() || undefined
  return typeof field === 'number' ? String(field) : undefined
}

/** One name or a list of names, without empty ones. */
function asList(field: Field | undefined): string[] {
  const items = Array.isArray(field) ? field : [field]
  return items.map((item) => asText(item)).filter((item) => item !== undefined)
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
