import { useFirstMessages } from '../../messages/index.ts'
import type { Note } from '../../notes/index.ts'

/** A statement that rests on a source. */
export interface Use {
  statement: string
  likely: boolean
}

/** More ways back than letters help nobody. */
const MOST = 26

/** The statements that rest on each reference, by its number, in the order of the text. */
export function usesOf({ statementList }: Note): Map<number, Use[]> {
  const uses = new Map<number, Use[]>()
  for (const { id, cites, likely = [] } of statementList) {
    for (const number of [...cites, ...likely]) {
      const use = { statement: id, likely: likely.includes(number) }
      const known = uses.get(number)
      if (known) known.push(use)
      else uses.set(number, [use])
    }
  }
  return uses
}

/** The ways back from a reference to each statement that rests on it: a, b, c. */
export function BackLinks({ uses = [] }: { uses: readonly Use[] | undefined }) {
  const messages = useFirstMessages()
  if (uses.length === 0) return null
  return (
    <span className="back-links">
      <span aria-hidden="true">↑</span>
      {uses.slice(0, MOST).map(({ statement, likely }, i) => {
        const letter = String.fromCharCode(97 + i)
        return (
          <a
            key={statement}
            href={`#${statement}`}
            data-likely={likely || undefined}
            aria-label={(likely ? messages.likelyUsedAt : messages.usedAt)(letter)}
          >
            {letter}
            {likely && <span aria-hidden="true">?</span>}
          </a>
        )
      })}
    </span>
  )
}
