import type { Lexicon } from './lexicon.ts'
import { WIDEST_GAP } from './phrases.ts'
import { classOf, DIGIT, HANGUL, isCurrency, LETTER, OTHER, RUN, SPACE } from './script.ts'
import type { Token } from './token.ts'

/** A text in the course of being cut into tokens. Each reader takes what begins at a place, and returns the place behind it. */
export class Cursor {
  readonly tokens: Token[] = []
  /** Whether only spaces came since the last token. */
  protected clean = false
  protected readonly text: string
  protected readonly lexicon: Lexicon

  constructor(text: string, lexicon: Lexicon) {
    this.text = text
    this.lexicon = lexicon
  }

  protected push(token: Token): number {
    const before = this.tokens.at(-1)
    if (before) {
      const gap = token.start - before.end
      token.joined = this.clean && gap <= WIDEST_GAP
      token.tight = token.joined && gap === 0
    }
    this.tokens.push(token)
    this.clean = true
    return token.end
  }

  protected skip(to: number): number {
    this.clean = false
    return to
  }

  protected classAt(at: number): number {
    return at < this.text.length ? classOf(this.text.charCodeAt(at)) : SPACE
  }

  protected endOf(found: number, from: number): number {
    let end = from
    while (end < this.text.length && classOf(this.text.charCodeAt(end)) === found) end += 1
    return end
  }

  /** Behind the letters, digits and marks of a name or a number with parts. */
  protected endOfName(from: number): number {
    let end = from
    while (end < this.text.length && /[\p{L}\p{N}:/.-]/u.test(this.text[end] as string)) {
      const found = this.classAt(end)
      if (found === RUN || found === HANGUL) break
      end += 1
    }
    return end
  }

  /** Whether what stands right before a number makes it no date: $2000, v2024, #19, 1.2. */
  protected isStuck(at: number): boolean {
    if (at === 0 || this.tokens.at(-1)?.end === at) return false
    const before = this.text.charCodeAt(at - 1)
    const found = classOf(before)
    // "§ 1924"
    if (found === SPACE && at > 1) return '№§'.includes(this.text[at - 2] as string)
    if (found === LETTER || found === DIGIT) return true
    if (found !== OTHER) return false
    if (before === 45 || before === 46 || before === 47 || before === 58)
      return this.classAt(at - 2) !== SPACE
    return isCurrency(before) || '#@_+\\^№§&'.includes(this.text[at - 1] as string)
  }
}
