import { type Likely, type Match, type Reference, type Statement, shareMatches } from '../notes/index.ts'
import type { CompiledNote } from './compile-note.ts'

/** More at one statement say less. */
const MOST_LIKELY = 5

/** What a note's references and statements are once it is known which are likely to belong together. */
export type Sourced = Pick<CompiledNote, 'references' | 'statements'>

/** Puts likely sources to statements, over all versions of one note. */
export function putLikelySources(versions: readonly CompiledNote[]): Sourced[] {
  const shared = shareMatches(
    versions.map(({ metadata, references, sourcing }) => {
      return { language: metadata.language, references, ...sourcing }
    }),
  )
  return versions.map(({ references, statements, sourcing }, i) => {
    const matches = shared[i] as Match[]
    if (matches.length === 0) return { references, statements }
    const byNumber = new Map<number, Likely[]>()
    const byStatement = new Map<string, Match[]>()
    for (const match of matches) {
      const section = sourcing.passages[match.passage]?.section
      const { statements: ids, confidence, evidence } = match
      push(byNumber, match.number, {
        ...(section ? { section } : {}),
        statements: ids,
        confidence,
        ...evidence,
      })
      for (const id of ids) push(byStatement, id, match)
    }
    return {
      references: references.map((reference): Reference => {
        const likely = byNumber.get(reference.number)
        return likely ? { ...reference, likely } : reference
      }),
      statements: statements.map((statement): Statement => {
        const likely = numbersOf(byStatement.get(statement.id) ?? [], statement.cites)
        return likely.length > 0 ? { ...statement, likely } : statement
      }),
    }
  })
}

/** The likeliest first; what the statement cites needs no guess. */
function numbersOf(matches: readonly Match[], cites: readonly number[]): number[] {
  const inOrder = [...matches].sort((a, b) => b.confidence - a.confidence || a.number - b.number)
  return [...new Set(inOrder.map(({ number }) => number))]
    .filter((number) => !cites.includes(number))
    .slice(0, MOST_LIKELY)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
