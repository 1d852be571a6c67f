import { languageOfName } from './language.ts'

/** What a note's path says by itself. */
export interface FileName {
  /** `YYYY-MM-DD` where the name begins with it. */
  date?: string
  /** The name without date and language; translations share it. */
  stem: string
  language?: string
  /** Folders below the root, outermost first. */
  folders: string[]
}

/**
 * Reads `folder/YYYY-MM-DD-stem-lang.md`; every part but the stem may be missing.
 * `index.md` and `README.md` are named by their folder.
 */
export function readFileName(path: string): FileName {
  const folders = path.normalize('NFC').split('/')
  const base = (folders.pop() ?? '').replace(/\.(?:md|markdown)$/i, '')
  const dated = /^(\d{4}-\d{2}-\d{2})[-_ ]?(.*)$/s.exec(base)
  let stem = dated?.[2] ?? base
  const ending = /[-_.]([a-z]{2}(?:-[a-z]{2,4})?|han[st])$/i.exec(stem)
  const named = ending?.[1] ? languageOfName(ending[1]) : undefined
  const language = named ?? (stem ? undefined : languageOfName(base))
  if (named && ending) stem = stem.slice(0, ending.index)
  if (/^(?:_?index|readme)$/i.test(stem)) stem = folders.at(-1) ?? stem
  return {
    ...(dated?.[1] ? { date: dated[1] } : {}),
    stem: stem || base,
    ...(language ? { language } : {}),
    folders,
  }
}
