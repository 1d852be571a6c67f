import { BACKWARDS, NONE } from './meaning.ts'
import { done, hasYear, isWhole, joinedAt, type Reading, yearOfEra } from './reading.ts'
import { type Token, WIDE_COMMA } from './token.ts'

/** 2025年, 10月, 3日; and the first of 3〜8月, whose mark stands behind the other. */
export function readMarkedNumber(reading: Reading, k: number): number {
  const { fields, last, tokens, expected } = reading
  const token = tokens[k] as Token
  const behind = joinedAt(tokens, k + 1)
  const own = behind?.meaning.mark
  // "A date" is none.
  const word = own === 'day' && !behind?.tight && token.meaning.number > 1 ? token.meaning.number : NONE
  const pair = own === 'month' && token.rough && token.digits === 2
  const value = pair ? Math.floor(token.value / 10) : Math.max(token.value, word)
  if (!isWhole(value)) return 0
  const mark = own || markOfRange(tokens, k) || markOfList(reading, k)
  const next = own ? k + 2 : k + 1
  if (mark === 'year') return own ? readMarkedYear(reading, k) : readFirstYear(reading, k)
  if (token.counts) return 0
  const after = tokens[k + 2]
  if (mark === 'month') {
    if (fields.month || value > 12 || fields.quarter || fields.half || fields.season) return 0
    if (!own && fields.day) return 0
    if (fields.relative && fields.relative !== 'year') return 0
    Object.assign(fields, { month: value, pair })
    return done(reading, 'month', next)
  }
  if (mark !== 'day' || fields.day || value > 31) return 0
  const placed = fields.month > 0 || fields.relative === 'month' || expected === 'day'
  if (!own) {
    if (!placed && last !== '') return 0
  } else {
    // Three days ago, within three days; 3号 by itself is a number of anything.
    if (!placed && after?.joined && (after.meaning.ago || after.meaning.hence || after.meaning.counted))
      return 0
    if (!placed && (tokens[k + 1]?.meaning.counted || (token.han && value < 11))) return 0
  }
  fields.day = value
  fields.marked = true
  return done(reading, 'day', next)
}

/** 618－907年 */
function readFirstYear(reading: Reading, k: number): number {
  const { fields, tokens, last } = reading
  const { value, digits } = tokens[k] as Token
  if (last !== '' || digits !== 3 || value < 100 || (tokens[k + 2] as Token).value <= value) return 0
  fields.year = value
  return done(reading, 'year', k + 1)
}

function readMarkedYear(reading: Reading, k: number): number {
  const { fields, tokens, expected } = reading
  const token = tokens[k] as Token
  const { value, digits } = token
  if (hasYear(fields)) return 0
  const after = joinedAt(tokens, k + 2)
  const four = value >= 1000 && (digits === 4 || digits === 0)
  const numbered =
    after &&
    after.value !== NONE &&
    (joinedAt(tokens, k + 3)?.meaning.mark || markOfRange(tokens, k + 2)) === 'month'
  const month = numbered || (after?.tight && after.meaning.month > 0)
  // 千年 is how long it took, but 两千年八月
  if (token.han && digits === 0 && value % 1000 === 0 && !(month && value === 2000)) return 0
  // 千百年
  if (token.han && value === 1100 && token.end - token.start === 2) return 0
  const two =
    digits === 2 &&
    (month ||
      token.apostrophe ||
      value < 10 ||
      (token.han ? value > 31 : isPartOfYear(after)) ||
      isQuarter(tokens, k + 2))
  if (token.rough && !month) return 0
  // 1000年前 is a time ago, 2010年前 the time before a year.
  if ((four || digits === 3) && value < 1500 && after?.tight && after.meaning.ago) return 0
  const era = after?.meaning.era ?? NONE
  // 2022年前 is before 2022, no year BC.
  if (era !== NONE && digits > 0 && !after?.meaning.ago) {
    Object.assign(fields, { year: yearOfEra(era === BACKWARDS ? era : 0, value), era: true })
    return done(reading, 'year', k + 3)
  }
  // 约2778年 is how long it took.
  if (four && value > 2199 && !month) return 0
  // The last end of 公元前900-800年.
  const end = expected === 'year' && (digits > 0 || token.han)
  // "В 862 году"; 907年 alone may be how long it took.
  const three = digits === 3 && value >= 100 && !tokens[k + 1]?.meaning.plural
  if (!four && !two && !end && !three) return 0
  fields.year = value
  // 1997至98年
  fields.short = digits === 2 && (two || end)
  fields.fiscal = after?.tight === true && after.meaning.fiscal
  return done(reading, 'year', fields.fiscal ? k + 3 : k + 2)
}

/** 24年底, 95年夏: such words stand behind years, not behind so many of them. */
function isPartOfYear(token: Token | undefined): boolean {
  const { after = '', season = 0 } = token?.meaning ?? {}
  return after === 'start' || after === 'end' || season > 0
}

function isQuarter(tokens: readonly Token[], k: number): boolean {
  const token = joinedAt(tokens, k)
  if (!token) return false
  const unit = tokens[k + 1]?.meaning.unit
  const numbered = token.value >= 1 && token.value <= 4
  return token.meaning.part !== '' || (numbered && unit === 'quarter') || (token.ordinal && unit === 'week')
}

/** 今月3、4日, 2024年3、4月: the mark of a list, in a month or year said before; else 3、4日 are some days. */
function markOfList({ tokens, last, fields }: Reading, k: number): 'year' | 'month' | 'day' | '' {
  const within = last === 'relative' ? fields.relative : last
  const next = tokens[k + 2]
  if (tokens[k + 1]?.meaning !== WIDE_COMMA || !next?.tight) return ''
  // 四月 is a name.
  const mark = next.meaning.month ? 'month' : next.value === NONE ? '' : joinedAt(tokens, k + 3)?.meaning.mark
  return (mark === 'day' && within === 'month') || (mark === 'month' && within === 'year') ? mark : ''
}

/** The mark behind the other end of a range whose first number has none: 3〜8月, 8-10日. */
function markOfRange(tokens: readonly Token[], k: number): 'year' | 'month' | 'day' | '' {
  const joint = joinedAt(tokens, k + 1)?.meaning
  if (!(joint?.dash || joint?.to) || (joinedAt(tokens, k + 2)?.value ?? NONE) === NONE) return ''
  return joinedAt(tokens, k + 3)?.meaning.mark ?? ''
}
