/** Units of time that a text counts in, from the shortest. */
export type Unit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/**
 * What a language says about time, as data: a meaning, and the words for it, parted by `|`. Month and weekday
 * names are not here where CLDR has them: they come from `Intl`. Words are written in small letters; what stands
 * between two words of one phrase is a single space. Endings of one word stand behind it, each after a `~`.
 *
 * In lists, the place of a group is its value, groups parted by a space and `_` standing for a space in a phrase.
 */
export interface Language {
  /** BCP 47: whose month and weekday names are read from `Intl`. */
  readonly tag: string
  /** Further names of months, from January on; `-` where there is none. */
  readonly months?: string
  /** The months of other calendars, as `Intl` names these, and what says of a year that it is theirs. */
  readonly calendars?: Readonly<Record<string, { readonly months: string; readonly era: string }>>
  /**
   * Names that are ordinary words too: of months, which are dates by themselves only after one of `in`; of
   * weekdays and halves, which are none by themselves; of seasons, which are none behind one of `same`.
   */
  readonly unsure?: string
  /** Further names of weekdays, from Monday on. */
  readonly weekdays?: string
  /** Cardinal number words from 1 on. */
  readonly numbers?: string
  /** The number word of one that is a day before its month: एक जनवरी; "a March" is none. */
  readonly firstDay?: string
  /** Number words from a hundred on, by their value; those of 100 and 1000 multiply what stands before them. */
  readonly bigNumbers?: Readonly<Record<number, string>>
  /** Ordinal number words from 1 on. */
  readonly ordinals?: string
  /** What follows the digits of an ordinal number: st, nd, a full stop. */
  readonly ordinal?: string
  /** Digits from 1 to 9, then ten, hundred and thousand, of numbers that are joined to what they number: 이십일일. */
  readonly numerals?: string
  /** In scripts that join endings to words: what may follow a word and leave it the same. */
  readonly endings?: string
  /** What follows the digits of a decade: the 1990s, die 1990er. */
  readonly tens?: string
  /** Names of centuries, from the first on, written with a capital: il Novecento. */
  readonly centuries?: string
  /** Decades as words: from the 1910s (or the 2010s) on, then the 2000s last. */
  readonly decades?: string
  /** Tens that are a decade only behind its word, from 10 on: años noventa. */
  readonly tensWords?: string
  /** Years in the plural before the tens of a decade: años 90, années 1990. */
  readonly years?: string
  /** Spring, summer, autumn, winter. */
  readonly seasons?: string
  /** Those of the year before, of this one and of the next, as one word: 今春. */
  readonly yearSeasons?: Readonly<Partial<Record<'-1' | '0' | '1', string>>>
  readonly units?: Readonly<Partial<Record<Unit, string>>>
  /** Units, and words that shift them, in the plural: without a count they are vague, as "the past years" are. */
  readonly plural?: string
  /** Units that by themselves mean one of them, behind "ago": قبل عام is a year ago. */
  readonly single?: string
  /** Units that are the one spoken of, behind early, mid or late: نهاية العام. */
  readonly definite?: string
  /** Counts that are one word: how many of which unit, `2 week: fortnight`. */
  readonly amounts?: Readonly<Record<string, string>>
  /** What makes of the number before it a year, a month or a day of the calendar: 年, 月, 日. */
  readonly marks?: Readonly<Partial<Record<'year' | 'month' | 'day', string>>>
  /** Feasts on the same day of every year: `12-25: christmas`. */
  readonly days?: Readonly<Record<string, string>>
  /**
   * Words that are a stretch counted from the reference date: `day-1: yesterday`, `year-1: 去年`. One that is said
   * of what was and of what will be has both signs: `day±1: कल`.
   */
  readonly relative?: Readonly<Record<string, string>>
  /** Words before or after a unit: the one before last, last, this, next, the one after next. */
  readonly shifts?: Readonly<Partial<Record<'-2' | '-1' | '0' | '1' | '2', string>>>
  /** Those of the shifts that with one year or month mean the stretch up to the reference date: the past year. */
  readonly lately?: string
  /** The same, of words that stand behind their unit: pasado, prochain. */
  readonly shiftsAfter?: Readonly<Partial<Record<'-2' | '-1' | '0' | '1' | '2', string>>>
  /** Words before a count that mean whole units of the calendar before or after the present one: 上两个月. */
  readonly wholes?: Readonly<Partial<Record<'-1' | '1', string>>>
  /** "The same" before or after a unit, "that" before a season: of the year spoken of. */
  readonly same?: string
  /** Behind a day or month: the next that came: le 5 novembre suivant. */
  readonly following?: string
  /** The year spoken of, or the one before or after it, as a word: 그해, Folgejahr. By itself it is no date. */
  readonly spoken?: Readonly<Partial<Record<'-1' | '0' | '1', string>>>
  /** Early, mid, late, about: before the date, and after it. */
  readonly before?: Readonly<Partial<Record<'start' | 'mid' | 'end' | 'approx', string>>>
  readonly after?: Readonly<Partial<Record<'start' | 'mid' | 'end' | 'approx', string>>>
  /** Characters before which a word of `after` is the beginning of another: 2025年中国 is not mid-2025. */
  readonly afterUnless?: string
  /** After a count: so long ago, so much later. */
  readonly ago?: string
  readonly hence?: string
  /** After a count: so much later, where the sentence speaks of the future; else how long it took. */
  readonly later?: string
  /** Before a count: "il y a", "in". */
  readonly agoBefore?: string
  readonly henceBefore?: string
  /** "And a half", after the unit: 一年半. */
  readonly half?: string
  /** Eras: the year before their first, `0` for AD, `BC` for years counted backwards. */
  readonly eras?: Readonly<Record<string, string>>
  /** A fiscal year, before or after its number. */
  readonly fiscal?: string
  /** Quarters and halves that are one word: `quarter3`, `half1`. */
  readonly parts?: Readonly<Record<string, string>>
  /** "The last" of a period. */
  readonly last?: string
  /** Before an ordinal number: 第. */
  readonly nth?: string
  /** Between the ends of a range. */
  readonly to?: string
  /** Begins a range whose ends are joined by `and`. */
  readonly between?: string
  /** Ends a range whose ends are joined by `and`: 之间. */
  readonly betweenAfter?: string
  readonly and?: string
  /** The end of a range that goes on; with the word that joins it in it: 至今. */
  readonly now?: string
  readonly untilNow?: string
  /** Between a week and the day that it is named by, beside the words of `of`: beginning, commencing. */
  readonly begins?: string
  /** Behind a period, before a count: the first or the last so many of it: 2025年前三个月. */
  readonly leading?: string
  readonly trailing?: string
  /** Words within a date that carry nothing: of, de, の. */
  readonly of?: string
  /** Those of `of` that never stand between a day and its month: the volume "3 en mars". */
  readonly apart?: string
  /** Before what comes again and again: every Monday, 每年. */
  readonly every?: string
  /** Prepositions after which a year or a month's name by itself is a date; before which, if `behind` has them too. */
  readonly in?: string
  /** Where prepositions stand behind: before any other word, a year by itself is an amount. 2025 में, 2000 किताबें. */
  readonly behind?: string
  /** Units before the number of a day of the month: el día 17. */
  readonly numberedDay?: string
  /** Units before the number that a week has in its year, which make a date without the year too: KW 17. */
  readonly numberedWeek?: string
  /** Articles behind which a number is a day of the month spoken of: el 27. */
  readonly the?: string
  /** Before what was so since then, or is compared with, and is not what the text goes on to tell of. */
  readonly since?: string
  /** Those of `in` that stand before a year, and before no length of time. */
  readonly dating?: string
  /** What stands before a day in numbers: on 4/22, am 22.4. */
  readonly on?: string
  /** What may be joined to the front of a word: Arabic و and ب. */
  readonly prefixes?: string
  /** A number before one of these counts things: people, 人, %. */
  readonly counted?: string
  /** A day or month after one of these is of a calendar by the moon. */
  readonly moon?: string
  /** Endings by which a word in small letters behind a number is seen to be counted: 2000 guests. */
  readonly countedEnding?: string
  /** Words between which and a plural a number is a year: at 2019 levels, its 2024 results. */
  readonly naming?: string
  /** Words of four letters and more that have such an ending and are not counted. */
  readonly uncounted?: string
  /** A number after one of these is a name's: version, Windows. */
  readonly named?: string
  /** Phrases that hold a word of time and say none: 今日头条. */
  readonly none?: string
  /** The sentence speaks of the future; and the endings of verbs that do. */
  readonly future?: string
  readonly futureEndings?: string
}
