import { NONE } from './meaning.ts'
import { numberToken, type Token } from './token.ts'

/** Joins numbers written in several words: उन्नीस सौ सैंतालीस, ألفين وخمسة, خمسة وعشرين. */
export function joinNumbers(tokens: Token[]): Token[] {
  if (!tokens.some(isNumberWord)) return tokens
  const joined: Token[] = []
  let k = 0
  while (k < tokens.length) {
    const next = endOfNumber(tokens, k)
    if (next > k) joined.push(sumOf(tokens.slice(k, next)))
    else joined.push(tokens[k] as Token)
    k = Math.max(next, k + 1)
  }
  return joined
}

/** Words of one number, what joins them included. */
const MOST_WORDS = 12

/** Behind the words of one number; the place itself where they make none. */
function endOfNumber(tokens: readonly Token[], first: number): number {
  let big = false
  let pair = false
  let end = first
  while (
    end < first + MOST_WORDS &&
    isNumberWord(tokens[end]) &&
    (end === first || continues(tokens[end - 1], tokens[end]))
  ) {
    big ||= isBig(tokens[end])
    end += 1
    // "Eighty-four"
    if (
      tokens[end]?.meaning.dash &&
      tokens[end]?.tight &&
      tokens[end + 1]?.tight &&
      isNumberWord(tokens[end + 1])
    ) {
      end += 1
      continue
    }
    // "Two thousand and five", and what is joined to its "and", as in Arabic.
    if (!tokens[end]?.meaning.and || !tokens[end]?.joined) continue
    const { big: value = 0 } = tokens[end - 1]?.meaning ?? {}
    const fits = tokens[end + 1]?.joined && (value >= 100 || (value > 0 && !isBig(tokens[end + 1])))
    if (!tokens[end + 1]?.tight && !fits) continue
    if (!isNumberWord(tokens[end + 1])) continue
    pair ||= isPair(tokens[end - 1] as Token, tokens[end + 1] as Token)
    end += 1
  }
  // A thousand by itself counts what stands around it.
  return (big && !(end === first + 1 && tokens[first]?.meaning.counted)) || pair ? end : first
}

function isNumberWord(token: Token | undefined): boolean {
  return token !== undefined && token.meaning.unit === '' && (token.meaning.number !== NONE || isBig(token))
}

function isBig(token: Token | undefined): boolean {
  return token !== undefined && token.meaning.big > 0
}

/** "Two thousand eighteen", but not "twenty-one two". */
function continues(before: Token | undefined, token: Token | undefined): boolean {
  return token?.joined === true && (isBig(before) || isBig(token) || isJoint(before))
}

function isJoint(token: Token | undefined): boolean {
  return token?.meaning.and === true || token?.meaning.dash === true
}

/** Five and twenty. */
function isPair(one: Token, ten: Token): boolean {
  return one.meaning.number < 10 && ten.meaning.number >= 20 && ten.meaning.number % 10 === 0
}

/** One number: a hundred and a thousand multiply what stands before them, all else is added. */
function sumOf(tokens: readonly Token[]): Token {
  let thousands = 0
  let rest = 0
  for (const { meaning } of tokens) {
    if (meaning.big === 1000) {
      thousands += Math.max(rest, 1) * 1000
      rest = 0
    } else if (meaning.big === 100) rest = Math.max(rest, 1) * 100
    else {
      const more = Math.max(meaning.big, meaning.number, 0)
      // "Nineteen eighty-four"
      if (rest > 9 && rest < 21 && more > 9) rest *= 100
      rest += more
    }
  }
  const value = thousands + rest
  const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token]
  const token = numberToken(first.start, last.end, value, value >= 1000 ? 4 : value < 100 ? 2 : 0)
  token.joined = first.joined
  token.tight = first.tight
  return token
}
