import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { markOf } from './disk-mark.ts'
import type { Ledger } from './ledger.ts'
import { contentHash } from './site-files.ts'

/** What lies in the folder of a site otherwise than a ledger has it: little, so that it is soon told to another process. */
export interface Audit {
  /** Not as they were left, or not known. */
  others: string[]
  missing: string[]
  /** What was copied, or put back: of the same content, with the marks they have now. */
  moved: [path: string, mark: string][]
}

/** Looks at all files in a folder and those below. */
export function auditFolder(folder: string, files: Ledger['files']): Audit {
  const found: Audit = { others: [], missing: [], moved: [] }
  const missing = new Set(files.keys())
  const look = (path: string) => {
    const [known, mark] = [files.get(path), markOf(join(folder, path))?.mark]
    missing.delete(path)
    if (known && known.mark === mark) return
    const isSame = known && mark && contentHash(readFileSync(join(folder, path))) === known.hash
    if (isSame) found.moved.push([path, mark])
    else found.others.push(path)
  }
  const lookBelow = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      if (entry.isDirectory()) lookBelow(`${path}${entry.name}/`)
      else look(path + entry.name)
    }
  }
  lookBelow('')
  found.missing.push(...missing)
  return found
}

/** Of the files of a ledger, those that lie there as they were left, with the marks they have; and all that lies there. */
export function audited(
  files: Ledger['files'],
  { others, missing, moved }: Audit,
): { before: Ledger['files']; there: string[] } {
  const before = new Map(files)
  for (const path of [...others, ...missing]) before.delete(path)
  for (const [path, mark] of moved) {
    const known = before.get(path)
    if (known) before.set(path, { ...known, mark })
  }
  return { before, there: [...before.keys(), ...others] }
}
