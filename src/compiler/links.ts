import {
  decoded,
  fewProblems,
  type PlacedProblem,
  paths,
  safeAddress,
  sectionAnchor,
} from '../notes/index.ts'
import type { Card } from './card.ts'
import type { CompiledNote } from './compile-note.ts'

/** What stands in the folder of notes. */
export interface Folder {
  /** By path, as the file system and as Unicode's composed form have it. */
  notes: ReadonlyMap<string, Pick<Card, 'anchors'> & { slug: string }>
  images: ReadonlyMap<string, string>
}

/** A link as it was written, and where it leads; undefined where nothing may be followed. */
export interface PlacedLink {
  written: string
  address: string | undefined
}

/** Where each link of a note leads, all or some: to other files of the folder, or to the outside by an allow list. */
export function followLinks(
  { file, anchors }: Pick<Card, 'file' | 'anchors'>,
  links: CompiledNote['links'],
  folder: Folder,
): { placed: PlacedLink[]; problems: PlacedProblem[] } {
  const problems: PlacedProblem[] = []
  const placed = links.map(({ href, kind, line, column }) => {
    const warn = (message: string, hint: string): undefined => {
      problems.push({ file, line, column, severity: 'warning', message, hint })
    }
    return { written: href, address: follow(href, kind, warn) }
  })
  return { placed, problems: fewProblems(problems) }

  function follow(
    href: string,
    kind: 'link' | 'image',
    warn: (message: string, hint: string) => undefined,
  ): string | undefined {
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
    if (/^https?:\/\/[^/?#]*@/i.test(href)) {
      return warn(
        `a link to ${clip(href.replace(/\/\/[^/?#]*@/, () => '//…@'))} is not followed`,
        'An address that carries a name or a password gives it away, or leads elsewhere than it seems: take it out.',
      )
    }
    if (/^(?:https?|mailto):/i.test(href)) {
      return warn(
        `a link to ${clip(href)} is not followed`,
        'It is not a valid address, or too long for one: check it.',
      )
    }
    if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(href)) {
      return warn(
        `a link to ${clip(href)} is not followed`,
        'Only http, https, mailto and files of this folder can be linked to.',
      )
    }
    const [path = '', anchor] = href.split('#', 2) as [string, string?]
    const noSection = () =>
      warn(
        `there is no section ${clip(`#${decoded(anchor ?? '')}`)}`,
        'The anchor of a section is its heading, with hyphens.',
      )
    if (path === '' && anchor !== undefined) {
      const id = sectionNamed(anchor, anchors)
      return id ? `#${id}` : noSection()
    }
    const target = fileAt(file, decoded(path))
    const note = folder.notes.get(target) ?? folder.notes.get(target.normalize('NFC'))
    if (kind === 'link' && note) {
      const id = anchor && sectionNamed(anchor, note.anchors)
      if (anchor && !id) noSection()
      return paths.note(note.slug, id)
    }
    const image = folder.images.get(target) ?? folder.images.get(target.normalize('NFC'))
    if (image) return paths.file(image)
    return warn(
      `there is no ${kind === 'link' ? 'note' : 'image'} at ${clip(decoded(path))}`,
      'Links inside the folder are paths from the file that they stand in.',
    )
  }
}

const named = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** The section that owners may have meant by an anchor; most notes are never asked. */
function sectionNamed(anchor: string, anchors: readonly string[]): string | undefined {
  const known =
    named.get(anchors) ?? new Map(anchors.map((id) => [nameOf(id.replace(/^h-/, '')), id] as const))
  named.set(anchors, known)
  return known.get(nameOf(anchor))
}

/** What the anchors that different programs make of one heading have in common. */
function nameOf(anchor: string): string {
  return sectionAnchor(decoded(anchor)).replaceAll('-', '')
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
