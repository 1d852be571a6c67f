import type { Language } from '../language.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'

const TABLES = new Map([ar, de, en, es, fr, hi, it, ja, ko, pt, ru, zh].map((table) => [table.tag, table]))

/** Measures are written alike everywhere. */
const MEASURES: Language = {
  tag: 'en',
  counted: 'm|m²|km|km²|kg|mb|gb|tb|mm|cm|px|hz|mhz|ghz|ms|usd|eur|kwh|kw|mw|gw|cv|hp',
}

/** English names of months and quarters occur in notes of every language. */
const COMMON: Language = {
  months: en.months as string,
  unsure: en.unsure as string,
  eras: en.eras as Record<string, string>,
  parts: en.parts as Record<string, string>,
  fiscal: 'fy',
  named:
    'ngc|russell|nikkei|windows|office|excel|word|powerpoint|server|studio|sql|photoshop|autocad|version|build|iso|rfc',
  ...MEASURES,
}

/** The table of a language, and what to fall back on; a language without one has what `Intl` knows. */
export function languageOf(tag: string): { own: Language; others: readonly Language[] } {
  const language = tag.split('-', 1)[0] as string
  const table = TABLES.get(language === 'yue' ? 'zh' : language)
  // The names are those of the region: Jänner in Austria.
  const own = { ...table, tag }
  return {
    own,
    others: [table === en ? MEASURES : COMMON, table === zh ? undefined : zh].filter(
      (table) => table !== undefined,
    ),
  }
}
