import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What came new, and replaces nothing: a list in the folder of what was replaced. */
const ADDED = 'added.json'
const FILES = 'files'

/**
 * Moves the `fresh` files of a staging folder to their places in a site, and those that are `gone` out of it: all of
 * them or none. While it runs, what it replaces lies in a folder of its own, from where {@link takeBack} brings it,
 * also after the process was ended.
 */
export function exchange(
  target: string,
  { staging, replaced }: { staging: string; replaced: string },
  fresh: readonly string[],
  gone: readonly string[],
): void {
  const replaces = new Set(fresh.filter((path) => existsSync(join(target, path))))
  const added = fresh.filter((path) => !replaces.has(path))
  try {
    mkdirSync(join(replaced, FILES), { recursive: true })
    // Whole on the disk before anything is moved: what is half there says nothing.
    writeFileSync(join(replaced, `${ADDED}.new`), JSON.stringify(added), { flush: true })
    renameSync(join(replaced, `${ADDED}.new`), join(replaced, ADDED))
    for (const path of gone) move(join(target, path), join(replaced, FILES, path))
    for (const path of fresh) {
      if (replaces.has(path)) save(join(target, path), join(replaced, FILES, path))
      move(join(staging, path), join(target, path))
    }
  } catch (error) {
    takeBack(target, replaced)
    throw error
  }
  // From here on the new site stands.
  rmSync(join(replaced, ADDED))
  rmSync(replaced, { recursive: true, force: true })
  for (const path of gone) removeEmpty(dirname(join(target, path)), target)
}

/** Puts a site as it was before an {@link exchange} that did not come to its end. */
export function takeBack(target: string, replaced: string): void {
  const added = addedIn(replaced)
  if (added) {
    for (const path of added) {
      rmSync(join(target, path), { force: true })
      removeEmpty(dirname(join(target, path)), target)
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
    } catch {
      return
    }
  }
}
