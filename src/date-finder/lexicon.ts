import type { Modifier } from '../calendar/index.ts'
import { intlNames } from './intl-names.ts'
import type { Language, Unit } from './language.ts'
import { ALONE, BACKWARDS, type Meaning, NEVER, NONE, noMeaning, WITH_MORE } from './meaning.ts'
import { fold } from './phrases.ts'
import { readsAllWords, scanOf } from './scan.ts'
import { HAN_NUMERALS, isUnspaced } from './script.ts'

/** A word, or a phrase from its first word on. */
export interface Entry {
  text: string
  meaning: Meaning
}

/** The words of a language, ready to be looked up. */
export interface Lexicon {
  /** First word → phrases that begin with it, the longest first. */
  words: Map<string, Entry[]>
  /** First character → what may begin there, the longest first, in scripts without spaces. */
  runs: Map<number, Entry[]>
  /** Where a token may begin: most of a text is passed over by it. */
  scan: RegExp
  /** Every character of the words without spaces. */
  unspaced: ReadonlySet<string>
  /** Every word of the phrases. */
  parts: ReadonlySet<string>
  /** Any word may be one of them, joined to another. */
  readsAll: boolean
  /** Characters that make of a word of `after` the beginning of another. */
  afterUnless: string
  /** Whether the word right behind a number is counted by it. */
  counts: (behind: string) => boolean
  /** Whether what stands right before a number is followed by a name's year rather than by an amount: its 2024 results. */
  names: (before: string) => boolean
  prefixes: readonly string[]
  /** Of verbs that speak of the future. */
  futureEndings: readonly string[]
  /** What may be joined to the digits of a day or year. */
  suffixes: readonly string[]
  ordinal: ReadonlySet<string>
  /** Character → value. */
  numerals: ReadonlyMap<string, number>
  endings: ReadonlySet<string>
  tens: ReadonlySet<string>
  /** What says how a date stands in its sentence comes behind it. */
  postpositional: boolean
  /** Numbers may be words, a hundred and above. */
  hasBigNumbers: boolean
  order: 'dmy' | 'mdy' | 'ymd'
  calendar: string
  /** Names of months begin with a capital. */
  capitals: boolean
  /** Years are written with a full stop: "2025. október 3." */
  dottedYears: boolean
  /** A year of three digits may be one since 1912, as in Taiwan: 113年8月. */
  minguo: boolean
}

/**
 * Builds the lexicon of a language from its table and what `Intl` knows, and then the tables to fall back on:
 * a word that the language has itself is not taken from those.
 */
export function buildLexicon(language: Language, others: readonly Language[]): Lexicon {
  const names = intlNames(language.tag)
  const lexicon: Lexicon = {
    words: new Map(),
    runs: new Map(),
    scan: /(?:)/g,
    unspaced: new Set(),
    parts: new Set(),
    readsAll: false,
    afterUnless: language.afterUnless ?? others[1]?.afterUnless ?? '',
    counts: countsOf(language),
    names: namesOf(language),
    prefixes: alternatives(language.prefixes),
    futureEndings: alternatives(language.futureEndings).map(fold),
    // 年 and 日 are words, and stand in the table.
    suffixes: language.marks ? [] : names.suffixes,
    ordinal: new Set(alternatives(language.ordinal).map(fold)),
    numerals: new Map([...(language.numerals ?? '')].map((char, i) => [char, NUMERALS[i] as number])),
    endings: new Set(alternatives(language.endings)),
    tens: new Set(alternatives(language.tens)),
    postpositional: language.behind !== undefined,
    hasBigNumbers: language.bigNumbers !== undefined,
    order: names.order,
    calendar: names.calendar,
    dottedYears: names.dottedYears,
    capitals: names.capitals,
    minguo: /^zh-(?:Hant|TW)/.test(language.tag),
  }
  addTable(lexicon, language, () => true)
  for (const other of others) {
    const own = new Set(lexicon.words.keys())
    const script = new Set(lexicon.runs.keys())
    addTable(lexicon, other, (text) => {
      if (isUnspaced(text.charCodeAt(0))) return !script.has(text.charCodeAt(0)) || script.size === 0
      return !own.has(firstWord(text))
    })
  }
  for (const entries of [...lexicon.words.values(), ...lexicon.runs.values()]) {
    entries.sort((a, b) => b.text.length - a.text.length)
    for (const { meaning } of entries) meaning.opens = opensOf(meaning)
  }
  const entries = [...lexicon.words.values()].flat()
  lexicon.parts = new Set(entries.flatMap(({ text }) => text.match(/[\p{L}\p{M}]+/gu) ?? []))
  lexicon.unspaced = new Set([
    ...HAN_NUMERALS,
    ...[...lexicon.runs.values()].flat().flatMap(({ text }) => [...text]),
  ])
  lexicon.readsAll = readsAllWords(lexicon)
  lexicon.scan = scanOf(lexicon)
  return lexicon
}

