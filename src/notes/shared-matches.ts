import { normaliseAddress } from './addresses.ts'
import type { Reference } from './artifacts.ts'
import { LEAST_CONFIDENCE, type Match } from './matching.ts'

/** A passage as other versions of the note need to know it. */
export interface PassageShape {
  section?: string
  /** Level of its heading. */
  level: number
  statements: string[]
}

/** One language version of a note, with what its own text tells of its sources. */
export interface Version {
  language: string
  references: readonly Reference[]
  cited: readonly number[]
  passages: readonly PassageShape[]
  matches: readonly Match[]
}

/** How much of a match's confidence is left in another language. */
const CARRIED = 0.95

/**
 * Lets the versions of a note help one another: what one version tells of a source holds for the same passage of the
 * others that are built alike. Where versions contradict each other, what most of them say counts, or nothing.
 */
export function shareMatches(versions: readonly Version[]): Match[][] {
  const alike = new Map<string, Version[]>()
  for (const version of versions) {
    const shape = version.passages.map(({ level }) => level).join()
    alike.set(shape, [...(alike.get(shape) ?? []), version])
  }
  const votes = new Map(
    [...alike.values()].flatMap((group) => group.map((one) => [one, votesOf(group)] as const)),
  )
  return versions.map((version) => {
    const placed = version.matches.filter(({ evidence }) => evidence.place)
    const done = new Set([...version.cited, ...placed.map(({ number }) => number)])
    const own = new Map(version.matches.map((match) => [match.number, match]))
    const found = version.references.flatMap((reference): Match[] => {
      if (done.has(reference.number) || reference.kind === 'link' || !reference.url) return []
      const winner = winnerOf(votes.get(version)?.get(normaliseAddress(reference.url)) ?? [])
      const match = own.get(reference.number)
      if (match && match.passage === winner?.match.passage) return [match]
      return winner ? [carried(winner, version, reference.number)] : []
    })
    const withoutAddress = version.matches.filter(({ number }) => !version.references[number - 1]?.url)
    return [...placed, ...found, ...withoutAddress].filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
  })
}

interface Vote {
  match: Match
  from: Version
}

function votesOf(group: readonly Version[]): Map<string, Vote[]> {
  const votes = new Map<string, Vote[]>()
  for (const from of group) {
    for (const match of from.matches) {
      const url = from.references[match.number - 1]?.url
      if (!url || match.evidence.place) continue
      const key = normaliseAddress(url)
      votes.set(key, [...(votes.get(key) ?? []), { match, from }])
    }
  }
  return votes
}

/** The surest vote for the passage that more than half of all are for. */
function winnerOf(votes: readonly Vote[]): Vote | undefined {
  const passages = new Map<number, Vote[]>()
  for (const vote of votes) {
    passages.set(vote.match.passage, [...(passages.get(vote.match.passage) ?? []), vote])
  }
  const most = [...passages.values()].find((agreeing) => agreeing.length * 2 > votes.length)
  return most?.reduce((best, vote) => (vote.match.confidence > best.match.confidence ? vote : best))
}

function carried({ match, from }: Vote, to: Version, number: number): Match {
  const there = from.passages[match.passage]?.statements ?? []
  const here = to.passages[match.passage]?.statements ?? []
  // All of a passage stays all of it; a part can be found again only where both have as many statements.
  const statements =
    match.statements.length === there.length
      ? here
      : here.length === there.length
        ? here.filter((_, i) => match.statements.includes(there[i] as string))
        : []
  const confidence = Math.max(LEAST_CONFIDENCE, match.confidence * CARRIED)
  return {
    ...match,
    number,
    statements,
    confidence,
    evidence: { ...match.evidence, translation: from.language },
  }
}
