import { type Problem, paths, safeAddress } from '../notes/index.ts'
import type { LinkResolver } from './rehype-for-reading.ts'

/** What stands in the folder of notes, by path: a note's slug, and the files that are images. */
export interface Folder {
  slugs: ReadonlyMap<string, string>
  images: ReadonlySet<string>
}

/** Follows the links of one note: to other files of the folder, and to the outside by an allow list. */
export function noteLinks(
  file: string,
  { slugs, images }: Folder,
): { resolve: LinkResolver; problems: Problem[] } {
  const problems: Problem[] = []
  return { problems, resolve }

  function resolve(href: string, kind: 'link' | 'image', offset: number): string | undefined {
    const warn = (message: string, hint: string): undefined => {
      problems.push({ offset, severity: 'warning', message, hint })
    }
    const outside = safeAddress(href)
    if (outside) {
      if (kind === 'image') {
        warn(
          `the image ${clip(href)} lies on another site`,
          'Put a copy into the folder of notes; until then readers get a link to it.',
        )
      }
      return outside
    }
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) {
      return warn(
        `a link to ${clip(href)} is not followed`,
        'Only http, https, mailto and files of this folder can be linked to.',
      )
    }
    const [path = '', anchor] = href.split('#', 2) as [string, string?]
    const target = fileAt(file, path)
    const slug = slugs.get(target)
    if (kind === 'link' && slug) return paths.note(slug, anchor)
    if (images.has(target)) return paths.file(target)
    return warn(
      `there is no ${kind === 'link' ? 'note' : 'image'} at ${clip(path)}`,
      'Links inside the folder are paths from the file that they stand in.',
    )
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
