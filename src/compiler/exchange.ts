import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { BUILD_NAME } from '../notes/index.ts'
import { Forgotten } from './card.ts'
import { isInside } from './is-inside.ts'
import type { SiteFiles } from './site-files.ts'

/** What came new, and replaces nothing: a list in the folder of what was replaced. */
const ADDED = 'added.json'
const FILES = 'files'

/** Neither was the new site put in the place of the old one, nor that as it was: {@link takeBack} has to. */
export class HalfDone extends Error {}

/**
 * Moves the fresh files of a site to their places, and out of it what is there and not made: all of them or none.
 * While it runs, what it replaces lies in a folder of its own, from where {@link takeBack} brings it, also after the
 * process was ended.
 * @throws Forgotten where nothing has come of it: a whole folder may yet take the place of the old one; HalfDone
 */
export function exchange({ target, staging, fresh, made, there }: SiteFiles, replaced: string): void {
  // By their exact names: some disks would also find a file of the same name in another case.
  const before = new Set(there)
  const gone = there.filter((path) => !made.has(path))
  const first = inTheWay(gone, fresh)
  const remove = (path: string) => {
    move(join(target, path), join(replaced, FILES, path))
    removeEmpty(dirname(join(target, path)), target)
  }
  try {
    mkdirSync(join(replaced, FILES), { recursive: true })
    writeAdded(replaced, [])
    for (const path of first) remove(path)
    writeAdded(
      replaced,
      [...fresh].filter((path) => !before.has(path)),
    )
    for (const path of inTurn(fresh)) {
      if (before.has(path)) save(join(target, path), join(replaced, FILES, path))
      move(join(staging, path), join(target, path))
    }
    for (const path of gone) if (!first.has(path)) remove(path)
  } catch (error) {
    const reason = (error as Error).message
    try {
      takeBack(target, replaced)
    } catch {
      throw new HalfDone(reason)
    }
    throw new Forgotten(reason)
  }
  // From here on the new site stands.
  rmSync(join(replaced, ADDED))
  rmSync(replaced, { recursive: true, force: true })
}

/** Whole on the disk before anything is moved: what is half there says nothing. */
function writeAdded(replaced: string, added: readonly string[]): void {
  writeFileSync(join(replaced, `${ADDED}.new`), JSON.stringify(added), { flush: true })
  renameSync(join(replaced, `${ADDED}.new`), join(replaced, ADDED))
}

/** Who reads meanwhile finds all that a page names, and is told of another build when that is there. */
export function inTurn(fresh: Iterable<string>): string[] {
  const turnOf = (path: string) => {
    if (path === BUILD_NAME || path === 'worker.js') return 2
    return path.endsWith('.html') ? 1 : 0
  }
  return [...fresh].sort((a, b) => turnOf(a) - turnOf(b))
}

/** Of what goes, that which has the place of what comes: on some disks also a name in another case, or form. */
export function inTheWay(gone: readonly string[], fresh: Iterable<string>): Set<string> {
  const files = new Set([...fresh].map(folded))
  const folders = new Set([...files].flatMap(foldersOf))
  return new Set(
    gone.filter((path) => {
      const name = folded(path)
      return files.has(name) || folders.has(name) || foldersOf(name).some((folder) => files.has(folder))
    }),
  )
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** “a” and “a/b” of “a/b/c”. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
}

/** Puts a site as it was before an {@link exchange} that did not come to its end. */
export function takeBack(target: string, replaced: string): void {
  const added = addedIn(replaced)
  if (added) {
    for (const path of added) {
      const place = join(target, path)
      // The list may be of another, who would have more removed.
      if (!isInside(dirname(place), target)) continue
      if (lstatSync(place, { throwIfNoEntry: false })?.isFile()) rmSync(place)
      removeEmpty(dirname(place), target)
    }
    const files = join(replaced, FILES)
    const saved = existsSync(files) ? readdirSync(files, { recursive: true, withFileTypes: true }) : []
    for (const entry of saved) {
      if (entry.isDirectory()) continue
      const place = join(entry.parentPath, entry.name)
      move(place, join(target, relative(files, place)))
    }
    // First of the folder: as long as it is there, all else is, too.
    rmSync(join(replaced, ADDED))
  }
  rmSync(replaced, { recursive: true, force: true })
}

/** Undefined where no file was moved yet: the list is there, and whole, before the first. */
function addedIn(replaced: string): string[] | undefined {
  const list = join(replaced, ADDED)
  if (!existsSync(list)) return undefined
  const text = readFileSync(list, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Under both names, so that whoever asks for the file meanwhile finds one; where there are no such links, it goes. */
function save(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    renameSync(from, to)
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  renameSync(from, to)
}

/** Folders that hold nothing any more go, up to the one given. */
function removeEmpty(folder: string, up: string): void {
  for (let one = folder; one !== up && one.startsWith(up); one = dirname(one)) {
    try {
      rmdirSync(one)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return
    }
  }
}
