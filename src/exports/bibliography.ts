import { partsOf, toIso } from '../calendar/index.ts'
import { type Cited, FORMATS } from '../citing/index.ts'
import { normaliseAddress, shortHash } from '../notes/index.ts'

/** How sources are written in each format. */
export const BIBLIOGRAPHIES = {
  'csl-json': { ...FORMATS['csl-json'], write: cslJson },
  bibtex: { ...FORMATS.bibtex, write: bibtex },
  ris: { ...FORMATS.ris, write: ris },
} as const

function cslJson(sources: readonly Cited[]): string {
  const items = sources.map((source) => {
    const { title, url, site, date, language } = source
    const note = noteOf(source)
    const { year, month, day } = date === undefined ? {} : partsOf(date)
    return {
      id: keyOf(source),
      type: url ? 'webpage' : 'document',
      title: plain(title),
      ...(site ? { 'container-title': site } : {}),
      ...(url ? { URL: url } : {}),
      ...(year === undefined ? {} : { issued: { 'date-parts': [[year, month, day]] } }),
      ...(language ? { language } : {}),
      ...(note ? { note } : {}),
    }
  })
  return `${JSON.stringify(items, null, 2)}\n`
}

/** As BibLaTeX has it, which knows pages of the web. */
function bibtex(sources: readonly Cited[]): string {
  const entries = sources.map((source) => {
    const { title, url, site, date, language } = source
    const fields = [
      // Twice braced: the title keeps its capitals.
      ['title', `{${texText(title)}}`],
      ['organization', site && texText(site)],
      ['date', date === undefined ? undefined : toIso(date)],
      // Read as it stands: braces in it would end it.
      ['url', url?.replaceAll('{', '%7B').replaceAll('}', '%7D')],
      ['langid', language],
      ['note', texText(noteOf(source))],
    ].filter(([, value]) => value)
    return `@${url ? 'online' : 'misc'}{${keyOf(source)},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
  })
  return entries.join('\n')
}

function ris(sources: readonly Cited[]): string {
  const records = sources.map((source) => {
    const { title, url, site, date, language } = source
    const lines = [
      ['TY', url ? 'ELEC' : 'GEN'],
      ['ID', keyOf(source)],
      ['TI', plain(title)],
      ['T2', site],
      ['DA', date === undefined ? undefined : toIso(date).replaceAll('-', '/')],
      ['PY', date === undefined ? undefined : String(partsOf(date).year)],
      ['UR', url],
      ['LA', language],
      ['N1', noteOf(source)],
    ].filter(([, value]) => value)
    return [...lines, ['ER', '']].map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')
  })
  return records.join('\r\n')
}

/** Stays the same from export to export. */
function keyOf({ url, title }: Cited): string {
  return `s${shortHash(url ? normaliseAddress(url) : title)}`
}

function noteOf({ namedIn = [] }: Cited): string {
  return namedIn.length > 0 ? plain(`Named in ${namedIn.join('; ')}`) : ''
}

/** On one line, without what some programs would act upon. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
}

function texText(text: string): string {
  return plain(text).replace(/[\\~^]|[&%$#_{}]/g, (char) => TEX[char] ?? `\\${char}`)
}
