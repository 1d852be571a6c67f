import { type Dirent, type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { isHidden } from './read-content.ts'

/** What is told of a folder that is watched. */
export interface Watched {
  /** What lies below the folder has come, gone or changed: its path, with `/`. */
  changed: (path: string) => void
  /** What changes in a folder cannot be noticed. */
  failed: (path: string, error: Error) => void
}

/**
 * Watches a folder and those below, hidden ones left out; returns what ends it. The folders are watched, not their
 * files: of ten thousand, each would take a watch of its own, and a look at all of them whenever one changes.
 */
export function watchFolder(folder: string, { changed, failed }: Watched): () => void {
  const watchers = new Map<string, FSWatcher>()
  begin('', () => undefined)
  return () => {
    for (const watcher of watchers.values()) watcher.close()
  }

  /** @param found is told of the files that are there */
  function begin(path: string, found: (path: string) => void): void {
    try {
      const watcher = watch(join(folder, path), (event, name) => {
        if (name === null) tellOfAll(path)
        else if (!isHidden(name)) see(event, path ? `${path}/${name}` : name)
      })
      watcher.on('error', (error) => {
        end(path)
        failed(path, error)
      })
      watchers.set(path, watcher)
      // Only now: what comes meanwhile is told, be it twice.
      for (const entry of entriesOf(path)) {
        const below = path ? `${path}/${entry.name}` : entry.name
        if (entry.isDirectory()) begin(below, found)
        else found(below)
      }
    } catch (error) {
      // It may have gone again.
      if (isFolder(path)) failed(path, error as Error)
    }
  }

  function see(event: string, path: string): void {
    if (event === 'rename') {
      // Another of this name is another folder.
      end(path)
      if (isFolder(path)) begin(path, changed)
    }
    changed(path)
  }

  function end(path: string): void {
    for (const [one, watcher] of watchers) {
      if (one !== path && !one.startsWith(`${path}/`)) continue
      watcher.close()
      watchers.delete(one)
    }
  }

  function tellOfAll(path: string): void {
    for (const { name } of entriesOf(path)) changed(path ? `${path}/${name}` : name)
  }

  function entriesOf(path: string): Dirent[] {
    return readdirSync(join(folder, path), { withFileTypes: true }).filter(({ name }) => !isHidden(name))
  }

  function isFolder(path: string): boolean {
    return lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false
  }
}
