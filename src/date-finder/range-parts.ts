import { BACKWARDS, NONE } from './meaning.ts'
import { done, joinedAt, type Reading, yearOfEra } from './reading.ts'
import { type Token, WIDE_COMMA } from './token.ts'

/** Words between the ends of a range: "to the early". */
const MOST_LEAD = 3

/** The first of 221–206 BC, of the 16th to 18th century, of 1920–30年代: what it is stands behind the other. */
export function readFirstOfRange(reading: Reading, k: number): number {
  const { fields, last, tokens } = reading
  const { value, digits, meaning } = tokens[k] as Token
  const joint = joinedAt(tokens, k + 1)?.meaning
  // 18、19世纪
  const list = tokens[k + 1]?.meaning === WIDE_COMMA && tokens[k + 2]?.tight
  const slash = joint?.slash && digits > 1 && tokens[k + 1]?.tight && tokens[k + 2]?.tight
  if (last !== '' || !(joint?.dash || joint?.to || joint?.and || slash || list)) return 0
  let n = k + 2
  while (n < k + 2 + MOST_LEAD && isLead(joinedAt(tokens, n))) n += 1
  const second = joinedAt(tokens, n)
  const behind = joinedAt(tokens, n + 1)?.meaning
  if (!second) return 0
  const counted = behind?.era === BACKWARDS || (behind?.era === 0 && value >= 100 && value < second.value)
  // "43 or 42 BC"
  const between = second.value < value && (tokens[k - 1]?.meaning.between || value - second.value < 10)
  if (behind && counted && digits > 0 && second.digits > 0 && (!joint?.and || between)) {
    Object.assign(fields, { year: yearOfEra(behind.era, value), era: true })
    return done(reading, 'year', k + 1)
  }
  const [from, to] = [Math.max(value, meaning.ordinal), Math.max(second.value, second.meaning.ordinal)]
  if (behind?.unit === 'century' && from >= 1 && from < 40 && to >= 1 && from !== to) {
    fields.century = joinedAt(tokens, n + 2)?.meaning.era === BACKWARDS ? -from : from
    return done(reading, 'period', k + 1)
  }
  const decade = second.meaning.decade !== NONE || (behind?.unit === 'decade' && second.value % 10 === 0)
  if (decade && value % 10 === 0 && (digits === 2 || digits === 4)) {
    fields.decade = value
    return done(reading, 'period', k + 1)
  }
  return 0
}

function isLead(token: Token | undefined): boolean {
  return token !== undefined && (token.meaning.of || token.meaning.to || token.meaning.before !== '')
}
