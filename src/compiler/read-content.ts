import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fewProblems, type PlacedProblem, placeProblems } from '../notes/index.ts'
import { Forgotten, keyOf } from './card.ts'
import type { Content } from './compile.ts'
import { decodeFile } from './decode-file.ts'
import { markOf } from './disk-mark.ts'
import type { NoteFile } from './note-pool.ts'
import { checkPlainFile, readPlainFile, reasonOf, Unreadable } from './open-file.ts'
import { findDanger } from './safe-svg.ts'

const NOTE = /\.(?:md|markdown)$/i
const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i
const MEGABYTE = 1024 * 1024
const LARGEST_NOTE = 2 * MEGABYTE
const LARGEST_IMAGE = 20 * MEGABYTE

/** What a file was found to be, the last time that it was read. */
export interface SeenFile {
  mark: string
  /** Of a note, see {@link NoteFile.key}. */
  key?: string
  /** Whether it is an image that is shown. */
  image?: true
  problems: PlacedProblem[]
}

interface Look extends Omit<SeenFile, 'mark'> {
  raw?: string
  /** Whether it may be another thing the next time, though it lies there as it does now. */
  passing?: boolean
}

export interface FoundContent extends Content {
  notes: NoteFile[]
  problems: PlacedProblem[]
  /** By path; what may have changed unseen is not in it. */
  seen: Map<string, SeenFile>
}

/**
 * Every note and image below a folder, hidden ones left out. What is there and cannot be read is a problem; only
 * a folder that is not there throws. What lies on the disk as it was seen `before` is not read again.
 * @param mayHaveChanged of a path below the folder: where it is known not to have, the file is not even looked at
 */
export function readContent(
  folder: string,
  before: ReadonlyMap<string, SeenFile> = new Map(),
  mayHaveChanged: (path: string) => boolean = () => true,
): FoundContent {
  const root = realpathSync(folder)
  const notes: NoteFile[] = []
  const images: string[] = []
  const problems: PlacedProblem[] = []
  const seen = new Map<string, SeenFile>()
  readFolder('')
  return { notes, images, problems, seen }

  function readFolder(path: string): void {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true })
    } catch (error) {
      tell(path || '.', `this folder cannot be read: ${reasonOf(error)}`, 'Check its permissions.')
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isHidden(entry.name)) continue
      readEntry(path ? `${path}/${entry.name}` : entry.name, entry)
    }
  }

  function readEntry(path: string, entry: Dirent): void {
    if (entry.isDirectory()) {
      if (wanted(path)) tell(path, 'this is a folder, not a file', 'Take the ending off its name.', 'warning')
      readFolder(path)
    } else if (entry.isSymbolicLink()) followLink(path)
    else if (!wanted(path)) return
    else if (entry.isFile()) readFile(path, join(root, path), mayHaveChanged(path))
    else tell(path, 'this is not a plain file', 'Take it out; pipes, sockets and devices are not read.')
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

  function readFile(path: string, place: string, looked = true): void {
    const known = before.get(path)
    const now = known && !looked ? known : markOf(place)
    if (known && now?.mark === known.mark) {
      seen.set(path, known)
      problems.push(...known.problems)
      if (known.image) images.push(path)
      if (known.key) notes.push(new LaterNote(path, known.key, place))
      return
    }
    const { raw, passing, ...found } = look(path, place)
    // What changes again within the same tick of the clock would not be noticed.
    if (now && 'settled' in now && now.settled && !passing) seen.set(path, { mark: now.mark, ...found })
    problems.push(...found.problems)
    if (found.image) images.push(path)
    if (found.key && raw !== undefined) notes.push({ file: path, raw, key: found.key })
  }

  function look(path: string, place: string): Look {
    try {
      if (NOTE.test(path)) return readNote(path, place)
      if (/\.svg$/i.test(path)) {
        const danger = findDanger(readPlainFile(place, LARGEST_NOTE).toString('utf8'))
        if (!danger) return { image: true, problems: [] }
        const message = `this drawing is not published: it holds ${danger}`
        return { problems: [problem(path, message, 'Save it as plain SVG, or PNG.')] }
      }
      checkPlainFile(place, LARGEST_IMAGE)
      return { image: true, problems: [] }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      // Names are bytes; what is no UTF-8 in them cannot be asked for again.
      const hint = path.includes('\uFFFD') ? 'Give it a name in UTF-8.' : error.hint
      return { problems: [problem(path, error.message, hint)], passing: error.passing }
    }
  }

  function tell(...told: Parameters<typeof problem>): void {
    problems.push(problem(...told))
  }
}

function problem(
  file: string,
  message: string,
  hint: string,
  severity: 'error' | 'warning' = 'error',
): PlacedProblem {
  return { file, line: 1, column: 1, severity, message, hint }
}

function readNote(file: string, place: string): Look {
  const { raw, problems } = decodeFile(readPlainFile(place, LARGEST_NOTE))
  return {
    ...(raw === undefined ? {} : { raw, key: keyOf(file, raw) }),
    problems: fewProblems(placeProblems(file, raw ?? '', problems)),
  }
}

/** A note that is read again when its text is asked for: that of most never is. */
class LaterNote implements NoteFile {
  readonly seen = true

  constructor(
    readonly file: string,
    readonly key: string,
    private readonly place: string,
  ) {}

  get raw(): string {
    try {
      const { raw } = decodeFile(readPlainFile(this.place, LARGEST_NOTE))
      if (raw !== undefined) return raw
    } catch {}
    throw new Forgotten(`${this.file} is not there any more`)
  }
}

/** Of a file or folder, by its name. */
export function isHidden(name: string): boolean {
  return /^\.(?!\.)/.test(name)
}

function wanted(path: string): boolean {
  return NOTE.test(path) || IMAGE.test(path)
}
