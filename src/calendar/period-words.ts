/**
 * The words that `Intl` does not have. `$` is a date, `$1` a number or year, `$2` the year as `Intl` writes it. Quarters and
 * halves have a pattern each where the language does not number them, else one for all.
 */
export interface PeriodWords {
  start: string
  mid: string
  end: string
  approx: string
  since: string
  until: string
  decade: string
  century: string
  centuryBefore: string
  quarters: readonly string[]
  halves: readonly string[]
  seasons: readonly [spring: string, summer: string, autumn: string, winter: string]
  number: (n: number) => string
  ordinal: (n: number) => string
}

type Lists = 'quarters' | 'halves' | 'seasons'

type Table = Omit<PeriodWords, 'number' | 'ordinal' | Lists> & Record<Lists, string>

const TABLES: Record<string, Table> = {
  en: {
    start: 'early $',
    mid: 'mid-$',
    end: 'late $',
    approx: 'about $',
    since: 'since $',
    until: 'until $',
    decade: '$1s',
    century: '$1 century',
    centuryBefore: '$1 century BC',
    quarters: 'Q$1 $2',
    halves: 'first half of $2|second half of $2',
    seasons: 'spring $2|summer $2|autumn $2|winter $2',
  },
  'zh-Hans': {
    start: '$初',
    mid: '$中',
    end: '$底',
    approx: '约$',
    since: '$至今',
    until: '至$',
    decade: '$1年代',
    century: '$1世纪',
    centuryBefore: '公元前$1世纪',
    quarters: '$2第一季度|$2第二季度|$2第三季度|$2第四季度',
    halves: '$2上半年|$2下半年',
    seasons: '$2春|$2夏|$2秋|$2冬',
  },
  'zh-Hant': {
    start: '$初',
    mid: '$中',
    end: '$底',
    approx: '約$',
    since: '$至今',
    until: '至$',
    decade: '$1年代',
    century: '$1世紀',
    centuryBefore: '西元前$1世紀',
    quarters: '$2第一季|$2第二季|$2第三季|$2第四季',
    halves: '$2上半年|$2下半年',
    seasons: '$2春|$2夏|$2秋|$2冬',
  },
  ja: {
    start: '$初め',
    mid: '$半ば',
    end: '$末',
    approx: '$頃',
    since: '$以降',
    until: '$まで',
    decade: '$1年代',
    century: '$1世紀',
    centuryBefore: '紀元前$1世紀',
    quarters: '$2第$1四半期',
    halves: '$2上半期|$2下半期',
    seasons: '$2春|$2夏|$2秋|$2冬',
  },
  es: {
    start: 'principios de $',
    mid: 'mediados de $',
    end: 'finales de $',
    approx: 'hacia $',
    since: 'desde $',
    until: 'hasta $',
    decade: 'años $1',
    century: 'siglo $1',
    centuryBefore: 'siglo $1 a. C.',
    quarters: 'primer trimestre de $2|segundo trimestre de $2|tercer trimestre de $2|cuarto trimestre de $2',
    halves: 'primer semestre de $2|segundo semestre de $2',
    seasons: 'primavera de $2|verano de $2|otoño de $2|invierno de $2',
  },
  fr: {
    start: 'début $',
    mid: 'mi-$',
    end: 'fin $',
    approx: 'vers $',
    since: 'depuis $',
    until: 'jusqu’à $',
    decade: 'années $1',
    century: '$1 siècle',
    centuryBefore: '$1 siècle av. J.-C.',
    quarters: '1er trimestre $2|2e trimestre $2|3e trimestre $2|4e trimestre $2',
    halves: 'premier semestre $2|second semestre $2',
    seasons: 'printemps $2|été $2|automne $2|hiver $2',
  },
  de: {
    start: 'Anfang $',
    mid: 'Mitte $',
    end: 'Ende $',
    approx: 'um $',
    since: 'seit $',
    until: 'bis $',
    decade: '$1er Jahre',
    century: '$1. Jahrhundert',
    centuryBefore: '$1. Jahrhundert v. Chr.',
    quarters: '$1. Quartal $2',
    halves: '$1. Halbjahr $2',
    seasons: 'Frühjahr $2|Sommer $2|Herbst $2|Winter $2',
  },
  hi: {
    start: '$ की शुरुआत',
    mid: '$ के मध्य',
    end: '$ के अंत',
    approx: 'लगभग $',
    since: '$ से',
    until: '$ तक',
    decade: '$1 का दशक',
    century: '$1वीं सदी',
    centuryBefore: '$1वीं सदी ई.पू.',
    quarters: '$2 की पहली तिमाही|$2 की दूसरी तिमाही|$2 की तीसरी तिमाही|$2 की चौथी तिमाही',
    halves: '$2 की पहली छमाही|$2 की दूसरी छमाही',
    seasons: 'वसंत $2|गर्मी $2|पतझड़ $2|सर्दी $2',
  },
  ar: {
    start: 'أوائل $',
    mid: 'منتصف $',
    end: 'أواخر $',
    approx: 'نحو $',
    since: 'منذ $',
    until: 'حتى $',
    decade: 'عقد $1',
    century: 'القرن $1',
    centuryBefore: 'القرن $1 ق.م',
    quarters: 'الربع الأول من $2|الربع الثاني من $2|الربع الثالث من $2|الربع الرابع من $2',
    halves: 'النصف الأول من $2|النصف الثاني من $2',
    seasons: 'ربيع $2|صيف $2|خريف $2|شتاء $2',
  },
}

const ROMAN = new Set(['es', 'fr', 'it', 'pt', 'ru'])

/** The words of a language, English where there are none. */
export function periodWords(locale: string): PeriodWords {
  const language = locale.split('-', 1)[0] as string
  const key = language === 'zh' ? (/-(?:Hant|TW|HK|MO)\b/i.test(locale) ? 'zh-Hant' : 'zh-Hans') : language
  const table = TABLES[key] ?? (TABLES.en as Table)
  return {
    ...table,
    quarters: table.quarters.split('|'),
    halves: table.halves.split('|'),
    seasons: table.seasons.split('|') as unknown as PeriodWords['seasons'],
    number: (n) => new Intl.NumberFormat(locale, { useGrouping: false, numberingSystem: 'latn' }).format(n),
    ordinal: (n) =>
      ROMAN.has(language) ? roman(n) + (language === 'fr' ? 'e' : '') : key === 'en' ? english(n) : String(n),
  }
}

function english(n: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(n)
  return `${n}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[rule]}`
}

function roman(n: number): string {
  const parts: readonly [number, string][] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = n
  let text = ''
  for (const [value, letters] of parts) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}
