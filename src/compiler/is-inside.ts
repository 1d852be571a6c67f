import { relative, resolve, sep } from 'node:path'

/** Whether a path is that of a folder, or leads into it. */
export function isInside(path: string, folder: string): boolean {
  const away = relative(folder, path)
  return away !== '..' && !away.startsWith(`..${sep}`) && resolve(folder, away) === path
}
