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
  mkdirSync(join(replaced, FILES), { recursive: true })
  writeFileSync(join(replaced, ADDED), JSON.stringify(added))
  try {
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
  if (existsSync(join(replaced, ADDED))) {
    for (const path of JSON.parse(readFileSync(join(replaced, ADDED), 'utf8')) as string[]) {
      rmSync(join(target, path), { force: true })
      removeEmpty(dirname(join(target, path)), target)
    }
    const files = join(replaced, FILES)
    for (const entry of readdirSync(files, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue
      const place = join(entry.parentPath, entry.name)
      move(place, join(target, relative(files, place)))
    }
  }
  rmSync(replaced, { recursive: true, force: true })
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