/** Words that begin no date are passed over at a glance, and so are those that begin one only with another word. */
function opensOf(m: Meaning): Meaning['opens'] {
  if (m.month || m.relative || m.weekday || m.part || m.century || m.decade !== NONE || (m.same && m.after))
    return ALONE
  const more =
    [m.shift, m.whole, m.era, m.ordinal, m.number, m.spoken].some((value) => value !== NONE) ||
    [m.before, m.unit, m.season, m.agoBefore, m.henceBefore, m.half, m.same].some(Boolean) ||
    [m.fiscal, m.last, m.leading].some(Boolean)
  return more ? WITH_MORE : NEVER
}

function countsOf({ countedEnding, uncounted }: Language): Lexicon['counts'] {
  const endings = alternatives(countedEnding)
  const others = new Set(alternatives(uncounted))
  return (behind) => {
    const word = /^ ([a-z]{4,})(?!\p{L})/u.exec(behind)?.[1] ?? ''
    return word !== '' && !others.has(word) && endings.some((ending) => word.endsWith(ending))
  }
}

function namesOf({ naming }: Language): Lexicon['names'] {
  const words = new Set(alternatives(naming))
  return (before) => {
    const word = /(?<!\p{L})(\p{L}{1,12})\s$/u.exec(before)?.[1]
    return word === undefined || words.has(word) || /^\p{Lu}/u.test(word) || /['’]s\s$/.test(before)
  }
}

const NUMERALS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000]

