import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fewProblems, type PlacedProblem, placeProblems } from '../notes/index.ts'
import type { Content } from './compile.ts'
import { decodeFile } from './decode-file.ts'
import { checkPlainFile, readPlainFile, reasonOf, Unreadable } from './open-file.ts'
import { findDanger } from './safe-svg.ts'

const NOTE = /\.(?:md|markdown)$/i
const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i
const MEGABYTE = 1024 * 1024
const LARGEST_NOTE = 2 * MEGABYTE
const LARGEST_IMAGE = 20 * MEGABYTE

/**
 * Every note and image below a folder, hidden ones left out. What is there and cannot be read is a problem; only
 * a folder that is not there throws.
 */
export function readContent(folder: string): Content & { problems: PlacedProblem[] } {
  const root = realpathSync(folder)
  const notes: { file: string; raw: string }[] = []
  const images: string[] = []
  const problems: PlacedProblem[] = []
  readFolder('')
  return { notes, images, problems }

  function readFolder(path: string): void {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true })
    } catch (error) {
      tell(path || '.', `this folder cannot be read: ${reasonOf(error)}`, 'See to its permissions.')
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (/^\.(?!\.)/.test(entry.name)) continue
      readEntry(path ? `${path}/${entry.name}` : entry.name, entry)
    }
  }

  function readEntry(path: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (wanted(path)) tell(path, 'this is a folder, not a file', 'Take the ending off its name.', 'warning')
      readFolder(path)
    } else if (entry.isSymbolicLink()) followLink(path)
    else if (!wanted(path)) return
    else if (entry.isFile()) readFile(path, join(root, path))
    else tell(path, 'this is no plain file', 'Take it out; pipes, sockets and devices are not read.')
  }

  /** A link within the folder stands for its file; no other is followed. */
  function followLink(path: string): void {
    try {
      const target = realpathSync(join(root, path))
      const isFolder = statSync(target).isDirectory()
      if (!isFolder && !wanted(path)) return
      const away = relative(root, target)
      if (away === '..' || away.startsWith(`..${sep}`)) {
        tell(path, 'this link leaves the folder of notes', 'Put a copy in its place.')
      } else if (isFolder) {
        tell(path, 'a link to a folder is not followed', 'What lies there is read where it is.', 'warning')
      } else readFile(path, target)
    } catch (error) {
      if (wanted(path)) tell(path, `this link leads nowhere: ${reasonOf(error)}`, 'Mend it, or take it out.')
    }
  }

  function readFile(path: string, place: string): void {
    try {
      if (NOTE.test(path)) readNote(path, readPlainFile(place, LARGEST_NOTE))
      else if (/\.svg$/i.test(path)) readDrawing(path, readPlainFile(place, LARGEST_NOTE))
      else {
        checkPlainFile(place, LARGEST_IMAGE)
        images.push(path)
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      // Names are bytes; what is no UTF-8 in them cannot be asked for again.
      tell(path, error.message, path.includes('\uFFFD') ? 'Give it a name in UTF-8.' : error.hint)
    }
  }

  function readNote(file: string, bytes: Buffer): void {
    const { raw, problems: found } = decodeFile(bytes)
    problems.push(...fewProblems(placeProblems(file, raw ?? '', found)))
    if (raw !== undefined) notes.push({ file, raw })
  }

  function readDrawing(path: string, bytes: Buffer): void {
    const danger = findDanger(bytes.toString('utf8'))
    if (danger)
      tell(path, `this drawing is not published: it holds ${danger}`, 'Save it as plain SVG, or PNG.')
    else images.push(path)
  }

  function tell(file: string, message: string, hint: string, severity: 'error' | 'warning' = 'error'): void {
    problems.push({ file, line: 1, column: 1, severity, message, hint })
  }
}

function wanted(path: string): boolean {
  return NOTE.test(path) || IMAGE.test(path)
}
