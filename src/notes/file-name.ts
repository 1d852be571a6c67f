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
  // A region belongs to the language before it: `zh-tw` is not `tw`.
  const endings = [/[-_.]([a-z]{2}[-_][a-z]{2,4})$/i, /[-_.]([a-z]{2}|han[st])$/i].flatMap((pattern) => {
    const ending = pattern.exec(stem)
    const tag = ending?.[1] && languageOfName(ending[1])
    return ending && tag ? [{ tag, index: ending.index }] : []
  })
  const named = endings[0]?.tag
  const language = named ?? (stem ? undefined : languageOfName(base))
  if (endings[0]) stem = stem.slice(0, endings[0].index)
  if (/^(?:_?index|readme)$/i.test(stem)) stem = folders.at(-1) ?? stem
  return {
    ...(dated?.[1] ? { date: dated[1] } : {}),
    stem: stem || base,
    ...(language ? { language } : {}),
    folders,
  }
}