function addTable(lexicon: Lexicon, table: Language, wanted: (text: string) => boolean): void {
  const meanings = new Map<string, Meaning>()
  const mean = (words: string | undefined, set: (meaning: Meaning, text: string) => void) => {
    for (const written of alternatives(words)) {
      const text = fold(written)
      if (!wanted(text)) continue
      let meaning = meanings.get(text)
      if (!meaning) {
        meaning = noMeaning()
        meanings.set(text, meaning)
        add(lexicon, text, meaning)
      }
      set(meaning, text)
    }
  }
  const list = (words: string | undefined, set: (meaning: Meaning, n: number, text: string) => void) => {
    for (const [i, group] of (words?.split(' ') ?? []).entries()) {
      if (group !== '-') mean(group.replaceAll('_', ' '), (meaning, text) => set(meaning, i + 1, text))
    }
  }
  const record = <K extends string>(
    words: Partial<Record<K, string>> | undefined,
    set: (m: Meaning, key: K, text: string) => void,
  ) => {
    for (const [key, group] of Object.entries(words ?? {}))
      mean(group as string, (m, text) => set(m, key as K, text))
  }

  const names = intlNames(table.tag)
  const unsure = new Set(alternatives(table.unsure).map(fold))
  const calendar = names.calendar === 'gregory' || names.calendar === 'buddhist' ? '' : names.calendar
  for (const { name, month, short } of names.months) {
    mean(name, (m) => {
      m.month = month
      m.unsure = short || unsure.has(fold(name))
      m.short = short
      m.calendar = calendar
    })
  }
  for (const { name, weekday } of names.weekdays)
    if (name.length > 1)
      mean(name, (m) => {
        m.weekday ||= weekday
        // "So" and "Mar" are words; with a date beside them they are days.
        const short = name.replace(/\p{M}/gu, '').length < 4 && !isUnspaced(name.charCodeAt(0))
        m.unsure ||= short || unsure.has(fold(name))
        m.short ||= short
      })
  for (const { word, short } of table.marks ? [] : names.between) {
    mean(word, (m) => {
      m.of = true
      m.short ||= short
    })
  }
  list(table.months, (m, n, text) => {
    m.month = n
    // "Sept" is a number too, "set" a verb; мае is only May.
    m.unsure = unsure.has(text) || (text.length < 5 && text.charCodeAt(0) < 0x250)
    m.short = true
    m.calendar = ''
  })
  for (const [calendar, { months, era }] of Object.entries(table.calendars ?? {})) {
    list(months, (m, n) => Object.assign(m, { month: n, calendar }))
    mean(era, (m) => (m.calendar = calendar))
  }
  list(table.weekdays, (m, n, text) => {
    m.weekday = n
    m.unsure ||= unsure.has(text)
  })
  list(table.numbers, (m, n) => (m.number = n))
  record(table.bigNumbers, (m, value) => (m.big = Number(value)))
  list(table.ordinals, (m, n) => (m.ordinal = n))
  list(table.centuries, (m, n) => (m.century = n))
  list(table.decades, (m, n) => (m.decade = (n * 10) % 100))
  list(table.tensWords, (m, n) => (m.tens = n * 10))
  list(table.seasons, (m, n, text) => {
    m.season = n
    m.unsure ||= unsure.has(text)
  })
  record<Unit>(table.units, (m, unit, text) => {
    m.unit = unit
    m.unsure ||= unsure.has(text)
  })
  record(table.amounts, (m, key) => {
    const [amount, unit] = key.split(' ') as [string, Unit]
    m.number = Number(amount)
    m.unit = unit
  })
  record(table.days, (m, key) => {
    m.month = Number(key.slice(0, 2))
    m.day = Number(key.slice(3))
  })
  record<'year' | 'month' | 'day'>(table.marks, (m, mark) => (m.mark = mark))
  record(table.relative, (m, key) => {
    const [, unit, sign, by] = /^([a-z]+)([-±]?)(\d+)$/.exec(key) as unknown as [string, Unit, string, string]
    m.relative = unit
    m.by = Number(by) * (sign === '-' ? -1 : 1)
    m.either = sign === '±'
  })
  for (const [by, names] of Object.entries(table.yearSeasons ?? {})) {
    list(names, (m, n) => Object.assign(m, { relative: 'year', by: Number(by), season: n }))
  }
  record(table.shifts, (m, key) => (m.shift = Number(key)))
  record(table.shiftsAfter, (m, key) => (m.shiftAfter = Number(key)))
  record(table.wholes, (m, key) => (m.whole = Number(key)))
  record(table.spoken, (m, key) => (m.spoken = Number(key)))
  record<Modifier>(table.before, (m, mod) => (m.before = mod))
  record<Modifier>(table.after, (m, mod) => (m.after = mod))
  record(table.eras, (m, key) => (m.era = key === 'BC' ? BACKWARDS : Number(key)))
  record(table.parts, (m, key, text) => {
    m.part = key.slice(0, -1) as 'quarter' | 'half'
    m.partNumber = Number(key.slice(-1))
    m.unsure ||= unsure.has(text)
  })
  for (const flag of FLAGS) mean(table[flag], (m) => (m[flag] = true))
}

type Flag = { [K in keyof Meaning & keyof Language]: Meaning[K] extends boolean ? K : never }[keyof Meaning &
  keyof Language]

/** What a word is by standing in the list of the same name; months, weekdays and parts alone are unsure. */
const FLAGS = Object.entries(noMeaning()).flatMap(([name, value]) =>
  value === false && name !== 'unsure' ? [name as Flag] : [],
)

function add({ words, runs }: Lexicon, text: string, meaning: Meaning): void {
  const code = text.charCodeAt(0)
  const entry = { text, meaning }
  if (isUnspaced(code)) runs.set(code, [...(runs.get(code) ?? []), entry])
  else {
    const first = firstWord(text)
    words.set(first, [...(words.get(first) ?? []), entry])
  }
}

function firstWord(text: string): string {
  return /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? text
}

/** The words of a group: `zweite~n~r` are zweite, zweiten and zweiter. */
function alternatives(words: string | undefined): string[] {
  return (words?.split('|') ?? []).flatMap((word) => {
    const [stem = '', ...endings] = word.split('~')
    return [stem, ...endings.map((ending) => stem + ending)]
  })
}
