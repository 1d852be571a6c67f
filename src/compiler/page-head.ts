import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type NoteVersion, paths, type RenderedPage } from '../notes/index.ts'
import { LONGEST_LEAD } from './card.ts'
import { inert } from './inert.ts'

/** A screen as a page of its own. */
export interface Page {
  /** Below the base path. */
  address: string
  /** BCP 47: the frame around it speaks this language, where there is a catalogue for it. */
  language: string
  /** The file of its view, whose script comes with the page. */
  view: string
  /** The path of the one artifact that it shows, besides the frame around; absent where it shows others. */
  own?: string
  note?: {
    slug: string
    description?: string | undefined
    /** YYYY-MM-DD */
    date?: string | undefined
    /** All languages that it can be read in, its own too. */
    versions: readonly NoteVersion[]
  }
}

/** Where the site will stand. */
export interface Place {
  /** With a slash at both ends. */
  base: string
  /** `https://notes.example`, where the owner gives it: only then can a page name its own address. */
  origin?: string | undefined
  /** Whether it has a feed. */
  feed?: boolean | undefined
}

/** Where a page will stand, where that is known. */
export function absolute({ origin, base }: Place, address: string): string | undefined {
  return origin && origin + base.slice(0, -1) + address
}

/** Where the feed stands below the site. */
export const FEED = 'feed.xml'

type Attributes = Record<string, string | undefined>

/** Puts pages into the template, the `index.html` of the program that lies in `site`. */
export function fillTemplate(
  place: Place,
  site: string,
  template: string,
): (page: Page, rendered: RenderedPage) => string {
  const { base } = place
  const { own, rest } = takeProgram(template)
  const filesOf = filesIn(readManifest(site))
  return (page, rendered) => {
    const address = absolute(place, page.address)
    const tags = [
      ...meta(page, rendered, address),
      ...(page.note?.versions ?? []).flatMap(({ slug, language }, _, { length }) => {
        const href = length === 1 ? undefined : absolute(place, paths.note(slug))
        return href ? tag('link', { rel: 'alternate', hreflang: language, href }) : []
      }),
      ...(address ? [tag('link', { rel: 'canonical', href: address })] : []),
      ...(place.feed
        ? [
            tag('link', {
              rel: 'alternate',
              type: 'application/atom+xml',
              title: 'Dateline',
              href: base + FEED,
            }),
          ]
        : []),
    ]
    const view = filesOf(page.view)
    const words = cataloguesOf(rendered.language, page.note ? 'first' : 'all').map(filesOf)
    const scripts = [view, ...words].flatMap((files) => files.scripts).map((file) => base + file)
    const modules = [...new Set([...own, ...scripts])].join(' ')
    const styles = view.styles.map((file) => tag('link', { rel: 'stylesheet', href: base + file }))
    const frame = { lang: rendered.language, dir: rendered.direction }
    const root = tag('div', { id: 'root', 'data-address': page.address })
    return rest
      .replace(/<html[^>]*>/, () => tag('html', frame))
      .replace(/<title>[^<]*<\/title>/, () => `<title>${rendered.title}</title>${tags.join('')}`)
      .replace(/<script src=/, () => `<script data-modules="${escaped(modules)}" src=`)
      .replace('</head>', () => `${styles.join('')}</head>`)
      .replace(/<div id="root">[\s\S]*?<\/div>/, () => `${root}${rendered.body}</div>`)
      .replace(/<noscript>[\s\S]*?<\/noscript>\s*/, '')
  }
}

/** Puts the artifact that a page shows behind what it shows of it, where it takes few bytes more, compressed. */
export function withData(page: string, path: string, json: string): string {
  const end = page.lastIndexOf('</body>')
  const data = `${tag('script', { type: 'application/json', 'data-path': path })}${inert(json)}</script>`
  return page.slice(0, end) + data + page.slice(end)
}

/** The scripts that the template loads, the first of which begins the program, and the template without them. */
function takeProgram(template: string): { own: string[]; rest: string } {
  const scripts = /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>\s*/g
  const preloads = /<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>\s*/g
  const own = [scripts, preloads].flatMap((kind) =>
    [...template.matchAll(kind)].map(([, file]) => file as string),
  )
  return { own, rest: template.replace(scripts, '').replace(preloads, '') }
}

/** The modules that hold the words of an interface language: a note says no more than the first of them. */
function cataloguesOf(language: string, which: 'first' | 'all'): string[] {
  const name = `${language.toLowerCase()}.ts`
  return [`src/messages/${name}`, ...(which === 'all' ? [`src/messages/more/${name}`] : [])]
}

function meta(
  { note, language }: Page,
  { title, holdings }: RenderedPage,
  address: string | undefined,
): string[] {
  // Half a character may be left at the cut.
  const description = (note ? note.description : holdings)?.slice(0, LONGEST_LEAD).replace(/\p{Cs}$/u, '')
  return [
    ...(description ? [tag('meta', { name: 'description', content: description })] : []),
    // Escaped already: React wrote it.
    `<meta property="og:title" content="${title}">`,
    tag('meta', { property: 'og:type', content: note ? 'article' : 'website' }),
    tag('meta', { property: 'og:site_name', content: 'Dateline' }),
    ...(description ? [tag('meta', { property: 'og:description', content: description })] : []),
    ...(address ? [tag('meta', { property: 'og:url', content: address })] : []),
    ...(note ? [tag('meta', { property: 'og:locale', content: language.replace('-', '_') })] : []),
    ...(note?.date ? [tag('meta', { property: 'article:published_time', content: note.date })] : []),
  ]
}

function tag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value ?? '')}"`)
  return `<${name}${written.join('')}>`
}

export function escaped(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => named[character] as string)
}

/** Says in a page that shows no content of which build it is: the others ask for {@link BUILD_NAME}. */
export function stamp(page: string, build: string): string {
  return page.replace(/<html[^>]*/, (tag) => `${tag} data-build="${build}"`)
}

/** Hosts answer `/notes/x` with `notes/x.html`. */
export function fileOf(address: string): string {
  return address === paths.start ? 'index.html' : `${decodeURIComponent(address.slice(1))}.html`
}

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

/** The script that all of the program begins with. */
export function entryOf(site: string): string {
  return Object.values(readManifest(site)).find(({ isEntry }) => isEntry)?.file ?? ''
}

/** What Vite has built, by the source that it comes from. */
export function readManifest(site: string): Record<string, Chunk> {
  return JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8'))
}

/** The scripts and the style sheets that a module takes, beside those that the template names anyway. */
function filesIn(
  manifest: Record<string, Chunk>,
): (module: string) => { scripts: string[]; styles: string[] } {
  const found = new Map<string, { scripts: string[]; styles: string[] }>()
  return (module) => {
    const known = found.get(module)
    if (known) return known
    const chunks = new Set<Chunk>()
    const visit = (key: string) => {
      const chunk = manifest[key]
      if (!chunk || chunk.isEntry || chunks.has(chunk)) return
      chunks.add(chunk)
      for (const name of chunk.imports ?? []) visit(name)
    }
    visit(module)
    const scripts = [...chunks].map(({ file }) => file)
    const styles = [...new Set([...chunks].flatMap(({ css = [] }) => css))]
    found.set(module, { scripts, styles })
    return { scripts, styles }
  }
}
