import { type Problem, paths, safeAddress } from '../notes/index.ts'
import type { CompiledNote } from './compile-note.ts'
import type { LinkResolver } from './rehype-for-reading.ts'

/** Follows the links of one note: to other notes by their file, to the outside by an allow list. */
export function noteLinks(
  note: CompiledNote,
  slugs: ReadonlyMap<string, string>,
): { resolve: LinkResolver; problems: Problem[] } {
  const problems: Problem[] = []
  return { resolve, problems }

  function resolve(href: string, kind: 'link' | 'image'): string | undefined {
    const outside = safeAddress(href)
    if (outside) {
      if (kind === 'image') {
        tell(
          href,
          'warning',
          `the image ${clip(href)} lies on another site`,
          'Put a copy beside the notes; until then readers get a link to it.',
        )
      }
      return outside
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
      tell(
        href,
        'warning',
        `a link to ${clip(href)} is not followed`,
        'Only http, https, mailto and files of this folder can be linked to.',
      )
      return undefined
    }
    const [path = '', anchor] = href.split('#', 2) as [string, string?]
    const slug = slugs.get(fileAt(note.file, path))
    if (kind === 'link' && slug) return paths.note(slug, anchor)
    tell(
      href,
      'warning',
      kind === 'link' ? `no note stands at ${clip(path)}` : `no image stands at ${clip(path)}`,
      kind === 'link'
        ? 'Link to a Markdown file of this folder by its path from this note.'
        : 'Images from the folder of notes are not supported yet; put the image online and link to it.',
    )
    return undefined
  }

  function tell(href: string, severity: Problem['severity'], message: string, hint: string): void {
    const offset = Math.max(0, note.raw.indexOf(href))
    problems.push({ offset, severity, message, hint })
  }
}

/** The file that a relative or absolute path leads to from another file, as Markdown links do. */
function fileAt(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
